package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts versions where the rules expect them: behind their name, and as one range. "Version 2 or
 * later of Acme" becomes {@code Acme 2 or later}. Immutable.
 */
final class VersionOrder {
  /** Comparisons in words, by what stands before "than". */
  private static final Map<String, String> THAN =
      Map.of(
          "newer", ">", "later", ">", "higher", ">", "greater", ">", "older", "<", "lower", "<",
          "earlier", "<", "less", "<");

  private static final Map<String, String> BOUNDS =
      Map.of("above", ">", "below", "<", "under", "<");

  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "your");

  private final Vocabulary vocabulary;

  VersionOrder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The words of a part in the order in which they are read. */
  List<Lexeme> apply(List<Lexeme> whole) {
    List<Lexeme> part = new ArrayList<>(whole);
    ranges(part);
    comparisons(part);
    of(part);
    word(part);
    return part;
  }

  /** Makes one version of "between 3.9 and 3.12", and of "3.9 through 3.12". */
  private static void ranges(List<Lexeme> part) {
    for (int i = 1; i + 2 < part.size(); i++) {
      boolean ceiling = // "acme>=2,<3": one item
          Lexeme.is(part, i - 1, Role.VERSION)
              && Lexeme.is(part, i, Role.COMMA)
              && Lexeme.is(part, i + 1, Role.COMPARATOR)
              && part.get(i + 1).text().startsWith("<")
              && Lexeme.is(part, i + 2, Role.VERSION);
      if (ceiling) {
        part.remove(i);
      }
    }
    for (int i = 1; i + 2 < part.size(); i++) {
      Lexeme low = part.get(i);
      Lexeme high = part.get(i + 2);
      boolean between = says(part, i - 1, "between") && part.get(i + 1).is(Role.AND);
      boolean through = says(part, i + 1, "through");
      if ((between || through) && low.is(Role.VERSION) && high.is(Role.VERSION)) {
        int from = between ? i - 1 : i;
        part.subList(from, i + 3).clear();
        part.add(from, lexeme(Role.VERSION, low.text() + "-" + high.text(), low, high));
      }
    }
  }

  /** "Acme newer than 1.9", "Acme below 3", "Acme up to 2.4" */
  private void comparisons(List<Lexeme> part) {
    for (int i = 1; i + 1 < part.size(); i++) {
      String word = part.get(i).text().toLowerCase(Locale.ROOT);
      boolean than = says(part, i + 1, "than");
      boolean upTo = word.equals("up") && says(part, i + 1, "to");
      String sign = upTo ? "<=" : than ? THAN.get(word) : BOUNDS.get(word);
      int end = than || upTo ? i + 2 : i + 1;
      if (sign != null && names(part.get(i - 1)) && Lexeme.is(part, end, Role.VERSION)) {
        Lexeme comparator = lexeme(Role.COMPARATOR, sign, part.get(i), part.get(end - 1));
        part.subList(i, end).clear();
        part.add(i, comparator);
      }
    }
  }

  /** "a recent version of Acme", "version 2 or later of Acme" */
  private void of(List<Lexeme> part) {
    for (int i = 0; i + 2 < part.size(); i++) {
      boolean version = part.get(i).text().toLowerCase(Locale.ROOT).startsWith("version");
      int end = i + 1;
      while (Lexeme.is(part, end, Role.VERSION, Role.OR_LATER, Role.COMPARATOR)) {
        end++;
      }
      if (!version || !says(part, end, "of")) {
        continue;
      }
      int name = end + 1;
      while (name < part.size() && ARTICLES.contains(part.get(name).text())) {
        name++;
      }
      if (name < part.size() && names(part.get(name))) {
        List<Lexeme> number = List.copyOf(part.subList(i + 1, end));
        part.addAll(name + 1, number);
        part.subList(i, name).clear();
      }
    }
  }

  /** "Acme version 2+", "an Acme version of at least 2" */
  private void word(List<Lexeme> part) {
    for (int i = 1; i + 1 < part.size(); i++) {
      boolean of = says(part, i + 1, "of") && Lexeme.is(part, i + 2, Role.AT_LEAST, Role.VERSION);
      boolean version = says(part, i, "version") && (of || Lexeme.is(part, i + 1, Role.VERSION));
      if (version && names(part.get(i - 1))) {
        part.subList(i, of ? i + 2 : i + 1).clear();
      }
    }
  }

  private boolean names(Lexeme word) {
    return word.is(Role.TERM)
        || word.is(Role.WORD) && (word.code() || !vocabulary.ordinary(word.text()));
  }

  private static Lexeme lexeme(Role role, String text, Lexeme first, Lexeme last) {
    return new Lexeme(role, text, List.of(), null, false, first.start(), last.end());
  }

  private static boolean says(List<Lexeme> part, int at, String word) {
    return at < part.size() && part.get(at).text().equalsIgnoreCase(word);
  }
}
