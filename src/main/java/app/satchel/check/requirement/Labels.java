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
    if (verbOrDenial(at) || network(at) || idle(at)) {
      return;
    }
    List<Mention> label = own.inRun();
    if (functions(at, label)) {
      state.idle = true;
      return;
    }
    if (installHint(at, label) || host(at, label) || saidOf(at, label)) {
      return;
    }
    boolean apart = apart();
    boolean only = apart || clause.says("only", state.subjectStart, at); // "Acme Agent only: ..."
    describe(at, label, removed(label, apart, only));
    openList(at);
    level(at, label, only);
    kind(at, label);
    range(at);
    own.beginList();
    state.joinedBy = null;
    state.subjectStart = at + 1;
  }

  /** "Requires: acme" goes on as without the colon; "Windows: not supported" is read behind it. */
  private boolean verbOrDenial(int at) {
    return clause.is(at - 1, Role.NEED, Role.USE, Role.PREFER, Role.ONE_OF)
        || clause.is(at + 1, Role.UNSUPPORTED);
  }

  /** "Network: api.acme.example" */
  private boolean network(int at) {
    boolean network = at > 0 && clause.get(at - 1).text().equalsIgnoreCase("network");
    if (network && clause.is(at + 1, Role.PLACE)) {
      own.add(new Mention(Kind.NETWORK, "internet"));
      return true;
    }
    return false;
  }

  /** Labels whose lists need nothing: what it applies to, what is preset, what is allowed. */
  private boolean idle(int at) {
    String noun = at > 0 ? clause.get(at - 1).text().toLowerCase(Locale.ROOT) : "";
    boolean agnostic = // "Library-agnostic: applies to acme and emca"
        clause.words(state.subjectStart, at).stream().anyMatch(w -> w.endsWith("agnostic"));
    boolean preset = noun.equals("default"); // "(default: testnet)"
    boolean allowed = !agnostic && !preset && ALLOWED.contains(noun); // "Graph permissions: a.b"
    if (allowed) {
      own.all().removeAll(own.inRun());
    }
    state.idle |= agnostic || preset || allowed;
    return agnostic || preset || allowed;
  }

  private boolean installHint(int at, List<Mention> label) {
    state.installHint =
        clause.is(at + 1, Role.INSTALL)
            && state.positiveVerb
            && !label.isEmpty()
            && label.stream().allMatch(m -> m.kind == Kind.TOOL);
    return state.installHint;
  }

  /** "Also runs on Codex with fewer functions: no hooks there" */
  private boolean host(int at, List<Mention> label) {
    boolean hosts = label.stream().allMatch(m -> m.kind == Kind.AGENT || m.kind == Kind.OS);
    boolean whole = state.useVerb && !clause.is(at - 1, Role.TERM);
    boolean host = !label.isEmpty() && hosts && whole;
    state.idle |= host;
    return host;
  }

  /** "Acme: 3.10+", "Acme: required", "Acme 4: only for generated projects" */
  private boolean saidOf(int at, List<Mention> label) {
    boolean version = version(at + 1);
    if (!label.isEmpty() && (version || clause.is(at + 1, Role.REQUIRED))) {
      state.labelled = version ? label.getLast() : null;
      state.joinedBy = null;
      return true;
    }
    return !label.isEmpty() && clause.is(at + 1, Role.ONLY_FOR);
  }

  /** "acme and a client: ...": the list is of what has no name. */
  private boolean apart() {
    int from = state.beforeAnd < 0 ? 0 : state.beforeAnd;
    List<Mention> after = own.all().subList(Math.min(from, own.all().size()), own.all().size());
    return from > 0 && after.stream().allMatch(m -> m.unknown);
  }

  /** What of a label is no need of its own. */
  private static List<Mention> removed(List<Mention> label, boolean apart, boolean only) {
    return label.stream()
        .filter(m -> m.kind != Kind.RUNTIME)
        .filter(m -> !only || !apart && m.kind != Kind.AGENT && m.kind != Kind.OS)
        .filter(m -> m.version == null || m.unknown || m.kind == Kind.OS)
        .toList();
  }

  private void describe(int at, List<Mention> label, List<Mention> removed) {
    boolean spaced = at + 1 >= clause.size() || clause.get(at).end() < clause.get(at + 1).start();
    boolean first = state.subjectStart == 0 && own.all().size() == label.size() && spaced;
    own.all().removeAll(removed);
    described = first ? removed : List.of();
    colon = at;
  }

  private void openList(int at) {
    state.lenient = true;
    state.afterColon = true;
    state.negated &= !clause.is(at + 1, Role.VARIABLE);
    state.afterPreposition = false;
    state.purpose = false;
    state.purposeSeen = false;
    state.idle = false;
  }

  /** How much the list is needed: "Optional: acme", "Windows: acme; Linux: emca". */
  private void level(int at, List<Mention> label, boolean only) {
    boolean optional =
        clause.any(state.subjectStart, at, Role.OPTIONAL, Role.OPTIONALLY)
            && !clause.is(at + 1, Role.INSTALL); // "With pip (recommended): pip install ..."
    boolean system = system(at, label);
    boolean part =
        clause.is(state.subjectStart, Role.TO, Role.FOR)
            || !system && clause.words(state.subjectStart, at).stream().anyMatch(vocabulary::part);
    if (optional) {
      state.level = Level.OPTIONAL;
    } else if (system && !only) {
      state.level = Level.CONDITIONAL;
      state.conditional = true;
    } else if (part) {
      state.level = Level.CONDITIONAL;
    }
  }

  /** "Windows users: acme", "On Linux: acme", "macOS: acme" */
  private boolean system(int at, List<Mention> label) {
    boolean users =
        clause.is(at - 2, Role.TERM)
            && clause.get(at - 2).term(Kind.OS) != null
            && clause.get(at - 1).text().equalsIgnoreCase("users");
    boolean on =
        clause.is(state.subjectStart, Role.PREPOSITION)
            && clause.names(state.subjectStart + 1, Kind.OS);
    return on || users || !label.isEmpty() && label.stream().allMatch(m -> m.kind == Kind.OS);
  }

  private void kind(int at, List<Mention> label) {
    state.labelKind = listed(at - 1, label);
    boolean programs =
        clause.lexemes().subList(at, clause.size()).stream()
            .anyMatch(w -> w.term(Kind.TOOL) != null);
    if (state.labelKind == Kind.PACKAGE && !programs) {
      state.listKind = Kind.PACKAGE; // "Dependencies: acme-lib, acme-kit"
    }
  }

  /** "works with any of many: a, b", "Supported chains: a, b": what it can deal with. */
  private void range(int at) {
    List<String> words = clause.words(state.subjectStart, at);
    boolean any = state.useVerb && clause.says("any", state.subjectStart, at);
    boolean offered = words.contains("supported") || words.contains("supports");
    state.verified |= any || offered && words.stream().anyMatch(CONTENTS::contains);
  }
}
