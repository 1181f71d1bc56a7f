package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads an item with a name that the vocabulary knows: {@code Python 3.10+}, {@code the gh tool},
 * {@code Ubuntu 22.04}. A list of rules; one that knows better what the item means, or that the
 * name only describes something else, ends the reading.
 */
final class KnownNames {
  private static final Pattern SCOPED_SERVER = Pattern.compile("@?[^/]+/([\\w.-]+-)?mcp(-server)?");

  /** Hardware of which there is more or less. */
  private static final Set<String> MEASURED = Set.of("ram", "vram", "disk");

  private static final Pattern AMOUNT =
      Pattern.compile("(\\d{1,6}(?:\\.\\d)?)\\+? ?((?:[KMGT]i?)B)\\b");

  private static final Set<String> SIGNED_IN =
      Set.of("authenticated", "logged-in", "signed-in", "authorized");

  private static final Set<String> COUNTED = Set.of("all", "these", "the", "those", "any");

  /** One rule: what the item means, which ends the reading; or null, after maybe a change. */
  private interface Rule {
    List<Mention> read(Item item);
  }

  /** A known name among the words of an item. */
  private static final class Item {
    /** The words without articles and editions. */
    private final List<Lexeme> words;

    /** Where the name stands in them. */
    private final int at;

    /** All words, with articles. */
    private final List<Lexeme> nouns;

    /** Whether a verb of need precedes. */
    private final boolean lenient;

    private final Lexeme name;
    private final List<Mention> found = new ArrayList<>();
    private boolean versioned;

    private Item(List<Lexeme> words, int at, List<Lexeme> nouns, boolean lenient) {
      this.words = words;
      this.at = at;
      this.nouns = nouns;
      this.lenient = lenient;
      this.name = words.get(at);
    }

    private Lexeme next() {
      return at + 1 < words.size() ? words.get(at + 1) : null;
    }

    private Mention first() {
      return found.getFirst();
    }
  }

  private final Vocabulary vocabulary;
  private final ProductNames products;
  private final NounEnds ends;
  private final List<Rule> rules;

  KnownNames(Vocabulary vocabulary, ProductNames products) {
    this.vocabulary = vocabulary;
    this.products = products;
    this.ends = new NounEnds(vocabulary);
    this.rules =
        List.of(
            KnownNames::pair,
            KnownNames::applicationOf,
            this::name,
            this::bundled,
            this::format,
            KnownNames::anySuch,
            KnownNames::version,
            KnownNames::amounts,
            this::describes,
            this::model,
            KnownNames::command,
            KnownNames::session,
            KnownNames::readings,
            KnownNames::counts,
            this::thing,
            this::word);
  }

  /**
   * Reads an item.
   *
   * @param words its words without articles and editions
   * @param at where the known name stands in them
   * @param nouns all its words
   * @param lenient whether a verb of need precedes
   */
  List<Mention> read(List<Lexeme> words, int at, List<Lexeme> nouns, boolean lenient) {
    Item item = new Item(words, at, nouns, lenient);
    for (Rule rule : rules) {
      List<Mention> meant = rule.read(item);
      if (meant != null) {
        return meant;
      }
    }
    return item.found;
  }

  /** "Spring Boot Kotlin", "macOS Apple Silicon": two names side by side. */
  private static List<Mention> pair(Item item) {
    Lexeme next = item.next();
    if (next == null) {
      return null;
    }
    boolean two = item.at + 2 == item.words.size(); // not "Acme Python 2+": its own version
    boolean pair = two && NounEnds.stack(item.name, next) || NounEnds.pair(item.name, next);
    pair |= two && NounEnds.runs(item.name, next);
    return pair ? List.of(Nouns.mention(item.name.term()), Nouns.mention(next.term())) : null;
  }

  /** "the Acme macOS app" */
  private static List<Mention> applicationOf(Item item) {
    Lexeme next = item.next();
    boolean app = next != null && Set.of("app", "application").contains(next.text());
    Lexeme product = item.at > 0 ? item.words.get(item.at - 1) : null;
    boolean named = product != null && product.is(Role.WORD) && Nouns.capital(product);
    return app && named && item.name.term(Kind.OS) != null
        ? List.of(new Mention(Kind.SERVICE, product.text().toLowerCase(Locale.ROOT)))
        : null;
  }

  private List<Mention> name(Item item) {
    Lexeme name = item.name;
    if (name.is(Role.SCOPED)) {
      boolean server = SCOPED_SERVER.matcher(name.text()).matches(); // "@acme/mcp-server"
      item.found.add(new Mention(server ? Kind.MCP : Kind.PACKAGE, name.text()));
      return null;
    }
    Term term = NounEnds.best(name);
    String text = name.text().toLowerCase(Locale.ROOT);
    boolean written = // "huggingface_hub": the same package, as its author writes it
        term.kind() == Kind.PACKAGE && text.replace('_', '-').equals(term.name());
    if (written) {
      item.found.add(new Mention(Kind.PACKAGE, text));
      return null;
    }
    vocabulary.expand(term.name()).forEach(n -> item.found.add(new Mention(term.kind(), n)));
    return null;
  }

  /** "the bundled Tesseract" comes with the skill; "the bundled Python script" needs Python. */
  private List<Mention> bundled(Item item) {
    List<Lexeme> before = item.nouns.subList(0, item.nouns.indexOf(item.name));
    if (before.stream().noneMatch(w -> vocabulary.bundled(w.text()))) {
      return null;
    }
    String written = item.name.text() + " " + item.words.getLast().text();
    boolean script = item.first().kind == Kind.RUNTIME && written.contains("script");
    if (!script) {
      return List.of();
    }
    Nouns.versioned(item.first(), item.words, item.at + 1);
    return item.found;
  }

  /** "CSV, XLSX": a format of files rather than the library that is called so. */
  private List<Mention> format(Item item) {
    String text = item.name.text();
    boolean capitals = text.equals(text.toUpperCase(Locale.ROOT)) && !item.name.code();
    boolean format = vocabulary.skillName(text.toLowerCase(Locale.ROOT));
    return capitals && format && item.first().kind == Kind.PACKAGE ? List.of() : null;
  }

  /** "any GraphQL client" */
  private static List<Mention> anySuch(Item item) {
    boolean any = Nouns.says(item.nouns, "any") && item.first().kind == Kind.PACKAGE;
    return any ? List.of() : null;
  }

  private static List<Mention> version(Item item) {
    Mention first = item.first();
    Lexeme last = item.nouns.getLast();
    if (last.text().equals("versions") && item.nouns.stream().noneMatch(w -> w.is(Role.VERSION))) {
      return List.of(); // "plugin, game and Java versions differ": spoken of, not needed
    }
    item.versioned = Nouns.versioned(first, item.words, item.at + 1).version != null;
    if (!item.versioned && item.next() != null && Nouns.says(item.nouns, "this")) {
      return List.of(); // "this repository's .NET solution": what there is to work on
    }
    boolean pinned = item.next() != null && item.next().text().equals("==");
    if (pinned && first.kind == Kind.TOOL) {
      first.kind = Kind.PACKAGE; // "black==24.10.0": how pip writes it
    }
    return null;
  }

  /** "24 GB of RAM": an amount is written with its unit; "Kali 2024" is no Linux 2024. */
  private static List<Mention> amounts(Item item) {
    Mention first = item.first();
    if (first.kind == Kind.HARDWARE || first.kind == Kind.NETWORK) {
      first.version = MEASURED.contains(first.name) ? amount(item.nouns) : null;
    }
    Term system = item.name.term(Kind.OS);
    Optional<String> distribution = Distributions.named(item.name.text());
    if (system != null && first.version != null && distribution.isPresent()) {
      first.name = distribution.get(); // "Ubuntu 22.04+"
      return null;
    }
    boolean own = // a version that is that of the system itself
        system != null && !system.name().equals("linux")
            || item.name.text().toLowerCase(Locale.ROOT).startsWith("linux");
    if (system != null && !own) {
      item.found.forEach(mention -> mention.version = null);
    }
    return null;
  }

  /** {@code >=16GB} of "at least 16 GB of RAM"; null where no amount is said. */
  private static String amount(List<Lexeme> nouns) {
    String words = nouns.stream().map(Lexeme::text).collect(Collectors.joining(" "));
    Matcher amount = AMOUNT.matcher(words);
    return amount.find() ? ">=" + amount.group(1) + amount.group(2) : null;
  }

  /** "Git history", "Python skills": the name only describes another noun. */
  private List<Mention> describes(Item item) {
    boolean always = item.name.is(Role.SCOPED); // "the @acme/kit plugin": can be nothing else
    boolean itself =
        item.versioned
            || always
            || ends.endsThere(item.words, item.at)
            || ends.product(item.words, item.at, item.lenient);
    if (itself) {
      return null;
    }
    boolean numbered = item.words.stream().anyMatch(w -> w.is(Role.VERSION));
    boolean whole = (item.lenient || numbered) && item.at == 0;
    Mention longer = // "Acme Tidepool": a name that only begins with a known one
        whole && ends.longerName(item.words) ? products.product(item.words) : null;
    return longer == null ? List.of() : List.of(longer);
  }

  /** "Claude 4": a language model, which fits no kind. */
  private List<Mention> model(Item item) {
    boolean model = vocabulary.model(item.name.text().toLowerCase(Locale.ROOT));
    return item.versioned && model ? List.of() : null;
  }

  /** "`acme` on PATH": written as a command. */
  private static List<Mention> command(Item item) {
    Lexeme name = item.name;
    boolean written = name.code() && !Nouns.capital(name);
    boolean alone = item.words.size() == 1 || item.versioned;
    if (written && alone && item.first().kind == Kind.SERVICE && name.is(Role.TERM)) {
      item.first().kind = Kind.TOOL;
    }
    return null;
  }

  /** "an authenticated Azure session": an account there. */
  private static List<Mention> session(Item item) {
    Lexeme last = item.nouns.getLast();
    boolean signedIn =
        item.nouns.stream().anyMatch(w -> SIGNED_IN.contains(w.text().toLowerCase(Locale.ROOT)));
    boolean one = item.lenient && Nouns.article(item.nouns.getFirst()); // "a Clerk session"
    boolean session = last.text().equals("session") && item.first().kind == Kind.SERVICE;
    if (session && (signedIn || one)) {
      item.first().kind = Kind.CREDENTIAL;
    }
    return null;
  }

  /** What company may still make of the name. */
  private static List<Mention> readings(Item item) {
    Lexeme name = item.name;
    boolean plainService =
        name.is(Role.TERM) && NounEnds.best(name).kind() == Kind.SERVICE && !Nouns.capital(name);
    item.found.forEach(mention -> mention.plainService = plainService);
    item.first().readings = name.terms();
    item.first().written = name.text().toLowerCase(Locale.ROOT);
    boolean lower = name.text().chars().allMatch(Character::isLowerCase);
    if (item.first().kind == Kind.AGENT && !name.capitalised() && lower) {
      item.first().command = name.text();
    }
    return null;
  }

  /** "All three install it" */
  private static List<Mention> counts(Item item) {
    int at = item.nouns.indexOf(item.name);
    boolean three = item.name.text().equalsIgnoreCase("three");
    boolean first = item.name.text().equals("Three") && item.next() != null;
    boolean counts =
        three
            && (first // "Three agents"
                || at > 0
                    && COUNTED.contains(item.nouns.get(at - 1).text().toLowerCase(Locale.ROOT)));
    return !item.versioned && counts && item.first().kind == Kind.PACKAGE ? List.of() : null;
  }

  /** "the acme CLI and a vault": no program of that name. */
  private List<Mention> thing(Item item) {
    int at = item.nouns.indexOf(item.name);
    boolean article = at > 0 && Nouns.article(item.nouns.get(at - 1));
    boolean thing = item.at == 0 && article && !Nouns.capital(item.name);
    Kind kind = item.first().kind;
    boolean some = kind == Kind.PACKAGE && Set.of("a", "an").contains(item.nouns.getFirst().text());
    boolean program = kind == Kind.TOOL || some;
    return !item.versioned && thing && common(item.name) && program ? List.of() : null;
  }

  /** A name that is also a word of everyday language is a name only in a clear place. */
  private List<Mention> word(Item item) {
    boolean described =
        item.words.subList(0, item.at).stream().anyMatch(w -> !vocabulary.adjective(w.text()));
    boolean doubtful = described || !listable(item.name, item.lenient);
    if (!item.versioned && common(item.name) && doubtful) {
      if (item.words.size() > 1) {
        return List.of();
      }
      item.found.forEach(mention -> mention.doubtful = true);
    }
    boolean needsCompany = vocabulary.needsCompany(item.name.text().toLowerCase(Locale.ROOT));
    item.found.forEach(mention -> mention.doubtful |= needsCompany && mention.version == null);
    return null;
  }

  private boolean common(Lexeme name) {
    return !name.code() && vocabulary.common(name.text().toLowerCase(Locale.ROOT));
  }

  /** Whether a name that is also a word is meant as a name here. */
  private static boolean listable(Lexeme name, boolean lenient) {
    boolean runtime = name.term() != null && name.term().kind() == Kind.RUNTIME; // "@acme/go"
    return lenient || Nouns.capital(name) || runtime;
  }
}
