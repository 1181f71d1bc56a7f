package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an item that names nothing the vocabulary knows. Better nothing than a wrong requirement:
 * only what stands alone in a clear place is taken for a name ({@code `acme` on PATH}, {@code
 * acme>=2}, {@code Acme Studio installed}).
 */
final class UnknownNames {
  /** What follows a word that only describes it: "the acme-graph extension". */
  private static final Set<String> DESCRIBED =
      Set.of(
          "extension",
          "plugin",
          "support",
          "session",
          "sessions",
          "environment",
          "venv",
          "environments",
          "platform",
          "platforms",
          "runtimes",
          "containers",
          "device",
          "devices",
          "template",
          "templates",
          "theme",
          "themes");

  /** How permissions begin: "write:vector-store". */
  private static final Set<String> SCOPES = Set.of("read", "write", "admin", "repo", "user");

  /** Words run together: the name of a product rather than a word at the start of a sentence. */
  private static final Pattern CAMEL_CASE =
      Pattern.compile("[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*");

  /** Which image of a container. */
  private static final Pattern IMAGE = Pattern.compile(":(latest|stable|main|v?\\d[\\w.-]*)$");

  /** One rule: what an item names, maybe nothing, which ends the reading; or null. */
  private interface Rule {
    List<Mention> read(Item item);
  }

  /** How Debian and Fedora begin the names of Python packages. */
  private static final String DEBIAN_PYTHON = "python3-";

  private final Vocabulary vocabulary;
  private final ProductNames products;
  private final List<Rule> rules;

  UnknownNames(Vocabulary vocabulary, ProductNames products) {
    this.vocabulary = vocabulary;
    this.products = products;
    this.rules =
        List.of(
            item -> some(products.application(item.words, item.lenient)),
            this::server,
            this::numberedFramework,
            this::product,
            this::titled,
            this::space,
            this::alone,
            this::running,
            this::extension,
            this::plugin,
            this::delegate,
            this::framework,
            this::tool,
            this::notClear,
            UnknownNames::withColon,
            UnknownNames::vendored,
            this::name);
  }

  /**
   * Reads an item.
   *
   * @param words its lexemes, from the first that may be a name
   * @param lenient whether a verb of need or a heading precedes
   */
  List<Mention> read(List<Lexeme> words, boolean lenient) {
    Item item = new Item(words, lenient);
    for (Rule rule : rules) {
      List<Mention> named = rule.read(item);
      if (named != null) {
        return named;
      }
    }
    return List.of();
  }

  /** An item whose first word may be a name, and what is said of that word. */
  private final class Item {
    private final List<Lexeme> words;
    private final boolean lenient;
    private final Lexeme word;
    private final List<Lexeme> rest;
    private final String text;
    private final boolean lower;

    /** "AcmeKitSwift 5.1.22": the version of a library, of which there is one. */
    private final boolean exact;

    /** "acme-kit 1.7+": what has a floor is a name. */
    private final boolean plus;

    private final boolean floor;

    /** "acme on PATH" */
    private final boolean program;

    /** Whether a word behind the name is what is meant: "the acme theme". */
    private final boolean described;

    private Item(List<Lexeme> words, boolean lenient) {
      this.words = words;
      this.lenient = lenient;
      this.word = words.getFirst();
      this.rest = words.subList(1, words.size());
      this.text = word.text();
      this.lower = text.equals(text.toLowerCase(Locale.ROOT));
      this.exact = !rest.isEmpty() && isExact(rest.getFirst());
      this.plus = !lenient && !rest.isEmpty() && isFloor();
      this.floor = plus || rest.stream().anyMatch(w -> w.is(Role.COMPARATOR));
      this.program = Nouns.onPath(rest);
      this.described =
          rest.stream().anyMatch(w -> DESCRIBED.contains(w.text().toLowerCase(Locale.ROOT)));
    }

    private boolean isExact(Lexeme version) {
      boolean one = version.text().indexOf('.') > 0 && !version.text().matches(".*[+x]");
      long dots = version.text().chars().filter(c -> c == '.').count();
      boolean camelCase = CAMEL_CASE.matcher(text).matches();
      return one && (camelCase || products.isStrange(word) && dots > 1);
    }

    private boolean isFloor() {
      Lexeme version = rest.getFirst();
      boolean open = version.text().endsWith("+") || version.text().endsWith(".x") || exact;
      boolean ends =
          rest.size() == 1 && open || rest.size() == 2 && rest.getLast().is(Role.OR_LATER);
      boolean composed = // words in lower case that hyphens join
          text.indexOf('-') > 0 && !Nouns.capital(word) && nameLike();
      return version.is(Role.VERSION) && ends && (!ordinary() || composed);
    }

    private boolean ordinary() {
      return vocabulary.ordinary(text);
    }

    private boolean nameLike() {
      return products.nameLike(word);
    }

    /** Whether the word is a name rather than one of a sentence, or an agent's own function. */
    private boolean named() {
      boolean function = text.indexOf('_') > 0; // "the `run_query` tool"
      return !function && nameLike() && (word.code() || text.indexOf('-') > 0 || !ordinary());
    }

    /** Whether the only word behind the name is this one. */
    private boolean only(String noun) {
      return rest.size() == 1 && rest.getFirst().text().equals(noun);
    }

    /** The words behind the name without "to be installed" and its like. */
    private List<Lexeme> noun() {
      return rest.stream()
          .filter(w -> !w.text().startsWith("to be ") && !w.text().equals("first"))
          .toList();
    }

    private List<Mention> as(Kind kind) {
      return List.of(new Mention(kind, text.toLowerCase(Locale.ROOT)));
    }

    private List<Mention> versioned(Mention mention) {
      return List.of(Nouns.versioned(mention, words, 1));
    }
  }

  private static List<Mention> some(List<Mention> found) {
    return found.isEmpty() ? null : found;
  }

  /** "the acme-mcp server"; but "the acme-mcp repository" */
  private List<Mention> server(Item item) {
    if (!Nouns.namesMcp(item.word)) {
      return null;
    }
    boolean place = !item.rest.isEmpty() && ProductNames.spot(item.rest.getLast());
    return place
        ? List.of()
        : item.versioned(new Mention(Kind.MCP, item.text.toLowerCase(Locale.ROOT)));
  }

  /** "the Acmeworks framework v5.10+" */
  private List<Mention> numberedFramework(Item item) {
    List<Lexeme> kind = item.rest.stream().filter(w -> !w.is(Role.VERSION, Role.OR_LATER)).toList();
    boolean framework = kind.size() == 1 && kind.getFirst().text().equals("framework");
    if (!framework || item.rest.size() == 1 || !item.nameLike()) {
      return null;
    }
    Mention mention = new Mention(Kind.PACKAGE, item.text.toLowerCase(Locale.ROOT));
    return List.of(Nouns.versioned(mention, item.rest, 0));
  }

  private List<Mention> product(Item item) {
    boolean capital = !item.lower && item.lenient && !item.word.code() && !item.described;
    Mention product = capital ? products.product(item.words) : null;
    return product == null ? null : List.of(product);
  }

  private List<Mention> titled(Item item) {
    if (item.lenient || item.lower) {
      return null;
    }
    if (products.isStrange(item.word) && ProductNames.edition(item.rest)) {
      Mention mention = Mention.unknown(item.text); // "Acmeworks 0.3+ project workspaces"
      mention.unknown = false;
      mention.product = true;
      mention.floored = true;
      return item.versioned(mention);
    }
    Mention titled = products.titled(item.words);
    return titled == null ? null : List.of(titled);
  }

  /** "Acme.AspNetCore 1.0.0": how .NET names packages. */
  private List<Mention> space(Item item) {
    boolean versioned = item.rest.size() == 1 && item.rest.getFirst().is(Role.VERSION);
    return versioned && Nouns.isSpace(item.text)
        ? item.versioned(new Mention(Kind.PACKAGE, item.text.toLowerCase(Locale.ROOT)))
        : null;
  }

  /** A capitalised word by itself: its list may tell what it is. */
  private List<Mention> alone(Item item) {
    boolean numbered = // "Turborepo 2, Zorbix 18"
        item.words.size() == 2
            && item.rest.getFirst().is(Role.VERSION)
            && products.isStrange(item.word)
            && !item.lenient
            && !item.plus;
    if (item.words.size() > 1 && !numbered || item.lower || !item.nameLike()) {
      return null;
    }
    Mention mention = Mention.unknown(item.text);
    mention.title = true;
    mention.strange = products.isStrange(item.word);
    return numbered ? item.versioned(mention) : List.of(mention);
  }

  /** "the acme-island widget running" */
  private List<Mention> running(Item item) {
    boolean running =
        item.rest.stream().anyMatch(w -> w.text().equals("running"))
            && item.rest.stream()
                .allMatch(w -> w.is(Role.WORD, Role.GENERIC, Role.GLUE, Role.HEAD));
    return running && item.lower && item.lenient && item.named() ? item.as(Kind.SERVICE) : null;
  }

  /** "the gh-acme extension" */
  private List<Mention> extension(Item item) {
    int stem = item.text.indexOf('-');
    boolean named = item.only("extension") && item.lenient && stem > 0;
    return named && vocabulary.isTool(item.text.substring(0, stem))
        ? List.of(new Mention(Kind.TOOL, item.text))
        : null;
  }

  /** "the acme-notes plugin" of an agent, "the AcmePress plugin" of an application. */
  private List<Mention> plugin(Item item) {
    List<Lexeme> noun = item.noun();
    boolean plugin = noun.size() == 1 && noun.getFirst().text().equals("plugin");
    if (!plugin || !item.lenient || !item.nameLike()) {
      return null;
    }
    boolean composed = item.text.indexOf('-') > 0 && !vocabulary.adjective(item.text);
    if (item.lower && (composed || item.word.code() || !item.ordinary())) {
      return List.of(new Mention(Kind.SKILL, item.text));
    }
    boolean product = !item.word.code() && CAMEL_CASE.matcher(item.text).matches();
    return product ? item.as(Kind.SERVICE) : null;
  }

  /** "the acme-implementer agent" */
  private List<Mention> delegate(Item item) {
    List<Lexeme> noun = item.noun();
    boolean agent = !noun.isEmpty() && noun.getLast().text().matches("agents?");
    boolean worker = item.text.endsWith("er") || item.text.endsWith("or"); // "code-reviewer"
    boolean named = item.text.indexOf('-') > 0 && item.nameLike() && (worker || !item.ordinary());
    return agent && item.lower && item.lenient && named
        ? List.of(new Mention(Kind.SKILL, item.text))
        : null;
  }

  /** "the acmeworks framework" */
  private List<Mention> framework(Item item) {
    boolean said = item.lenient || products.isStrange(item.word);
    return item.only("framework") && said && item.nameLike() && !item.ordinary()
        ? item.as(Kind.PACKAGE)
        : null;
  }

  /** "the acme-fetch tool" */
  private List<Mention> tool(Item item) {
    boolean helper = item.lower && item.rest.size() == 1 && Nouns.helper(item.rest.getFirst());
    return helper && item.lenient && item.named()
        ? List.of(new Mention(Kind.TOOL, item.text))
        : null;
  }

  /** Better nothing than a wrong requirement: a word of the sentence. */
  private List<Mention> notClear(Item item) {
    boolean written = item.floor || item.word.code() || item.program;
    boolean clear =
        (item.lenient || written)
            && !item.described
            && item.nameLike()
            && ProductNames.describesNothing(item.rest);
    return clear && (item.lower || written) ? null : List.of();
  }

  /** "com.acme:kit 1.2" of Maven, "acme-notes:write" of an agent; "issues:write" is a scope. */
  private static List<Mention> withColon(Item item) {
    if (IMAGE.matcher(item.text).find()) {
      return List.of(); // "acme-base:latest": an image of a container
    }
    int colon = item.text.indexOf(':');
    int dot = item.text.indexOf('.');
    if (colon > dot && dot > 0) {
      return item.versioned(new Mention(Kind.PACKAGE, item.text));
    }
    if (colon <= 0) {
      return null;
    }
    boolean scope = SCOPES.contains(item.text.split(":", 2)[0]) || item.text.indexOf('-') < 0;
    return scope ? List.of() : List.of(new Mention(Kind.SKILL, item.text));
  }

  /** "acme/mail-kit 2.x" */
  private static List<Mention> vendored(Item item) {
    boolean versioned = !item.rest.isEmpty() && item.rest.getFirst().is(Role.VERSION);
    return versioned && Nouns.isVendored(item.text)
        ? item.versioned(new Mention(Kind.PACKAGE, item.text))
        : null;
  }

  private List<Mention> name(Item item) {
    if (item.text.startsWith(DEBIAN_PYTHON)) {
      String library = item.text.substring(DEBIAN_PYTHON.length());
      return Nouns.isSlug(library)
          ? item.versioned(new Mention(Kind.PACKAGE, library))
          : List.of(); // "python3-acme"
    }
    Mention mention = Mention.unknown(item.text);
    mention.strange = item.word.code() || !item.ordinary();
    mention.code = item.word.code();
    boolean pythonic = // "acme-python": how packages say what they are written in
        mention.strange && item.text.matches("py[a-z]{3,}")
            || item.text.matches("(python|py)-.+|.+-(python|py)");
    if (pythonic && !item.program) {
      mention.unknown = false;
    } else if (item.text.matches(".+-(g\\+\\+|gcc|clang|ld|objdump)")) {
      mention.kind = Kind.TOOL; // "x86_64-w64-mingw32-gcc"
      mention.unknown = false;
    }
    if (item.program) {
      mention.kind = Kind.TOOL;
    }
    if (item.floor || item.program) {
      mention.product = !item.lower && item.plus && !item.exact; // "Acme 2.8+"
      mention.kind = mention.name.endsWith("-cli") ? Kind.TOOL : mention.kind;
      mention.unknown = false; // name>=1.0 is how packages are written.
      mention.floored = !item.program;
    }
    return item.versioned(mention);
  }
}
