package app.satchel.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names headings as the large code hosts do: lower case, spaces as hyphens, punctuation left out,
 * {@code -1}, {@code -2} after the same name.
 */
final class Anchors {
  private final Map<String, Integer> seen = new HashMap<>();

  String next(String title) {
    StringBuilder slug = new StringBuilder(title.length());
    title
        .strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)
                  || c == '-'
                  || c == '_'
                  || Character.getType(c) == Character.NON_SPACING_MARK) {
                slug.appendCodePoint(c);
              } else if (c == ' ') {
                slug.append('-');
              }
            });
    String base = slug.isEmpty() ? "section" : slug.toString();
    int count = seen.merge(base, 1, Integer::sum) - 1;
    String anchor = count == 0 ? base : base + "-" + count;
    if (count > 0) {
      seen.putIfAbsent(anchor, 1);
    }
    return anchor;
  }
}
