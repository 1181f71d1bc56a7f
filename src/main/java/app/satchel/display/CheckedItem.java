package app.satchel.display;

/**
 * One thing that a start needs, and how it is here.
 *
 * @param id stable, kebab-case
 * @param name for a person
 * @param state whether it is as it should be
 * @param found what was found; never a secret
 * @param hint what helps; empty when nothing has to
 */
public record CheckedItem(String id, String name, State state, String found, String hint) {
  /** How a thing is. */
  public enum State {
    /** As it should be. */
    OK,
    /** It works, and something about it is worth knowing. */
    NOTE,
    /** The window, or the network, will not work like this. */
    PROBLEM
  }
}
