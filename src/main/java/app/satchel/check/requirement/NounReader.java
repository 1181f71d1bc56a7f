package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what one item of a list names: {@code Python 3.10+}, {@code the ax CLI}, {@code a Stripe API
 * key}, {@code QuickBooks MCP}. Knows nothing of the sentence around it.
 */
final class NounReader {
  private static final Set<String> EDITIONS =
      Set.of(
          "Enterprise",
          "Community",
          "Pro",
          "Professional",
          "Premium",
          "Ultimate",
          "Server",
          "Plus",
          "Extended",
          "extended",
          "Core");

  private static final Set<String> SEARCHES =
      Set.of("search", "scraping", "crawling", "research", "extraction", "lookup");

  /** What is made of, or for, that whose name stands before it. */
  private static final Set<String> DESCRIBED =
      Set.of("image", "images", "simulator", "simulators", "emulator", "emulators");

  private static final Pattern SCOPED_SERVER = Pattern.compile("@[^/]+/([\\w.-]+-)?mcp(-server)?");

  private final Vocabulary vocabulary;
  private final HeadNouns heads;
  private final ProductNames products;
  private final UnknownNames unknown;
  private final NounEnds ends;

  NounReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.heads = new HeadNouns(vocabulary);
    this.products = new ProductNames(vocabulary);
    this.unknown = new UnknownNames(vocabulary, products);
    this.ends = new NounEnds(vocabulary);
  }

  /**
   * Reads an item.
   *
   * @param nouns its lexemes, without signs, verbs and conjunctions
   * @param lenient whether a verb of need precedes, so that unknown words may stand before a name
   * @return what it names; empty when nothing known
   */
  List<Mention> read(List<Lexeme> nouns, boolean lenient) {
    if (nouns.size() == 1 && nouns.getFirst().text().equals("HTTPS")) {
      return List.of(new Mention(Kind.NETWORK, "internet")); // "Python 3, HTTPS, git"
    }
    List<Lexeme> words = Nouns.trim(nouns);
    for (int i = 1; i < words.size(); i++) {
      boolean access = words.get(i).text().toLowerCase(Locale.ROOT).startsWith("access to");
      if (access && words.get(i - 1).term(Kind.NETWORK) != null) {
        return List.of(new Mention(Kind.NETWORK, "internet")); // "internet access to the Acme API"
      }
      if (access && words.get(i - 1).term(Kind.TOOL) != null) {
        return read(words.subList(0, i), lenient); // "gh CLI access to the repository"
      }
    }
    if (words.isEmpty()) {
      return List.of();
    }
    List<Mention> variables = variables(words);
    if (!variables.isEmpty()) {
      return variables;
    }
    String last = words.getLast().text().toLowerCase(Locale.ROOT);
    if (words.size() > 1 && (last.startsWith("permission") || DESCRIBED.contains(last))) {
      return List.of(); // "with EC2 permissions": of an account named elsewhere
    }
    if (words.size() == 1
        && words.getFirst().is(Role.HEAD)
        && words.getFirst().text().equals("mcp")) {
      Mention library = new Mention(Kind.PACKAGE, "mcp"); // "Python 3.10+, mcp, httpx"
      library.doubtful = true;
      return List.of(library);
    }
    boolean access =
        words.getLast().term(Kind.NETWORK) != null && Nouns.says(words, "network access");
    if (access) {
      return List.of(new Mention(Kind.NETWORK, "internet")); // "MCP network access"
    }
    Mention extension = products.extension(nouns);
    if (extension != null) {
      return List.of(extension);
    }
    boolean support = Nouns.says(nouns, "support"); // "with Acme Plugins 1.0+ support"
    Mention edition = support ? null : products.edition(words, lenient);
    if (edition != null) {
      return List.of(edition); // "Acme Workspace 0.2+"
    }
    int head = HeadNouns.head(words);
    boolean placed = nouns.stream().anyMatch(w -> w.is(Role.ON_PATH));
    if (head == 1 && placed && isFile(words.get(1)) && isCommand(words)) {
      return List.of(new Mention(Kind.TOOL, words.getFirst().text())); // "the sage binary in PATH"
    }
    if (head >= 0) {
      List<Mention> typed = heads.typed(words, head, lenient);
      if (typed == null && head == 0 && words.getFirst().head().equals("service")) {
        typed =
            heads.service(
                nouns.subList(0, nouns.indexOf(words.getFirst())), List.of(), words.getFirst());
      }
      if (typed != null) {
        return typed;
      }
    }
    boolean leads = head == 0 && words.size() > 1 && words.getFirst().text().equals("running");
    return plain(leads ? words.subList(1, words.size()) : words, nouns, lenient);
  }

  private static List<Mention> variables(List<Lexeme> words) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Lexeme word = words.get(i);
      boolean said =
          word.is(Role.WORD)
              && i + 1 < words.size()
              && words.get(i + 1).is(Role.ENVIRONMENT)
              && (i + 2 == words.size()
                  || !words.get(i + 2).is(Role.WORD, Role.GENERIC)) // "MLR variable mode"
              && Nouns.isSlug(word.text())
              && word.text().length() > 2
              && word.text().equals(word.text().toUpperCase(Locale.ROOT));
      if (word.is(Role.VARIABLE) || said) {
        found.add(new Mention(Kind.CREDENTIAL, word.text()));
      }
    }
    return found;
  }

  /** An item without a head noun: a known name with an optional version, or an unknown word. */
  private List<Mention> plain(List<Lexeme> all, List<Lexeme> nouns, boolean lenient) {
    int at = nameAt(all, lenient);
    List<Lexeme> words = withoutEdition(all, at);
    boolean two = at >= 0 && at + 2 == words.size(); // not "Acme Python 2+": its own version
    boolean stack = two && NounEnds.stack(words.get(at), words.get(at + 1));
    boolean further = at >= 0 && at + 1 < words.size();
    if (stack || further && NounEnds.pair(words.get(at), words.get(at + 1))) {
      return List.of(Nouns.mention(words.get(at).term()), Nouns.mention(words.get(at + 1).term()));
    }
    if (at < 0 && nouns.stream().anyMatch(w -> vocabulary.bundled(w.text()))) {
      return List.of(); // "the bundled acme-kit" comes with the skill.
    }
    if (at < 0) {
      return unknown.read(nouns.subList(nouns.indexOf(words.getFirst()), nouns.size()), lenient);
    }
    Lexeme name = words.get(at);
    boolean app = name.term(Kind.OS) != null && at + 1 < words.size() && isApp(words.get(at + 1));
    if (app && at > 0 && words.get(at - 1).is(Role.WORD) && Nouns.capital(words.get(at - 1))) {
      String product = words.get(at - 1).text().toLowerCase(Locale.ROOT);
      return List.of(new Mention(Kind.SERVICE, product)); // "the Acme macOS app"
    }
    List<Mention> found = new ArrayList<>();
    if (name.is(Role.SCOPED)) {
      boolean server = SCOPED_SERVER.matcher(name.text()).matches(); // "@acme/mcp-server"
      found.add(new Mention(server ? Kind.MCP : Kind.PACKAGE, name.text()));
    } else {
      for (String each : vocabulary.expand(NounEnds.best(name).name())) {
        found.add(new Mention(NounEnds.best(name).kind(), each));
      }
    }
    List<Lexeme> before = nouns.subList(0, nouns.indexOf(name));
    boolean script =
        found.getFirst().kind == Kind.RUNTIME
            && (name.text() + " " + all.getLast().text()).contains("script");
    if (script && before.stream().anyMatch(w -> vocabulary.bundled(w.text()))) {
      Nouns.versioned(found.getFirst(), words, at + 1);
      return found; // "the bundled Python script"
    }
    if (before.stream().anyMatch(w -> vocabulary.bundled(w.text()))) {
      return List.of(); // "the bundled Tesseract" comes with the skill.
    }
    if (Nouns.says(nouns, "any") && found.getFirst().kind == Kind.PACKAGE) {
      return List.of(); // "any GraphQL client"
    }
    boolean versioned = Nouns.versioned(found.getFirst(), words, at + 1).version != null;
    if (!versioned && words.size() > at + 1 && Nouns.says(nouns, "this")) {
      return List.of(); // "this repository's .NET solution": what there is to work on
    }
    boolean pinned = words.size() > at + 1 && words.get(at + 1).text().equals("==");
    if (pinned && found.getFirst().kind == Kind.TOOL) {
      found.getFirst().kind = Kind.PACKAGE; // "black==24.10.0": how pip writes it
    }
    boolean always = name.is(Role.SCOPED); // "the @acme/kit plugin": can be nothing else
    if (found.getFirst().kind == Kind.HARDWARE || found.getFirst().kind == Kind.NETWORK) {
      found.getFirst().version = null; // "24 GB of RAM": an amount is no version
    }
    boolean distribution = name.term(Kind.OS) != null && !numbered(name);
    if (distribution) {
      found.forEach(mention -> mention.version = null); // "Ubuntu 22.04" is no Linux 22.04.
    }
    if (!versioned && !always && !ends.endsThere(words, at) && !ends.product(words, at, lenient)) {
      boolean numbered = words.stream().anyMatch(w -> w.is(Role.VERSION));
      boolean whole = (lenient || numbered) && at == 0;
      Mention longer = whole && ends.longerName(words) ? products.product(words) : null;
      if (longer != null) {
        return List.of(longer); // "Acme Tidepool": a name that only begins with a known one.
      }
      return List.of(); // "Git history", "Python skills": the name only describes another noun.
    }
    if (versioned && vocabulary.model(name.text().toLowerCase(Locale.ROOT))) {
      return List.of(); // "Claude 4": a language model, which fits no kind.
    }
    boolean command = name.code() && !Nouns.capital(name) && (words.size() == 1 || versioned);
    if (command && found.getFirst().kind == Kind.SERVICE && name.is(Role.TERM)) {
      found.getFirst().kind = Kind.TOOL; // "`acme` on PATH": written as a command
    }
    boolean plainService =
        name.is(Role.TERM) && NounEnds.best(name).kind() == Kind.SERVICE && !Nouns.capital(name);
    found.forEach(mention -> mention.plainService = plainService);
    found.getFirst().readings = name.terms();
    if (found.getFirst().kind == Kind.AGENT && !name.capitalised() && isCommand(name.text())) {
      found.getFirst().command = name.text();
    }
    boolean described =
        words.subList(0, at).stream().anyMatch(w -> !vocabulary.adjective(w.text()));
    if (!versioned && counts(nouns, name) && found.getFirst().kind == Kind.PACKAGE) {
      return List.of(); // "All three install it"
    }
    boolean thing = at == 0 && article(nouns, name) && !Nouns.capital(name);
    Kind kind = found.getFirst().kind;
    boolean some = kind == Kind.PACKAGE && Set.of("a", "an").contains(nouns.getFirst().text());
    if (!versioned && thing && common(name) && (kind == Kind.TOOL || some)) {
      return List.of(); // "the acme CLI and a vault": no program of that name
    }
    if (!versioned && common(name) && (described || !listable(name, lenient))) {
      if (words.size() > 1) {
        return List.of();
      }
      found.forEach(mention -> mention.doubtful = true);
    }
    boolean needsCompany = vocabulary.needsCompany(name.text().toLowerCase(Locale.ROOT));
    found.forEach(mention -> mention.doubtful |= needsCompany && mention.version == null);
    return found;
  }

  private static boolean isCommand(String text) {
    return text.chars().allMatch(Character::isLowerCase);
  }

  private static boolean isFile(Lexeme word) {
    return Set.of("binary", "executable", "command").contains(word.text());
  }

  private static boolean isCommand(List<Lexeme> words) {
    Lexeme name = words.getFirst();
    return name.is(Role.WORD) && !Nouns.capital(name) && Nouns.isSlug(name.text());
  }

  private static boolean isApp(Lexeme word) {
    return Set.of("app", "application").contains(word.text());
  }

  /** Whether a name is a number here. */
  private static boolean counts(List<Lexeme> nouns, Lexeme name) {
    int at = nouns.indexOf(name);
    return name.text().equalsIgnoreCase("three")
        && at > 0
        && Set.of("all", "these", "the", "those", "any")
            .contains(nouns.get(at - 1).text().toLowerCase(Locale.ROOT));
  }

  /** Whether an article stands right before a name. */
  private static boolean article(List<Lexeme> nouns, Lexeme name) {
    int at = nouns.indexOf(name);
    return at > 0 && Nouns.article(nouns.get(at - 1));
  }

  private boolean common(Lexeme name) {
    return !name.code() && vocabulary.common(name.text().toLowerCase(Locale.ROOT));
  }

  /** Whether a name that is also a word is meant as a name here. */
  private static boolean listable(Lexeme name, boolean lenient) {
    boolean runtime = name.term() != null && name.term().kind() == Kind.RUNTIME; // "@acme/go"
    return lenient || Nouns.capital(name) || runtime;
  }

  private int nameAt(List<Lexeme> words, boolean lenient) {
    for (int i = 0; i < words.size(); i++) {
      Lexeme word = words.get(i);
      if (word.is(Role.TERM, Role.SCOPED)) {
        boolean named = i + 1 < words.size() && words.get(i + 1).is(Role.TERM);
        boolean scoped = word.is(Role.SCOPED);
        if (!named || scoped || words.get(i + 1).term().kind() != word.term().kind()) {
          return i;
        }
      } else if (!lenient
          && !word.is(Role.GLUE)
          && !amount(words, i)
          && !word.text().endsWith("-hosted")) {
        return -1;
      }
    }
    return -1;
  }

  /** "8 GB RAM": how much of the hardware that follows. */
  private static boolean amount(List<Lexeme> words, int at) {
    boolean number =
        words.get(at).is(Role.VERSION, Role.AT_LEAST, Role.COMPARATOR)
            || Character.isDigit(words.get(at).text().charAt(0)); // "24GB+"
    return number
        && words.subList(at, words.size()).stream()
            .anyMatch(w -> w.is(Role.TERM) && w.term(Kind.HARDWARE) != null);
  }

  /** "Acme Enterprise 9": the edition of a known service is no part of its name. */
  private static List<Lexeme> withoutEdition(List<Lexeme> words, int at) {
    boolean edition =
        at >= 0
            && at + 1 < words.size()
            && (words.get(at).term(Kind.SERVICE) != null || words.get(at).term(Kind.TOOL) != null)
            && (Nouns.capital(words.get(at)) || words.get(at + 1).text().equals("extended"))
            && EDITIONS.contains(words.get(at + 1).text());
    if (!edition) {
      return words;
    }
    List<Lexeme> shorter = new ArrayList<>(words);
    shorter.remove(at + 1);
    return shorter;
  }

  /** Whether a word is that of an edition: "Pro". */
  static boolean isEdition(Lexeme word) {
    return EDITIONS.contains(word.text());
  }

  /** Whether a version after a system's name is that of the system it stands for. */
  private static boolean numbered(Lexeme system) {
    return !system.term(Kind.OS).name().equals("linux")
        || system.text().toLowerCase(Locale.ROOT).startsWith("linux");
  }

  /** "Acme local runtime": what runs skills, named by that alone; or null. */
  Mention host(List<Lexeme> nouns) {
    int from = 0;
    while (from < nouns.size() && nouns.get(from).is(Role.GLUE) && !nouns.get(from).capitalised()) {
      from++;
    }
    return from == nouns.size() ? null : products.host(nouns.subList(from, nouns.size()));
  }

  /** "Exa company search": what a service is asked for. */
  List<Mention> asked(List<Lexeme> nouns) {
    List<Lexeme> words = Nouns.trim(nouns);
    boolean search = words.size() > 1 && SEARCHES.contains(words.getLast().text());
    return search ? used(nouns) : List.of();
  }

  /** "Salesforce logging": what is done with a service, where that is said to be optional. */
  List<Mention> used(List<Lexeme> nouns) {
    List<Lexeme> words = Nouns.trim(nouns);
    Term service = words.isEmpty() ? null : words.getFirst().term(Kind.SERVICE);
    boolean done =
        words.size() > 1
            && words.stream()
                .skip(1)
                .allMatch(
                    w -> w.is(Role.WORD, Role.GENERIC, Role.GLUE) && vocabulary.ordinary(w.text()));
    return service != null && done && Nouns.capital(words.getFirst())
        ? List.of(Nouns.mention(service))
        : List.of();
  }

  /** An everyday word in backticks, which a plural may make a name: "the `pdf` and ... skills". */
  static Optional<Mention> quoted(Lexeme word) {
    if (!word.code() || !word.is(Role.GENERIC, Role.GLUE) || !Nouns.isSlug(word.text())) {
      return Optional.empty();
    }
    Mention mention = Mention.unknown(word.text());
    mention.everyday = true;
    return Optional.of(mention);
  }

  /** A bare version with nothing named: {@code 3.11+}. Null when the item is anything else. */
  static String bareVersion(List<Lexeme> nouns) {
    List<Lexeme> words = Nouns.trim(nouns);
    List<Lexeme> numbers = words.stream().filter(w -> !w.is(Role.OR_LATER, Role.AT_LEAST)).toList();
    if (numbers.isEmpty() || !numbers.stream().allMatch(w -> w.is(Role.VERSION, Role.COMPARATOR))) {
      return null;
    }
    return Nouns.versioned(new Mention(Kind.RUNTIME, ""), numbers, 0).version;
  }
}
