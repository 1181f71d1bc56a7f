package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
          "OSS",
          "extended",
          "Core");

  private static final Set<String> SEARCHES =
      Set.of("search", "scraping", "crawling", "research", "extraction", "lookup");

  /** What is made of, or for, that whose name stands before it. */
  private static final Set<String> DESCRIBED =
      Set.of("image", "images", "simulator", "simulators", "emulator", "emulators");

  private final Vocabulary vocabulary;
  private final HeadNouns heads;
  private final ProductNames products;
  private final UnknownNames unknown;
  private final KnownNames known;

  NounReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.heads = new HeadNouns(vocabulary);
    this.products = new ProductNames(vocabulary);
    this.unknown = new UnknownNames(vocabulary, products);
    this.known = new KnownNames(vocabulary, products);
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
      String word = words.get(i).text().toLowerCase(Locale.ROOT);
      boolean access = word.equals("access to") || word.startsWith("access to ");
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
    Mention api = lenient ? null : products.api(words);
    if (api != null) {
      return List.of(api);
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
    if (at >= 0) {
      return known.read(withoutEdition(all, at), at, nouns, lenient);
    }
    boolean own = Nouns.says(nouns, "its") && nouns.getLast().text().startsWith("agent");
    if (own || nouns.stream().anyMatch(w -> vocabulary.bundled(w.text()))) {
      return List.of(); // "the bundled acme-kit", "its code-reviewer agent" come with the skill.
    }
    return unknown.read(nouns.subList(nouns.indexOf(all.getFirst()), nouns.size()), lenient);
  }

  private static boolean isFile(Lexeme word) {
    return Set.of("binary", "executable", "command").contains(word.text());
  }

  private static boolean isCommand(List<Lexeme> words) {
    Lexeme name = words.getFirst();
    return name.is(Role.WORD) && !Nouns.capital(name) && Nouns.isSlug(name.text());
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
            || words.get(at).text().matches("[KMGT]i?B\\+?") // "40 GB free disk space"
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

  /**
   * "Acme local runtime", "Acme with its tools": what runs skills, named by that alone; or null.
   *
   * @param equipped whether it is said what it has
   */
  Mention host(List<Lexeme> nouns, boolean equipped) {
    if (equipped && nouns.size() == 1 && products.isStrange(nouns.getFirst())) {
      return new Mention(Kind.AGENT, nouns.getFirst().text().toLowerCase(Locale.ROOT));
    }
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
