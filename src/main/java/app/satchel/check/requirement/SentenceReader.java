package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Walks once over the lexemes of one part of a sentence (between semicolons and dashes) and
 * collects what it says is needed. Verbs, purposes and negations change a small state; everything
 * between them is an item of a list and is left to {@link NounReader}.
 */
final class SentenceReader {
  /** Brackets in brackets deeper than this are passed over. */
  private static final int DEEPEST_BRACKETS = 2;

  private final int depth;
  private final Vocabulary vocabulary;
  private final NounReader nouns;
  private final Prose prose;
  private final ItemList own = new ItemList();

  private Clause clause;

  /** The level of what is named next. */
  private Level level;

  /** Whether unknown words may stand beside names: after a verb of need or a heading. */
  private boolean lenient;

  private boolean verbBefore;

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
    this.level = level;
    this.lenient = lenient;
  }

  /** Says whether an earlier part of the sentence had a verb that also governs this one. */
  void verbBefore(boolean verb) {
    verbBefore = verb;
  }

  /** Whether a verb of need or use was read. */
  boolean hasVerb() {
    return state.positiveVerb;
  }

  /** A reader of what stands in brackets in this part. */
  SentenceReader inner(Level level, boolean lenient) {
    return new SentenceReader(vocabulary, nouns, prose, level, lenient, depth + 1);
  }

  /** Reads one part; the list that is returned is the reader's own. */
  List<Mention> read(List<Lexeme> whole) {
    clause = Clause.of(whole, vocabulary);
    List<Lexeme> part = clause.lexemes();
    int i = 0;
    while (i < part.size()) {
      Lexeme lexeme = part.get(i);
      if (Clause.isNounRole(lexeme) && !lexeme.is(Role.OPTION)) {
        int end = i;
        while (end < part.size() && Clause.isNounRole(part.get(end))) {
          end++;
        }
        if (state.purpose && state.joinedBy == Role.AND && purposeFollows(i, end)) {
          state.purpose = false; // "pandoc for letters and typst for slides"
        }
        item(Clause.commandLine(part.subList(i, end)));
        i = end;
      } else if (lexeme.is(Role.OPEN)) {
        int close = Clause.close(part, i);
        aside(part.subList(i + 1, close), close + 1);
        i = close + 1;
      } else if (lexeme.is(Role.INSTALL) && !lexeme.terms().isEmpty() && !runs(i + 1)) {
        item(List.of(lexeme.as(Role.TERM)));
        i++;
      } else if (lexeme.is(Role.INSTALL)) {
        i = prose.installs().read(clause, i, level, state.negated ? _ -> {} : own::addInstalled);
        state.afterInstall = true;
        state.lastItem = List.of();
        state.joinedBy = null;
      } else {
        step(lexeme, i);
        i++;
      }
    }
    Lists.settle(own.all(), state.listKind, prose);
    return own.all();
  }

  /** Whether a name in a purpose has a purpose of its own, and so is an item of the list. */
  private boolean purposeFollows(int from, int to) {
    return clause.is(to, Role.FOR) && !state.condition && clause.any(from, to, Role.TERM);
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
      case REQUIRED -> required(at);
      case OPTIONAL -> optional(at);
      case OPTIONALLY -> {
        state.optionally = true;
        level = Level.OPTIONAL;
        lenient = true;
      }
      case IF_AVAILABLE ->
          ItemList.level(state.useVerb ? own.inList() : spokenOf(at), Level.OPTIONAL);
      case ONLY_FOR -> {
        boolean whole = clause.wholeUntilComma(at + 1);
        ItemList.level(spokenOf(at), whole ? Level.REQUIRED : Level.CONDITIONAL);
        state.purpose = true;
      }
      case FALLBACK -> {
        ItemList.level(own.isEmpty() ? prose.lastPart() : own.inList(), Level.OPTIONAL);
        state.idle = true;
      }
      case SKIPPED -> prose.skipped(clause.words(state.subjectStart, at));
      case NOT -> not(lexeme, at);
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
      case FOR -> beginPurpose(at);
      case CONDITION -> beginCondition(at);
      case TO -> {
        state.purpose = true;
        state.purposeSeen = true;
        if (bare() && clause.is(at - 1, Role.TERM, Role.VERSION) && !clause.is(at + 1, Role.GLUE)) {
          ItemList.level(own.inRun(), Level.CONDITIONAL);
        }
      }
      case PREPOSITION -> preposition(lexeme);
      case COPULA -> copula(at);
      case COLON -> colon(at);
      default -> {}
    }
  }

  private void verb(Lexeme verb, int at) {
    if (state.condition && !clause.is(at - 1, Role.AND)) {
      return; // "terragrunt when the repository uses it"
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
      own.dropSubject();
      if (verb.is(Role.PREFER, Role.USE_PART) || state.optionally) {
        level = Level.OPTIONAL;
      } else if (verb.is(Role.NEED_PART)) {
        level = Level.CONDITIONAL;
      } else if (subject != null) {
        level = subject;
      }
    }
    state.beginVerb(verb.is(Role.USE, Role.PREFER, Role.USE_PART), at);
    lenient = true;
    own.beginList();
  }

  private void required(int at) {
    boolean colon = clause.is(at + 1, Role.COLON);
    if (colon || own.isEmpty()) {
      lenient = true;
      level = Level.REQUIRED;
    } else if (clause.is(at - 1, Role.COPULA) && !state.positiveVerb && !state.condition) {
      // "Network access for downloads is required": the verb outweighs the purpose.
      own.inRun().stream().filter(m -> m.level == Level.CONDITIONAL).forEach(Mention::require);
    }
  }

  private void optional(int at) {
    boolean colon = clause.is(at + 1, Role.COLON);
    boolean itemFollows = at + 1 < clause.size() && Clause.isNounRole(clause.get(at + 1));
    boolean afterItem = clause.is(at - 1, Role.COPULA, Role.CLOSE);
    afterItem |= at > 0 && Clause.isNounRole(clause.get(at - 1)) && !own.inRun().isEmpty();
    if (colon || own.inRun().isEmpty() || (itemFollows && !afterItem)) {
      level = Level.OPTIONAL;
      lenient = true;
    } else {
      ItemList.level(spokenOf(at), Level.OPTIONAL);
    }
  }

  /** What a word after items speaks of: "a, b and c are optional" of them all. */
  private List<Mention> spokenOf(int at) {
    boolean all =
        clause.is(at - 1, Role.COPULA) && clause.get(at - 1).text().equalsIgnoreCase("are")
            || clause.get(at).text().toLowerCase(Locale.ROOT).startsWith("are ");
    return all ? own.inList() : own.inRun();
  }

  private void not(Lexeme lexeme, int at) {
    String words = lexeme.text().toLowerCase(Locale.ROOT);
    boolean postfix =
        words.endsWith("required")
            || words.endsWith("needed")
            || words.endsWith("necessary")
            || words.endsWith("mandatory")
            || words.endsWith("installed");
    if (!postfix) {
      state.negated = true;
      state.positiveVerb &= clause.is(at - 1, Role.COMMA);
      return;
    }
    if (state.afterBut) {
      ItemList.level(own.all(), Level.CONDITIONAL);
    } else {
      own.all().removeAll(own.inRun());
    }
    state.purpose = true;
  }

  private void conjunction(Role role) {
    if (state.afterPreposition && lenient && role == Role.AND && !state.useVerb) {
      state.afterPreposition = false;
    }
    state.joinedBy = role;
  }

  private void with(Lexeme lexeme) {
    String word = lexeme.text().toLowerCase(Locale.ROOT);
    state.via = word.equals("via") || word.equals("through");
    state.afterWith = true;
    if (state.via) {
      state.purpose = false;
    }
    state.joinedBy = Role.AND;
  }

  private void beginPurpose(int at) {
    if (opens(at)) {
      return;
    }
    if (own.isEmpty() && isFor(at) && clause.names(at + 1, Kind.AGENT)) {
      state.beginVerb(true, at); // "Instructions for Claude Code and Codex"
      own.beginList();
      return;
    }
    state.purpose = true;
    state.purposeSeen = true;
    if (purposeOfAPart(at + 1)) {
      ItemList.level(own.lastAlternatives(), Level.CONDITIONAL);
    } else if (bare() && isFor(at) && !clause.wholeUntilComma(at + 1)) {
      ItemList.level(own.inRun(), Level.CONDITIONAL);
    }
  }

  /** "terragrunt when the repository uses it", "jq when one is installed". */
  private void beginCondition(int at) {
    if (opens(at)) {
      return;
    }
    state.purpose = true;
    state.purposeSeen = true;
    state.condition = !own.isEmpty();
    boolean there = vocabulary.availability(clause.lastWord(at + 1));
    ItemList.level(own.lastAlternatives(), there ? Level.OPTIONAL : Level.CONDITIONAL);
  }

  /** Whether a purpose or condition opens the part: "For Perforce, requires p4". */
  private boolean opens(int at) {
    boolean opens = own.isEmpty() && state.subjectStart == at && !lenient;
    if (opens) {
      int end = at + 1;
      while (end < clause.size() && Clause.isNounRole(clause.get(end))) {
        end++;
      }
      boolean whole = clause.words(at + 1, end, false).stream().allMatch(vocabulary::whole);
      level = whole ? level : Level.CONDITIONAL;
      state.purpose = !whole;
    }
    return opens;
  }

  private boolean isFor(int at) {
    return clause.get(at).text().equalsIgnoreCase("for");
  }

  /** Whether nothing but the items themselves says that they are needed: no verb, no heading. */
  private boolean bare() {
    return !state.positiveVerb && !verbBefore && !lenient && level == Level.REQUIRED && depth == 0;
  }

  private boolean purposeOfAPart(int from) {
    int end = clause.commaAfter(from);
    List<String> words = clause.words(from, end);
    String text = String.join(" ", words);
    own.lastAlternatives().forEach(mention -> mention.purpose = text);
    return clause.partIn(words) || clause.any(from, end, Role.OPTIONAL);
  }

  private void preposition(Lexeme lexeme) {
    state.afterPreposition = true;
    if (lexeme.text().equalsIgnoreCase("from") && !own.isEmpty() && own.last().unnamed) {
      state.afterPreposition = false; // "an API key from Stripe": the item names the service.
    }
  }

  /** "check.py is stdlib-only Python 3.10+": the file is a part. */
  private void copula(int at) {
    boolean file = clause.any(state.subjectStart, at, Role.PLACE);
    if (file && !state.positiveVerb) {
      level = Level.CONDITIONAL;
      lenient = true;
    } else if (own.isEmpty() && !lenient) {
      state.idle = true; // "Windows users can install it with Chocolatey": a statement, no list.
    }
  }

  private void colon(int at) {
    if (clause.is(at - 1, Role.NEED, Role.USE, Role.PREFER, Role.ONE_OF)) {
      return;
    }
    boolean version = clause.is(at + 1, Role.VERSION, Role.COMPARATOR);
    List<Mention> label = own.inRun();
    boolean affirmed = clause.is(at + 1, Role.REQUIRED);
    if (!label.isEmpty() && (version || affirmed)) {
      state.labelled = version ? label.getLast() : null;
      state.joinedBy = null;
      return;
    }
    own.all().removeIf(mention -> label.contains(mention) && mention.kind != Kind.RUNTIME);
    boolean optional = clause.any(state.subjectStart, at, Role.OPTIONAL, Role.OPTIONALLY);
    List<String> words = clause.words(state.subjectStart, at);
    lenient = true;
    state.afterPreposition = false;
    state.idle = false;
    if (optional) {
      level = Level.OPTIONAL;
    } else if (words.stream().anyMatch(vocabulary::part)) {
      level = Level.CONDITIONAL;
    }
    own.beginList();
    state.joinedBy = null;
    state.subjectStart = at + 1;
  }

  private void item(List<Lexeme> item) {
    if (Clause.onlyGlue(item)) {
      return;
    }
    if (state.purpose && state.joinedBy == Role.AND && Clause.floor(item)) {
      state.purpose = false; // "access to the API and Python 3.9": a version is no state.purpose.
    }
    if (state.verified || state.purpose || state.idle) {
      state.lastItem = List.of();
      return;
    }
    if (state.negated) {
      excluded(item);
      return;
    }
    if (!own.isEmpty() && own.last().unnamed && naming(item)) {
      return;
    }
    if (completes(item)) {
      return;
    }
    List<Mention> found = mentions(item);
    if (state.joinedBy == Role.AND && state.afterWith) {
      account(found);
    }
    if (state.afterPreposition) {
      boolean supported = state.useVerb || level == Level.EXCLUDED;
      found =
          found.stream()
              .filter(m -> supported && (m.kind == Kind.OS || m.kind == Kind.AGENT))
              .collect(Collectors.toList());
    }
    if (state.purposeSeen) {
      found = found.stream().filter(m -> !m.unknown).collect(Collectors.toList());
    }
    if (found.isEmpty() && !lenient && state.joinedBy == Role.AND && Clause.isClause(item)) {
      // "macOS and Windows hosts follow ...": the subject of some verb.
      own.removeUnversionedRun();
    }
    add(found, state.lastItemKnown || state.joinedBy != Role.OR);
    state.lastItem = found;
    state.afterInstall = false;
    state.lastItemKnown = !found.isEmpty();
    state.listKind = Lists.kindOfPlural(item, found, state.listKind);
    state.joinedBy = null;
    state.afterWith = false;
    state.commaBefore = false;
  }

  /** "AWS CLI with a valid profile": credentials without a name are those of the program. */
  private void account(List<Mention> found) {
    Mention program = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
    boolean unnamed = found.size() == 1 && found.getFirst().unnamed;
    if (unnamed && program != null && program.kind == Kind.TOOL) {
      vocabulary.account(program.name).ifPresent(found.getFirst()::name);
    }
  }

  private List<Mention> mentions(List<Lexeme> item) {
    String bare = NounReader.bareVersion(item);
    if (bare != null) {
      Mention runtime = prose.lastRuntime(own.all());
      if (runtime == null || !lenient) {
        return List.of();
      }
      Mention again = new Mention(runtime.kind, runtime.name);
      again.version = bare;
      return List.of(again);
    }
    return nouns.read(item, lenient);
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

  /** {@code Python: 3.10+}, {@code Python >=3.9, <3.13}: a version of what was named before. */
  private boolean completes(List<Lexeme> item) {
    String bare = NounReader.bareVersion(item);
    Mention label = state.labelled;
    state.labelled = null;
    if (bare == null) {
      return false;
    }
    if (label != null) {
      label.version = bare;
      return true;
    }
    Mention last = state.lastItem.isEmpty() ? null : state.lastItem.getLast();
    boolean second = bare.startsWith("<") || bare.startsWith("!=");
    boolean joined = state.joinedBy == Role.COMMA || state.joinedBy == Role.AND;
    if (second && joined && last != null && last.version != null) {
      last.version += " " + bare;
      return true;
    }
    return false;
  }

  /** The service of an API key that stands after "from". */
  private boolean naming(List<Lexeme> item) {
    Mention key = own.last();
    Lexeme last = item.getLast();
    Term service = last.term(Kind.SERVICE);
    if (last.is(Role.PLACE) || service != null || (last.is(Role.WORD) && last.capitalised())) {
      key.name = service != null ? service.name() : prose.hostName(last.text());
      key.unnamed = key.name.isEmpty();
      return true;
    }
    return false;
  }

  private void add(List<Mention> found, boolean joins) {
    for (int i = 0; i < found.size(); i++) {
      Mention mention = found.get(i);
      mention.level = level;
      mention.via = state.via;
      mention.joinedBy = i > 0 ? Role.AND : joins ? state.joinedBy : null;
      mention.commaBefore = state.commaBefore;
      mention.group = state.oneOf;
      own.add(mention);
    }
  }

  /** Whether what stands before brackets is no program that they could only describe. */
  private boolean generic() {
    return state.lastItem.isEmpty()
        || state.lastItem.stream().allMatch(m -> m.kind == Kind.NETWORK || m.kind == Kind.OS);
  }

  private void aside(List<Lexeme> content, int next) {
    boolean asides = depth < DEEPEST_BRACKETS && !content.isEmpty();
    asides &= !AsideReader.examples(content);
    if (asides && !state.verified && !state.negated && generic() && AsideReader.commands(content)) {
      inner(level, lenient).read(content).forEach(own::add); // "a POSIX shell (bash, curl)"
      return;
    }
    if (!asides || state.purpose || state.verified || state.negated || state.afterInstall) {
      return;
    }
    if (state.lastItem.isEmpty() || !own.all().contains(state.lastItem.getLast())) {
      inner(level, lenient).read(content).forEach(own::add);
      return;
    }
    boolean alternatives = clause.is(next, Role.OR, Role.SLASH);
    new AsideReader(vocabulary, this)
        .read(content, own.lastAlternatives(), alternatives, level)
        .forEach(own::add);
  }
}
