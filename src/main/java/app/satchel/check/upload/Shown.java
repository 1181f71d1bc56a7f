package app.satchel.check.upload;

/** Pieces of a stranger's text, fit to stand in a sentence. */
final class Shown {
  private static final int MAX = 80;
  private static final int AROUND = 15;

  private Shown() {}

  /** One line of at most 80 characters, without control characters. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.strip()
        .codePoints()
        .limit(MAX + 1L)
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .forEach(line::appendCodePoint);
    if (line.codePointCount(0, line.length()) > MAX) {
      line.setLength(line.offsetByCodePoints(0, MAX - 1));
      line.append('\u2026');
    }
    return line.toString();
  }

  /** What stands around a place. */
  static String around(String text, int place) {
    int from = Math.max(0, place - AROUND);
    int to = Math.min(text.length(), place + AROUND);
    return oneLine(text.substring(from, to));
  }

  static int firstOf(String text, char one, char other) {
    return firstOf(text, 0, one, other);
  }

  /** Offset of the first of two characters at or after a place, or -1. */
  static int firstOf(String text, int from, char one, char other) {
    int first = text.indexOf(one, from);
    int second = text.indexOf(other, from);
    return first < 0 || second >= 0 && second < first ? second : first;
  }
}
