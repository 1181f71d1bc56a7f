package app.satchel.check.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds many keywords in a text in one pass, whatever their case. Two letters decide whether a
 * place is worth a closer look, which is so for about one place in a hundred of real text.
 */
final class KeywordIndex {
  private static final int ASCII = 128;

  private final List<List<String>> byStart = new ArrayList<>();
  private final short[] starts = new short[ASCII * ASCII];

  /**
   * @param keywords at least two characters each, the first two ASCII, in lower case
   */
  KeywordIndex(Iterable<String> keywords) {
    byStart.add(List.of());
    for (String keyword : new LinkedHashSet<>(copy(keywords))) {
      int start = keyword.charAt(0) * ASCII + keyword.charAt(1);
      if (starts[start] == 0) {
        starts[start] = (short) byStart.size();
        byStart.add(new ArrayList<>());
      }
      byStart.get(starts[start]).add(keyword);
    }
  }

  private static List<String> copy(Iterable<String> keywords) {
    List<String> all = new ArrayList<>();
    for (String keyword : keywords) {
      if (keyword.length() < 2
          || keyword.charAt(0) >= ASCII
          || keyword.charAt(1) >= ASCII
          || !keyword.equals(keyword.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("not a keyword: " + keyword);
      }
      all.add(keyword);
    }
    return all;
  }

  /** The keywords that occur in a text. */
  Set<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    char before = text.isEmpty() ? 0 : lower(text.charAt(0));
    for (int i = 1; i < text.length(); i++) {
      char now = lower(text.charAt(i));
      if (before < ASCII && now < ASCII) {
        short start = starts[before * ASCII + now];
        if (start != 0) {
          collect(text, i - 1, byStart.get(start), found);
        }
      }
      before = now;
    }
    return found;
  }

  private static void collect(String text, int at, List<String> keywords, Set<String> found) {
    for (String keyword : keywords) {
      if (text.regionMatches(true, at, keyword, 0, keyword.length())) {
        found.add(keyword);
      }
    }
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
