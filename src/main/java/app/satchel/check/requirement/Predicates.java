package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.Locale;
import java.util.Set;

/** Reads "is", "can" and "not supported": what is said of the subject before them. */
final class Predicates {
  private static final Set<String> ABLE = Set.of("can", "may", "could");

  /** Nouns that say themselves that something is needed. */
  private static final Set<String> NEEDS =
      Set.of(
          "dependency",
          "dependencies",
          "requirement",
          "requirements",
          "prerequisite",
          "prerequisites",
          "floor",
          "minimum",
          "baseline");

  /** What makes the noun "version" one of them. */
  private static final Set<String> MINIMUM = Set.of("minimum", "lowest", "required", "oldest");

  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;

  Predicates(Clause clause, ClauseState state, ItemList own) {
    this.clause = clause;
    this.state = state;
    this.own = own;
  }

  /** "Windows controllers are not supported": a system that only describes what is refused. */
  void refused(int at) {
    boolean plain = clause.words(state.subjectStart, at, false).size() < 4;
    for (Lexeme word : clause.lexemes().subList(state.subjectStart, at)) {
      Term system = word.is(Role.TERM) ? word.term(Kind.OS) : null;
      if (system != null && plain && own.inRun().isEmpty() && own.isEmpty()) {
        Mention mention = Nouns.mention(system);
        mention.level = Level.EXCLUDED;
        own.add(mention);
      }
    }
  }

  private boolean anyBefore(int at) {
    return clause.lexemes().subList(state.subjectStart, at).stream()
        .anyMatch(w -> w.text().toLowerCase(Locale.ROOT).startsWith("any"));
  }

  /** Whether "required" at the end, "must be running" or "is recommended" follows at a place. */
  boolean demands(int at) {
    int said = at;
    while (clause.is(said, Role.COPULA)) {
      said++;
    }
    boolean running =
        said > at && clause.is(said, Role.HEAD) && clause.get(said).text().equals("running");
    boolean ends = said > at || said + 1 == clause.size();
    ends |= clause.is(said + 1, Role.FOR, Role.CONDITION, Role.OPEN, Role.COMMA);
    boolean purpose = clause.is(at, Role.ONLY_FOR); // "is required for export"
    return running || purpose || ends && clause.is(said, Role.REQUIRED, Role.OPTIONAL);
  }

  /** Whether a verb follows that says what something does rather than that it is needed. */
  private boolean does(int at) {
    return clause.is(at, Role.WORD) && !clause.get(at).capitalised() && !clause.get(at).code();
  }

  /** Whether a subject says that what follows is needed: "the only dependency", "the floor". */
  private boolean speaksOfNeed(int at) {
    String noun = at > state.subjectStart ? clause.lastWord(at - 1) : "";
    boolean floor = noun.equals("version") && MINIMUM.stream().anyMatch(m -> lowest(m, at));
    return floor || NEEDS.contains(noun) && !said("optional", at) && !said("no", at);
  }

  private boolean lowest(String word, int at) {
    return clause.lexemes().subList(state.subjectStart, at).stream()
        .anyMatch(w -> w.text().toLowerCase(Locale.ROOT).startsWith(word));
  }

  private boolean said(String word, int at) {
    return clause.says(word, state.subjectStart, at);
  }

  /** "check.py is stdlib-only Python 3.10+": the file is a part. */
  void copula(int at) {
    state.predicate = true;
    state.knownBefore = own.known();
    boolean file = clause.any(state.subjectStart, at, Role.PLACE);
    if (!state.positiveVerb && !state.lenient) {
      own.inRun().forEach(mention -> mention.subject = true);
      boolean defined = clause.is(at + 1, Role.GLUE) && Clause.article(clause.get(at + 1));
      own.all()
          .removeIf(
              m -> defined && m.subject && m.unknown && m.code); // "`acme_name` is the spelling"
    }
    boolean able = ABLE.contains(clause.get(at).text().toLowerCase(Locale.ROOT));
    boolean relative = at > 0 && clause.says("that", at - 1, at);
    if (able && relative && anyBefore(at) && does(at + 1)) {
      state.purpose = true; // "any agent that can execute Python"
      return;
    }
    boolean subject = clause.is(at - 1, Role.TERM, Role.HEAD); // not "a profile that can call it"
    if (able && subject && !state.positiveVerb && !state.lenient && does(at + 1)) {
      own.all().removeAll(own.inRun()); // "The Acme CLI can provision keys": an aside
      state.idle = true;
      return;
    }
    if (own.isEmpty() && !state.positiveVerb && speaksOfNeed(at)) {
      state.beginVerb(false, at); // "The minimum version is Acme 3", "The only dependency is jq"
      state.level = Level.REQUIRED;
      state.lenient = true;
      own.beginList();
      return;
    }
    boolean bundled =
        own.isEmpty()
            && state.subjectStart < at
            && clause.subjectLevel(state.subjectStart, at) == Level.REQUIRED;
    if (file && !state.positiveVerb) {
      state.level = Level.CONDITIONAL;
      state.lenient = true;
    } else if (bundled && !state.lenient) {
      state.lenient = true; // "Bundled scripts are stdlib-only Python 3.10+"
    } else if (own.isEmpty() && !state.lenient) {
      state.idle = true; // "Windows users can install it with Chocolatey": a statement, no list.
    }
  }

  /**
   * Whether what is done without is something else than what was named before: "Works without
   * hardware", "Better with a subagent, and works without one".
   */
  boolean withoutAnother(Lexeme fallback, int at) {
    boolean follows = clause.lastWord(at).equals("without") && at + 1 < clause.size();
    boolean thing = fallback.text().endsWith(" one") && clause.any(0, at, Role.WITH);
    return own.isEmpty() && (thing || follows && clause.is(at + 1, Role.GENERIC));
  }
}
