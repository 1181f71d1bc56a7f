package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Walks once over the lexemes of one part of a sentence (between semicolons and dashes) and
 * collects what it says is needed. Verbs, purposes and negations change a small state; everything
 * between them is an item of a list and is left to {@link NounReader}.
 */
final class SentenceReader {
  /** How begins what is said of how something was made or installed. */
  private static final Set<String> MADE =
      Set.of("install", "installs", "installable", "installed", "written");

  private static final Set<String> VIA = Set.of("over", "through", "via");

  /** What has parts and models of its own. */
  private static final Set<Kind> PARTS = Set.of(Kind.SERVICE, Kind.TOOL, Kind.RUNTIME);

  /** What stands before that which made something. */
  private static final Set<String> SOURCES =
      Set.of("from", "by", "via", "through", "with", "to", "alongside", "uses");

  /** What a person has with a thing, which the computer need not have. */
  private static final Set<String> SKILLED =
      Set.of("familiarity", "experience", "proficiency", "familiar", "acquaintance");

  private final int depth;
  private final Vocabulary vocabulary;
  private final NounReader nouns;
  private final Prose prose;
  private final ItemList own = new ItemList();

  private Clause clause;
  private Purposes purposes;
  private Postfixes postfixes;
  private Verbs verbs;
  private Labels labels;
  private Predicates predicates;
  private final Items items;

  private final ClauseState state = new ClauseState();

  /**
   * @param level the level of what stands before any verb
   * @param lenient whether a verb of need went before
   */
  SentenceReader(
      Vocabulary vocabulary, NounReader nouns, Prose prose, Level level, boolean lenient) {
    this(vocabulary, nouns, prose, level, lenient, 0);
  }

  private SentenceReader(
      Vocabulary vocabulary,
      NounReader nouns,
      Prose prose,
      Level level,
      boolean lenient,
      int depth) {
    this.depth = depth;
    this.vocabulary = vocabulary;
    this.nouns = nouns;
    this.prose = prose;
    this.items = new Items(vocabulary, nouns, prose, state, own);
    state.level = level;
    state.lenient = lenient;
    state.inBrackets = depth > 0;
  }

  /** Says whether an earlier part of the sentence had a verb that also governs this one. */
  void verbBefore(boolean verb) {
    state.verbBefore = verb;
  }

  /** Says that this part is more of the list that an earlier part began. */
  void goOn() {
    state.lenient = true;
  }

  /** Whether a verb of need or use was read. */
  boolean hasVerb() {
    return state.positiveVerb;
  }

  /** How many brackets stand around this part. */
  int depth() {
    return depth;
  }

  /** Whether earlier parts named anything. */
  boolean others() {
    return !prose.before().isEmpty();
  }

  int newGroup() {
    return prose.newGroup();
  }

  /** A reader of what stands in brackets in this part. */
  SentenceReader inner(Level level, boolean lenient) {
    return new SentenceReader(vocabulary, nouns, prose, level, lenient, depth + 1);
  }

  /** Says that all of this part is only for a part of what the skill does. */
  SentenceReader conditional() {
    state.conditional = true;
    return this;
  }

  /** A reader of brackets whose unknown words are of a kind, as what stands before them says. */
  SentenceReader inner(Level level, Kind kind, boolean oneOf) {
    SentenceReader inner = inner(level, true);
    inner.state.listKind = kind;
    inner.state.oneOf = oneOf ? prose.newGroup() : 0;
    return inner;
  }

  /** Reads one part; the list that is returned is the reader's own. */
  List<Mention> read(List<Lexeme> whole) {
    clause = Clause.of(whole, vocabulary);
    purposes = new Purposes(vocabulary, clause, state, own);
    postfixes = new Postfixes(clause, state, own);
    verbs = new Verbs(vocabulary, clause, state, own);
    labels = new Labels(vocabulary, clause, state, own);
    predicates = new Predicates(clause, state, own);
    Brackets brackets = new Brackets(vocabulary, this, clause, state, own);
    List<Lexeme> part = clause.lexemes();
    if (clause.opensOnSystem()) {
      state.level = Level.CONDITIONAL;
      state.conditional = true;
    }
    int i = 0;
    while (i < part.size()) {
      Lexeme lexeme = part.get(i);
      if (Clause.isNounRole(lexeme) && !lexeme.is(Role.OPTION)) {
        int end = clause.endOfNouns(i);
        if (state.purpose && state.joinedBy == Role.AND && purposes.follows(i, end)) {
          state.purpose = false; // "pandoc for letters and typst for slides"
        }
        state.connected = i > 0 && clause.get(i - 1).text().equalsIgnoreCase("connected to");
        state.afterBrackets = clause.is(i - 1, Role.CLOSE);
        state.beforeBrackets = clause.is(end, Role.OPEN);
        state.demanded = predicates.demands(end);
        boolean on = clause.is(end, Role.PREPOSITION) && clause.get(end).text().equals("on");
        state.equipped = i == 0 && (on || clause.is(end, Role.WITH));
        state.ownPurpose = clause.is(end, Role.FOR);
        state.source = i > 0 && SOURCES.contains(clause.lastWord(i - 1)) && !goesWith(i - 1);
        items.read(Clause.commandLine(part.subList(i, end)));
        i = end;
      } else if (lexeme.is(Role.OPEN)) {
        int close = Clause.close(part, i);
        brackets.read(part.subList(i + 1, close), i, close + 1);
        i = close + 1;
      } else if (lexeme.is(Role.INSTALL) && !lexeme.terms().isEmpty() && !runs(i + 1)) {
        items.read(List.of(lexeme.as(Role.TERM)));
        i++;
      } else if (lexeme.is(Role.INSTALL)) {
        i =
            prose
                .installs()
                .read(
                    clause,
                    i,
                    state.level,
                    state.negated || state.installHint ? _ -> {} : own::addInstalled);
        state.afterInstall = true;
        state.lastItem = List.of();
        state.joinedBy = null;
      } else {
        step(lexeme, i);
        i++;
      }
    }
    labels.end();
    new Abilities(vocabulary, clause, own).drop();
    purposes();
    if (own.all().stream().allMatch(mention -> mention.language)) {
      own.all().clear(); // "Go projects using the usual names": nothing is used
    }
    if (clause.lexemes().stream().anyMatch(Verbs::pairs)) {
      own.all().forEach(Mention::asCompanion);
      own.all().stream()
          .filter(m -> m.kind == Kind.SKILL && !m.purpose.isEmpty())
          .forEach(m -> m.level = Level.CONDITIONAL); // "Pairs with acme-auth for the login"
    }
    if (own.all().size() == 1 && part.size() == 2 && state.positiveVerb && !others()) {
      own.last().sole = true; // "Requires security-testing"
    }
    Lists.settle(own.all(), state.listKind, prose);
    if (clause.says("elsewhere", 0, clause.size())) {
      own.all().removeIf(m -> m.kind == Kind.OS); // "afplay on macOS, mpv elsewhere"
    }
    return own.all();
  }

  /**
   * "kubectl for capture, make for replay": things that each have a purpose are for a part each.
   */
  private void purposes() {
    List<Mention> used =
        own.all().stream()
            .filter(m -> !m.purpose.isEmpty() && m.partial() && !m.unknown)
            .filter(m -> m.level == Level.REQUIRED)
            .toList();
    if (used.stream().map(m -> m.run).distinct().count() > 1) {
      ItemList.level(used, Level.CONDITIONAL);
    }
  }

  /** Whether a "with" follows a program, which goes with parts of its own rather than skills. */
  private boolean goesWith(int at) {
    return clause.lastWord(at).equals("with")
        && !state.lastItem.isEmpty()
        && PARTS.contains(state.lastItem.getLast().kind);
  }

  /** Whether a runner of commands has something to run: "npx" alone is named for itself. */
  private boolean runs(int at) {
    return at < clause.size()
        && Clause.isNounRole(clause.get(at))
        && !clause.is(at, Role.VERSION, Role.COMPARATOR, Role.ON_PATH, Role.GLUE);
  }

  private void step(Lexeme lexeme, int at) {
    switch (lexeme.role()) {
      case NEED, NEED_PART, USE, PREFER, USE_PART -> verbs.read(lexeme, at);
      case REQUIRED -> postfixes.required(at);
      case OPTIONAL -> postfixes.optional(at);
      case OPTIONALLY -> postfixes.optionally(at);
      case IF_AVAILABLE -> postfixes.ifAvailable(at);
      case ONLY_FOR -> postfixes.onlyFor(at);
      case FALLBACK -> {
        if (predicates.withoutAnother(lexeme, at)) {
          state.idle = true;
        } else {
          items.fallback(lexeme);
        }
      }
      case SKIPPED -> prose.skipped(clause.words(state.subjectStart, at));
      case NOT -> postfixes.not(lexeme, at);
      case EXCLUDES -> {
        state.negated = true;
        state.excludes = true;
      }
      case UNSUPPORTED -> {
        own.excludeRun();
        predicates.refused(at);
      }
      case VERIFIED -> {
        state.verified = true;
        state.made = MADE.contains(lexeme.text().toLowerCase(Locale.ROOT).split(" ", 2)[0]);
        state.tested = state.positiveVerb && at > 0 && Clause.isNounRole(clause.get(at - 1));
        own.beginRun(); // what stands before it is no subject of what it says
      }
      case PROVIDED -> {
        own.all().removeAll(own.inList());
        state.idle = true;
      }
      case ONE_OF -> state.oneOf = prose.newGroup();
      case COMMA -> {
        boolean describes = state.predicate && own.known() <= state.knownBefore;
        own.beginRun();
        state.beginRun(at);
        state.verified &= !state.made && !(state.tested && clause.goesOn(at));
        if (state.fellBack && clause.is(at + 1, Role.AND)) {
          state.idle = false; // "acme, falling back to emca, and jq"
          state.level = state.spareLevel;
        }
        state.predicate = describes; // "are local, bounded and free"
      }
      case AND, OR, SLASH -> conjunction(lexeme.role(), at);
      case WITH -> with(lexeme, at);
      case BUT -> {
        state.negated = false;
        state.excludes = false;
        state.purpose = false;
        state.condition = false;
        state.afterBut = true;
        own.beginRun();
        state.subjectStart = at + 1;
      }
      case FOR -> purposes.begin(at);
      case CONDITION -> purposes.beginCondition(at);
      case TO -> {
        state.hosts = !own.isEmpty() && own.last().kind == Kind.NETWORK;
        boolean address =
            clause.is(at + 1, Role.PLACE) && clause.get(at + 1).text().startsWith("http");
        if (address && unnamedAccess(at - 1)) {
          own.add(new Mention(Kind.NETWORK, "internet")); // "API access to https://acme.example"
          return;
        }
        if (clause.access(at)) {
          state.access = true; // "jq and access to Acme"
          if (clause.is(at + 1, Role.PLACE)) {
            items.read(clause.lexemes().subList(at + 1, at + 2));
          }
          return;
        }
        purposes.beginInfinitive(at);
      }
      case PREPOSITION -> preposition(lexeme, at);
      case COPULA -> predicates.copula(at);
      case COLON -> labels.read(at);
      default -> {}
    }
  }

  /** Whether it was said that everything works without what follows. */
  boolean spared() {
    return state.spared;
  }

  /** "API access" of something that was not named. */
  private boolean unnamedAccess(int at) {
    boolean said = at >= 0 && clause.lastWord(at).equals("access");
    return said && (own.isEmpty() || own.last().unnamed);
  }

  private void conjunction(Role role, int at) {
    boolean placed = clause.is(at - 1, Role.PLACE); // "Acme on localhost:6333 and Emca"
    if (state.afterPreposition && role == Role.AND && (placed || state.lenient && !state.useVerb)) {
      state.afterPreposition = false;
    }
    if (role == Role.OR) {
      state.beginOr(own.named());
    } else if (role == Role.AND) {
      state.beforeAnd = own.all().size();
    }
    state.joinedBy = role;
  }

  private void with(Lexeme lexeme, int at) {
    String word = lexeme.text().toLowerCase(Locale.ROOT);
    state.idle |= at > 0 && SKILLED.contains(clause.get(at - 1).text().toLowerCase(Locale.ROOT));
    state.via = VIA.contains(word);
    state.beginWith();
    state.afterPreposition &= !clause.installed(at + 1); // "on a cluster with Acme installed"
    if (state.via) {
      state.purpose = false;
    }
  }

  private void preposition(Lexeme lexeme, int at) {
    boolean of = Genitives.whose(lexeme);
    if (of && purposes.serverFor(at)) {
      return; // "the MCP server of Acme"
    }
    state.afterPreposition = true;
    String word = lexeme.text().toLowerCase(Locale.ROOT);
    boolean nothing = own.isEmpty() && !state.positiveVerb && !state.lenient && depth == 0;
    if (nothing && word.equals("of") && clause.is(at - 1, Role.WORD, Role.GENERIC)) {
      state.purpose = true; // "Review of Acme, Emca and Zorbix": what there is to work on
      state.scope = true;
    }
    boolean about = word.startsWith("appl") || word.startsWith("cover");
    if (about && own.known() == 0 && !state.positiveVerb && !state.lenient && depth == 0) {
      state.purpose = true; // "Applies to Acme and Emca services"
      state.scope = true;
    }
    state.signedIn =
        word.startsWith("logged")
            || word.startsWith("signed")
            || word.startsWith("authenticated against");
    int end = clause.commaAfter(at);
    boolean ends =
        depth == 0 && !own.isEmpty() && (end == clause.size() || clause.is(end, Role.OPEN));
    ends |=
        depth == 0
            && !own.isEmpty()
            && clause.is(end, Role.COMMA)
            && clause.names(end + 1, Kind.OS);
    state.onSystem = (state.positiveVerb || ends) && clause.onlyOn(at); // "Xcode 26 on macOS"
    boolean listed = clause.is(at - 1, Role.COMMA) && clause.names(at + 1, Kind.OS);
    state.onSystem |= listed && word.equals("on"); // "a client, on macOS or Linux"
    state.onSystem |= clause.setUpIn(at);
    boolean whose =
        of
            || word.equals("from")
            || word.equals("to")
            || word.equals("at") && clause.is(at + 1, Role.PLACE);
    if (whose && !own.isEmpty() && own.last().unnamed) {
      state.afterPreposition = false; // "an API key from Stripe": the item names the service.
    }
  }
}
