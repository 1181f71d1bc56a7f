package app.satchel.check.upload;

/** Shortening and rewording of sentences. */
final class Prose {
  private Prose() {}

  /**
   * The first part of a text, cut after a sentence where one ends in the second half, else at a
   * word with an ellipsis.
   *
   * @param limit most code points of the result
   */
  static String cut(String text, int limit) {
    String line = text.strip();
    if (line.codePointCount(0, line.length()) <= limit) {
      return line;
    }
    String head = line.substring(0, line.offsetByCodePoints(0, limit));
    int sentence = -1;
    for (int i = head.length() / 2; i < head.length(); i++) {
      boolean last = i + 1 == head.length();
      char next = last ? line.charAt(Math.min(line.length() - 1, i + 1)) : head.charAt(i + 1);
      char c = head.charAt(i);
      boolean wide = c == '\u3002' || c == '\uFF01' || c == '\uFF1F';
      if (wide || (c == '.' || c == '!' || c == '?') && Character.isWhitespace(next)) {
        sentence = i + 1;
      }
    }
    if (sentence > 0) {
      return head.substring(0, sentence).strip();
    }
    String room = line.substring(0, line.offsetByCodePoints(0, limit - 1));
    int word = room.lastIndexOf(' ');
    return room.substring(0, word > room.length() / 2 ? word : room.length()).strip() + "\u2026";
  }

  /**
   * The same in words or other signs, without {@code <} and {@code >}: arrows and comparisons as
   * one sign, a number compared in words, a tag's name in square brackets.
   */
  static String withoutAngles(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '<' && c != '>' && !opensArrow(text, i)) {
        result.append(c);
        i++;
        continue;
      }
      i = reword(text, i, result);
    }
    return result.toString();
  }

  private static boolean opensArrow(String text, int i) {
    return text.startsWith("->", i) || text.startsWith("=>", i) || text.startsWith("-->", i);
  }

  private static int reword(String text, int i, StringBuilder result) {
    String[][] signs = {
      {"<!--", ""},
      {"<->", "\u2194"},
      {"-->", "\u2192"},
      {"->", "\u2192"},
      {"=>", "\u21D2"},
      {"<=>", "\u21D4"},
      {"<-", "\u2190"},
      {"<=", "\u2264"},
      {">=", "\u2265"},
      {">>", "\u00BB"},
      {"<<", "\u00AB"},
    };
    for (String[] sign : signs) {
      if (text.startsWith(sign[0], i)) {
        result.append(sign[1]);
        return i + sign[0].length();
      }
    }
    int close = text.indexOf('>', i + 1);
    if (text.charAt(i) == '<' && close > i + 1 && close - i < 80 && isTag(text, i, close)) {
      result.append('[').append(text, i + 1, close).append(']');
      return close + 1;
    }
    compare(text, i, result);
    return i + 1;
  }

  private static boolean isTag(String text, int open, int close) {
    String inside = text.substring(open + 1, close);
    return !Character.isWhitespace(inside.charAt(0))
        && !Character.isDigit(inside.charAt(0))
        && inside.indexOf('<') < 0
        && inside.indexOf('\n') < 0;
  }

  private static void compare(String text, int i, StringBuilder result) {
    boolean less = text.charAt(i) == '<';
    int next = i + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    boolean number =
        next < text.length() && (Character.isDigit(text.charAt(next)) || text.charAt(next) == '$');
    if (number) {
      boolean spaced =
          !result.isEmpty()
              && !Character.isWhitespace(result.charAt(result.length() - 1))
              && Character.isLetterOrDigit(result.charAt(result.length() - 1));
      result.append(spaced ? " " : "").append(less ? "less than" : "more than");
      result.append(next == i + 1 ? " " : "");
    } else {
      result.append(less ? '\u2039' : '\u203A');
    }
  }
}
