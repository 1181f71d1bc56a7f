package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads verbs of need and use: they say how much what follows is needed, and by what. */
final class Verbs {
  /** What only says more of a thing that is needed: "a PHP project using acme/kit". */
  private static final Set<String> PARTICIPLES =
      Set.of("using", "built with", "built on", "built against", "backed by", "powered by");

  /** What skills make. */
  private static final Set<String> MADE =
      Set.of("project", "projects", "code", "app", "apps", "skills", "tests", "files", "output");

  private final Vocabulary vocabulary;
  private final Clause clause;
  private final ClauseState state;
  private final ItemList own;

  Verbs(Vocabulary vocabulary, Clause clause, ClauseState state, ItemList own) {
    this.vocabulary = vocabulary;
    this.clause = clause;
    this.state = state;
    this.own = own;
  }

  /** The verb at a place. */
  void read(Lexeme verb, int at) {
    if (clause.is(at - 1, Role.ONLY_FOR, Role.CONDITION) && word(verb).equals("using")) {
      return; // "needed only when using --online"
    }
    if (state.condition && !clause.is(at - 1, Role.AND)) {
      return; // "helmfile when a chart needs it"
    }
    if (state.purpose && word(verb).equals("calls")) {
      return; // "needed for API calls to Acme": a noun there
    }
    if (state.positiveVerb && word(verb).startsWith("available")) {
      state.purpose = true; // "works best with the Acme MCP available for lookups"
      state.purposeSeen = true;
      return;
    }
    boolean made = clause.says("generated", state.subjectStart, at);
    boolean output = state.subjectStart + 1 < at && MADE.contains(word(clause.get(at - 1)));
    if (made && output && own.known() == 0) {
      state.idle = true; // "Generated projects use Acme": what the skill makes
      return;
    }
    state.condition = false;
    state.signedIn = word(verb).endsWith("in to") || word(verb).endsWith("into");
    boolean afterNot = clause.is(at - 1, Role.NOT);
    if (state.negated && !state.positiveVerb && clause.is(at - 1, Role.OR)) {
      return; // "does not build, run, or use the network"
    }
    if (!afterNot) {
      state.negated = false;
      state.excludes = false;
    }
    boolean joined = clause.is(at - 1, Role.AND) && state.positiveVerb;
    if (!joined) {
      Level subject = clause.subjectLevel(state.subjectStart, at);
      boolean within = PARTICIPLES.contains(word(verb)) && (state.positiveVerb || built(verb, at));
      if (within) {
        subject = null; // "Requires a PHP project using acme/kit": needs both
      } else if (scripts(verb)) {
        subject = Level.REQUIRED; // "Python scripts use only the standard library"
      } else if (writtenIn(verb, at)) {
        subject = Level.REQUIRED;
        own.inRun().forEach(mention -> mention.language = true);
      } else if (others(verb, at)) {
        subject = null; // "Codex and other agents compatible with the format"
      } else {
        if (!state.positiveVerb && !state.lenient) {
          own.dropUnknown(); // "imports, plots and reports need pandas"
          if (feature(at)) {
            own.dropList(); // "Acme, Emca and Zorbix workflows need pandas"
          }
        }
        own.dropSubject();
      }
      if (verb.is(Role.PREFER, Role.USE_PART) || state.optionally) {
        state.level = Level.OPTIONAL;
      } else if (verb.is(Role.NEED_PART)) {
        state.level = Level.CONDITIONAL;
      } else if (subject != null) {
        state.level = subject;
      }
    }
    state.access = word(verb).endsWith("access to");
    state.beginVerb(verb.is(Role.USE, Role.PREFER, Role.USE_PART), at);
    state.worksWith = Set.of("work with", "works with", "works alongside").contains(word(verb));
    state.madeFor = word(verb).matches("(designed|built|made|intended|written|tuned)( \\w+)? for");
    state.supports = word(verb).startsWith("support");
    state.lenient = true;
    own.beginList();
  }

  /** "Python CLI using acme": the subject is the skill itself, which then needs Python. */
  private boolean writtenIn(Lexeme verb, int at) {
    List<Mention> subject = own.inRun();
    boolean runtime = subject.size() == 1 && subject.getFirst().kind == Kind.RUNTIME;
    return runtime
        && state.subjectStart == 0
        && verb.text().equalsIgnoreCase("using")
        && clause.is(at - 1, Role.HEAD, Role.GENERIC, Role.TERM, Role.VERSION, Role.GLUE);
  }

  /** "acme built with Metal": the participle follows the name of what was built. */
  private boolean built(Lexeme verb, int at) {
    return word(verb).startsWith("built") && own.known() > 0 && clause.is(at - 1, Role.TERM);
  }

  private boolean scripts(Lexeme verb) {
    List<Mention> subject = own.inRun();
    return verb.is(Role.USE, Role.NEED)
        && subject.size() == 1
        && subject.getFirst().kind == Kind.RUNTIME
        && (word(verb).startsWith("runs ") // "Python 3 runs the validator"
            || clause.lexemes().stream()
                .anyMatch(w -> w.is(Role.TERM) && word(w).matches(".* scripts?")));
  }

  /** Whether a list before a verb ends in what is done with its names. */
  private boolean feature(int at) {
    boolean noun =
        clause.is(at - 1, Role.WORD, Role.GENERIC)
            && !clause.get(at - 1).capitalised()
            && clause.get(at - 1).text().endsWith("s");
    int named = at - 1;
    while (named > state.subjectStart && Clause.isNounRole(clause.get(named))) {
      named--;
    }
    return noun
        && named < at - 2
        && clause.is(named, Role.AND, Role.OR)
        && clause.is(named - 1, Role.COMMA);
  }

  private boolean others(Lexeme verb, int at) {
    return word(verb).contains("compatible")
        && at > 1
        && (word(clause.get(at - 1)) + " " + word(clause.get(at - 2))).contains("other");
  }

  /** Whether a verb speaks of what stands beside the skill: mostly other skills. */
  static boolean pairs(Lexeme verb) {
    return verb.is(Role.PREFER) && word(verb).matches(".*\\bpair(s|ed)\\b.*");
  }

  private static String word(Lexeme lexeme) {
    return lexeme.text().toLowerCase(Locale.ROOT);
  }
}
