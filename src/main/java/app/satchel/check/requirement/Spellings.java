package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;

/** How a name is written inside a longer word: with an ending, or with extras in brackets. */
final class Spellings {
  /** Endings that make an ordinary word of a product or command of a program's file. */
  private static final List<String> ENDINGS =
      List.of("-style", "-like", "-family", ".exe", ".cmd", ".bat", ".service");

  /** Endings with which a system or program is said to be the only one. */
  private static final List<String> ALONE = List.of("-only", "-focused", "-exclusive");

  private final Vocabulary vocabulary;

  Spellings(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** {@code Codex-style} and {@code npm.cmd} without their endings, if what remains is known. */
  String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending)) {
        String stem = word.substring(0, word.length() - ending.length());
        boolean known = ending.startsWith(".") ? Nouns.isSlug(stem) : isName(stem);
        return known && vocabulary.terms(word).isEmpty() ? stem : word;
      }
    }
    for (String ending : ALONE) {
      String stem =
          lower.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : "";
      boolean host = vocabulary.term(stem, Kind.AGENT).isPresent() && ending.equals("-only");
      if (host || vocabulary.term(stem, Kind.OS).isPresent()) {
        return stem;
      }
    }
    return word;
  }

  private boolean isName(String word) {
    return !vocabulary.terms(word).isEmpty() && vocabulary.term(word, Kind.OS).isEmpty();
  }

  /** {@code acme[mail,web]>=2} as {@code acme>=2}. */
  static String withoutExtras(String text) {
    int open = text.indexOf('[');
    int close = text.indexOf(']', Math.max(0, open));
    return open > 0 && close > open
        ? text.substring(0, open) + withoutExtras(text.substring(close + 1))
        : text;
  }

  /** Whether a comma stands between the extras of a package. */
  static boolean inExtras(String text, int from, int comma) {
    int open = comma - 1;
    while (open > from && open > comma - 40 && isExtra(text.charAt(open))) {
      open--;
    }
    if (open <= from || text.charAt(open) != '[') {
      return false;
    }
    int end = comma + 1;
    while (end < text.length() && end < comma + 40 && isExtra(text.charAt(end))) {
      end++;
    }
    return end < text.length() && text.charAt(end) == ']';
  }

  private static boolean isExtra(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ',';
  }
}
