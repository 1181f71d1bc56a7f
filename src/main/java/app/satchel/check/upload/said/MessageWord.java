package app.satchel.check.upload.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a message, as far as it counts when messages are compared: lower case, without quotes;
 * every figure is the same word.
 *
 * @param text the word, or {@link #FIGURE}
 * @param start offset of its first character
 * @param end offset after its last character
 */
record MessageWord(String text, int start, int end) {
  static final String FIGURE = "#";

  /** What a common word weighs; others weigh from 0.7 to 3. */
  static final double COMMON_WEIGHT = 0.25;

  private static final Pattern WORD =
      Pattern.compile(
          "\\p{N}+(?:[.,]\\p{N}+)*|\\p{L}[\\p{L}\\p{M}'\u2018\u2019`]*", Pattern.UNICODE_CASE);

  /** Words of any English message; that they are shared says little. */
  private static final Set<String> COMMON =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "can", "cannot", "do", "dont", "for",
          "from", "has", "have", "if", "in", "is", "it", "its", "must", "no", "not", "of", "on",
          "only", "or", "others", "see", "some", "that", "the", "there", "this", "to", "too", "was",
          "which", "with", "you", "your", FIGURE);

  /** Words that tell a message about skills from any other site's. */
  private static final Set<String> OWN =
      Set.of("skill", "skills", "zip", "frontmatter", "yaml", "plugin", "manifest", "xml");

  /** Reads the words of a text; what stands between them does not count. */
  static List<MessageWord> of(String text) {
    List<MessageWord> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String plain = word.group().toLowerCase(Locale.ROOT).replaceAll("['\u2018\u2019`]", "");
      boolean figure = Character.isDigit(plain.isEmpty() ? ' ' : plain.charAt(0));
      // Known texts write N where a figure stands.
      words.add(
          new MessageWord(figure || plain.equals("n") ? FIGURE : plain, word.start(), word.end()));
    }
    return words;
  }

  /** Whether it could stand in any message. */
  boolean common() {
    return text.length() < 2 || COMMON.contains(text);
  }

  /** Whether it belongs to messages about skills. */
  boolean own() {
    return OWN.contains(text);
  }

  /**
   * How much a known word is like a pasted one, from 0 to 1: typing errors are forgiven in longer
   * words.
   */
  static double likeness(String known, String pasted) {
    if (known.equals(pasted)) {
      return 1;
    }
    int shorter = Math.min(known.length(), pasted.length());
    int longer = Math.max(known.length(), pasted.length());
    int allowed = longer < 3 ? 0 : shorter < 7 ? 1 : 2;
    if (longer - shorter > allowed || allowed == 0) {
      return 0;
    }
    int distance = distance(known, pasted);
    return distance > allowed ? 0 : longer < 4 ? 0.7 : 1 - 0.15 * distance;
  }

  /** Insertions, deletions, replacements and neighbours that changed places. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[one.length()][other.length()];
  }
}
