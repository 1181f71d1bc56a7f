package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads colons: what stands before one is no need itself but says what the list after it is
 * ("Optional: fzf", "MCP servers: a, b"), or it is a name whose version follows ("Python: 3.10+").
 */
final class Labels {
  /** What a skill can deal with, which nobody has to have. */
  private static final Set<String> CONTENTS =
      Set.of(
          "chains",
          "networks",
          "models",
          "formats",
          "currencies",
          "regions",
          "locales",
          "exchanges");

  /** What an account is allowed to do. */
  private static final Set<String> ALLOWED = Set.of("permissions", "scopes", "roles");

  private final Vocabulary vocabulary;
  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;
  private List<Mention> described = List.of();
  private int colon;

  Labels(Vocabulary vocabulary, Clause clause, ClauseState state, ItemList own) {
    this.vocabulary = vocabulary;
    this.clause = clause;
    this.state = state;
    this.own = own;
  }

  /** Whether a version follows: "Acme: 3.10+", "Acme: version 3.10+", "Acme: at least 3.10". */
  private boolean version(int at) {
    int number = clause.is(at, Role.AT_LEAST) ? at + 1 : at;
    return clause.is(number, Role.VERSION, Role.COMPARATOR);
  }

  /** What stood before a colon is what is needed when no list follows: "acme: makes thumbnails". */
  void end() {
    boolean named = described.stream().allMatch(this::named);
    boolean refused =
        clause.any(colon, clause.size(), Role.NOT, Role.EXCLUDES, Role.UNSUPPORTED, Role.PROVIDED);
    boolean words =
        own.all().stream().allMatch(m -> m.unknown && !m.code && !m.product && m.version == null);
    if (described.isEmpty() || !named || refused || !words) {
      return;
    }
    if (commands()) {
      own.all().forEach(command -> command.kind = Kind.TOOL);
      own.all().forEach(command -> command.unknown = false);
      ItemList.level(own.all(), Level.CONDITIONAL);
      return; // "Acme: acmesh, amctl"
    }
    own.all().clear(); // words of the description
    described.forEach(own::add);
    if (clause.any(colon, clause.size(), Role.OPTIONAL, Role.OPTIONALLY, Role.IF_AVAILABLE)) {
      ItemList.level(described, Level.OPTIONAL);
    } else if (clause.is(colon + 1, Role.FOR) || clause.any(colon, clause.size(), Role.CONDITION)) {
      ItemList.level(described, Level.CONDITIONAL);
    }
  }

  /** Whether nothing but names in lower case, between commas, follows the label of a service. */
  private boolean commands() {
    List<Lexeme> list = clause.lexemes().subList(colon + 1, clause.size());
    boolean several = list.size() > 2 && list.stream().anyMatch(w -> w.is(Role.COMMA));
    boolean apart = true;
    for (int i = 0; i < list.size(); i++) {
      boolean name = list.get(i).is(Role.WORD, Role.TERM) && !Nouns.capital(list.get(i));
      apart &= i % 2 == 0 ? name : list.get(i).is(Role.COMMA, Role.AND);
    }
    return several && apart && described.stream().allMatch(m -> m.kind == Kind.SERVICE);
  }

  /** Whether a label is the name of something rather than a word for what the list holds. */
  private boolean named(Mention label) {
    return switch (label.kind) {
      case MCP -> true;
      case CREDENTIAL ->
          VersionWords.isVariable(label.name) || !vocabulary.terms(label.name).isEmpty();
      case TOOL, PACKAGE, SERVICE, AGENT -> !label.readings.isEmpty();
      default -> false;
    };
  }

  /** What the list is of: "MCP servers: a, b", "API keys: Acme, Emca"; null when it is not said. */
  private Kind listed(int noun, List<Mention> label) {
    String head = clause.is(noun, Role.HEAD) ? clause.get(noun).head() : "";
    boolean named = label.stream().anyMatch(m -> !m.unnamed);
    return switch (head) {
      case "mcp" -> named ? state.listKind : Kind.MCP;
      case "credential" -> named ? state.listKind : Kind.CREDENTIAL;
      case "" ->
          clause.says("dependencies", Math.max(noun, 0), noun + 1) ? Kind.PACKAGE : state.listKind;
      default -> state.listKind;
    };
  }

  /** "the Acme MCP tools: find, read", "an MCP server exposing tools: find": what it can do. */
  private boolean functions(int at, List<Mention> label) {
    boolean server = label.stream().anyMatch(m -> m.kind == Kind.MCP && !m.unnamed);
    boolean exposes = clause.says("exposing", state.subjectStart, at);
    return at > 0 && clause.lastWord(at - 1).equals("tools") && (server || exposes);
  }

  /** The colon at a place. */
  void read(int at) {
    if (clause.is(at - 1, Role.NEED, Role.USE, Role.PREFER, Role.ONE_OF)) {
      return;
    }
    if (clause.is(at + 1, Role.UNSUPPORTED)) {
      return; // "Windows: not supported"
    }
    boolean network = at > 0 && clause.get(at - 1).text().equalsIgnoreCase("network");
    if (network && clause.is(at + 1, Role.PLACE)) {
      own.add(new Mention(Kind.NETWORK, "internet")); // "Network: api.acme.example"
      return;
    }
    if (clause.words(state.subjectStart, at).stream().anyMatch(w -> w.endsWith("agnostic"))) {
      state.idle = true; // "Library-agnostic: applies to acme and emca"
      return;
    }
    if (at > 0 && clause.get(at - 1).text().equalsIgnoreCase("default")) {
      state.idle = true; // "(default: testnet)"
      return;
    }
    if (at > 0 && ALLOWED.contains(clause.get(at - 1).text().toLowerCase(Locale.ROOT))) {
      own.all().removeAll(own.inRun());
      state.idle = true; // "Graph permissions: Mail.Read"
      return;
    }
    boolean version = version(at + 1);
    List<Mention> label = own.inRun();
    if (functions(at, label)) {
      state.idle = true;
      return;
    }
    state.installHint =
        clause.is(at + 1, Role.INSTALL)
            && state.positiveVerb
            && !label.isEmpty()
            && label.stream().allMatch(m -> m.kind == Kind.TOOL);
    if (state.installHint) {
      return;
    }
    boolean hosts = label.stream().allMatch(m -> m.kind == Kind.AGENT || m.kind == Kind.OS);
    boolean whole = state.useVerb && !clause.is(at - 1, Role.TERM);
    if (!label.isEmpty() && hosts && whole) {
      state.idle = true; // "Also runs on Codex with fewer functions: no hooks there"
      return;
    }
    boolean affirmed = clause.is(at + 1, Role.REQUIRED);
    if (!label.isEmpty() && (version || affirmed)) {
      state.labelled = version ? label.getLast() : null;
      state.joinedBy = null;
      return;
    }
    if (!label.isEmpty() && clause.is(at + 1, Role.ONLY_FOR)) {
      return; // "Tuist 4: only for generated projects"
    }
    int from = state.beforeAnd < 0 ? 0 : state.beforeAnd;
    List<Mention> after = own.all().subList(Math.min(from, own.all().size()), own.all().size());
    boolean apart = from > 0 && after.stream().allMatch(m -> m.unknown); // "acme and a client: ..."
    boolean only = apart || clause.says("only", state.subjectStart, at); // "Acme Agent only: ..."
    List<Mention> removed =
        label.stream()
            .filter(
                mention ->
                    mention.kind != Kind.RUNTIME
                        && !(only
                            && (apart || mention.kind == Kind.AGENT || mention.kind == Kind.OS))
                        && (mention.version == null || mention.unknown || mention.kind == Kind.OS))
            .toList();
    boolean spaced = at + 1 >= clause.size() || clause.get(at).end() < clause.get(at + 1).start();
    boolean first = state.subjectStart == 0 && own.all().size() == label.size() && spaced;
    own.all().removeAll(removed);
    described = first ? removed : List.of();
    colon = at;
    boolean optional =
        clause.any(state.subjectStart, at, Role.OPTIONAL, Role.OPTIONALLY)
            && !clause.is(at + 1, Role.INSTALL); // "With pip (recommended): pip install ..."
    List<String> words = clause.words(state.subjectStart, at);
    state.lenient = true;
    state.afterColon = true;
    state.negated &= !clause.is(at + 1, Role.VARIABLE);
    state.afterPreposition = false;
    state.purpose = false;
    state.purposeSeen = false;
    state.idle = false;
    boolean users =
        clause.is(at - 2, Role.TERM)
            && clause.get(at - 2).term(Kind.OS) != null
            && clause.get(at - 1).text().equalsIgnoreCase("users"); // "Windows users: acme"
    boolean on =
        clause.is(state.subjectStart, Role.PREPOSITION)
            && clause.names(state.subjectStart + 1, Kind.OS); // "On Linux: acme"
    boolean system =
        on || users || !label.isEmpty() && label.stream().allMatch(m -> m.kind == Kind.OS);
    if (optional) {
      state.level = Level.OPTIONAL;
    } else if (system && !only) {
      state.level = Level.CONDITIONAL; // "Windows: acme; Linux: emca"
      state.conditional = true;
    } else if (clause.is(state.subjectStart, Role.TO, Role.FOR)
        || !system && words.stream().anyMatch(vocabulary::part)) {
      state.level = Level.CONDITIONAL;
    }
    state.labelKind = listed(at - 1, label);
    boolean programs =
        clause.lexemes().subList(at, clause.size()).stream()
            .anyMatch(w -> w.term(Kind.TOOL) != null);
    if (state.labelKind == Kind.PACKAGE && !programs) {
      state.listKind = Kind.PACKAGE; // "Dependencies: acme-lib, acme-kit"
    }
    state.verified |=
        state.useVerb
            && clause.says("any", state.subjectStart, at); // "works with any of many: a, b"
    boolean offered = words.contains("supported") || words.contains("supports");
    state.verified |= offered && words.stream().anyMatch(CONTENTS::contains);
    own.beginList();
    state.joinedBy = null;
    state.subjectStart = at + 1;
  }
}
