package app.satchel.check.requirement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes plain signs of what people lay text out with: pictures between items, numbers before them,
 * a dash behind "Optional". The text keeps its length, so that places in it stay true.
 */
final class Layout {
  /** A picture that says no; the cutter reads it as that word. */
  static final char NO = '\u274C';

  /** Symbols that belong to the word beside them. */
  private static final String KEPT = "\u00B0\u00A9\u00AE\u2122";

  /** Pictures that say no. */
  private static final String REFUSALS = "\u274C\u274E\u2716\u2717\u2718";

  /** Numbers that items in a row have at most. */
  private static final int MOST = 30;

  /** "Required - acme", at the beginning of a line. */
  private static final Pattern LEVEL =
      Pattern.compile("(?im)^[ \\t]{0,8}(required|optional|recommended)( -) ");

  private Layout() {}

  /** A text of the same length with plain signs between its items. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text);
    pictures(plain);
    numbers(plain);
    Matcher level = LEVEL.matcher(text);
    while (level.find()) {
      plain.setCharAt(level.start(2), ':');
      plain.setCharAt(level.start(2) + 1, ' ');
    }
    int unix = plain.indexOf("*nix");
    if (unix >= 0) {
      plain.setCharAt(unix, 'u'); // as "Unix" is written, too
    }
    return plain.toString();
  }

  private static void pictures(StringBuilder text) {
    int i = 0;
    while (i < text.length()) {
      int symbol = text.codePointAt(i);
      int length = Character.charCount(symbol);
      boolean refusal = REFUSALS.indexOf(symbol) >= 0;
      boolean picture =
          Character.getType(symbol) == Character.OTHER_SYMBOL && KEPT.indexOf(symbol) < 0;
      if (picture || refusal) {
        text.setCharAt(i, refusal ? NO : ';');
        if (length > 1) {
          text.setCharAt(i + 1, ' ');
        }
      } else if (symbol == '\uFE0F') {
        text.setCharAt(i, ' '); // says that what stands before it is a picture
      }
      i += length;
    }
  }

  /** "1. Acme 2. Emca": numbers that count from one on, each before an item. */
  private static void numbers(StringBuilder text) {
    int first = number(text, 1, 0);
    int second = first < 0 ? -1 : number(text, 2, first + 2);
    if (second < 0) {
      return;
    }
    int at = first;
    for (int number = 1; at >= 0 && number <= MOST; number++) {
      int digits = number < 10 ? 1 : 2;
      for (int i = at; i <= at + digits; i++) {
        text.setCharAt(i, i == at ? ';' : ' ');
      }
      at = number(text, number + 1, at + digits);
    }
  }

  /** Where a number with its full stop or bracket stands between spaces; -1 for nowhere. */
  private static int number(StringBuilder text, int number, int from) {
    String digits = Integer.toString(number);
    int at = text.indexOf(digits, from);
    while (at >= 0) {
      int end = at + digits.length();
      boolean begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
      boolean closed = end + 1 < text.length() && ".)".indexOf(text.charAt(end)) >= 0;
      if (begins && closed && Character.isWhitespace(text.charAt(end + 1))) {
        return at;
      }
      at = text.indexOf(digits, at + 1);
    }
    return -1;
  }
}
