package app.satchel.check.requirement;

import java.util.List;

/**
 * A word, phrase or sign of a text with what it does there.
 *
 * @param role what it does
 * @param text the author's letters
 * @param terms what the vocabulary knows it as, best first; empty for unknown words
 * @param head for {@link Role#HEAD} the sort of thing, for {@link Role#INSTALL} the ecosystem; else
 *     null
 * @param code whether it stood in backticks
 * @param start offset in the text
 * @param end offset after it
 */
record Lexeme(
    Role role, String text, List<Term> terms, String head, boolean code, int start, int end) {

  boolean is(Role... roles) {
    for (Role each : roles) {
      if (role == each) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a word of one of these roles at a place. */
  static boolean is(List<Lexeme> words, int at, Role... roles) {
    return at >= 0 && at < words.size() && words.get(at).is(roles);
  }

  /** The best term, or null. */
  Term term() {
    return terms.isEmpty() ? null : terms.getFirst();
  }

  /** The term of a kind, or null. */
  Term term(Requirement.Kind kind) {
    for (Term term : terms) {
      if (term.kind() == kind) {
        return term;
      }
    }
    return null;
  }

  boolean capitalised() {
    return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
  }

  Lexeme as(Role other) {
    return new Lexeme(other, text, terms, head, code, start, end);
  }
}
