package app.satchel.ui.kit;

import java.text.Normalizer;

/**
 * Text from strangers, made fit to be shown on one line: no control characters, no direction
 * overrides, no invisible characters, no line breaks, bounded in length.
 */
public final class DisplayText {
  private DisplayText() {}

  /**
   * @param text may be null
   * @param limit most characters shown; the rest becomes an ellipsis
   * @return never null
   */
  public static String line(String text, int limit) {
    if (text == null) {
      return "";
    }
    String head = text.substring(0, Math.min(text.length(), limit * 4 + 64));
    StringBuilder shown = new StringBuilder(Math.min(head.length(), limit + 1));
    boolean blank = false;
    for (int i = 0; i < head.length(); ) {
      int c = head.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = !shown.isEmpty();
      } else if (visible(c)) {
        if (blank) {
          shown.append(' ');
          blank = false;
        }
        shown.appendCodePoint(c);
      }
    }
    String line = Normalizer.normalize(shown, Normalizer.Form.NFC);
    if (line.codePointCount(0, line.length()) <= limit) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, limit - 1)).stripTrailing() + "\u2026";
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          false;
      // Joiners belong to emoji and to some scripts; every other format character hides or turns.
      case Character.FORMAT -> c == 0x200D;
      default -> true;
    };
  }
}
