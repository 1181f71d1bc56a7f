package app.satchel.check.requirement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what a word without white space is by its letters: a path, a version, a variable, a package
 * with its vendor, or several words in one ({@code bash/zsh}, {@code python3.12}).
 */
final class WordCutter {
  /** A product that is written as its address: {@code Acme.ai}. */
  private static final Pattern BRAND =
      Pattern.compile("[A-Z][A-Za-z0-9-]*\\.(ai|app|co|com|dev|io|sh|so)");

  /** A language model with its size: {@code acme3.2:8b-instruct}. */
  private static final Pattern MODEL = Pattern.compile("[\\w.-]+:\\d[\\d.]*[bB][\\w-]*");

  /** What a person types to an agent: {@code /acme:fix}. */
  private static final Pattern SLASH_COMMAND = Pattern.compile("/[a-z][a-z0-9-]*(:[a-z0-9-]+)?");

  /** What an account is allowed to do: {@code s3:GetObject}. */
  private static final Pattern ACTION =
      Pattern.compile("[a-z0-9-]+:[A-Z][a-z][A-Za-z]*|[a-z]+\\.[a-z.]*:(read|write|manage|admin)");

  /** A function of an MCP server, as some agents write it. */
  private static final Pattern FUNCTION = Pattern.compile("[a-z][a-z0-9-]+:[a-z]+(_[a-z]+)+");

  /** A part of a repository: {@code apps/notes}. */
  private static final Pattern FOLDER =
      Pattern.compile("(apps|packages|src|scripts|docs|tests|lib)/[\\w.-]+");

  private static final Set<String> GO_HOSTS =
      Set.of(
          "github.com",
          "gitlab.com",
          "golang.org",
          "gopkg.in",
          "go.uber.org",
          "k8s.io",
          "google.golang.org");

  /** How .NET names what it compiles for: {@code net9.0}. */
  private static final Pattern FRAMEWORK = Pattern.compile("net\\d{1,2}\\.\\d");

  /** How Julia names its packages: {@code AcmePlots.jl}. */
  private static final Pattern JULIA = Pattern.compile("[A-Z][A-Za-z0-9]{2,40}\\.jl");

  /** How Composer names the extensions of PHP: {@code ext-acme}. */
  private static final Pattern EXTENSION = Pattern.compile("ext-[a-z][a-z0-9_]{1,30}");

  /** How a registry of MCP servers names one of a maker: {@code acmeworks/mcp}. */
  private static final Pattern SERVER = Pattern.compile("[a-z][a-z0-9-]{2,40}/mcp(-server)?");

  /** A version of which there is one: {@code 0.182.0} of {@code acme@0.182.0}. */
  private static final Pattern EXACT = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  private final Vocabulary vocabulary;
  private final Spellings spellings;

  WordCutter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.spellings = new Spellings(vocabulary);
  }

  /** Adds the pieces of a word without white space. */
  void cut(String whole, int at, boolean code, List<Piece> pieces) {
    String word = spellings.stem(whole);
    if (word.length() > 1 && word.endsWith("@")) {
      word = word.substring(0, word.length() - 1); // "acme@^9.0"
    }
    if (word.endsWith(".exe") && Nouns.isSlug(word) && !word.equals(".exe")) {
      plain(word.substring(0, word.length() - 4), at, true, pieces); // "acme.exe"
      return;
    }
    int end = at + whole.length();
    if (FRAMEWORK.matcher(word).matches()) {
      pieces.add(new Piece(null, ".net", code, at, at + 3)); // "net9.0"
      pieces.add(new Piece(Role.VERSION, word.substring(3), code, at + 3, end));
      return;
    }
    if (Ideographs.is(word.charAt(0))) {
      int from = at;
      for (String each : Ideographs.words(word, vocabulary)) {
        pieces.add(new Piece(null, each, code, from, from + each.length()));
        from += each.length();
      }
      return;
    }
    if (word.startsWith("@") && word.indexOf('/') > 1 && word.matches(".*[-/]")) {
      pieces.add(new Piece(Role.PLACE, word, code, at, end)); // "@acme/kit-*" is a pattern.
    } else if (word.startsWith("@") && word.indexOf('/') > 1) {
      pieces.add(new Piece(Role.SCOPED, scopedName(word), code, at, end));
    } else if (word.startsWith("mcp__") && word.length() > 5) {
      // "mcp__acme__find" is how agents name the tools of the server "acme".
      server(word, word.indexOf("__", 5), at, pieces);
    } else if (word.startsWith("mcp_") && word.indexOf(':') > 5) {
      server(word, word.indexOf(':'), at, pieces); // "mcp_acme:find" in some editors
    } else if (FUNCTION.matcher(word).matches()) {
      server(word, word.indexOf(':'), at, pieces); // "acme:find_all": a function of a server
    } else if (isSlashCommand(word, code)) {
      pieces.add(new Piece(Role.PLACE, word, code, at, end));
    } else if (!vocabulary.terms(word).isEmpty()) {
      plain(word, at, code, pieces);
    } else if (JULIA.matcher(word).matches()) {
      String name = word.substring(0, word.length() - 3).toLowerCase(Locale.ROOT);
      pieces.add(new Piece(Role.SCOPED, name, code, at, end)); // "AcmePlots.jl"
    } else if (EXTENSION.matcher(word).matches()) {
      pieces.add(new Piece(Role.SCOPED, word, code, at, end));
    } else if (SERVER.matcher(word).matches()) {
      pieces.add(new Piece(Role.SCOPED, word, code, at, end)); // "acmeworks/mcp"
    } else if (isKnownPair(word)) {
      alternatives(word, at, code, pieces); // "React/Next.js": no path of a script
    } else if (isGoModule(word)) {
      pieces.add(new Piece(Role.SCOPED, scopedName(word), code, at, end));
    } else if (BRAND.matcher(word).matches()) {
      plain(word, at, code, pieces);
    } else if (MODEL.matcher(word).matches() || ACTION.matcher(word).matches()) {
      pieces.add(new Piece(Role.PLACE, word, code, at, end));
    } else if (word.contains("://")
        || hasPort(word)
        || VersionWords.looksLikePath(word)
        || VersionWords.isScript(word)) {
      pieces.add(new Piece(Role.PLACE, word, code, at, end));
    } else if (VersionWords.isVersion(word)) {
      pieces.add(new Piece(Role.VERSION, word, code, at, end));
    } else if (isFolder(word) || code && isFile(word) || FOLDER.matcher(word).matches()) {
      pieces.add(new Piece(Role.PLACE, word, code, at, end));
    } else if (isVendored(word)) {
      plain(word, at, code, pieces);
    } else if (isVariables(word)) {
      variables(word, at, code, pieces);
    } else if (isRepository(word)) {
      int name = word.indexOf('/') + 1;
      pieces.add(new Piece(null, word.substring(name), code, at + name, end)); // "someone/acme"
    } else if (word.indexOf('/') >= 0) {
      alternatives(word, at, code, pieces);
    } else if (VersionWords.isVariable(word)) {
      pieces.add(new Piece(Role.VARIABLE, word.replace("$", ""), code, at, end));
    } else {
      plain(word, at, code, pieces);
    }
  }

  private static void server(String word, int last, int at, List<Piece> pieces) {
    int end = at + word.length();
    int from = word.startsWith("mcp__") ? 5 : word.startsWith("mcp_") ? 4 : 0;
    pieces.add(
        new Piece(null, word.substring(from, last < 0 ? word.length() : last), true, at, end));
    pieces.add(new Piece(null, "mcp", false, end, end));
  }

  private boolean isSlashCommand(String word, boolean code) {
    return (code || word.indexOf(':') > 0)
        && SLASH_COMMAND.matcher(word).matches()
        && vocabulary.terms(word.substring(1)).isEmpty(); // "Linux `/macOS`"
  }

  /** {@code backend/venv/bin}: two slashes or more, and nothing known before the first. */
  private boolean isFolder(String word) {
    int first = word.indexOf('/');
    return first > 0
        && word.indexOf('/', first + 1) > 0
        && vocabulary.terms(word.substring(0, first)).isEmpty()
        && word.equals(word.toLowerCase(Locale.ROOT));
  }

  /** A word in backticks with a slash, and nothing known on its sides: {@code scripts/acme}. */
  private boolean isFile(String word) {
    int slash = word.indexOf('/');
    boolean repository = slash > 0 && word.matches("[\\w.-]+/[a-z]*[A-Z][\\w.-]*"); // `a/someKit`
    return slash > 0
        && (word.indexOf('-') < 0 || repository)
        && Arrays.stream(word.split("/")).allMatch(part -> vocabulary.terms(part).isEmpty());
  }

  /** Two words that are both known; one of them may look like the name of a file. */
  private boolean isKnownPair(String word) {
    String[] parts = word.split("/", 3);
    return parts.length == 2
        && word.endsWith(".js")
        && Arrays.stream(parts).noneMatch(part -> vocabulary.terms(part).isEmpty());
  }

  /** {@code acme/mail-kit}: a package with its vendor rather than two alternatives. */
  private boolean isVendored(String word) {
    int slash = word.indexOf('/');
    return Nouns.isVendored(word)
        && !siblings(word.substring(0, slash), word.substring(slash + 1))
        && (word.startsWith(word.substring(0, slash) + "-", slash + 1) // "acme/acme-kit"
            || vocabulary.terms(word.substring(0, slash)).isEmpty()
                && vocabulary.terms(word.substring(slash + 1)).isEmpty());
  }

  /** {@code ACME_URL/TOKEN}: variables that share their beginning. */
  private static boolean isVariables(String word) {
    String[] parts = word.split("/");
    return parts.length > 1
        && VersionWords.isVariable(parts[0])
        && Arrays.stream(parts).skip(1).allMatch(part -> part.matches("[A-Z]{2,12}"));
  }

  private static void variables(String word, int at, boolean code, List<Piece> pieces) {
    String[] parts = word.split("/");
    String stem = parts[0].substring(0, parts[0].lastIndexOf('_') + 1);
    int from = at;
    for (String part : parts) {
      if (from > at) {
        pieces.add(new Piece(Role.SLASH, "/", code, from - 1, from));
      }
      String name = from > at ? stem + part : part;
      pieces.add(new Piece(Role.VARIABLE, name, code, from, from + part.length()));
      from += part.length() + 1;
    }
  }

  /** {@code someone/acme}: a repository, by two words that are none of everyday language. */
  private boolean isRepository(String word) {
    int slash = word.indexOf('/');
    return slash > 2
        && word.indexOf('/', slash + 1) < 0
        && word.equals(word.toLowerCase(Locale.ROOT))
        && Arrays.stream(word.split("/"))
            .allMatch(
                part ->
                    part.length() > 2
                        && part.chars().allMatch(Character::isLetterOrDigit)
                        && vocabulary.terms(part).isEmpty()
                        && !vocabulary.ordinary(part));
  }

  /** {@code acme-find/acme-fetch}: two of one family. */
  private static boolean siblings(String one, String other) {
    int stem = one.indexOf('-');
    return stem > 1 && !one.equals(other) && other.startsWith(one.substring(0, stem + 1));
  }

  /** {@code github.com/acme/kit}: how Go names its packages. */
  private static boolean isGoModule(String word) {
    int slash = word.indexOf('/');
    return slash > 0
        && GO_HOSTS.contains(word.substring(0, slash))
        && word.indexOf('/', slash + 1) > 0
        && Nouns.isSlug(scopedName(word).replace('/', '-'));
  }

  private static String scopedName(String word) {
    int version = word.indexOf('@', 1);
    return version > 0 ? word.substring(0, version) : word;
  }

  private void alternatives(String word, int at, boolean code, List<Piece> pieces) {
    int from = 0;
    while (from <= word.length()) {
      int slash = word.indexOf('/', from);
      int to = slash < 0 ? word.length() : slash;
      if (to > from) {
        cut(word.substring(from, to), at + from, code, pieces);
      }
      if (slash < 0) {
        return;
      }
      pieces.add(new Piece(Role.SLASH, "/", code, at + slash, at + slash + 1));
      from = slash + 1;
    }
  }

  /** A word, with extras ({@code zarr[remote]}) dropped and a glued version cut off. */
  private void plain(String word, int at, boolean code, List<Piece> pieces) {
    int bracket = word.indexOf('[');
    String name = bracket > 0 ? word.substring(0, bracket) : word;
    int end = at + word.length();
    boolean extras = bracket > 0 && word.endsWith("]");
    extras &= vocabulary.terms(name).isEmpty() || vocabulary.phrases().hasRole(name); // "mcp[cli]"
    if (extras && Nouns.isSlug(name) && name.equals(name.toLowerCase(Locale.ROOT))) {
      pieces.add(new Piece(Role.SCOPED, name, code, at, end)); // "acme-kit[mail]": a package
      return;
    }
    if (vocabulary.terms(name).isEmpty()) {
      int cut = VersionWords.gluedVersion(name);
      boolean pinned = cut > 0 && name.charAt(cut) == '@';
      if (cut > 0 && (pinned || !vocabulary.terms(name.substring(0, cut)).isEmpty())) {
        int version = Character.isLetterOrDigit(name.charAt(cut)) ? cut : cut + 1;
        pieces.add(new Piece(null, name.substring(0, cut), code, at, at + cut));
        if (pinned && EXACT.matcher(name.substring(version)).matches()) {
          pieces.add(new Piece(Role.COMPARATOR, "=", code, at + cut, at + version));
        }
        pieces.add(new Piece(Role.VERSION, name.substring(version), code, at + version, end));
        return;
      }
    }
    pieces.add(new Piece(null, name, code, at, end));
  }

  private static boolean hasPort(String word) {
    int colon = word.indexOf(':');
    return colon > 0 && Cutter.isPort(word, colon);
  }
}
