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

  /** Common nouns for programs. */
  private static final Set<String> HELPERS =
      Set.of(
          "tool",
          "tooling",
          "tools",
          "program",
          "helper",
          "adapter",
          "validator",
          "checker",
          "add-on",
          "addon",
          "installation");

  /** Words run together: the name of a product rather than a word at the start of a sentence. */
  private static final Pattern CAMEL_CASE =
      Pattern.compile("[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*");

  private final Vocabulary vocabulary;
  private final ProductNames products;

  UnknownNames(Vocabulary vocabulary, ProductNames products) {
    this.vocabulary = vocabulary;
    this.products = products;
  }

  /**
   * Reads an item.
   *
   * @param words its lexemes, from the first that may be a name
   * @param lenient whether a verb of need or a heading precedes
   */
  List<Mention> read(List<Lexeme> words, boolean lenient) {
    List<Mention> application = products.application(words, lenient);
    if (!application.isEmpty()) {
      return application;
    }
    Lexeme word = words.getFirst();
    List<Lexeme> rest = words.subList(1, words.size());
    boolean exact = // "AcmeKitSwift 5.1.22": a library
        !rest.isEmpty()
            && rest.getFirst().text().indexOf('.') > 0
            && !rest.getFirst().text().matches(".*[+x]")
            && (camelCase(word) || products.isStrange(word) && dots(rest.getFirst()) > 1);
    boolean plus =
        !lenient
            && !rest.isEmpty()
            && rest.getFirst().is(Role.VERSION)
            && (rest.size() == 1
                    && (rest.getFirst().text().endsWith("+")
                        || rest.getFirst().text().endsWith(".x")
                        || exact)
                || rest.size() == 2 && rest.getLast().is(Role.OR_LATER))
            && (!vocabulary.ordinary(word.text()) || composedName(word));
    boolean floor = plus || rest.stream().anyMatch(w -> w.is(Role.COMPARATOR));
    boolean program = Nouns.onPath(rest);
    boolean clear = lenient || floor || word.code() || program;
    boolean place = !rest.isEmpty() && ProductNames.spot(rest.getLast());
    if (Nouns.namesMcp(word) && place) {
      return List.of(); // "the acme-mcp repository"
    }
    if (Nouns.namesMcp(word)) {
      Mention server = new Mention(Kind.MCP, word.text().toLowerCase(Locale.ROOT));
      return List.of(Nouns.versioned(server, words, 1));
    }
    List<Lexeme> kind = rest.stream().filter(w -> !w.is(Role.VERSION, Role.OR_LATER)).toList();
    boolean framework = kind.size() == 1 && kind.getFirst().text().equals("framework");
    if (framework && rest.size() > 1 && products.nameLike(word)) {
      Mention mention = new Mention(Kind.PACKAGE, word.text().toLowerCase(Locale.ROOT));
      return List.of(Nouns.versioned(mention, rest, 0)); // "the Acmeworks framework v5.10+"
    }
    boolean lower = word.text().equals(word.text().toLowerCase(Locale.ROOT));
    boolean described =
        rest.stream().anyMatch(w -> DESCRIBED.contains(w.text().toLowerCase(Locale.ROOT)));
    if (!lower && lenient && !word.code() && !described) {
      Mention product = products.product(words);
      if (product != null) {
        return List.of(product);
      }
    }
    if (!lenient && !lower && products.isStrange(word) && ProductNames.edition(rest)) {
      Mention mention = Mention.unknown(word.text()); // "Acmeworks 0.3+ project workspaces"
      mention.unknown = false;
      mention.product = true;
      mention.floored = true;
      return List.of(Nouns.versioned(mention, words, 1));
    }
    Mention titled = lower || lenient ? null : products.titled(words);
    if (titled != null) {
      return List.of(titled);
    }
    boolean versioned = rest.size() == 1 && rest.getFirst().is(Role.VERSION);
    if (versioned && Nouns.isSpace(word.text())) {
      return List.of( // "Acme.AspNetCore 1.0.0": how .NET names packages
          Nouns.versioned(
              new Mention(Kind.PACKAGE, word.text().toLowerCase(Locale.ROOT)), words, 1));
    }
    if (words.size() == 1 && !lower && products.nameLike(word)) {
      Mention mention = Mention.unknown(word.text());
      mention.title = true;
      mention.strange = products.isStrange(word);
      return List.of(mention);
    }
    boolean running = rest.stream().anyMatch(w -> w.text().equals("running"));
    if (running
        && lower
        && lenient
        && isNamed(word)
        && products.nameLike(word)
        && saysLittle(rest)) {
      return List.of(new Mention(Kind.SERVICE, word.text())); // "the acme-island widget running"
    }
    boolean extension = rest.size() == 1 && rest.getFirst().text().equals("extension");
    int stem = word.text().indexOf('-');
    if (extension && lenient && stem > 0 && vocabulary.isTool(word.text().substring(0, stem))) {
      return List.of(new Mention(Kind.TOOL, word.text())); // "the gh-acme extension"
    }
    List<Lexeme> noun =
        rest.stream()
            .filter(w -> !w.text().startsWith("to be ") && !w.text().equals("first"))
            .toList();
    boolean plugin = noun.size() == 1 && noun.getFirst().text().equals("plugin");
    if (plugin && lower && lenient && products.nameLike(word) && isPluginName(word)) {
      return List.of(new Mention(Kind.SKILL, word.text())); // "the acme-notes plugin"
    }
    boolean product = plugin && lenient && !word.code() && products.nameLike(word);
    if (product && CAMEL_CASE.matcher(word.text()).matches()) {
      return List.of( // "the AcmePress plugin"
          new Mention(Kind.SERVICE, word.text().toLowerCase(Locale.ROOT)));
    }
    boolean delegate = !noun.isEmpty() && noun.getLast().text().equals("agent");
    if (delegate && lower && lenient && word.text().indexOf('-') > 0 && isStrangeSlug(word)) {
      return List.of(new Mention(Kind.SKILL, word.text())); // "the acme-implementer agent"
    }
    if (framework
        && (lenient || products.isStrange(word))
        && products.nameLike(word)
        && !vocabulary.ordinary(word.text())) {
      return List.of(new Mention(Kind.PACKAGE, word.text().toLowerCase(Locale.ROOT)));
    }
    boolean helper = lower && rest.size() == 1 && helper(rest.getFirst());
    if (helper && lenient && products.nameLike(word) && isNamed(word)) {
      return List.of(new Mention(Kind.TOOL, word.text())); // "the acme-fetch tool"
    }
    if (!clear || described || !products.nameLike(word) || !ProductNames.describesNothing(rest)) {
      return List.of();
    }
    if (!lower && !floor && !word.code() && !program) {
      return List.of();
    }
    if (word.text().indexOf(':') > word.text().indexOf('.') && word.text().indexOf('.') > 0) {
      return List.of( // "com.acme:kit 1.2": how Maven names packages
          Nouns.versioned(new Mention(Kind.PACKAGE, word.text()), words, 1));
    }
    boolean scope = SCOPES.contains(word.text().split(":", 2)[0]);
    if (word.text().indexOf(':') > 0 && (scope || word.text().indexOf('-') < 0)) {
      return List.of(); // "issues:write": a scope
    }
    if (word.text().indexOf(':') > 0) {
      return List.of(new Mention(Kind.SKILL, word.text()));
    }
    if (Nouns.isVendored(word.text()) && !rest.isEmpty() && rest.getFirst().is(Role.VERSION)) {
      return List.of( // "acme/mail-kit 2.x"
          Nouns.versioned(new Mention(Kind.PACKAGE, word.text()), words, 1));
    }
    Mention mention = Mention.unknown(word.text());
    mention.strange = word.code() || !vocabulary.ordinary(word.text());
    mention.code = word.code();
    Nouns.versioned(mention, words, 1);
    boolean pythonic = mention.strange && word.text().matches("py[a-z]{3,}");
    if ((pythonic || word.text().matches("(python|py)-.+|.+-(python|py)")) && !program) {
      mention.unknown = false; // "acme-python": how packages say what they are written in
    } else if (word.text().matches(".+-(g\\+\\+|gcc|clang|ld|objdump)")) {
      mention.kind = Kind.TOOL; // "x86_64-w64-mingw32-gcc"
      mention.unknown = false;
    }
    if (program) {
      mention.kind = Kind.TOOL;
    }
    if (floor || program) {
      mention.product = !lower && plus && !exact; // "Acme 2.8+"
      mention.kind = mention.name.endsWith("-cli") ? Kind.TOOL : mention.kind;
      mention.unknown = false; // name>=1.0 is how packages are written.
      mention.floored = !program;
    }
    return List.of(mention);
  }

  private static long dots(Lexeme version) {
    return version.text().chars().filter(c -> c == '.').count();
  }

  /** "AcmeKitSwift 5.1.22" */
  private static boolean camelCase(Lexeme word) {
    return CAMEL_CASE.matcher(word.text()).matches();
  }

  private static boolean saysLittle(List<Lexeme> rest) {
    return rest.stream().allMatch(w -> w.is(Role.WORD, Role.GENERIC, Role.GLUE, Role.HEAD));
  }

  /** Whether a word only says that a program is one. */
  static boolean helper(Lexeme word) {
    return HELPERS.contains(word.text());
  }

  private boolean isPluginName(Lexeme word) {
    boolean composed = word.text().indexOf('-') > 0 && !vocabulary.adjective(word.text());
    return composed || word.code() || !vocabulary.ordinary(word.text());
  }

  private boolean isNamed(Lexeme word) {
    boolean function = word.text().indexOf('_') > 0; // "the `run_query` tool" is an agent's own
    return !function
        && (word.code() || word.text().indexOf('-') > 0 || !vocabulary.ordinary(word.text()));
  }

  /**
   * "acme-data-kit 1.2+": words in lower case that hyphens join are a name where a floor follows.
   */
  private boolean composedName(Lexeme word) {
    return word.text().indexOf('-') > 0 && !Nouns.capital(word) && products.nameLike(word);
  }

  private boolean isStrangeSlug(Lexeme word) {
    return products.nameLike(word) && !vocabulary.ordinary(word.text());
  }
}
