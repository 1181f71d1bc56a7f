package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;

/** Finds what agents do by themselves among what a part of a sentence names, and drops it. */
final class Abilities {
  /** From how many on names of what agents can do are a list of that. */
  private static final int SEVERAL = 3;

  private final Vocabulary vocabulary;
  private final Clause clause;
  private final ItemList own;

  Abilities(Vocabulary vocabulary, Clause clause, ItemList own) {
    this.vocabulary = vocabulary;
    this.clause = clause;
    this.own = own;
  }

  /** "Read, Grep, Write and Edit": what agents do by themselves, whatever else is called so. */
  void drop() {
    List<String> named =
        clause.lexemes().stream().map(Lexeme::text).filter(vocabulary::ability).toList();
    List<String> functions =
        clause.lexemes().stream().map(Lexeme::text).filter(vocabulary::agentTool).toList();
    if (functions.size() >= SEVERAL && functions.stream().anyMatch(f -> f.indexOf('_') > 0)) {
      own.all().removeIf(m -> m.kind == Kind.TOOL && vocabulary.agentTool(m.name));
      own.all().removeIf(m -> m.unknown && vocabulary.agentTool(m.name));
    }
    boolean tools = clause.says("tools", 0, clause.size());
    long snake =
        clause.lexemes().stream().filter(w -> w.is(Role.WORD) && w.text().indexOf('_') > 0).count();
    if (tools && snake > 1) {
      own.all()
          .removeIf( // "the read_file, say and find_all tools": functions of an agent
              m ->
                  (m.kind == Kind.TOOL || m.unknown)
                      && (m.name.indexOf('_') > 0 || vocabulary.common(m.name)));
    }
    if (named.size() >= (tools ? 2 : SEVERAL)) {
      own.all()
          .removeIf(m -> m.kind == Kind.TOOL && named.stream().anyMatch(m.name::equalsIgnoreCase));
    }
  }
}
