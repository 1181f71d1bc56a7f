package app.satchel.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds bare web addresses in running text in one pass. (flexmark's own extension is quadratic on
 * repeated {@code www.} and on long hosts, measured on 0.64.8.)
 */
final class Autolinks {
  private static final int MAX_LENGTH = 2_000;
  private static final String TRAILING = ".,;:!?'\"*_~";

  private Autolinks() {}

  /** A stretch of a text; {@code address} says whether it is a web address. */
  record Stretch(String text, boolean address) {}

  static List<Stretch> split(String text) {
    List<Stretch> stretches = new ArrayList<>(1);
    int plainFrom = 0;
    int at = text.indexOf("://");
    while (at >= 0) {
      int start = schemeStart(text, at, plainFrom);
      int end = start < 0 ? -1 : end(text, at + 3);
      if (end > at + 3) {
        if (start > plainFrom) {
          stretches.add(new Stretch(text.substring(plainFrom, start), false));
        }
        stretches.add(new Stretch(text.substring(start, end), true));
        plainFrom = end;
      }
      at = text.indexOf("://", Math.max(at + 3, plainFrom));
    }
    if (plainFrom < text.length()) {
      stretches.add(new Stretch(text.substring(plainFrom), false));
    }
    return stretches;
  }

  private static int schemeStart(String text, int colon, int notBefore) {
    for (String scheme : List.of("https", "http")) {
      int start = colon - scheme.length();
      boolean stands =
          start >= notBefore
              && text.substring(start, colon).toLowerCase(Locale.ROOT).equals(scheme)
              && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
      if (stands) {
        return start;
      }
    }
    return -1;
  }

  private static int end(String text, int from) {
    int end = from;
    int open = 0;
    while (end < text.length() && end - from < MAX_LENGTH) {
      char c = text.charAt(end);
      if (c <= ' '
          || c == '<'
          || c == '>'
          || c == '"'
          || c == '`'
          || c == '|'
          || c >= 0x7F && !Character.isLetterOrDigit(c)) {
        break;
      }
      if (c == '(') {
        open++;
      } else if (c == ')' && --open < 0) {
        break;
      }
      end++;
    }
    while (end > from && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
