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

  private static final Set<String> RELATIVES = Set.of("that", "which", "who");
  private static final Set<String> SET_UP =
      Set.of("configured", "connected", "enabled", "installed", "registered");

  /** What a skill may bring as a whole. */
  private static final Set<String> SCRIPTS = Set.of("scripts", "helpers", "tools", "clis");

  private static final Set<String> MEASURES = Set.of("MB", "GB", "TB", "MiB", "GiB");

  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "this", "any", "your");

  private final List<Lexeme> lexemes;
  private final Vocabulary vocabulary;

  private Clause(List<Lexeme> lexemes, Vocabulary vocabulary) {
    this.lexemes = List.copyOf(lexemes);
    this.vocabulary = vocabulary;
  }

  /** The part with words of the verbs turned into nouns where they stand as such. */
  static Clause of(List<Lexeme> whole, Vocabulary vocabulary) {
    List<Lexeme> part = new ArrayList<>(whole);
    ranges(part);
    for (int at = 0; at < part.size(); at++) {
      int itself = at > 1 && part.get(at - 1).text().equalsIgnoreCase("itself") ? 2 : 1;
      itself += at > itself && part.get(at - itself).is(Role.COPULA) ? 1 : 0; // "that can assume"
      boolean relative =
          at >= itself && RELATIVES.contains(part.get(at - itself).text().toLowerCase(Locale.ROOT));
      if (at == 0 && atLeast(part)) {
        part.set(0, part.get(0).as(Role.GLUE));
      } else if (at == 0 && opens(part, vocabulary)) {
        part.set(0, part.get(0).as(Role.GENERIC));
      } else if (at == 0 && part.size() > 2 && isAccess(part)) {
        part.set(0, part.get(0).as(Role.NEED)); // "Access to the Acme MCP server"
        part.set(1, part.get(1).as(Role.GLUE));
      } else if (skilled(part, at, vocabulary)) {
        part.set(at, part.get(at).as(Role.WORD)); // "the pdf and docx skills"
      } else if (amount(part, at)) {
        part.set(at, part.get(at).as(Role.GLUE)); // "16 GB": no version
      } else if (runsSystem(part, at)) {
        part.set(at, part.get(at).as(Role.WITH)); // "a Mac running macOS 26"
      } else if (measures(part, at)) {
        part.set(at, part.get(at).as(Role.GLUE));
      } else if (installs(part, at)) {
        part.set(at, part.get(at).as(Role.NEED)); // "For the search, install acme"
      } else if (relative && part.get(at).is(Role.USE, Role.NEED)) {
        part.set(at, part.get(at).as(Role.PREPOSITION));
      } else if (makes(part, at)) {
        part.set(at, part.get(at).as(Role.GENERIC));
      } else if (serves(part, at, vocabulary)) {
        part.set(at, part.get(at).as(Role.WORD));
      } else if (isNoun(part, at)) {
        boolean plain = article(part.get(at - 1)); // "the target CLI" has no name
        part.set(at, part.get(at).as(plain ? Role.GENERIC : Role.WORD));
      }
    }
    return new Clause(part, vocabulary);
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

  private static boolean article(Lexeme word) {
    return word.is(Role.GLUE) && ARTICLES.contains(lastWord(word));
  }

  /** "At least Python 3.9" */
  private static boolean atLeast(List<Lexeme> part) {
    return part.size() > 1 && part.get(0).is(Role.AT_LEAST) && part.get(1).is(Role.TERM);
  }

  /** "Jump server", "Each account": the capital of a first word that all use says nothing. */
  private static boolean opens(List<Lexeme> part, Vocabulary vocabulary) {
    Lexeme word = part.get(0);
    return part.size() > 1
        && part.get(1).is(Role.HEAD)
        && word.is(Role.WORD)
        && !word.code()
        && word.text().chars().allMatch(Character::isLetter)
        && vocabulary.ordinary(word.text());
  }

  /** The last word of a phrase: "created by" ends in "by". */
  String lastWord(int at) {
    return lastWord(lexemes.get(at));
  }

  private static String lastWord(Lexeme phrase) {
    String text = phrase.text().toLowerCase(Locale.ROOT);
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  /** Makes one version of "between 3.9 and 3.12", and of "3.9 through 3.12". */
  private static void ranges(List<Lexeme> part) {
    for (int i = 1; i + 2 < part.size(); i++) {
      Lexeme low = part.get(i);
      Lexeme high = part.get(i + 2);
      boolean between =
          part.get(i - 1).text().equalsIgnoreCase("between") && part.get(i + 1).is(Role.AND);
      boolean through = part.get(i + 1).text().equalsIgnoreCase("through");
      if ((between || through) && low.is(Role.VERSION) && high.is(Role.VERSION)) {
        int from = between ? i - 1 : i;
        part.subList(from, i + 3).clear();
        String range = low.text() + "-" + high.text();
        part.add(
            from, new Lexeme(Role.VERSION, range, List.of(), null, false, low.start(), high.end()));
      }
    }
  }

  /** Whether it begins with a system and a comma: "On macOS, requires acme". */
  boolean opensOnSystem() {
    return is(0, Role.PREPOSITION)
        && get(0).text().equalsIgnoreCase("on")
        && names(1, Kind.OS)
        && commaAfter(0) < size() - 1;
  }

  /** "the filesystem MCP server": an everyday word that names one. */
  private static boolean serves(List<Lexeme> part, int at, Vocabulary vocabulary) {
    Lexeme next = at + 1 < part.size() ? part.get(at + 1) : null;
    return next != null
        && next.is(Role.HEAD)
        && next.head().equals("mcp")
        && part.get(at).is(Role.GENERIC, Role.WORD)
        && vocabulary.mcpServer(part.get(at).text());
  }

  private static boolean isAccess(List<Lexeme> part) {
    return part.get(0).text().equalsIgnoreCase("access") && part.get(1).is(Role.TO);
  }

  /** Whether an item says nothing but "access" before the "to" at a place. */
  boolean access(int at) {
    return is(at - 1, Role.HEAD, Role.GENERIC)
        && get(at - 1).text().equalsIgnoreCase("access")
        && is(at - 2, Role.WITH, Role.AND, Role.COMMA);
  }

  /** Whether a word for files names a skill: the noun stands behind it, or behind the next. */
  private static boolean skilled(List<Lexeme> part, int at, Vocabulary vocabulary) {
    int noun = at + 1;
    if (noun < part.size() && part.get(noun).is(Role.AND, Role.COMMA, Role.OR)) {
      noun += 2;
    }
    return part.get(at).is(Role.GENERIC)
        && vocabulary.skillName(part.get(at).text())
        && noun < part.size()
        && part.get(noun).is(Role.HEAD)
        && part.get(noun).head().equals("skill");
  }

  private static boolean amount(List<Lexeme> part, int at) {
    return part.get(at).is(Role.VERSION)
        && at + 1 < part.size()
        && part.get(at + 1).is(Role.WORD)
        && MEASURES.contains(part.get(at + 1).text());
  }

  private static boolean runsSystem(List<Lexeme> part, int at) {
    return at > 0
        && at + 1 < part.size()
        && part.get(at).text().equalsIgnoreCase("running")
        && part.get(at + 1).is(Role.TERM)
        && part.get(at + 1).term(Kind.OS) != null;
  }

  /** "8 GB of RAM" */
  private static boolean measures(List<Lexeme> part, int at) {
    return at > 0
        && part.get(at).text().equalsIgnoreCase("of")
        && MEASURES.contains(part.get(at - 1).text().replaceFirst("^\\d+", ""));
  }

  /** Whether a person is told to install what follows. */
  private static boolean installs(List<Lexeme> part, int at) {
    boolean begins = at == 0 || part.get(at - 1).is(Role.COMMA, Role.COLON);
    return begins
        && part.get(at).text().equalsIgnoreCase("install")
        && at + 1 < part.size()
        && (part.get(at + 1).is(Role.TERM)
            || at + 2 < part.size() && article(part.get(at + 1)) && part.get(at + 2).is(Role.TERM));
  }

  /** "and make no network calls": a verb rather than the program. */
  private static boolean makes(List<Lexeme> part, int at) {
    Lexeme next = at + 1 < part.size() ? part.get(at + 1) : null;
    return part.get(at).text().equals("make")
        && !part.get(at).code()
        && next != null
        && (next.is(Role.NOT) || article(next));
  }

  /** "the target tenant", "Browser Use": a word of the verbs that is a noun here. */
  private static boolean isNoun(List<Lexeme> part, int at) {
    Lexeme word = part.get(at);
    if (!word.is(Role.USE, Role.NEED) || word.text().indexOf(' ') >= 0 || at == 0) {
      return false;
    }
    Lexeme before = part.get(at - 1);
    boolean article = article(before);
    boolean objectless = at + 1 == part.size() || part.get(at + 1).is(Role.COMMA, Role.CLOSE);
    return article
        || objectless && before.is(Role.TERM, Role.WORD, Role.GENERIC, Role.GLUE) // "on first use"
        || before.is(Role.TO, Role.FOR, Role.CONDITION, Role.PREPOSITION)
        || before.is(Role.WITH) && word.text().equals("target") // "configured with target context"
        || (word.capitalised() && NOUNS.contains(before.role()));
  }

  /** Of a command line in backticks only the command counts. */
  static List<Lexeme> commandLine(List<Lexeme> item) {
    List<Lexeme> kept = new ArrayList<>();
    for (Lexeme word : item) {
      boolean argument = !kept.isEmpty() && kept.getLast().code() && word.code();
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
    if (words.isEmpty()) {
      return Level.REQUIRED;
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
    return closes && one && names(on + 1, Kind.OS);
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
