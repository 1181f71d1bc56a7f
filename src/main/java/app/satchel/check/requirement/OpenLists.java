package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells lists of products that only are examples of "any" from lists that say where a skill works:
 * "any agent, for instance A, B and others" asks for none of them, "any agent (A, B)" and "A, B and
 * any other" name what is supported.
 */
final class OpenLists {
  private static final Set<String> ANY = Set.of("any", "every");

  /** How a list goes on without names. */
  private static final Set<String> OTHERS = Set.of("others", "etc", "similar", "more");

  /** Words after the last name within which a list says that it goes on. */
  private static final int NEAR = 4;

  private OpenLists() {}

  /** Whether the products that a sentence names are examples of any of their sort. */
  static boolean examples(List<Lexeme> sentence) {
    int any = -1;
    int first = -1;
    int last = -1;
    for (int i = 0; i < sentence.size(); i++) {
      Lexeme word = sentence.get(i);
      if (any < 0 && ANY.contains(firstWord(word))) {
        any = i;
      } else if (any >= 0 && word.is(Role.TERM) && word.term(Kind.AGENT) != null) {
        first = first < 0 ? i : first;
        last = i;
      } else if (word.is(Role.TERM) && word.term(Kind.AGENT) != null) {
        return false; // "A, B and any other": the names come first
      }
    }
    return last > first && says(rest(sentence, last));
  }

  private static List<Lexeme> rest(List<Lexeme> sentence, int last) {
    return sentence.subList(last + 1, Math.min(sentence.size(), last + 1 + NEAR));
  }

  private static boolean says(List<Lexeme> words) {
    return words.stream().anyMatch(w -> OTHERS.contains(w.text().toLowerCase(Locale.ROOT)));
  }

  private static String firstWord(Lexeme word) {
    return word.text().toLowerCase(Locale.ROOT).split(" ", 2)[0];
  }
}
