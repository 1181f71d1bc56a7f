package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what stands beside "skill" and "subagent". */
final class SkillNouns {
  /** Last words of adjectives that also say what a skill does. */
  private static final Set<String> TASKS =
      Set.of("generation", "debugging", "editing", "making", "reading", "writing", "quality");

  private final Vocabulary vocabulary;

  SkillNouns(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Reads an item.
   *
   * @param before the words before the noun, trimmed
   * @param after those behind it
   * @param lenient whether a verb of need precedes
   * @return null when it says nothing here
   */
  List<Mention> read(List<Lexeme> before, List<Lexeme> after, Lexeme head, boolean lenient) {
    List<Lexeme> side = before.isEmpty() ? after : before;
    if (side.isEmpty()) {
      return null;
    }
    boolean quoted = !after.isEmpty() && after.getFirst().code(); // "the migration skill `acme-up`"
    Lexeme word = before.isEmpty() || quoted ? after.getFirst() : side.getLast();
    if (word.term(Kind.AGENT) != null && !after.isEmpty() && slugged(after.getFirst())) {
      return List.of(new Mention(Kind.SKILL, after.getFirst().text())); // "Codex skills acme-a, b"
    }
    if (word.term(Kind.AGENT) != null && !word.code()) {
      return null; // "Claude Code skills"
    }
    if (word.is(Role.PLACE)
        && word.text().startsWith("/")
        && Nouns.isSlug(word.text().substring(1))) {
      boolean own = before.stream().anyMatch(w -> vocabulary.bundled(w.text()));
      String name = word.text().substring(1); // "the /acme-review skill"
      return own ? List.of() : List.of(new Mention(Kind.SKILL, name));
    }
    if (Set.of("each", "every", "no", "one").contains(word.text().toLowerCase(Locale.ROOT))) {
      return List.of(); // "in each skill directory"
    }
    if (word.text().equalsIgnoreCase("so")) {
      return List.of(); // "so the skill works without it"
    }
    boolean plain = word.is(Role.WORD) && !word.code() && word.text().indexOf('-') < 0;
    if (before.size() > 1 && plain && vocabulary.ordinary(word.text())) {
      return List.of(); // "a product that loads skills"
    }
    boolean agent = head.text().toLowerCase(Locale.ROOT).startsWith("subagent");
    boolean composed = word.text().indexOf('-') > 0 || word.text().indexOf('_') > 0;
    if (agent && !word.code() && !composed) {
      return List.of(); // "parallel subagents"; but "the fact-checker subagent"
    }
    boolean one = lenient && !head.text().endsWith("s");
    boolean slug =
        Nouns.isSlug(word.text())
            && word.text().indexOf('.') < 0
            && (word.code()
                || (!vocabulary.adjective(word.text()) || one && task(word.text()))
                    && word.is(Role.WORD, Role.TERM)
                    && word.text().equals(word.text().toLowerCase(Locale.ROOT))
                    && (lenient && !before.isEmpty() || composed));
    return slug ? List.of(new Mention(Kind.SKILL, word.text())) : List.of();
  }

  /** "the report-writing skill": what it does, rather than an adjective. */
  private static boolean task(String word) {
    return TASKS.contains(word.substring(word.lastIndexOf('-') + 1));
  }

  private static boolean slugged(Lexeme word) {
    return word.is(Role.WORD) && word.text().indexOf('-') > 0 && Nouns.isSlug(word.text());
  }
}
