package app.satchel.check.requirement;

import java.util.List;

/** Everyday words that are programs, or are not, by how they are written and where they stand. */
final class CommandWords {
  private CommandWords() {}

  /** "make, just and task", "the just task runner": the program, as if written in backticks. */
  static void just(List<Lexeme> part, Vocabulary vocabulary) {
    for (int i = 1; i < part.size(); i++) {
      Lexeme word = part.get(i);
      boolean listed =
          Lexeme.is(part, i - 1, Role.COMMA, Role.NEED)
              && Lexeme.is(part, i + 1, Role.COMMA, Role.AND);
      boolean runner = i + 2 < part.size() && part.get(i + 2).text().startsWith("runner");
      if (word.is(Role.GLUE) && word.text().equals("just") && (listed || runner)) {
        part.set(
            i,
            new Lexeme(
                Role.TERM,
                word.text(),
                vocabulary.terms(word.text()),
                null,
                true,
                word.start(),
                word.end()));
      }
    }
  }

  /** "`open` or `start`": in backticks beside a program, a word is the name of one. */
  static Role written(List<Lexeme> part, int at) {
    Lexeme word = part.get(at);
    boolean plain = word.is(Role.GENERIC, Role.GLUE) && word.code() && Nouns.isSlug(word.text());
    return plain && (program(part, at, -1) || program(part, at, 1)) ? Role.WORD : null;
  }

  /** Whether a program in backticks stands on one side of a place, behind a comma or "or". */
  private static boolean program(List<Lexeme> part, int at, int step) {
    int next = at + step;
    while (Lexeme.is(part, next, Role.COMMA, Role.OR, Role.AND, Role.SLASH)) {
      next += step;
    }
    boolean apart = next != at + step;
    return apart && Lexeme.is(part, next, Role.TERM) && part.get(next).code();
  }

  /** "and make no network calls": a verb rather than the program. */
  static Role makes(List<Lexeme> part, int at) {
    boolean plain = part.get(at).text().equals("make") && !part.get(at).code();
    boolean verb =
        plain
            && at + 1 < part.size()
            && (part.get(at + 1).is(Role.NOT) || Clause.article(part.get(at + 1)));
    return verb ? Role.GENERIC : null;
  }

  /** "Invoke from anywhere": a verb rather than the program. */
  static Role invoke(List<Lexeme> part, int at) {
    boolean verb = at == 0 && part.get(at).text().equals("Invoke");
    return verb && part.size() > 1 && !Lexeme.is(part, 1, Role.VERSION, Role.COMMA, Role.COMPARATOR)
        ? Role.GENERIC
        : null;
  }

  /** "the acme command is installed" */
  static Role command(List<Lexeme> part, int at) {
    boolean command = at > 0 && part.get(at).text().equalsIgnoreCase("command is");
    return command && Lexeme.is(part, at + 1, Role.GLUE, Role.ON_PATH) ? Role.GLUE : null;
  }
}
