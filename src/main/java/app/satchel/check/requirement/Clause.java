package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The lexemes of one part of a sentence with the questions that only look at them: what a stretch
 * says, whether it speaks of the whole or of a part. Immutable.
 */
final class Clause {
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

  private static final Set<String> SET_UP =
      Set.of("configured", "connected", "enabled", "installed", "registered", "active");

  private static final Set<String> SHELLS = Set.of("bash", "sh");

  /** What a skill may bring as a whole. */
  private static final Set<String> SCRIPTS = Set.of("scripts", "helpers", "tools", "clis");

  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "this", "any", "your");

  private final List<Lexeme> lexemes;
  private final Vocabulary vocabulary;

  private Clause(List<Lexeme> lexemes, Vocabulary vocabulary) {
    this.lexemes = List.copyOf(lexemes);
    this.vocabulary = vocabulary;
  }

  /** The part with its words as what they do where they stand ({@link Rewrites}). */
  static Clause of(List<Lexeme> whole, Vocabulary vocabulary) {
    return new Clause(new Rewrites(vocabulary).apply(whole), vocabulary);
  }

  List<Lexeme> lexemes() {
    return lexemes;
  }

  int size() {
    return lexemes.size();
  }

  Lexeme get(int at) {
    return lexemes.get(at);
  }

  /** Whether a lexeme belongs to an item rather than joining or governing items. */
  static boolean isNounRole(Lexeme lexeme) {
    return NOUNS.contains(lexeme.role());
  }

  /** Whether the lexeme at a place is there and has one of these roles. */
  boolean is(int at, Role... roles) {
    return at >= 0 && at < lexemes.size() && lexemes.get(at).is(roles);
  }

  /** Whether any of a stretch has one of these roles. */
  boolean any(int from, int to, Role... roles) {
    return lexemes.subList(Math.min(from, to), to).stream().anyMatch(w -> w.is(roles));
  }

  /** Whether a word stands in a stretch. */
  boolean says(String word, int from, int to) {
    return lexemes.subList(Math.min(from, to), to).stream()
        .anyMatch(w -> w.text().equalsIgnoreCase(word));
  }

  /** Whether a word is an article. */
  static boolean article(Lexeme word) {
    return word.is(Role.GLUE) && ARTICLES.contains(lastWord(word));
  }

  /** The last word of a phrase: "created by" ends in "by". */
  String lastWord(int at) {
    return lastWord(lexemes.get(at));
  }

  private static String lastWord(Lexeme phrase) {
    String text = phrase.text().toLowerCase(Locale.ROOT);
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  /** Whether it begins with a system and a comma: "On macOS, requires acme". */
  boolean opensOnSystem() {
    return is(0, Role.PREPOSITION)
        && get(0).text().equalsIgnoreCase("on")
        && names(1, Kind.OS)
        && commaAfter(0) < size() - 1;
  }

  /** Whether an item says nothing but "access" before the "to" at a place. */
  boolean access(int at) {
    return is(at - 1, Role.HEAD, Role.GENERIC)
        && get(at - 1).text().equalsIgnoreCase("access")
        && is(at - 2, Role.WITH, Role.AND, Role.COMMA);
  }

  /** "acme tested on macOS, git and jq": the list goes on with what is needed. */
  boolean goesOn(int comma) {
    if (is(comma + 1, Role.AND)) {
      int from = comma - 1;
      while (from > 0 && !is(from, Role.COMMA, Role.VERIFIED)) {
        from--;
      }
      return is(from, Role.VERIFIED); // "a linter such as acme, and jq"
    }
    boolean host = names(comma + 1, Kind.OS) || names(comma + 1, Kind.AGENT);
    return !host && is(comma + 1, Role.TERM) && is(comma - 1, Role.VERSION, Role.TERM);
  }

  /** Of a command line in backticks only the command counts. */
  static List<Lexeme> commandLine(List<Lexeme> item) {
    List<Lexeme> kept = new ArrayList<>();
    for (Lexeme word : item) {
      boolean shell = // "`bash scripts/setup.sh`": how a script of the skill is run
          !kept.isEmpty() && SHELLS.contains(kept.getLast().text()) && word.is(Role.PLACE);
      if (shell && kept.getLast().code() && word.code()) {
        kept.removeLast();
      }
      boolean argument = !kept.isEmpty() && kept.getLast().code() && word.code();
      argument &= !NounEnds.runs(kept.isEmpty() ? word : kept.getLast(), word);
      if (!argument || word.is(Role.VERSION, Role.COMPARATOR)) {
        kept.add(word);
      }
    }
    return kept;
  }

  static int close(List<Lexeme> part, int open) {
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

  /** Where the words that can name an item end, from a place on; the place itself without any. */
  int endOfNouns(int at) {
    int end = at;
    while (end < size() && isNounRole(get(end))) {
      end++;
    }
    return end;
  }

  /** Whether the item at a place is said to be installed. */
  boolean installed(int at) {
    int end = endOfNouns(at);
    return end > at + 1 && get(end - 1).text().equalsIgnoreCase("installed");
  }

  /** Whether the last item of a list, with an article of its own, stands right before a place. */
  boolean lastOfList(int at) {
    int from = at;
    while (from > 0 && (isNounRole(get(from - 1)) || is(from - 1, Role.CLOSE))) {
      from = is(from - 1, Role.CLOSE) ? open(from - 1) : from - 1;
    }
    boolean listed = any(0, from, Role.COMMA);
    return listed && from < at && article(get(from)) && is(from - 1, Role.AND, Role.COMMA);
  }

  /** Where the brackets that close at a place open; the place itself where none do. */
  int open(int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      if (lexemes.get(i).is(Role.CLOSE)) {
        depth++;
      } else if (lexemes.get(i).is(Role.OPEN) && --depth == 0) {
        return i;
      }
    }
    return close;
  }

  /** What the words before a verb say about what follows it; null to keep the level as it is. */
  Level subjectLevel(int subjectStart, int verb) {
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
    if (words.isEmpty() || says("all", subjectStart, subjectStart + 1)) {
      return Level.REQUIRED; // "All paths require ACME_KEY"
    }
    boolean sort = subject.stream().anyMatch(word -> word.is(Role.TERM)); // "C# projects need ..."
    boolean own = subject.stream().anyMatch(word -> vocabulary.bundled(word.text()));
    boolean bundled = own && SCRIPTS.contains(words.getLast());
    boolean whole =
        bundled // "Bundled validator scripts need ..."
            || words.stream().allMatch(vocabulary::whole)
            || !sort && vocabulary.wholeNoun(words.getLast());
    return whole ? Level.REQUIRED : Level.CONDITIONAL;
  }

  /** Whether the scripts of the skill itself are meant: "required for bundled Python scripts". */
  boolean ownScripts(int from) {
    List<Lexeme> words = lexemes.subList(from, commaAfter(from));
    return words.stream().anyMatch(w -> vocabulary.bundled(w.text()))
        && words.stream().anyMatch(w -> w.text().toLowerCase(Locale.ROOT).endsWith("scripts"));
  }

  /** The words of a stretch in lower case, without articles. */
  List<String> words(int from, int to) {
    return words(from, to, true);
  }

  List<String> words(int from, int to, boolean adjectives) {
    List<String> words = new ArrayList<>();
    for (Lexeme lexeme : lexemes.subList(Math.min(from, to), to)) {
      boolean article = ARTICLES.contains(lexeme.text().toLowerCase(Locale.ROOT));
      if (lexeme.is(Role.GLUE) && (article || !adjectives)) {
        continue;
      }
      if (NOUNS.contains(lexeme.role()) || lexeme.is(Role.OPTIONAL, Role.FOR, Role.CONDITION)) {
        words.addAll(List.of(lexeme.text().toLowerCase(Locale.ROOT).split(" ")));
      }
    }
    return words;
  }

  int commaAfter(int from) {
    int end = from;
    while (end < lexemes.size() && !lexemes.get(end).is(Role.COMMA, Role.OPEN, Role.BUT)) {
      end++;
    }
    return end;
  }

  /** Whether something of a kind is named next. */
  boolean names(int from, Kind kind) {
    int at = from;
    while (is(at, Role.GLUE)) {
      at++;
    }
    return is(at, Role.TERM) && lexemes.get(at).term(kind) != null;
  }

  /** "Requires the acme CLI on Windows": whether all of the part is said to be on a system. */
  boolean onlyOn(int on) {
    int end = on + 1;
    while (is(end, Role.GLUE, Role.TERM, Role.VERSION, Role.OR, Role.SLASH, Role.OR_LATER)
        || is(end, Role.COMMA) && names(end + 1, Kind.OS)) {
      end++;
    }
    boolean closes = end == size() || is(end, Role.OPEN, Role.COMMA, Role.AND, Role.FOR, Role.WITH);
    boolean one = !says("on", 0, on) && says("on", on, on + 1) && !says("on", on + 1, size());
    int system = names(on + 1, Kind.HARDWARE) ? on + 2 : on + 1; // "on Apple Silicon macOS"
    return closes && one && names(system, Kind.OS);
  }

  /** "the Acme MCP server configured in Cursor": whether a product follows that has to have it. */
  boolean setUpIn(int at) {
    String word = lexemes.get(at).text().toLowerCase(Locale.ROOT);
    boolean in = is(at, Role.PREPOSITION) && Set.of("in", "connected to").contains(word);
    String before = at > 0 ? lexemes.get(at - 1).text().toLowerCase(Locale.ROOT) : "";
    boolean server = is(at - 1, Role.HEAD) && get(at - 1).head().equals("mcp");
    boolean set = SET_UP.contains(before.substring(before.lastIndexOf(' ') + 1));
    return in && (server || set) && names(at + 1, Kind.AGENT);
  }

  /** Whether a condition asks for no more than the thing itself: "if it is installed". */
  boolean onlyAvailable(int from) {
    List<String> words = new ArrayList<>();
    for (Lexeme lexeme : lexemes.subList(from, commaAfter(from))) {
      if (!lexeme.is(Role.COPULA)) {
        words.addAll(List.of(lexeme.text().toLowerCase(Locale.ROOT).split(" ")));
      }
    }
    return !words.isEmpty()
        && vocabulary.availability(words.getLast())
        && words.stream().allMatch(w -> vocabulary.availability(w) || vocabulary.whole(w));
  }

  boolean partIn(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean pair = i > 0 && vocabulary.part(words.get(i - 1) + " " + words.get(i));
      if (pair || vocabulary.part(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  boolean wholeUntilComma(int from) {
    List<String> words = words(from, commaAfter(from), false);
    return !words.isEmpty() && words.stream().allMatch(vocabulary::whole);
  }

  String constraintAfter(int at) {
    if (at + 2 < lexemes.size()
        && lexemes.get(at + 1).is(Role.COMPARATOR)
        && lexemes.get(at + 2).is(Role.VERSION)) {
      return VersionWords.constraint(lexemes.get(at + 1).text(), lexemes.get(at + 2).text(), false);
    }
    return null;
  }

  static boolean floor(List<Lexeme> item) {
    return item.stream().anyMatch(word -> word.is(Role.VARIABLE))
        || item.stream().anyMatch(word -> word.is(Role.VERSION))
            && item.stream().anyMatch(word -> word.is(Role.TERM));
  }

  static boolean onlyGlue(List<Lexeme> item) {
    return item.stream().allMatch(word -> word.is(Role.GLUE, Role.ON_PATH, Role.OR_LATER));
  }

  /** Whether a known name is followed by a word in lower case, as by a verb. */
  static boolean isClause(List<Lexeme> item) {
    boolean named = false;
    for (Lexeme word : item) {
      if (named && word.is(Role.WORD) && !word.capitalised() && !word.code()) {
        return true;
      }
      named |= word.is(Role.TERM);
    }
    return false;
  }
}
