package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a noun says of the words beside it: of a whole list, or of what stands in brackets. */
final class Plurals {
  /** What the noun "MCP server" turns a name into, whatever else it can mean. */
  private static final Set<Kind> SERVED = Set.of(Kind.TOOL, Kind.PACKAGE, Kind.AGENT);

  /** What a skill may be called like. */
  private static final Set<Kind> SKILLED = Set.of(Kind.TOOL, Kind.PACKAGE, Kind.SERVICE);

  private Plurals() {}

  /** "Slack, Notion and Linear MCP servers": the plural speaks of the services before it, too. */
  static void apply(List<Mention> mentions, Kind kind) {
    for (int i = mentions.size() - 1; i > 0; i--) {
      Mention last = mentions.get(i);
      Mention before = mentions.get(i - 1);
      boolean listed = last.joinedBy != null && last.list == before.list;
      listed &= kind != Kind.SKILL || !last.article; // "Docker and the acme and emca skills"
      if (last.kind == kind && listed && serves(before, kind) && before.version == null) {
        before.kind = kind;
      }
    }
  }

  private static boolean serves(Mention mention, Kind kind) {
    boolean command = kind == Kind.MCP && mention.kind == Kind.TOOL; // "the `exa` and `acme` MCP"
    boolean named = kind == Kind.SKILL && !mention.readings.isEmpty() && mention.lower;
    if (kind == Kind.SKILL) {
      return named && SKILLED.contains(mention.kind); // "the docx and pptx skills"
    }
    return mention.kind == Kind.SERVICE
        || command && mention.readings.stream().anyMatch(t -> t.kind() == Kind.SERVICE);
  }

  /** Gives things in brackets the kind that the noun before them says: "API keys (Acme, Emca)". */
  static void become(List<Mention> found, Kind kind) {
    for (Mention mention : found) {
      if (kind == Kind.TOOL) {
        mention.asCommand(); // "two CLIs (claude and codex)"
      }
      boolean key = kind == Kind.CREDENTIAL && mention.kind == Kind.AGENT;
      boolean other = mention.kind == Kind.SERVICE && kind != Kind.TOOL;
      other |= mention.access && kind == Kind.MCP;
      if (key) {
        mention.name = mention.name.replace("-cli", "").replace("-code", "");
      }
      if (kind == Kind.PACKAGE && mention.kind == Kind.TOOL) {
        mention.asPackage(); // "dev dependencies (acme, emca)"
      }
      if (key || other || kind == Kind.MCP && SERVED.contains(mention.kind)) {
        mention.kind = kind;
      }
    }
  }

  /** The kind that a noun without a name says of what follows in brackets; null when none. */
  static Kind kindOfHead(List<Lexeme> item, List<Mention> found) {
    boolean named = found.stream().anyMatch(mention -> !mention.unnamed);
    Lexeme last = item.getLast();
    boolean several = last.text().toLowerCase(Locale.ROOT).endsWith("s");
    boolean one = last.is(Role.HEAD) && Set.of("credential", "package").contains(last.head());
    boolean any = Set.of("a", "an").contains(item.getFirst().text().toLowerCase(Locale.ROOT));
    one |= any && last.is(Role.HEAD) && last.head().equals("mcp"); // "a tracker MCP (Acme or Emca)"
    named &=
        !several || !last.is(Role.HEAD) || !last.head().equals("skill"); // "Codex skills (a, b)"
    if (last.text().toLowerCase(Locale.ROOT).startsWith("agent cli")) {
      return Kind.TOOL; // "an agent CLI (codex, claude or grok)"
    }
    boolean environment = last.text().equals("environment") || last.text().equals("dependencies");
    if (environment && (found.isEmpty() || found.getFirst().name.equals("conda"))) {
      return Kind.PACKAGE; // "dev dependencies (acme, emca)", "a conda environment (acme, emca)"
    }
    if (named || !last.is(Role.HEAD) || !several && !one) {
      return null; // brackets after "the MCP server" may name its functions
    }
    return switch (last.head()) {
      case "package" -> Kind.PACKAGE;
      case "tool" -> Kind.TOOL;
      case "mcp" -> Kind.MCP;
      case "skill" -> Kind.SKILL;
      case "credential" -> Kind.CREDENTIAL;
      default -> null;
    };
  }

  /**
   * "a and b packages": the plural also speaks of the words before it.
   *
   * @param found what the item itself names
   * @param known what an earlier plural said, or null
   */
  static Kind kindOfPlural(List<Lexeme> item, List<Mention> found, Kind known) {
    boolean agents = item.getLast().text().equals("agents") && found.size() == 1;
    if (agents && found.getFirst().kind == Kind.SKILL) {
      return Kind.SKILL; // "the acme-reviewer and acme-tester agents"
    }
    boolean format =
        item.stream().anyMatch(w -> w.text().toLowerCase(Locale.ROOT).startsWith("compatible"));
    for (Lexeme word : item) {
      if (format && word.is(Role.HEAD) && word.head().equals("skill")) {
        continue; // "any Agent Skills compatible harness": a format
      }
      String text = word.text().toLowerCase(Locale.ROOT);
      boolean several = text.endsWith("s") && !text.endsWith("ss"); // not "access"
      several |= text.equals("mcp access"); // "Acme and Emca MCP access"
      if (word.is(Role.HEAD) && several && !text.endsWith("bindings")) {
        switch (word.head()) {
          case "package" -> {
            return Kind.PACKAGE;
          }
          case "tool" -> {
            return Kind.TOOL;
          }
          case "mcp" -> {
            return Kind.MCP;
          }
          case "skill" -> {
            return Kind.SKILL;
          }
          case "credential" -> {
            return found.isEmpty() || found.getFirst().unnamed ? known : Kind.CREDENTIAL;
          }
          default -> {}
        }
      }
    }
    return known;
  }
}
