package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a single name under a key that says what it names: {@code bins}, {@code env}. */
final class TypedNames {
  private static final int LONGEST = 100;

  private static final Set<String> PROCESSORS =
      Set.of("x86_64", "x64", "amd64", "x86", "arm64", "aarch64", "armv7", "i686", "universal");

  /** Keys whose values name things of one kind. */
  private static final Map<Kind, Set<String>> KEYS =
      Map.of(
          Kind.TOOL,
          Set.of(
              "bin",
              "bins",
              "binary",
              "binaries",
              "command",
              "commands",
              "tool",
              "tools",
              "cli",
              "clis",
              "executable",
              "executables",
              "anybins",
              "programs",
              "requirestools",
              "systemtools"),
          Kind.CREDENTIAL,
          Set.of(
              "env",
              "anyenv",
              "envs",
              "envvars",
              "environment",
              "environmentvariables",
              "secrets",
              "secret",
              "credentials",
              "apikeys",
              "requiredenvironmentvariables",
              "envvar",
              "variables",
              "accounts",
              "account"),
          Kind.PACKAGE,
          Set.of(
              "package",
              "packages",
              "pip",
              "npm",
              "library",
              "libraries",
              "pythonpackages",
              "nodepackages",
              "npmpackages",
              "pippackages",
              "modules",
              "pypi",
              "mops",
              "cargo",
              "crates",
              "gems",
              "composer",
              "nuget",
              "conda",
              "stack",
              "techstack",
              "framework",
              "frameworks"),
          Kind.MCP,
          Set.of("mcp", "mcps", "mcpserver", "mcpservers", "mcptools"),
          Kind.SKILL,
          Set.of("skill", "skills"),
          Kind.OS,
          Set.of("os", "platform", "platforms", "operatingsystem", "operatingsystems", "system"),
          Kind.AGENT,
          Set.of("agent", "agents", "clients", "client", "products", "hosts", "ide", "ides"),
          Kind.SERVICE,
          Set.of("service", "services", "connectors", "apps", "integrations", "databases"),
          Kind.NETWORK,
          Set.of("network", "internet", "networkaccess", "internetaccess"),
          Kind.HARDWARE,
          Set.of("hardware", "gpu"));

  private static final Pattern PINNED = Pattern.compile("([\\w.-]+)\\s*([<>=~^!].*)");

  private final Vocabulary vocabulary;

  TypedNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The kind that a key's values are of; the key as {@link ValueReader#plainKey} gives it. */
  static Optional<Kind> kindOf(String key) {
    return KEYS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A single name under a key that says what it is; empty when it is more than a name. */
  List<Mention> read(Kind kind, String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return List.of();
    }
    Matcher pinned = kind == Kind.TOOL ? PINNED.matcher(name) : null;
    if (pinned != null && pinned.matches()) {
      List<Mention> named = read(kind, pinned.group(1)); // {cli: "acme>=0.3"}
      String version = Values.constraint(pinned.group(2));
      named.stream().limit(1).forEach(mention -> mention.version = version);
      return version == null ? List.of() : named;
    }
    List<Term> terms = vocabulary.terms(name);
    return switch (kind) {
      case TOOL -> {
        boolean path = name.startsWith(".") || name.startsWith("/"); // ".venv/bin/python3"
        String command = path ? name.substring(name.lastIndexOf('/') + 1) : name;
        yield tool(command, path ? vocabulary.terms(command) : terms);
      }
      case CREDENTIAL ->
          VersionWords.isVariable(name) || capitals(name)
              ? List.of(new Mention(kind, name.replace("$", "")))
              : List.of();
      case MCP -> slug(kind, server(name));
      case SKILL -> slug(kind, name);
      case PACKAGE -> packages(name);
      case OS, AGENT -> {
        List<Mention> products = products(terms);
        yield products.isEmpty() ? platform(name) : products;
      }
      case NETWORK -> List.of(new Mention(kind, "internet"));
      case SERVICE, HARDWARE ->
          terms.stream()
              .filter(t -> t.kind() == kind)
              .findFirst()
              .map(Term::name)
              .map(known -> List.of(new Mention(kind, known)))
              .orElseGet(() -> slug(kind, name.toLowerCase(Locale.ROOT).replace(' ', '-')));
      default -> List.of();
    };
  }

  private static boolean capitals(String name) {
    return name.length() > 2
        && name.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
  }

  private List<Mention> tool(String name, List<Term> terms) {
    if (vocabulary.ability(name)) {
      return List.of(); // "Bash" and "Read" are what an agent does by itself.
    }
    for (Term term : terms) {
      if (term.kind() == Kind.RUNTIME) {
        return List.of(new Mention(term.kind(), term.name()));
      }
    }
    for (Term term : vocabulary.terms(unnumbered(name))) {
      if (term.kind() == Kind.RUNTIME) {
        return List.of(new Mention(term.kind(), term.name())); // "python3.12", "node20"
      }
    }
    boolean command =
        Nouns.isSlug(name) && name.indexOf(':') < 0 && !Character.isUpperCase(name.charAt(0));
    if (command && name.equals(name.toLowerCase(Locale.ROOT))) {
      return List.of(new Mention(Kind.TOOL, name)); // The command, whatever else it is called.
    }
    return terms.stream()
        .filter(term -> term.kind() == Kind.TOOL)
        .findFirst()
        .map(term -> List.of(new Mention(Kind.TOOL, term.name())))
        .orElse(
            command ? List.of(new Mention(Kind.TOOL, name.toLowerCase(Locale.ROOT))) : List.of());
  }

  /** A name without the digits and dots at its end. */
  private static String unnumbered(String name) {
    int end = name.length();
    while (end > 1 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) {
      end--;
    }
    return name.substring(0, end);
  }

  /** The server in the name of one of its tools: {@code mcp__acme__find}. */
  private static String server(String name) {
    int end = name.indexOf("__", 5);
    return name.startsWith("mcp__") ? name.substring(5, end < 0 ? name.length() : end) : name;
  }

  private static List<Mention> slug(Kind kind, String name) {
    boolean fits =
        Nouns.isSlug(name)
            || name.startsWith("@") && Nouns.isSlug(name.substring(1).replace('/', '-'));
    return fits ? List.of(new Mention(kind, name)) : List.of();
  }

  private List<Mention> packages(String name) {
    int end = 0;
    while (end < name.length()
        && (Character.isLetterOrDigit(name.charAt(end))
            || "-_.@/".indexOf(name.charAt(end)) >= 0)) {
      end++;
    }
    String bare = name.substring(0, end);
    boolean whole = end == name.length() || "<>=~^![ ".indexOf(name.charAt(end)) >= 0;
    boolean spaced = end < name.length() && name.charAt(end) == ' ';
    boolean versioned = spaced && VersionWords.isVersion(name.substring(end + 1).strip());
    boolean other = spaced && vocabulary.term(bare, Kind.PACKAGE).isEmpty();
    other &= !vocabulary.terms(bare).isEmpty();
    if (bare.isEmpty() || !whole || other || spaced && !versioned) {
      return List.of();
    }
    Mention mention =
        new Mention(
            Kind.PACKAGE,
            bare.equals(bare.toLowerCase(Locale.ROOT)) && !bare.endsWith(".js")
                ? bare
                : vocabulary
                    .term(bare, Kind.PACKAGE)
                    .map(Term::name)
                    .orElse(bare.toLowerCase(Locale.ROOT)));
    List<Mention> read = new Prose(vocabulary).read(name, 0, true);
    if (read.size() == 1) {
      mention.version = read.getFirst().version;
    }
    return List.of(mention);
  }

  /** {@code linux-x86_64}: a system with its processor. */
  private List<Mention> platform(String name) {
    int hyphen = name.indexOf('-');
    String processor = name.substring(hyphen + 1);
    boolean built = hyphen > 0 && PROCESSORS.contains(processor.toLowerCase(Locale.ROOT));
    return built ? products(vocabulary.terms(name.substring(0, hyphen))) : List.of();
  }

  private List<Mention> products(List<Term> terms) {
    List<Mention> all = new ArrayList<>();
    for (Term term : terms) {
      if (term.kind() == Kind.OS || term.kind() == Kind.AGENT) {
        vocabulary.expand(term.name()).forEach(n -> all.add(new Mention(term.kind(), n)));
        break;
      }
    }
    return all;
  }
}
