package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads an item that names nothing the vocabulary knows. Better nothing than a wrong requirement:
 * only what stands alone in a clear place is taken for a name ({@code `acme` on PATH}, {@code
 * acme>=2}, {@code Acme Studio installed}).
 */
final class UnknownNames {
  /** What is said of applications; a capitalised name before it is one. */
  private static final Set<String> APPLICATION =
      Set.of("installed", "running", "enabled", "app", "application", "desktop", "desktop app");

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

  /** What has a name of its own and is no product: the place where one works. */
  private static final Set<String> PLACES =
      Set.of(
          "repository",
          "repo",
          "project",
          "projects",
          "workspace",
          "folder",
          "directory",
          "checkout",
          "applications",
          "apps");

  /** Parts of a file system. */
  private static final Set<String> SPOTS =
      Set.of(
          "directory",
          "folder",
          "repository",
          "repo",
          "checkout",
          "clone",
          "docs",
          "documentation");

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

  private final Vocabulary vocabulary;

  UnknownNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Reads an item.
   *
   * @param words its lexemes, from the first that may be a name
   * @param lenient whether a verb of need or a heading precedes
   */
  List<Mention> read(List<Lexeme> words, boolean lenient) {
    List<Mention> application = application(words, lenient);
    if (!application.isEmpty()) {
      return application;
    }
    Lexeme word = words.getFirst();
    List<Lexeme> rest = words.subList(1, words.size());
    boolean plus =
        !lenient
            && !rest.isEmpty()
            && rest.getFirst().is(Role.VERSION)
            && (rest.size() == 1
                    && (rest.getFirst().text().endsWith("+")
                        || rest.getFirst().text().endsWith(".x"))
                || rest.size() == 2 && rest.getLast().is(Role.OR_LATER))
            && (!vocabulary.ordinary(word.text()) || composedName(word));
    boolean floor = plus || rest.stream().anyMatch(w -> w.is(Role.COMPARATOR));
    boolean program = Nouns.onPath(rest);
    boolean clear = lenient || floor || word.code() || program;
    boolean place = !rest.isEmpty() && SPOTS.contains(rest.getLast().text());
    if (Nouns.namesMcp(word) && place) {
      return List.of(); // "the acme-mcp repository"
    }
    if (Nouns.namesMcp(word)) {
      Mention server = new Mention(Kind.MCP, word.text().toLowerCase(Locale.ROOT));
      return List.of(Nouns.versioned(server, words, 1));
    }
    boolean lower = word.text().equals(word.text().toLowerCase(Locale.ROOT));
    boolean described =
        rest.stream().anyMatch(w -> DESCRIBED.contains(w.text().toLowerCase(Locale.ROOT)));
    if (!lower && lenient && !word.code() && !described) {
      Mention product = product(words);
      if (product != null) {
        return List.of(product);
      }
    }
    if (!lenient && !lower && isStrange(word) && edition(rest)) {
      Mention mention = Mention.unknown(word.text()); // "Acmeworks 0.3+ project workspaces"
      mention.unknown = false;
      mention.product = true;
      mention.floored = true;
      return List.of(Nouns.versioned(mention, words, 1));
    }
    Mention titled = lower || lenient ? null : titled(words);
    if (titled != null) {
      return List.of(titled);
    }
    boolean versioned = rest.size() == 1 && rest.getFirst().is(Role.VERSION);
    if (versioned && Nouns.isSpace(word.text())) {
      return List.of( // "Acme.AspNetCore 1.0.0": how .NET names packages
          Nouns.versioned(
              new Mention(Kind.PACKAGE, word.text().toLowerCase(Locale.ROOT)), words, 1));
    }
    if (words.size() == 1 && !lower && nameLike(word)) {
      Mention mention = Mention.unknown(word.text());
      mention.title = true;
      mention.strange = isStrange(word);
      return List.of(mention);
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
    if (plugin && lower && lenient && nameLike(word) && isPluginName(word)) {
      return List.of(new Mention(Kind.SKILL, word.text())); // "the acme-notes plugin"
    }
    boolean composed = word.text().matches("[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*");
    if (plugin && composed && lenient && nameLike(word) && !word.code()) {
      return List.of(new Mention(Kind.SERVICE, word.text().toLowerCase(Locale.ROOT)));
    }
    boolean delegate = !noun.isEmpty() && noun.getLast().text().equals("agent");
    if (delegate && lower && lenient && word.text().indexOf('-') > 0 && isStrangeSlug(word)) {
      return List.of(new Mention(Kind.SKILL, word.text())); // "the acme-implementer agent"
    }
    boolean framework = rest.size() == 1 && rest.getFirst().text().equals("framework");
    if (framework
        && (lenient || isStrange(word))
        && nameLike(word)
        && !vocabulary.ordinary(word.text())) {
      return List.of(new Mention(Kind.PACKAGE, word.text().toLowerCase(Locale.ROOT)));
    }
    boolean helper = lower && rest.size() == 1 && helper(rest.getFirst());
    if (helper && lenient && nameLike(word) && isNamed(word)) {
      return List.of(new Mention(Kind.TOOL, word.text())); // "the acme-fetch tool"
    }
    if (!clear || described || !nameLike(word) || !describesNothing(rest)) {
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
      mention.product = !lower && plus; // "Acme 2.8+"
      mention.kind = mention.name.endsWith("-cli") ? Kind.TOOL : mention.kind;
      mention.unknown = false; // name>=1.0 is how packages are written.
      mention.floored = !program;
    }
    return List.of(mention);
  }

  /** "Acme Studio 3 installed", "Acme running": capitalised words, and what is said of programs. */
  private List<Mention> application(List<Lexeme> words, boolean lenient) {
    int end = 0;
    while (end < words.size() && words.get(end).is(Role.WORD) && words.get(end).capitalised()) {
      end++;
    }
    List<Lexeme> rest = words.subList(end, words.size());
    boolean said =
        rest.stream().anyMatch(w -> APPLICATION.contains(w.text().toLowerCase(Locale.ROOT)));
    boolean support = Nouns.says(rest, "support"); // "with Acme support enabled"
    boolean word = end == 1 && vocabulary.ordinary(words.getFirst().text());
    word &= Nouns.says(rest, "enabled"); // "Reports & Dashboards enabled"
    if (end == 0 || !lenient || !said || support || word || !describesNothing(rest)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    words.subList(0, end).forEach(w -> parts.add(w.text().toLowerCase(Locale.ROOT)));
    String name = String.join("-", parts);
    if (!Nouns.isSlug(name)) {
      return List.of();
    }
    return List.of(Nouns.versioned(new Mention(Kind.SERVICE, name), words, end));
  }

  /**
   * "Acmeworks 2.1", "a deployed Acmeworks worker": a name with capitals that is no word of
   * everyday language, or has a version; null when there is none.
   */
  Mention product(List<Lexeme> words) {
    int end = 0;
    while (end < words.size() && Nouns.capital(words.get(end)) && namePart(words.get(end))) {
      end++;
    }
    int last = end;
    while (last > 0 && words.get(last - 1).is(Role.GENERIC, Role.GLUE, Role.HEAD)) {
      last--; // "Acmeworks Platform": what sort of thing it is
    }
    boolean place =
        words.subList(last, end).stream()
            .anyMatch(w -> PLACES.contains(w.text().toLowerCase(Locale.ROOT)));
    place |= words.size() > end && PLACES.contains(words.get(end).text());
    place |= words.size() > end && SPOTS.contains(words.getLast().text().toLowerCase(Locale.ROOT));
    if (place) {
      return null; // "an Acme repository"
    }
    List<Lexeme> named = words.subList(0, last);
    List<Lexeme> rest = words.subList(end, words.size());
    String name = named.stream().map(Lexeme::text).collect(Collectors.joining("-"));
    String brand = words.getFirst().text().split("-", 2)[0];
    if (last == 1 && NounReader.isEdition(words.getFirst())) {
      return null; // "the Enterprise 10.6 contract"
    }
    if (vocabulary.model(brand.toLowerCase(Locale.ROOT)) || vocabulary.agentTool(brand)) {
      return null; // "GPT-5": a language model
    }
    if (last == 0 || !rest.stream().allMatch(this::saysLittle) || vocabulary.adjective(name)) {
      return null;
    }
    Mention mention = Mention.unknown(name.replace(' ', '-'));
    Nouns.versioned(mention, words, end);
    mention.product = true;
    boolean api = // "the Scrape Makers API": a named one
        words.getLast().text().equals("API")
            && named.stream().allMatch(w -> w.is(Role.WORD) && isTitle(w.text()));
    boolean written = mention.version != null && named.getFirst().is(Role.WORD) || api;
    boolean known = last == 2 && named.getFirst().term(Kind.SERVICE) != null; // "Acme KMS"
    boolean clear = written || known || named.stream().anyMatch(this::isStrange);
    return clear && Nouns.isSlug(mention.name) ? mention : null;
  }

  /** "Acme Studio 8.2+": two or three capitals and the version it takes; null when it is not. */
  private Mention titled(List<Lexeme> words) {
    int last = 0;
    while (last < words.size() && words.get(last).is(Role.WORD)) {
      last++;
    }
    List<Lexeme> rest = words.subList(last, words.size());
    boolean floor =
        rest.stream().anyMatch(w -> w.is(Role.VERSION))
            && rest.stream()
                .allMatch(w -> w.is(Role.VERSION, Role.COMPARATOR, Role.OR_LATER, Role.AT_LEAST));
    boolean titles =
        Nouns.titled(words.subList(0, last)) && words.stream().noneMatch(w -> w.is(Role.TERM));
    Mention product = floor && titles ? product(words) : null;
    if (product != null) {
      product.kind = Kind.SERVICE;
      product.unknown = false;
    }
    return product;
  }

  /** Whether a word has one capital, as in a title. */
  private static boolean isTitle(String word) {
    return Character.isUpperCase(word.charAt(0))
        && word.chars().skip(1).anyMatch(Character::isLowerCase);
  }

  /** Whether a version follows a name, and then words that only say what of it is meant. */
  private static boolean edition(List<Lexeme> rest) {
    String version =
        rest.size() > 1 && rest.getFirst().is(Role.VERSION) ? rest.getFirst().text() : "";
    return (version.endsWith("+") || version.startsWith("v"))
        && rest.stream().skip(1).allMatch(w -> w.is(Role.WORD, Role.GENERIC, Role.GLUE));
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

  private static boolean namePart(Lexeme word) {
    return word.is(Role.WORD, Role.TERM, Role.GENERIC, Role.GLUE, Role.HEAD);
  }

  /** Whether a word can stand after a name without naming something else. */
  private boolean saysLittle(Lexeme word) {
    boolean noun = word.is(Role.WORD) && !Nouns.capital(word) && vocabulary.ordinary(word.text());
    return noun || word.is(Role.GENERIC) || describesNothing(List.of(word));
  }

  /**
   * "acme-data-kit 1.2+": words in lower case that hyphens join are a name where a floor follows.
   */
  private boolean composedName(Lexeme word) {
    return word.text().indexOf('-') > 0 && !Nouns.capital(word) && nameLike(word);
  }

  private boolean isStrangeSlug(Lexeme word) {
    return nameLike(word) && !vocabulary.ordinary(word.text());
  }

  /** Whether a word is neither known, nor of everyday language, nor an abbreviation. */
  private boolean isStrange(Lexeme word) {
    boolean small = word.text().chars().anyMatch(Character::isLowerCase);
    return word.is(Role.WORD)
        && small
        && word.capitalised()
        && !word.text().matches("[A-Z]+s") // "PRDs"
        && nameLike(word)
        && !vocabulary.ordinary(word.text());
  }

  private static boolean describesNothing(List<Lexeme> rest) {
    return rest.stream()
        .allMatch(
            w ->
                w.is(
                    Role.GLUE,
                    Role.COPULA,
                    Role.VERSION,
                    Role.COMPARATOR,
                    Role.ON_PATH,
                    Role.OR_LATER,
                    Role.AT_LEAST));
  }

  private boolean nameLike(Lexeme word) {
    return word.is(Role.WORD)
        && (Nouns.isSlug(word.text()) || Nouns.isVendored(word.text()))
        && word.text().length() > 1
        && !word.text().startsWith("any-") // "any-agent-with-a-shell"
        && word.text().chars().anyMatch(c -> c < 0x250 && Character.isLetter(c))
        && (word.text().indexOf('.') <= 0 || !Nouns.capital(word) || Nouns.isSpace(word.text()))
        && (word.code() || !vocabulary.adjective(word.text()));
  }
}
