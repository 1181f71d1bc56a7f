package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Walks once over the lexemes of one part of a sentence (between semicolons and dashes) and
 * collects what it says is needed. Verbs, purposes and negations change a small state; everything
 * between them is an item of a list and is left to {@link NounReader}.
 */
final class SentenceReader {
  /** From how many on names of what agents can do are a list of that. */
  private static final int SEVERAL = 3;

  /** What a skill that works with it needs; of libraries and programs that says nothing. */
  private static final Set<Kind> COMPANIONS =
      Set.of(Kind.OS, Kind.AGENT, Kind.MCP, Kind.CREDENTIAL, Kind.SKILL, Kind.NETWORK);

  private final int depth;
  private final Vocabulary vocabulary;
  private final NounReader nouns;
  private final Prose prose;
  private final ItemList own = new ItemList();

  private Clause clause;
  private Purposes purposes;
  private Postfixes postfixes;
  private Labels labels;
  private final Completions completions;

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
    this.completions = new Completions(vocabulary, prose, state, own);
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
    labels = new Labels(vocabulary, clause, state, own);
    Brackets brackets = new Brackets(vocabulary, this, clause, state, own);
    List<Lexeme> part = clause.lexemes();
    int i = 0;
    while (i < part.size()) {
      Lexeme lexeme = part.get(i);
      if (Clause.isNounRole(lexeme) && !lexeme.is(Role.OPTION)) {
        int end = i;
        while (end < part.size() && Clause.isNounRole(part.get(end))) {
          end++;
        }
        if (state.purpose && state.joinedBy == Role.AND && purposes.follows(i, end)) {
          state.purpose = false; // "pandoc for letters and typst for slides"
        }
        state.afterBrackets = clause.is(i - 1, Role.CLOSE);
        state.beforeBrackets = clause.is(end, Role.OPEN);
        item(Clause.commandLine(part.subList(i, end)));
        i = end;
      } else if (lexeme.is(Role.OPEN)) {
        int close = Clause.close(part, i);
        brackets.read(part.subList(i + 1, close), i, close + 1);
        i = close + 1;
      } else if (lexeme.is(Role.INSTALL) && !lexeme.terms().isEmpty() && !runs(i + 1)) {
        item(List.of(lexeme.as(Role.TERM)));
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
    abilities();
    Lists.settle(own.all(), state.listKind, prose);
    return own.all();
  }

  /** "Read, Grep, Write and Edit": what agents do by themselves, whatever else is called so. */
  private void abilities() {
    List<String> named =
        clause.lexemes().stream().map(Lexeme::text).filter(vocabulary::ability).toList();
    if (named.size() >= SEVERAL) {
      own.all()
          .removeIf(m -> m.kind == Kind.TOOL && named.stream().anyMatch(m.name::equalsIgnoreCase));
    }
  }

  /** Whether a runner of commands has something to run: "npx" alone is named for itself. */
  private boolean runs(int at) {
    return at < clause.size()
        && Clause.isNounRole(clause.get(at))
        && !clause.is(at, Role.VERSION, Role.COMPARATOR, Role.ON_PATH, Role.GLUE);
  }

  private void step(Lexeme lexeme, int at) {
    switch (lexeme.role()) {
      case NEED, NEED_PART, USE, PREFER, USE_PART -> verb(lexeme, at);
      case REQUIRED -> postfixes.required(at);
      case OPTIONAL -> postfixes.optional(at);
      case OPTIONALLY -> {
        state.optionally = true;
        state.level = Level.OPTIONAL;
        state.lenient = true;
      }
      case IF_AVAILABLE -> postfixes.ifAvailable(at);
      case ONLY_FOR -> postfixes.onlyFor(at);
      case FALLBACK -> fallback(lexeme);
      case SKIPPED -> prose.skipped(clause.words(state.subjectStart, at));
      case NOT -> postfixes.not(lexeme, at);
      case EXCLUDES -> {
        state.negated = true;
        state.excludes = true;
      }
      case UNSUPPORTED -> own.excludeRun();
      case VERIFIED -> state.verified = true;
      case PROVIDED -> {
        own.all().removeAll(own.inList());
        state.idle = true;
      }
      case ONE_OF -> state.oneOf = prose.newGroup();
      case COMMA -> {
        own.beginRun();
        state.beginRun(at);
      }
      case AND, OR, SLASH -> conjunction(lexeme.role());
      case WITH -> with(lexeme);
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
      case TO -> purposes.beginInfinitive(at);
      case PREPOSITION -> preposition(lexeme, at);
      case COPULA -> copula(at);
      case COLON -> labels.read(at);
      default -> {}
    }
  }

  private void fallback(Lexeme words) {
    List<Mention> spare = own.isEmpty() ? prose.lastPart() : own.inList();
    ItemList.spare(spare);
    state.idle = true;
    boolean back = words.text().toLowerCase(Locale.ROOT).contains("back");
    if (back && !spare.isEmpty()) {
      state.insteadOf = spare; // "falls back to the gh CLI"
      state.level = Level.OPTIONAL;
      state.lenient = true;
    } else if (spare.isEmpty()) {
      state.spared = true; // "Works without any tool; acme or emca makes it exact"
    }
  }

  /** Whether it was said that everything works without what follows. */
  boolean spared() {
    return state.spared;
  }

  /** What something falls back to stands for it, if it is known at all. */
  private void instead(List<Lexeme> item) {
    List<Mention> spare = state.insteadOf;
    state.insteadOf = List.of();
    List<Mention> found = nouns.read(item, true).stream().filter(m -> !m.unknown).toList();
    if (found.size() == 1) {
      int group = spare.getFirst().group == 0 ? prose.newGroup() : spare.getFirst().group;
      found.getFirst().level = Level.OPTIONAL;
      found.getFirst().group = group;
      spare.forEach(mention -> mention.group = group);
      own.add(found.getFirst());
    }
  }

  private static String word(Lexeme lexeme) {
    return lexeme.text().toLowerCase(Locale.ROOT);
  }

  private void verb(Lexeme verb, int at) {
    if (state.condition && !clause.is(at - 1, Role.AND)) {
      return; // "helmfile when a chart needs it"
    }
    state.condition = false;
    boolean afterNot = clause.is(at - 1, Role.NOT);
    if (!afterNot) {
      state.negated = false;
      state.excludes = false;
    }
    boolean joined = clause.is(at - 1, Role.AND) && state.positiveVerb;
    if (!joined) {
      Level subject = clause.subjectLevel(state.subjectStart, at);
      boolean within = state.positiveVerb && verb.text().equalsIgnoreCase("using");
      if (within) {
        subject = null; // "Requires a PHP project using acme/kit": needs both
      } else if (writtenIn(verb, at)) {
        subject = Level.REQUIRED;
      } else {
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
    state.beginVerb(verb.is(Role.USE, Role.PREFER, Role.USE_PART), at);
    state.worksWith = Set.of("work with", "works with", "works alongside").contains(word(verb));
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
        && !vocabulary.wholeNoun(clause.get(at - 1).text().toLowerCase(Locale.ROOT))
        && clause.is(at - 1, Role.HEAD, Role.GENERIC, Role.TERM, Role.VERSION);
  }

  private void conjunction(Role role) {
    if (state.afterPreposition && state.lenient && role == Role.AND && !state.useVerb) {
      state.afterPreposition = false;
    }
    if (role == Role.OR) {
      state.beginOr(own.known());
    }
    state.joinedBy = role;
  }

  private void with(Lexeme lexeme) {
    String word = lexeme.text().toLowerCase(Locale.ROOT);
    state.via = word.equals("via") || word.equals("through");
    state.beginWith();
    if (state.via) {
      state.purpose = false;
    }
  }

  private void preposition(Lexeme lexeme, int at) {
    state.afterPreposition = true;
    boolean ends = depth == 0 && !own.isEmpty() && clause.commaAfter(at) == clause.size();
    state.onSystem = (state.positiveVerb || ends) && clause.onlyOn(at); // "Xcode 26 on macOS"
    if (lexeme.text().equalsIgnoreCase("from") && !own.isEmpty() && own.last().unnamed) {
      state.afterPreposition = false; // "an API key from Stripe": the item names the service.
    }
  }

  /** "check.py is stdlib-only Python 3.10+": the file is a part. */
  private void copula(int at) {
    state.predicate = true;
    boolean file = clause.any(state.subjectStart, at, Role.PLACE);
    if (!state.positiveVerb && !state.lenient) {
      own.inRun().forEach(mention -> mention.subject = true);
    }
    if (file && !state.positiveVerb) {
      state.level = Level.CONDITIONAL;
      state.lenient = true;
    } else if (own.isEmpty() && !state.lenient) {
      state.idle = true; // "Windows users can install it with Chocolatey": a statement, no list.
    }
  }

  private void item(List<Lexeme> item) {
    if (Clause.onlyGlue(item)) {
      return;
    }
    if (state.purpose && state.joinedBy == Role.AND && Clause.floor(item)) {
      state.purpose = false; // "access to the API and Python 3.9": a version is no state.purpose.
    }
    if (!state.insteadOf.isEmpty()) {
      instead(item);
      return;
    }
    if (state.verified || state.purpose || state.idle) {
      state.lastItem = List.of();
      return;
    }
    if (state.negated) {
      excluded(item);
      return;
    }
    if (completions.read(item)) {
      return;
    }
    if (state.labelKind != null && Nouns.enumerates(item)) {
      item.forEach(word -> named(List.of(word))); // "Packages: left-pad chalk zod"
    } else {
      named(item);
    }
  }

  private void named(List<Lexeme> item) {
    if (Nouns.says(item, "either")) {
      state.either = own.known();
    }
    List<Mention> found = mentions(item);
    state.anyOfSort = found.isEmpty() && (Nouns.says(item, "any") || Nouns.says(item, "whatever"));
    state.bracketKind = Lists.kindOfHead(item, found);
    if (state.joinedBy == Role.AND && state.afterWith) {
      completions.account(found);
      completions.session(found, item);
    }
    if (state.afterPreposition) {
      boolean supported = state.useVerb || state.level == Level.EXCLUDED || state.onSystem;
      found =
          found.stream()
              .filter(m -> supported && (m.kind == Kind.OS || m.kind == Kind.AGENT) || held(m))
              .collect(Collectors.toList());
    }
    if (state.worksWith && !prose.before().isEmpty()) {
      // "Node 20+. Works with Express": not what it needs.
      found = found.stream().filter(m -> COMPANIONS.contains(m.kind)).collect(Collectors.toList());
    }
    if (state.purposeSeen || state.predicate) {
      found = found.stream().filter(m -> !m.unknown).collect(Collectors.toList());
    }
    if (found.isEmpty() && !state.lenient && state.joinedBy == Role.AND && Clause.isClause(item)) {
      // "macOS and Windows hosts follow ...": the subject of some verb.
      own.removeUnversionedRun();
    }
    boolean either = state.joinedBy == Role.OR || state.joinedBy == Role.SLASH;
    add(found, state.lastItemKnown || !either);
    if (!found.isEmpty() || !state.afterWith || !state.lenient) {
      state.lastItem = found; // "the acme CLI with plugin support or ...": still the CLI
      state.lastItemKnown = !found.isEmpty();
    }
    state.afterInstall = false;
    state.listKind = Lists.kindOfPlural(item, found, state.listKind);
    state.joinedBy = null;
    state.afterWith = false;
    state.commaBefore = false;
    state.nextLevel = null;
  }

  /** "a service key in ACME_KEY": a variable is needed wherever it is named. */
  private boolean held(Mention mention) {
    return state.lenient
        && mention.kind == Kind.CREDENTIAL
        && VersionWords.isVariable(mention.name);
  }

  private List<Mention> mentions(List<Lexeme> item) {
    String bare = NounReader.bareVersion(item);
    if (bare != null) {
      Mention last = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
      boolean second = last != null && last.version != null; // "Acme 2, and 3 for the charts"
      Mention runtime = second ? last : prose.lastRuntime(own.all());
      if (runtime == null || !state.lenient) {
        return List.of();
      }
      Mention again = new Mention(runtime.kind, runtime.name);
      again.unknown = runtime.unknown;
      again.product = runtime.product;
      again.version = bare;
      again.again = true;
      if (state.beforeBrackets && state.joinedBy == Role.COMMA) {
        state.nextLevel = Level.CONDITIONAL; // "Acme 1.6 (tests), 1.7 (mocks)": a part each
      }
      again.floor = isFloor(item);
      return List.of(again);
    }
    boolean single = Nouns.single(Nouns.trim(item)); // "with acme and emca installed"
    boolean unled = !state.lenient && single && !state.predicate;
    List<Mention> found = new ArrayList<>(nouns.read(item, state.lenient || unled));
    if (found.isEmpty() && state.level == Level.OPTIONAL) {
      found.addAll(nouns.used(item));
    }
    if (single && found.isEmpty()) {
      NounReader.quoted(Nouns.trim(item).getFirst()).ifPresent(found::add);
    }
    if (state.inBrackets && state.listKind == null) {
      found.removeIf(m -> m.unknown && m.product && m.version == null);
    }
    found.forEach(mention -> mention.floor = isFloor(item));
    found.forEach(mention -> mention.bare = unled);
    found.stream().filter(mention -> unled && mention.product).forEach(Mention::onlyTitle);
    return found;
  }

  /** Whether a version is written as a floor rather than as one of several that do. */
  private static boolean isFloor(List<Lexeme> item) {
    return item.stream()
        .anyMatch(
            w ->
                w.is(Role.COMPARATOR, Role.OR_LATER, Role.AT_LEAST)
                    || w.is(Role.VERSION) && w.text().endsWith("+"));
  }

  private void excluded(List<Lexeme> item) {
    state.lastItem = List.of();
    if (!state.excludes) {
      return;
    }
    List<Mention> found = nouns.read(item, true).stream().filter(m -> m.kind == Kind.OS).toList();
    found.forEach(mention -> mention.level = Level.EXCLUDED);
    found.forEach(own::add);
  }

  private void add(List<Mention> found, boolean joins) {
    if (state.labelKind == Kind.MCP || state.labelKind == Kind.CREDENTIAL) {
      Lists.become(found, state.labelKind); // "MCP servers: slack, postgres"
    }
    if (state.labelKind == Kind.TOOL) {
      found.stream().filter(m -> m.kind == Kind.PACKAGE).forEach(m -> m.kind = Kind.TOOL);
    }
    for (int i = 0; i < found.size(); i++) {
      Mention mention = found.get(i);
      Level level = state.nextLevel == null ? state.level : state.nextLevel;
      mention.level = supported(mention) ? Level.REQUIRED : level;
      if (state.oneWay) {
        mention.demote(Level.CONDITIONAL);
      }
      mention.via = state.via;
      mention.joinedBy = i > 0 ? Role.AND : joins ? state.joinedBy : null;
      mention.commaBefore = state.commaBefore;
      mention.group = state.oneOf;
      own.add(mention);
    }
  }

  /** "Compact mode works in Codex": where a part works is where the skill is made for. */
  private boolean supported(Mention mention) {
    boolean host = mention.kind == Kind.OS || mention.kind == Kind.AGENT;
    return host && state.useVerb && state.level == Level.CONDITIONAL && !state.conditional;
  }
}
