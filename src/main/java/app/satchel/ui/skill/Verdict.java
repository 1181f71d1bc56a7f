package app.satchel.ui.skill;

/**
 * What a tile of the verdict strip says: one line with a tone. The words say it all; the tone only
 * repeats it.
 */
public record Verdict(Tone tone, String words) {
  /** How it is coloured and which icon stands before it. */
  public enum Tone {
    OK,
    WARN,
    BAD,
    INFO,
    /** A fact, neither good nor bad. */
    PLAIN,
    /** Not known yet. */
    WAITING
  }
}
