package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Says whether an item ends with the name it begins with, or whether that name only describes what
 * follows: {@code Git history} needs nothing, {@code a .NET test project} needs .NET.
 */
final class NounEnds {
  private static final Set<String> API = Set.of("api", "apis", "rest", "ci");

  /** What only a product that runs skills has. */
  private static final Set<String> FEATURES =
      Set.of("hooks", "subagents", "plugins", "sessions", "adapters");

  /** What a system's name may describe without meaning anything else. */
  private static final Set<String> HOSTS =
      Set.of(
          "host",
          "hosts",
          "box",
          "server",
          "servers",
          "machine",
          "machines",
          "system",
          "systems",
          "environment",
          "environments",
          "workstation",
          "seat",
          "desktop",
          "laptop",
          "vm",
          "VM");

  private static final Set<String> READ_ONLY = Set.of("read-only", "read/write");

  private static final Set<String> BOARDS =
      Set.of("hardware", "board", "boards", "device", "devices", "probe", "chip", "mcu");

  private final Vocabulary vocabulary;

  NounEnds(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** "Claude Code hooks", "Cursor Plan Mode": what a product has still asks for the product. */
  boolean product(List<Lexeme> words, int at, boolean lenient) {
    Lexeme name = words.get(at);
    if (!name.is(Role.TERM) || !Nouns.capital(name)) {
      return false;
    }
    if (best(name).kind() == Kind.SERVICE) {
      return words.subList(at + 1, words.size()).stream() // "Google Sheets API"
          .allMatch(w -> w.is(Role.GLUE) || API.contains(w.text().toLowerCase(Locale.ROOT)));
    }
    boolean agent =
        best(name).kind() == Kind.AGENT && !vocabulary.model(name.text().toLowerCase(Locale.ROOT));
    List<Lexeme> after = words.subList(at + 1, words.size());
    return agent
        && (lenient && at == 0
            || after.size() == 1 && FEATURES.contains(after.getFirst().text())
            || after.getFirst().is(Role.GLUE) // "a Codex session must be open"
            || after.getFirst().text().equals("conversation")
            || after.stream()
                .allMatch(
                    w ->
                        w.is(Role.GLUE, Role.GENERIC, Role.HEAD, Role.PLACE)
                            || w.is(Role.WORD) && w.capitalised()));
  }

  /** "Spring Boot Kotlin": a framework and the language it is used with. */
  static boolean stack(Lexeme framework, Lexeme language) {
    return framework.term(Kind.PACKAGE) != null
        && language.term(Kind.RUNTIME) != null
        && Nouns.capital(framework)
        && Nouns.capital(language);
  }

  /** "`uv run python`": what is run needs both. */
  static boolean runs(Lexeme program, Lexeme runtime) {
    return program.text().endsWith(" run") && runtime.term(Kind.RUNTIME) != null;
  }

  /** "macOS Apple Silicon": a system and its hardware are two things. */
  static boolean pair(Lexeme system, Lexeme next) {
    boolean host = HOSTS.contains(next.text()); // "Linux box": no Box
    boolean service =
        !host && next.term(Kind.SERVICE) != null && !next.capitalised(); // "Linux systemd"
    boolean program = next.term(Kind.TOOL) != null && !Nouns.capital(next); // "macOS pbcopy"
    return system.term(Kind.OS) != null
        && !system.term(Kind.OS).name().equals("posix")
        && (next.term(Kind.HARDWARE) != null || service || program);
  }

  boolean longerName(List<Lexeme> words) {
    Lexeme next = words.get(1);
    boolean written = next.is(Role.WORD) && Nouns.capital(next) && Nouns.capital(words.getFirst());
    boolean titled = // "Acme Lab"
        words.size() == 2 && words.getFirst().term(Kind.SERVICE) != null;
    return written && (titled || !vocabulary.ordinary(next.text()));
  }

  boolean endsThere(List<Lexeme> words, int at) {
    boolean sort = // "a .NET test project"
        words.size() == at + 3
            && words.get(at).term(Kind.RUNTIME) != null
            && words.get(at + 1).is(Role.WORD, Role.GENERIC)
            && !words.get(at + 1).capitalised()
            && vocabulary.wholeNoun(words.getLast().text().toLowerCase(Locale.ROOT));
    boolean tests = // ".NET 10 with xUnit tests"
        words.size() == at + 2
            && words.get(at).term(Kind.PACKAGE) != null
            && words.getLast().text().equals("tests");
    boolean build = // "CMake build"
        words.size() == at + 2
            && (words.get(at).term(Kind.TOOL) != null || words.get(at).term(Kind.PACKAGE) != null)
            && Set.of("build", "browsers", "dependencies").contains(words.getLast().text());
    if (sort || tests || build) {
      return true;
    }
    for (int i = at + 1; i < words.size(); i++) {
      boolean kind = words.get(at).term(Kind.TOOL) != null && i == at + 1;
      if (kind && words.size() == i + 1 && Nouns.helper(words.get(i))) {
        return true; // "the acme tool"
      }
      if (i == words.size() - 1 && READ_ONLY.contains(words.get(i).text())) {
        return true; // "gh authenticated read-only"
      }
      boolean library = words.get(at).term(Kind.PACKAGE) != null && i == at + 1;
      if (library && words.size() == i + 1 && words.get(i).text().equals("adapter")) {
        return true; // "the dbt-acme adapter"
      }
      boolean board = words.get(at).term(Kind.HARDWARE) != null;
      board &= BOARDS.contains(words.get(i).text().toLowerCase(Locale.ROOT));
      boolean game = words.get(at).term(Kind.PACKAGE) != null && words.get(i).text().equals("game");
      boolean files = // "macOS filesystem access"
          words.get(at).term(Kind.OS) != null
              && words.get(i).is(Role.GENERIC)
              && words.get(i).text().endsWith("access");
      boolean host = words.get(at).term(Kind.OS) != null && HOSTS.contains(words.get(i).text());
      boolean ends =
          host
              || board
              || game
              || files
              || words
                  .get(i)
                  .is(
                      Role.GLUE,
                      Role.ON_PATH,
                      Role.AT_LEAST,
                      Role.OR_LATER,
                      Role.COPULA,
                      Role.PLACE)
              || vocabulary.wholeNoun(words.get(i).text().toLowerCase(Locale.ROOT));
      if (!ends) {
        return false; // "a Nuxt project" needs Nuxt, "Python skills" needs nothing.
      }
    }
    return true;
  }

  /**
   * The reading of a name that fits its letters: "OpenAI" the service, "openai" the package;
   * "Claude" the agent, "claude" the command.
   */
  static Term best(Lexeme name) {
    String[] words = name.text().split(" ", 3);
    boolean command = words.length == 2 && words[1].equalsIgnoreCase("cli");
    boolean lower = words[0].equals(words[0].toLowerCase(Locale.ROOT));
    if (command && lower && name.term().kind() == Kind.AGENT) {
      return new Term(Kind.TOOL, words[0], null); // "the codex CLI" is a command.
    }
    if (name.code() || !Nouns.capital(name)) {
      return name.term();
    }
    Term agent = name.term(Kind.AGENT);
    if (agent != null && name.term().kind() == Kind.TOOL) {
      return agent;
    }
    Term service = name.term(Kind.SERVICE);
    boolean brand = Set.of(Kind.PACKAGE, Kind.TOOL).contains(name.term().kind());
    return service != null && brand ? service : name.term();
  }
}
