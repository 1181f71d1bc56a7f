package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the words that say how much something is needed and stand after it, or before it as a
 * heading: "required", "recommended", "if available", "only for ...", "not needed".
 */
final class Postfixes {
  /** How a denial ends that speaks of what stands before it. */
  private static final Set<String> DENIED =
      Set.of(
          "required",
          "needed",
          "necessary",
          "mandatory",
          "installed",
          "tested",
          "untested",
          "used");

  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;

  /** What turns only the next thing away. */
  private static final Set<String> BESIDES = Set.of("instead of", "rather than", "without");

  Postfixes(Clause clause, ClauseState state, ItemList own) {
    this.clause = clause;
    this.state = state;
    this.own = own;
  }

  void required(int at) {
    boolean colon = clause.is(at + 1, Role.COLON);
    if (!colon) {
      own.inRun().forEach(Mention::spokenOf); // "acme must be installed"
    }
    if (colon || own.isEmpty()) {
      state.lenient = true;
      state.level = Level.REQUIRED;
    } else if (clause.is(at - 1, Role.COPULA)
        && !state.positiveVerb
        && !state.condition
        && !state.conditional) {
      // "Network access for downloads is required": the verb outweighs the purpose.
      own.inRun().stream().filter(m -> m.level == Level.CONDITIONAL).forEach(Mention::require);
    }
  }

  void optional(int at) {
    boolean colon = clause.is(at + 1, Role.COLON);
    boolean itemFollows = at + 1 < clause.size() && Clause.isNounRole(clause.get(at + 1));
    boolean network = // "to write files, and optional web access"
        clause.is(at - 1, Role.AND) && clause.names(at + 1, Kind.NETWORK);
    boolean word = clause.get(at).text().equalsIgnoreCase("optional");
    if (state.purpose && key(at)) {
      state.purpose = false; // "network access to acme.example and an optional API key"
      state.nextLevel = Level.OPTIONAL;
      return;
    }
    if (state.purpose && itemFollows && !network && word) {
      return; // "Node for the optional helpers": what it is for is optional.
    }
    boolean afterItem = clause.is(at - 1, Role.COPULA, Role.CLOSE);
    afterItem |= at > 0 && Clause.isNounRole(clause.get(at - 1)) && !own.inRun().isEmpty();
    boolean last = clause.is(at - 1, Role.COMMA) && at + 1 == clause.size();
    if (last && own.inRun().isEmpty() && !own.isEmpty()) {
      ItemList.level(own.lastAlternatives(), Level.OPTIONAL); // "mpv or ffplay to listen, optional"
      return;
    }
    boolean but = clause.is(at - 1, Role.COPULA) && clause.is(at - 2, Role.BUT);
    if (but && !own.inList().isEmpty()) {
      ItemList.level(own.inList(), Level.OPTIONAL); // "ACME_KEY raises the limit but is optional"
      return;
    }
    boolean aside = clause.is(at - 1, Role.COPULA) && clause.is(at - 2, Role.COMMA);
    if (aside && !own.inList().isEmpty() && own.inRun().isEmpty()) {
      ItemList.level(own.inList(), Level.OPTIONAL); // "Docker, for the demo, is optional"
    } else if (colon || own.inRun().isEmpty() || (itemFollows && !afterItem)) {
      state.level = Level.OPTIONAL;
      state.lenient = true;
    } else {
      own.inRun().forEach(Mention::spokenOf); // "acme recommended"
      ItemList.level(spokenOf(at), Level.OPTIONAL);
    }
  }

  /** Whether a key or a variable follows a word between "and" and it. */
  private boolean key(int at) {
    int and = clause.is(at - 1, Role.GLUE) ? at - 2 : at - 1;
    int end = clause.endOfNouns(at + 1);
    boolean noun = clause.is(end - 1, Role.HEAD) && clause.get(end - 1).head().equals("credential");
    return clause.is(and, Role.AND) && end > at + 1 && (noun || clause.is(at + 1, Role.VARIABLE));
  }

  /** "optionally acme", "acme optionally" */
  void optionally(int at) {
    if (at + 1 == clause.size() && !own.inRun().isEmpty()) {
      ItemList.level(own.inRun(), Level.OPTIONAL);
      return;
    }
    state.optionally = true;
    state.level = Level.OPTIONAL;
    state.lenient = true;
  }

  /** What a word after items speaks of: "a, b and c are optional" of them all. */
  private List<Mention> spokenOf(int at) {
    boolean all =
        clause.is(at - 1, Role.COPULA) && clause.get(at - 1).text().equalsIgnoreCase("are")
            || Set.of("are", "may", "might")
                .contains(clause.get(at).text().toLowerCase(Locale.ROOT).split(" ", 2)[0]);
    boolean variables =
        !own.inList().isEmpty()
            && own.inList().stream().allMatch(m -> VersionWords.isVariable(m.name));
    return all || variables ? own.inList() : own.inRun();
  }

  void not(Lexeme lexeme, int at) {
    String words = lexeme.text().toLowerCase(Locale.ROOT);
    boolean ends = at > 0 && at + 1 == clause.size() && Clause.isNounRole(clause.get(at - 1));
    boolean postfix = ends || DENIED.stream().anyMatch(words::endsWith);
    if (!postfix) {
      state.negated = true;
      state.without =
          BESIDES.contains(words)
              && state.positiveVerb
              && !own.isEmpty()
              && Clause.isNounRole(clause.get(at - 1))
              && !clause.any(at, clause.size(), Role.OR);
      state.excludes |= clause.names(at + 1, Kind.OS) && clause.says("support", at, clause.size());
      state.excludes |=
          Set.of("no", "not").contains(words) && onlySystems(at + 1); // "macOS only, no Windows"
      state.positiveVerb &= clause.is(at - 1, Role.COMMA);
      return;
    }
    if (state.purpose && words.endsWith("used")) {
      return; // "Node.js only when the extra is not used": of what stands in the condition
    }
    if (state.afterBut) {
      ItemList.level(own.all(), Level.CONDITIONAL);
    } else {
      own.all().removeAll(words.startsWith("are") ? own.inList() : own.inRun());
    }
    state.purpose = true;
  }

  private boolean onlySystems(int from) {
    int at = from;
    while (at < clause.size()
        && (clause.names(at, Kind.OS) || clause.is(at, Role.OR, Role.AND, Role.COMMA, Role.STOP))) {
      at++;
    }
    return at == clause.size() && clause.names(from, Kind.OS);
  }

  void ifAvailable(int at) {
    boolean spare = clause.get(at).text().toLowerCase(Locale.ROOT).endsWith("fallback");
    List<Mention> meant = spare ? own.lastAlternatives() : spokenOf(at);
    if (spare && meant.size() == 1 && insteadOf(meant.getFirst()) != null) {
      return; // "the acme server, emca as a fallback"
    }
    boolean whole = state.useVerb && !own.inRun().isEmpty(); // not "..., and a shell if present"
    ItemList.level(whole ? own.inList() : meant, Level.OPTIONAL);
  }

  /** Makes a choice of a fallback and the only thing before it; null when there is no such. */
  private Mention insteadOf(Mention fallback) {
    List<Mention> all = own.inList();
    boolean two = all.size() == 2 && all.getLast() == fallback;
    Mention first = two ? all.getFirst() : null;
    if (first == null || first.unknown || fallback.unknown || first.run == fallback.run) {
      return null;
    }
    fallback.joinedBy = Role.OR;
    return first;
  }

  void onlyFor(int at) {
    if (own.isEmpty() && clause.names(at + 1, Kind.AGENT)) {
      state.lenient = true; // "Only for Acme Agent"
      return;
    }
    if (own.isEmpty() && state.subjectStart == at) {
      state.level = Level.CONDITIONAL; // "If using Docker, requires ..."
      state.conditional = true;
    }
    String words = clause.get(at).text().toLowerCase(Locale.ROOT);
    state.condition |= words.endsWith(" if") || words.endsWith(" when"); // "only if you use Acme"
    boolean whole = clause.wholeUntilComma(at + 1) || clause.ownScripts(at + 1);
    List<Mention> meant = spokenOf(at);
    if (state.lastItem.isEmpty() && clause.lastOfList(at)) {
      meant = List.of(); // "git, jq and a font if you use Acme": of what has no name
    } else if (meant.isEmpty() && !own.isEmpty() && clause.is(at - 1, Role.COMMA)) {
      meant = own.lastAlternatives(); // "acme, only for the export"
    }
    ItemList.level(meant, whole ? Level.REQUIRED : Level.CONDITIONAL);
    state.purpose = true;
  }
}
