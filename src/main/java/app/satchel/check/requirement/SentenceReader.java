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
  private static final Set<Role> NOUNS =
      Set.of(
          Role.TERM,
          Role.VERSION,
          Role.COMPARATOR,
          Role.VARIABLE,
          Role.SCOPED,
          Role.PLACE,
          Role.WORD,
          Role.GLUE,
          Role.GENERIC,
          Role.HEAD,
          Role.ENVIRONMENT,
          Role.ON_PATH,
          Role.OR_LATER,
          Role.AT_MOST,
          Role.AT_LEAST,
          Role.OPTION);

  private static final Set<String> RELATIVES = Set.of("that", "which", "who");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "this", "any", "your");

  private final Vocabulary vocabulary;
  private final NounReader nouns;
  private final Prose prose;
  private final List<Mention> own = new ArrayList<>();

  private List<Lexeme> lexemes = List.of();
  private Level level;
  private boolean lenient;
  private boolean negated;
  private boolean excludes;
  private boolean purpose;
  private boolean afterPreposition;
  private boolean verified;
  private boolean via;
  private boolean positiveVerb;
  private boolean useVerb;
  private boolean afterBut;
  private boolean optionally;
  private boolean afterInstall;
  private boolean idle;
  private boolean purposeSeen;
  private Mention labelled;
  private int oneOf;
  private Role joinedBy;
  private boolean commaBefore;
  private int list;
  private int run;
  private int subjectStart;
  private List<Mention> lastItem = List.of();
  private boolean lastItemKnown = true;
  private Kind listKind;

  /**
   * @param level the level of what stands before any verb
   * @param lenient whether a verb of need went before
   */
  SentenceReader(
      Vocabulary vocabulary, NounReader nouns, Prose prose, Level level, boolean lenient) {
    this.vocabulary = vocabulary;
    this.nouns = nouns;
    this.prose = prose;
    this.level = level;
    this.lenient = lenient;
  }

  /** Reads one part and gives its mentions to the prose. */
  List<Mention> read(List<Lexeme> whole) {
    List<Lexeme> part = new ArrayList<>(whole);
    for (int at = 0; at < part.size(); at++) {
      boolean relative =
          at > 0 && RELATIVES.contains(part.get(at - 1).text().toLowerCase(Locale.ROOT));
      if (relative && part.get(at).is(Role.USE, Role.NEED)) {
        part.set(at, part.get(at).as(Role.PREPOSITION));
      } else if (isNoun(part, at)) {
        part.set(at, part.get(at).as(Role.WORD));
      }
    }
    lexemes = part;
    int i = 0;
    while (i < part.size()) {
      Lexeme lexeme = part.get(i);
      if (NOUNS.contains(lexeme.role()) && !lexeme.is(Role.OPTION)) {
        int end = i;
        while (end < part.size() && NOUNS.contains(part.get(end).role())) {
          end++;
        }
        item(commandLine(part.subList(i, end)));
        i = end;
      } else if (lexeme.is(Role.OPEN)) {
        int close = close(part, i);
        aside(part.subList(i + 1, close), close + 1);
        i = close + 1;
      } else if (lexeme.is(Role.INSTALL)) {
        i = install(i);
      } else {
        step(lexeme, i);
        i++;
      }
    }
    settle();
    return own;
  }

  /** Of a command line in backticks only the command counts. */
  private static List<Lexeme> commandLine(List<Lexeme> item) {
    List<Lexeme> kept = new ArrayList<>();
    for (Lexeme word : item) {
      boolean argument = !kept.isEmpty() && kept.getLast().code() && word.code();
      if (!argument || word.is(Role.VERSION, Role.COMPARATOR)) {
        kept.add(word);
      }
    }
    return kept;
  }

  private static int close(List<Lexeme> part, int open) {
    int depth = 0;
    for (int i = open; i < part.size(); i++) {
      if (part.get(i).is(Role.OPEN)) {
        depth++;
      } else if (part.get(i).is(Role.CLOSE) && --depth == 0) {
        return i;
      }
    }
    return part.size();
  }

  /** "the target tenant", "Browser Use": a word of the verbs that is a noun here. */
  private static boolean isNoun(List<Lexeme> part, int at) {
    Lexeme word = part.get(at);
    if (!word.is(Role.USE, Role.NEED) || word.text().indexOf(' ') >= 0 || at == 0) {
      return false;
    }
    Lexeme before = part.get(at - 1);
    boolean article =
        before.is(Role.GLUE) && ARTICLES.contains(before.text().toLowerCase(Locale.ROOT));
    return article
        || before.is(Role.TO, Role.FOR, Role.PREPOSITION)
        || (word.capitalised() && NOUNS.contains(before.role()));
  }

  private void step(Lexeme lexeme, int at) {
    switch (lexeme.role()) {
      case NEED, USE, PREFER, USE_PART -> verb(lexeme, at);
      case REQUIRED -> required(at);
      case OPTIONAL -> optional(at);
      case OPTIONALLY -> {
        optionally = true;
        level = Level.OPTIONAL;
        lenient = true;
      }
      case IF_AVAILABLE -> level(useVerb ? inList() : inRun(), Level.OPTIONAL);
      case ONLY_FOR -> {
        boolean whole = wholeUntilComma(at + 1);
        level(inRun(), whole ? Level.REQUIRED : Level.CONDITIONAL);
        purpose = true;
      }
      case SKIPPED -> prose.skipped(words(subjectStart, at));
      case NOT -> not(lexeme, at);
      case EXCLUDES -> {
        negated = true;
        excludes = true;
      }
      case UNSUPPORTED -> unsupported();
      case VERIFIED -> verified = true;
      case ONE_OF -> oneOf = prose.newGroup();
      case COMMA -> comma(at);
      case AND, OR, SLASH -> conjunction(lexeme.role());
      case WITH -> with(lexeme);
      case BUT -> {
        negated = false;
        excludes = false;
        purpose = false;
        afterBut = true;
        run++;
        subjectStart = at + 1;
      }
      case FOR -> beginPurpose(at);
      case TO -> {
        purpose = true;
        purposeSeen = true;
      }
      case PREPOSITION -> preposition(lexeme);
      case COPULA -> copula(at);
      case COLON -> colon(at);
      default -> {}
    }
  }

  private void verb(Lexeme verb, int at) {
    boolean afterNot = at > 0 && lexemes.get(at - 1).is(Role.NOT);
    if (!afterNot) {
      negated = false;
      excludes = false;
    }
    boolean joined = at > 0 && lexemes.get(at - 1).is(Role.AND) && positiveVerb;
    if (!joined) {
      Level subject = subjectLevel(at);
      dropSubject();
      if (verb.is(Role.PREFER, Role.USE_PART) || optionally) {
        level = Level.OPTIONAL;
      } else if (subject != null) {
        level = subject;
      }
    }
    optionally = false;
    positiveVerb = true;
    useVerb = verb.is(Role.USE, Role.PREFER, Role.USE_PART);
    lenient = true;
    purpose = false;
    purposeSeen = false;
    idle = false;
    afterPreposition = false;
    verified = false;
    list++;
    run++;
    joinedBy = null;
    lastItem = List.of();
    lastItemKnown = true;
    subjectStart = at + 1;
  }

  /** Items that turned out to be the subject of a verb are not needed themselves. */
  private void dropSubject() {
    own.removeIf(
        mention -> {
          boolean subject = mention.list == list && mention.run == run;
          if (subject && mention.via) {
            mention.level = Level.CONDITIONAL;
          }
          return subject && !mention.via;
        });
  }

  /** What the words before a verb say about what follows it; null to keep the level as it is. */
  private Level subjectLevel(int verb) {
    List<Lexeme> subject = lexemes.subList(Math.min(subjectStart, verb), verb);
    boolean said = !words(subjectStart, verb).isEmpty();
    for (Lexeme word : subject) {
      if (word.is(Role.OPTIONAL)) {
        return Level.CONDITIONAL;
      }
      if (word.is(Role.PLACE)) {
        return Level.CONDITIONAL;
      }
    }
    if (!said) {
      return null;
    }
    List<String> words = words(subjectStart, verb, false);
    if (words.isEmpty()) {
      return Level.REQUIRED;
    }
    boolean whole =
        words.stream().allMatch(vocabulary::whole) || vocabulary.wholeNoun(words.getLast());
    return whole ? Level.REQUIRED : Level.CONDITIONAL;
  }

  /** The words of a stretch in lower case, without articles. */
  private List<String> words(int from, int to) {
    return words(from, to, true);
  }

  private List<String> words(int from, int to, boolean adjectives) {
    List<String> words = new ArrayList<>();
    for (Lexeme lexeme : lexemes.subList(Math.min(from, to), to)) {
      boolean article = ARTICLES.contains(lexeme.text().toLowerCase(Locale.ROOT));
      if (lexeme.is(Role.GLUE) && (article || !adjectives)) {
        continue;
      }
      if (NOUNS.contains(lexeme.role()) || lexeme.is(Role.OPTIONAL, Role.FOR)) {
        words.addAll(List.of(lexeme.text().toLowerCase(Locale.ROOT).split(" ")));
      }
    }
    return words;
  }

  private void required(int at) {
    boolean colon = at + 1 < lexemes.size() && lexemes.get(at + 1).is(Role.COLON);
    if (colon || own.isEmpty()) {
      lenient = true;
      level = Level.REQUIRED;
    }
  }

  private void optional(int at) {
    boolean colon = at + 1 < lexemes.size() && lexemes.get(at + 1).is(Role.COLON);
    boolean itemFollows = at + 1 < lexemes.size() && NOUNS.contains(lexemes.get(at + 1).role());
    boolean afterItem = at > 0 && lexemes.get(at - 1).is(Role.COPULA, Role.CLOSE);
    afterItem |= at > 0 && NOUNS.contains(lexemes.get(at - 1).role()) && !inRun().isEmpty();
    if (colon || inRun().isEmpty() || (itemFollows && !afterItem)) {
      level = Level.OPTIONAL;
      lenient = true;
    } else {
      level(inRun(), Level.OPTIONAL);
    }
  }

  private void not(Lexeme lexeme, int at) {
    String words = lexeme.text().toLowerCase(Locale.ROOT);
    boolean postfix =
        words.endsWith("required")
            || words.endsWith("needed")
            || words.endsWith("necessary")
            || words.endsWith("mandatory");
    if (!postfix) {
      negated = true;
      positiveVerb &= at > 0 && lexemes.get(at - 1).is(Role.COMMA);
      return;
    }
    if (afterBut) {
      level(own, Level.CONDITIONAL);
    } else {
      own.removeAll(inRun());
    }
    purpose = true;
  }

  private void unsupported() {
    for (Mention mention : inRun()) {
      if (mention.kind == Kind.OS) {
        mention.level = Level.EXCLUDED;
      } else {
        own.remove(mention);
      }
    }
  }

  private void comma(int at) {
    run++;
    purpose = false;
    afterPreposition = false;
    negated &= !positiveVerb || excludes;
    joinedBy = Role.COMMA;
    commaBefore = true;
    via = false;
    subjectStart = at + 1;
  }

  private void conjunction(Role role) {
    if (afterPreposition && lenient && role == Role.AND && !useVerb) {
      afterPreposition = false;
    }
    joinedBy = role;
  }

  private void with(Lexeme lexeme) {
    String word = lexeme.text().toLowerCase(Locale.ROOT);
    via = word.equals("via") || word.equals("through");
    if (via) {
      purpose = false;
    }
    joinedBy = Role.AND;
  }

  private void beginPurpose(int at) {
    boolean opens = own.isEmpty() && subjectStart == at && !lenient;
    if (opens) {
      // "For Perforce, requires p4"; "For projects using Tailwind".
      int end = at + 1;
      while (end < lexemes.size() && NOUNS.contains(lexemes.get(end).role())) {
        end++;
      }
      boolean whole = words(at + 1, end, false).stream().allMatch(vocabulary::whole);
      level = whole ? level : Level.CONDITIONAL;
      purpose = !whole;
      return;
    }
    purpose = true;
    purposeSeen = true;
    if (purposeOfAPart(at + 1)) {
      for (Mention mention : lastAlternatives()) {
        NounReader.demote(mention, Level.CONDITIONAL);
      }
    }
  }

  private int commaAfter(int from) {
    int end = from;
    while (end < lexemes.size() && !lexemes.get(end).is(Role.COMMA, Role.OPEN, Role.BUT)) {
      end++;
    }
    return end;
  }

  private boolean purposeOfAPart(int from) {
    int end = commaAfter(from);
    List<String> words = words(from, end);
    String text = String.join(" ", words);
    lastAlternatives().forEach(mention -> mention.purpose = text);
    return partIn(words) || lexemes.subList(from, end).stream().anyMatch(w -> w.is(Role.OPTIONAL));
  }

  private boolean partIn(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean pair = i > 0 && vocabulary.part(words.get(i - 1) + " " + words.get(i));
      if (pair || vocabulary.part(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean wholeUntilComma(int from) {
    List<String> words = words(from, commaAfter(from), false);
    return !words.isEmpty() && words.stream().allMatch(vocabulary::whole);
  }

  private void preposition(Lexeme lexeme) {
    afterPreposition = true;
    if (lexeme.text().equalsIgnoreCase("from") && !own.isEmpty() && own.getLast().unnamed) {
      afterPreposition = false; // "an API key from Stripe": the item names the service.
    }
  }

  /** "check.py is stdlib-only Python 3.10+": the file is a part. */
  private void copula(int at) {
    boolean file =
        lexemes.subList(Math.min(subjectStart, at), at).stream().anyMatch(w -> w.is(Role.PLACE));
    if (file && !positiveVerb) {
      level = Level.CONDITIONAL;
      lenient = true;
    } else if (own.isEmpty() && !lenient) {
      idle = true; // "Windows users can install it with Chocolatey": a statement, no list.
    }
  }

  private void colon(int at) {
    if (at > 0 && lexemes.get(at - 1).is(Role.NEED, Role.USE, Role.PREFER, Role.ONE_OF)) {
      return;
    }
    boolean version =
        at + 1 < lexemes.size() && lexemes.get(at + 1).is(Role.VERSION, Role.COMPARATOR);
    List<Mention> label = inRun();
    boolean affirmed = at + 1 < lexemes.size() && lexemes.get(at + 1).is(Role.REQUIRED);
    if (!label.isEmpty() && (version || affirmed)) {
      labelled = version ? label.getLast() : null;
      joinedBy = null;
      return;
    }
    own.removeIf(mention -> label.contains(mention) && mention.kind != Kind.RUNTIME);
    boolean optional =
        lexemes.subList(Math.min(subjectStart, at), at).stream()
            .anyMatch(w -> w.is(Role.OPTIONAL, Role.OPTIONALLY));
    List<String> words = words(subjectStart, at);
    lenient = true;
    afterPreposition = false;
    idle = false;
    if (optional) {
      level = Level.OPTIONAL;
    } else if (words.stream().anyMatch(vocabulary::part)) {
      level = Level.CONDITIONAL;
    }
    run++;
    list++;
    joinedBy = null;
    subjectStart = at + 1;
  }

  private void item(List<Lexeme> item) {
    boolean copulaBefore = item.getFirst().start() > 0 && onlyGlue(item);
    if (copulaBefore) {
      return;
    }
    if (purpose && joinedBy == Role.AND && floor(item)) {
      purpose = false; // "access to the API and Python 3.9": a version is no purpose.
    }
    if (verified || purpose || idle) {
      lastItem = List.of();
      return;
    }
    if (negated) {
      excluded(item);
      return;
    }
    if (!own.isEmpty() && own.getLast().unnamed && naming(item)) {
      return;
    }
    if (completes(item)) {
      return;
    }
    List<Mention> found = mentions(item);
    if (afterPreposition) {
      boolean supported = useVerb || level == Level.EXCLUDED;
      found =
          found.stream()
              .filter(m -> supported && (m.kind == Kind.OS || m.kind == Kind.AGENT))
              .collect(Collectors.toList());
    }
    if (purposeSeen) {
      found = found.stream().filter(m -> !m.unknown).collect(Collectors.toList());
    }
    if (found.isEmpty() && !lenient && joinedBy == Role.AND && clause(item)) {
      own.removeIf(
          m ->
              m.list == list
                  && m.run == run
                  && m.version
                      == null); // "macOS and Windows hosts follow ...": the subject of some verb.
    }
    add(found, lastItemKnown || joinedBy != Role.OR);
    lastItem = found;
    afterInstall = false;
    lastItemKnown = !found.isEmpty();
    pluralHead(item);
    joinedBy = null;
    commaBefore = false;
  }

  private static boolean floor(List<Lexeme> item) {
    return item.stream().anyMatch(word -> word.is(Role.VARIABLE))
        || item.stream().anyMatch(word -> word.is(Role.VERSION))
            && item.stream().anyMatch(word -> word.is(Role.TERM));
  }

  private static boolean onlyGlue(List<Lexeme> item) {
    return item.stream().allMatch(word -> word.is(Role.GLUE, Role.ON_PATH, Role.OR_LATER));
  }

  private List<Mention> mentions(List<Lexeme> item) {
    String bare = NounReader.bareVersion(item);
    if (bare != null) {
      Mention runtime = prose.lastRuntime(own);
      if (runtime == null || !lenient) {
        return List.of();
      }
      Mention again = new Mention(runtime.kind, runtime.name);
      again.version = bare;
      return List.of(again);
    }
    return nouns.read(item, lenient);
  }

  /** Whether a known name is followed by a word in lower case, as by a verb. */
  private static boolean clause(List<Lexeme> item) {
    boolean named = false;
    for (Lexeme word : item) {
      if (named && word.is(Role.WORD) && !word.capitalised() && !word.code()) {
        return true;
      }
      named |= word.is(Role.TERM);
    }
    return false;
  }

  private void excluded(List<Lexeme> item) {
    lastItem = List.of();
    if (!excludes) {
      return;
    }
    List<Mention> found = nouns.read(item, true).stream().filter(m -> m.kind == Kind.OS).toList();
    found.forEach(mention -> mention.level = Level.EXCLUDED);
    own.addAll(found);
  }

  /** {@code Python: 3.10+}, {@code Python >=3.9, <3.13}: a version of what was named before. */
  private boolean completes(List<Lexeme> item) {
    String bare = NounReader.bareVersion(item);
    Mention label = labelled;
    labelled = null;
    if (bare == null) {
      return false;
    }
    if (label != null) {
      label.version = bare;
      return true;
    }
    Mention last = lastItem.isEmpty() ? null : lastItem.getLast();
    boolean second = bare.startsWith("<") || bare.startsWith("!=");
    if (second && joinedBy == Role.COMMA && last != null && last.version != null) {
      last.version += " " + bare;
      return true;
    }
    return false;
  }

  /** The service of an API key that stands after "from". */
  private boolean naming(List<Lexeme> item) {
    Mention key = own.getLast();
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
      mention.list = list;
      mention.run = run;
      mention.via = via;
      mention.joinedBy = i > 0 ? Role.AND : joins ? joinedBy : null;
      mention.commaBefore = commaBefore;
      mention.group = oneOf;
      own.add(mention);
    }
  }

  /** "a and b packages": the plural also speaks of the words before it. */
  private void pluralHead(List<Lexeme> item) {
    for (Lexeme word : item) {
      if (word.is(Role.HEAD) && word.text().toLowerCase(Locale.ROOT).endsWith("s")) {
        listKind =
            switch (word.head()) {
              case "package" -> Kind.PACKAGE;
              case "tool" -> Kind.TOOL;
              case "mcp" -> Kind.MCP;
              default -> listKind;
            };
      }
    }
  }

  private void aside(List<Lexeme> content, int next) {
    if (purpose || verified || negated || afterInstall || content.isEmpty()) {
      return;
    }
    if (lastItem.isEmpty() || !own.contains(lastItem.getLast())) {
      SentenceReader inner = new SentenceReader(vocabulary, nouns, prose, level, lenient);
      for (Mention mention : inner.read(content)) {
        mention.list = list;
        mention.run = run;
        own.add(mention);
      }
      return;
    }
    boolean alternatives = next < lexemes.size() && lexemes.get(next).is(Role.OR, Role.SLASH);
    new AsideReader(vocabulary, nouns, prose)
        .read(content, lastAlternatives(), alternatives, level)
        .forEach(
            mention -> {
              mention.list = list;
              mention.run = run;
              own.add(mention);
            });
  }

  /** Reads the names after an install command; returns where it ends. */
  private int install(int at) {
    String ecosystem = lexemes.get(at).head();
    int i = at + 1;
    while (i < lexemes.size() && NOUNS.contains(lexemes.get(i).role())) {
      Lexeme word = lexemes.get(i);
      if (word.is(Role.TERM, Role.WORD, Role.SCOPED, Role.GENERIC, Role.HEAD) && !negated) {
        prose.installed(word, ecosystem, constraintAfter(i), level).ifPresent(own::add);
      }
      i++;
    }
    afterInstall = true;
    lastItem = List.of();
    joinedBy = null;
    return i;
  }

  private String constraintAfter(int at) {
    if (at + 2 < lexemes.size()
        && lexemes.get(at + 1).is(Role.COMPARATOR)
        && lexemes.get(at + 2).is(Role.VERSION)) {
      return VersionWords.constraint(lexemes.get(at + 1).text(), lexemes.get(at + 2).text(), false);
    }
    return null;
  }

  private List<Mention> inRun() {
    return own.stream().filter(m -> m.list == list && m.run == run).toList();
  }

  private List<Mention> inList() {
    return own.stream().filter(m -> m.list == list).toList();
  }

  /** The last item, with the alternatives it is joined to. */
  private List<Mention> lastAlternatives() {
    List<Mention> last = new ArrayList<>();
    for (int i = own.size() - 1; i >= 0; i--) {
      last.add(own.get(i));
      if (own.get(i).joinedBy != Role.OR && own.get(i).joinedBy != Role.SLASH) {
        break;
      }
    }
    return last;
  }

  private static void level(List<Mention> mentions, Level level) {
    if (level != Level.REQUIRED) {
      mentions.forEach(mention -> NounReader.demote(mention, level));
    }
  }

  private void settle() {
    Lists.settle(own, listKind, prose);
  }
}
