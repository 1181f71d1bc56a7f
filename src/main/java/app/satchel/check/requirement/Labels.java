package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
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

  private final Vocabulary vocabulary;
  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;

  Labels(Vocabulary vocabulary, Clause clause, ClauseState state, ItemList own) {
    this.vocabulary = vocabulary;
    this.clause = clause;
    this.state = state;
    this.own = own;
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
    if (clause.words(state.subjectStart, at).stream().anyMatch(w -> w.endsWith("-agnostic"))) {
      state.idle = true; // "Library-agnostic: applies to acme and emca"
      return;
    }
    boolean version = clause.is(at + 1, Role.VERSION, Role.COMPARATOR);
    List<Mention> label = own.inRun();
    state.installHint =
        clause.is(at + 1, Role.INSTALL)
            && state.positiveVerb
            && !label.isEmpty()
            && label.stream().allMatch(m -> m.kind == Kind.TOOL);
    if (state.installHint) {
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
    own.all()
        .removeIf(
            mention ->
                label.contains(mention)
                    && mention.kind != Kind.RUNTIME
                    && !(only && (apart || mention.kind == Kind.AGENT || mention.kind == Kind.OS))
                    && (mention.version == null || mention.unknown || mention.kind == Kind.OS));
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
    boolean system = users || !label.isEmpty() && label.stream().allMatch(m -> m.kind == Kind.OS);
    if (optional) {
      state.level = Level.OPTIONAL;
    } else if (system && !only) {
      state.level = Level.CONDITIONAL; // "Windows: acme; Linux: emca"
      state.conditional = true;
    } else if (!system && words.stream().anyMatch(vocabulary::part)) {
      state.level = Level.CONDITIONAL;
    }
    boolean servers = clause.is(at - 1, Role.HEAD) && clause.get(at - 1).head().equals("mcp");
    state.labelKind = servers ? Kind.MCP : state.listKind;
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
