package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the names of products that the vocabulary does not know: words with capitals that are not
 * of everyday language, or of which something is said that is only said of programs.
 */
final class ProductNames {
  /** What is said of applications; a capitalised name before it is one. */
  private static final Set<String> APPLICATION =
      Set.of("installed", "running", "enabled", "app", "application", "desktop", "desktop app");

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

  /** Last words of the names of products that run skills. */
  private static final Set<String> HOSTS = Set.of("code", "bot", "agent", "harness");

  /** What says how one speaks to an interface. */
  private static final Set<String> LANGUAGES =
      Set.of("python", "rest", "graphql", "java", "c++", "node.js", "javascript");

  /** What has extensions. */
  private static final Set<String> BROWSERS =
      Set.of("chrome", "browser", "firefox", "vscode", "vs code", "edge", "chromium");

  /** What runs skills. */
  private static final Set<String> RUNNERS =
      Set.of("runtime", "adapter", "agent", "assistant", "harness", "host");

  /** Last words of the names of applications. */
  private static final Set<String> APPLICATIONS =
      Set.of("workspace", "studio", "desktop", "editor", "cloud", "platform", "engine", "hub");

  /** What says what sort of thing has a version, and is no part of its name. */
  private static final Set<String> SORTS =
      Set.of("api", "server", "cli", "version", "release", "runtime", "mcp", "sdk", "protocol");

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

  private final Vocabulary vocabulary;

  ProductNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** "Acme Studio 3 installed", "Acme running": capitalised words, and what is said of programs. */
  List<Mention> application(List<Lexeme> words, boolean lenient) {
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
    boolean running = // "Acmeworks desktop running": says itself that it is needed
        words.subList(0, end).stream().anyMatch(this::isStrange)
            && (Nouns.says(rest, "running") || Nouns.says(rest, "installed"));
    if (end == 0 || !(lenient || running) || !said || support || word || !describesNothing(rest)) {
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
    String family = brand.toLowerCase(Locale.ROOT).replaceFirst("[0-9.]+$", "");
    if (vocabulary.model(family) || vocabulary.agentTool(brand)) {
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
  Mention titled(List<Lexeme> words) {
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

  /**
   * "Acme Workspace 0.2+", "Great Docs >= 0.8": a name that ends in a common noun, which its
   * version makes a name; null when it is none.
   */
  Mention edition(List<Lexeme> words, boolean lenient) {
    int end = 0;
    while (end < words.size() && words.get(end).capitalised() && namePart(words.get(end))) {
      end++;
    }
    List<Lexeme> rest = words.subList(end, words.size());
    boolean sign = !rest.isEmpty() && rest.getFirst().is(Role.COMPARATOR);
    boolean floor = sign || !rest.isEmpty() && isFloor(rest.getFirst().text());
    boolean named = end > 1 && end < 4;
    named &= words.getFirst().is(Role.WORD, Role.GENERIC) || model(words.getFirst());
    String last = named ? words.get(end - 1).text().toLowerCase(Locale.ROOT) : "";
    boolean host = HOSTS.contains(last);
    boolean common = named && (host || words.get(end - 1).is(Role.GENERIC, Role.HEAD, Role.GLUE));
    if (!common || !(floor || lenient && versions(rest)) || !versions(rest)) {
      return null;
    }
    String name =
        words.subList(0, end).stream()
            .map(w -> w.text().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("-"));
    boolean slug = Nouns.isSlug(name) && !SORTS.contains(last);
    if (!slug) {
      return null;
    }
    boolean application = APPLICATIONS.contains(last);
    Mention mention =
        new Mention(host ? Kind.AGENT : application ? Kind.SERVICE : Kind.PACKAGE, name);
    mention.floored = !application;
    mention.product = !sign; // an application where no library stands beside it
    return Nouns.versioned(mention, words, end);
  }

  /**
   * "Acmeworks Forge adapter", "Acme local runtime": a strange name, and that it runs skills; null
   * where something else is said.
   */
  Mention host(List<Lexeme> words) {
    int end = 0;
    while (end < words.size()
        && words.get(end).capitalised()
        && words.get(end).is(Role.WORD, Role.TERM)) {
      end++;
    }
    String last = words.getLast().text().toLowerCase(Locale.ROOT).replaceFirst("(?<!s)s$", "");
    boolean said =
        end < words.size() && RUNNERS.contains(last.substring(last.lastIndexOf(' ') + 1));
    boolean strange =
        end > 0 && end < 4 && words.subList(0, end).stream().anyMatch(this::isStrange);
    strange &= words.getFirst().is(Role.WORD);
    boolean plain =
        words.subList(end, words.size()).stream()
            .allMatch(w -> w.is(Role.WORD, Role.GENERIC, Role.GLUE, Role.HEAD) && !w.code());
    String name = words.subList(0, end).stream().map(Lexeme::text).collect(Collectors.joining("-"));
    return said && strange && plain && Nouns.isSlug(name)
        ? new Mention(Kind.AGENT, name.toLowerCase(Locale.ROOT))
        : null;
  }

  /**
   * "Acme Graph API v21.0", "Acmeworks Python API": an interface by its product's name, of several
   * words or a strange one; null where it is that of a known service alone.
   */
  Mention api(List<Lexeme> words) {
    int end = 0;
    while (end < words.size() && !words.get(end).text().equals("API")) {
      end++;
    }
    boolean versioned = end + 1 < words.size();
    boolean ends =
        end < words.size() && (!versioned || versions(words.subList(end + 1, words.size())));
    int last = end;
    while (last > 0 && LANGUAGES.contains(words.get(last - 1).text().toLowerCase(Locale.ROOT))) {
      last--;
    }
    List<Lexeme> named = words.subList(0, Math.min(last, words.size()));
    boolean title = // "Substance 3D Painter": a number may stand inside
        named.stream().allMatch(w -> namePart(w) && Nouns.capital(w))
            && named.stream().anyMatch(w -> w.is(Role.WORD));
    if (!ends || !title || named.size() > 4) {
      return null;
    }
    boolean known = named.getFirst().is(Role.TERM) && !versioned;
    boolean strange = named.size() == 1 && isStrange(named.getFirst()) && last < end;
    if (known || named.size() == 1 && !strange) {
      return null;
    }
    String name =
        named.stream()
            .map(w -> w.text().toLowerCase(Locale.ROOT).replace(' ', '-'))
            .collect(Collectors.joining("-"));
    return Nouns.isSlug(name)
        ? Nouns.versioned(new Mention(Kind.SERVICE, name), words, end + 1)
        : null;
  }

  /** "the acme-swarm Chrome extension": an extension's own name; null where it has none. */
  Mention extension(List<Lexeme> words) {
    int last = words.size() - 1;
    String phrase = words.getLast().text().toLowerCase(Locale.ROOT);
    String browser = phrase.replaceFirst(" ?extension$", "");
    boolean apart = browser.isEmpty() && last > 0; // "Chrome extension" may be one phrase
    String of = apart ? words.get(last - 1).text().toLowerCase(Locale.ROOT) : browser;
    int name = apart ? last - 2 : last - 1;
    if (!phrase.endsWith("extension") || !BROWSERS.contains(of) || name < 0) {
      return null;
    }
    Lexeme word = words.get(name);
    boolean strange = !vocabulary.ordinary(word.text()) || word.text().indexOf('-') > 0;
    return nameLike(word) && strange
        ? new Mention(Kind.SERVICE, word.text().toLowerCase(Locale.ROOT))
        : null;
  }

  /** "Grok Bot": named after the language model in it. */
  private boolean model(Lexeme word) {
    return vocabulary.model(word.text().toLowerCase(Locale.ROOT));
  }

  private static boolean isFloor(String version) {
    return VersionWords.isVersion(version)
        && (version.endsWith("+") || version.endsWith(".x") || version.startsWith("v"));
  }

  private static boolean versions(List<Lexeme> rest) {
    return !rest.isEmpty()
        && rest.stream()
            .allMatch(w -> w.is(Role.VERSION, Role.COMPARATOR, Role.OR_LATER, Role.AT_LEAST));
  }

  /** Whether a version follows a name, and then words that only say what of it is meant. */
  static boolean edition(List<Lexeme> rest) {
    String version =
        rest.size() > 1 && rest.getFirst().is(Role.VERSION) ? rest.getFirst().text() : "";
    return (version.endsWith("+") || version.startsWith("v"))
        && rest.stream().skip(1).allMatch(w -> w.is(Role.WORD, Role.GENERIC, Role.GLUE));
  }

  /** Whether a word is neither known, nor of everyday language, nor an abbreviation. */
  boolean isStrange(Lexeme word) {
    boolean small = word.text().chars().anyMatch(Character::isLowerCase);
    boolean latin = word.text().chars().allMatch(c -> c < 0x250); // no "PDF-движок"
    return latin
        && word.is(Role.WORD)
        && small
        && word.capitalised()
        && !word.text().matches("[A-Z]+s") // "PRDs"
        && nameLike(word)
        && !vocabulary.ordinary(word.text());
  }

  /** Whether a word can be a name by its letters. */
  boolean nameLike(Lexeme word) {
    return word.is(Role.WORD)
        && (Nouns.isSlug(word.text()) || Nouns.isVendored(word.text()))
        && word.text().length() > 1
        && !word.text().startsWith("any-") // "any-agent-with-a-shell"
        && word.text().chars().anyMatch(c -> c < 0x250 && Character.isLetter(c))
        && (word.text().indexOf('.') <= 0 || !Nouns.capital(word) || Nouns.isSpace(word.text()))
        && (word.code() || !vocabulary.adjective(word.text()));
  }

  /** Whether words after a name say nothing but its version and that it is there. */
  static boolean describesNothing(List<Lexeme> rest) {
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

  /** Whether a word is a part of a file system. */
  static boolean spot(Lexeme word) {
    return SPOTS.contains(word.text());
  }

  /** Whether a word has one capital, as in a title. */
  private static boolean isTitle(String word) {
    return Character.isUpperCase(word.charAt(0))
        && word.chars().skip(1).anyMatch(Character::isLowerCase);
  }

  private static boolean namePart(Lexeme word) {
    return word.is(Role.WORD, Role.TERM, Role.GENERIC, Role.GLUE, Role.HEAD);
  }

  /** Whether a word can stand after a name without naming something else. */
  private boolean saysLittle(Lexeme word) {
    boolean noun = word.is(Role.WORD) && !Nouns.capital(word) && vocabulary.ordinary(word.text());
    return noun || word.is(Role.GENERIC) || describesNothing(List.of(word));
  }
}
