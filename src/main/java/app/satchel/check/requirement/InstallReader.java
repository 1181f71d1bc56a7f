package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads install commands: {@code pip install x} asks for the package x. The commands are words like
 * any other; they are never run.
 */
final class InstallReader {
  private final Set<Mention> given = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether a mention came from an install command, so that it only repeats what is named. */
  boolean gave(Mention mention) {
    return given.contains(mention);
  }

  /**
   * Reads the arguments of a command.
   *
   * @param at where the command stands
   * @param level the level of what is installed
   * @param found told each requirement
   * @return where the arguments end
   */
  int read(Clause clause, int at, Level level, Consumer<Mention> found) {
    String ecosystem = clause.get(at).head();
    int i = at + 1;
    boolean code = clause.get(at).code();
    while (i < clause.size()
        && Clause.isNounRole(clause.get(i))
        && (clause.get(i).code() || !code)) { // "run `npm install` first"
      Lexeme word = clause.get(i);
      boolean source = word.is(Role.PLACE) && word.text().startsWith("git+");
      if (source || word.is(Role.TERM, Role.WORD, Role.SCOPED, Role.GENERIC, Role.HEAD)) {
        installed(word, ecosystem, clause.constraintAfter(i), level).ifPresent(found);
      }
      i++;
    }
    return i;
  }

  /** What an install command asks for; empty when its arguments are no requirements. */
  private Optional<Mention> installed(Lexeme word, String ecosystem, String version, Level level) {
    String name = word.text().toLowerCase(Locale.ROOT);
    if (ecosystem.equals("skill")) {
      String last = name.substring(name.lastIndexOf('/') + 1);
      return Nouns.isSlug(last)
          ? Optional.of(given(new Mention(Kind.SKILL, last), null, level))
          : Optional.empty();
    }
    if (word.text().startsWith("git+")) {
      // "git+https://github.com/acme/kit.git": by the name of its repository.
      String last = name.replaceFirst("(\\.git)?(@[^/]*)?$", "");
      last = last.substring(last.lastIndexOf('/') + 1);
      return Nouns.isSlug(last)
          ? Optional.of(given(new Mention(Kind.PACKAGE, last), null, level))
          : Optional.empty();
    }
    if (ecosystem.equals("run") || !Nouns.isSlug(name) && !word.is(Role.SCOPED)) {
      return Optional.empty();
    }
    if (ecosystem.equals("go") && word.is(Role.SCOPED)) {
      // "go install github.com/acme/kit/cmd/acme@latest": the last part is the command.
      String last = name.substring(name.lastIndexOf('/') + 1);
      return Optional.of(given(new Mention(Kind.TOOL, last), null, level));
    }
    boolean program = ecosystem.equals("tool") || ecosystem.equals("go");
    if (word.is(Role.GENERIC, Role.HEAD) && !word.code()) {
      return Optional.empty();
    }
    Term known = word.term(program ? Kind.TOOL : Kind.PACKAGE);
    Term tool = word.term(Kind.TOOL);
    if (program && known == null) {
      return Optional.empty(); // A formula or crate is often named otherwise than its command.
    }
    Mention mention =
        known != null
            ? new Mention(known.kind(), known.name())
            : tool != null ? new Mention(Kind.TOOL, tool.name()) : new Mention(Kind.PACKAGE, name);
    return Optional.of(given(mention, version, level));
  }

  private Mention given(Mention mention, String version, Level level) {
    mention.version = version;
    mention.level = level;
    given.add(mention);
    return mention;
  }
}
