package app.satchel.ui.markdown;

/**
 * What was found in a document.
 *
 * @param current which place is shown, from 1; 0 when there is none
 * @param count how many places there are
 * @param more whether there are more than were counted
 */
public record Found(int current, int count, boolean more) {
  /** Nothing found, or nothing looked for. */
  public static final Found NOTHING = new Found(0, 0, false);
}
