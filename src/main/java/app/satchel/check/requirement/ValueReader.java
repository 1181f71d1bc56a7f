package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a value of any shape: a map's keys say what their values are ({@code bins}, {@code env},
 * {@code python}), everything else is prose. Bounded in depth, count and length.
 */
final class ValueReader {
  /** Characters of one text that are read: four times what the specification allows in all. */
  static final int LONGEST_TEXT = 2_000;

  static final int MOST_ENTRIES = 200;
  private static final int DEEPEST = 6;
  private static final int FEW = 10;
  private static final int BRIEF = 200;

  /** Characters of prose that are read of one value in all. */
  private static final int MOST_TEXT = 20_000;

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
              "systemtools"),
          Kind.CREDENTIAL,
          Set.of(
              "env",
              "envs",
              "envvars",
              "environment",
              "environmentvariables",
              "secrets",
              "secret",
              "credentials",
              "apikeys",
              "requiredenvironmentvariables",
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
              "pypi"),
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

  private static final Set<String> OPTIONAL_KEYS =
      Set.of("optional", "recommended", "recommends", "suggests", "nicetohave", "optionaltools");

  /** Keys that only hold further keys. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "requires",
          "require",
          "requirements",
          "required",
          "runtime",
          "runtimes",
          "dependencies",
          "dependency",
          "prerequisites",
          "languages",
          "language",
          "compatibility",
          "compatible",
          "systemrequirements",
          "needs",
          "anyof",
          "oneof");

  /** Keys that describe rather than name. */
  private static final Set<String> ABOUT =
      Set.of("description", "note", "notes", "reason", "purpose", "install", "url", "homepage");

  private final Vocabulary vocabulary;
  private final List<Found> found = new ArrayList<>();
  private int entries;
  private int groups;
  private int textRead;

  ValueReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * A mention with the words it was read from.
   *
   * @param text the sentence, or the entry as {@code key: value}
   */
  record Found(Mention mention, String text) {}

  /**
   * Reads a field.
   *
   * @param field its key as written, with dots for maps ({@code metadata.openclaw.requires})
   */
  List<Found> read(String field, FrontmatterValue value) {
    String key = plainKey(field.substring(field.lastIndexOf('.') + 1));
    value(key, key, value, Level.REQUIRED, 0);
    return found;
  }

  int groups() {
    return groups;
  }

  void startGroupsAt(int first) {
    groups = first;
  }

  /** A key without case, hyphens and underscores. */
  static String plainKey(String key) {
    String start = key.length() > 60 ? key.substring(0, 60) : key;
    return start.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }

  private void value(String field, String key, FrontmatterValue value, Level level, int depth) {
    if (depth > DEEPEST || entries > MOST_ENTRIES) {
      return;
    }
    switch (value) {
      case Scalar scalar -> scalar(field, key, scalar, level);
      case Sequence list -> list(field, key, list, level, depth);
      case Mapping map -> map(field, key, map, level, depth);
    }
  }

  private void list(String field, String key, Sequence list, Level level, int depth) {
    int before = found.size();
    boolean any = key.equals("anybins") || key.equals("anyof") || key.equals("oneof");
    boolean untyped = kindOf(key).isEmpty() && !isCompatibility(key);
    boolean skills = untyped && namesSkills(field, list);
    for (FrontmatterValue item : list.items()) {
      if (++entries > MOST_ENTRIES) {
        break;
      }
      if (skills && item instanceof Scalar scalar && unknownSlug(scalar.text())) {
        add(new Mention(Kind.SKILL, scalar.text().strip()), level, scalar.text());
      } else {
        value(field, key, item, level, depth + 1);
      }
    }
    if (any && found.size() - before > 1) {
      groups++;
      found.subList(before, found.size()).forEach(each -> each.mention().group = groups);
    }
  }

  /** Whether an untyped list names skills: the field says so, or nothing in it is anything else. */
  private boolean namesSkills(String field, Sequence list) {
    boolean skillField =
        Set.of("prerequisites", "prerequisite", "dependson", "dependsonskills", "requiresskills")
            .contains(field);
    boolean slugs =
        list.items().stream()
            .limit(MOST_ENTRIES)
            .allMatch(item -> item instanceof Scalar s && unknownSlug(s.text()));
    return skillField || (field.equals("requires") && slugs);
  }

  private boolean unknownSlug(String text) {
    String name = text.length() > 2 * BRIEF ? "" : text.strip();
    return name.length() <= 64
        && !name.isEmpty()
        && name.equals(name.toLowerCase(Locale.ROOT))
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
        && vocabulary.terms(name).stream().allMatch(t -> t.kind() == Kind.SERVICE);
  }

  private void map(String field, String key, Mapping map, Level level, int depth) {
    Optional<Mention> entry = named(key, map);
    if (entry.isPresent()) {
      add(entry.get(), entry.get().level == Level.REQUIRED ? level : Level.OPTIONAL, brief(map));
      return;
    }
    for (Entry each : map.entries()) {
      if (++entries > MOST_ENTRIES) {
        return;
      }
      entry(field, key, each, level, depth);
    }
  }

  private void entry(String field, String parent, Entry entry, Level level, int depth) {
    String key = plainKey(entry.key());
    FrontmatterValue value = entry.value();
    if (ABOUT.contains(key) || denies(value)) {
      return;
    }
    if (OPTIONAL_KEYS.contains(key)) {
      value(field, parent, value, Level.OPTIONAL, depth + 1);
      return;
    }
    if (CONTAINERS.contains(key)) {
      String inner = key.equals("required") ? parent : key;
      value(inner, inner, value, level, depth + 1);
      return;
    }
    Optional<Kind> kind = kindOf(key);
    Optional<Term> term = runtimeOrProduct(entry.key());
    if (term.isPresent() && !(kind.isPresent() && value instanceof Sequence)) {
      product(term.get(), entry, level, depth);
    } else if (kind.isPresent()) {
      if (affirms(value)) {
        fixed(kind.get(), entry, level);
      } else {
        value(field, key, value, level, depth + 1);
      }
    } else if (versionLike(value) || affirms(value)) {
      versioned(parent, entry, level);
    }
  }

  private Optional<Term> runtimeOrProduct(String key) {
    if (key.length() > BRIEF) {
      return Optional.empty();
    }
    String name = key.replace('_', '-').toLowerCase(Locale.ROOT);
    return vocabulary.terms(name).stream()
        .filter(t -> t.kind() == Kind.RUNTIME || t.kind() == Kind.AGENT || t.kind() == Kind.OS)
        .findFirst();
  }

  /** {@code python: ">=3.10"}, {@code claude-code: true}, {@code python: [pandas, numpy]}. */
  private void product(Term term, Entry entry, Level level, int depth) {
    if (entry.value() instanceof Sequence list) {
      value("packages", "packages", list, level, depth + 1);
      return;
    }
    if (entry.value() instanceof Mapping map) {
      value(entry.key(), "packages", map, level, depth + 1);
      return;
    }
    for (String name : vocabulary.expand(term.name())) {
      Mention mention = new Mention(term.kind(), name);
      mention.version = constraint(entry.value());
      add(mention, level, words(entry));
    }
  }

  private void fixed(Kind kind, Entry entry, Level level) {
    String name = kind == Kind.NETWORK ? "internet" : plainKey(entry.key());
    if (kind == Kind.NETWORK || kind == Kind.HARDWARE) {
      add(new Mention(kind, name), level, words(entry));
    }
  }

  /** A dependency map: {@code pandas: ">=2"}. */
  private void versioned(String parent, Entry entry, Level level) {
    boolean names = parent.equals("dependencies") || kindOf(parent).isPresent();
    List<Term> terms = entry.key().length() > BRIEF ? List.of() : vocabulary.terms(entry.key());
    Kind parentKind = kindOf(parent).orElse(Kind.PACKAGE);
    Mention mention;
    if (!terms.isEmpty()) {
      mention = new Mention(terms.getFirst().kind(), terms.getFirst().name());
    } else if (names && versionLike(entry.value()) && NounReader.isSlug(entry.key())) {
      mention = new Mention(parentKind, entry.key());
    } else {
      return;
    }
    mention.version = constraint(entry.value());
    add(mention, level, words(entry));
  }

  /** A map that describes one thing: {@code {name: jq, optional: true}}, {@code {cli: gh}}. */
  private Optional<Mention> named(String key, Mapping map) {
    Optional<Entry> name = map.entry("name").or(() -> map.entry("id"));
    if (name.isEmpty() || !(name.get().value() instanceof Scalar scalar)) {
      return Optional.empty();
    }
    String type =
        map.entry("kind").or(() -> map.entry("type")).map(e -> e.value().asText()).orElse("");
    Optional<Kind> kind = kindOf(plainKey(type)).or(() -> kindOf(key));
    List<Mention> read = kind.map(k -> typed(k, scalar.text())).orElse(List.of());
    if (read.isEmpty()) {
      read = prose(scalar.text(), true).stream().map(Found::mention).toList();
    }
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Mention mention = read.getFirst();
    map.entry("version").ifPresent(v -> mention.version = constraint(v.value()));
    boolean optional =
        map.entry("optional").filter(e -> affirms(e.value())).isPresent()
            || map.entry("required").filter(e -> denies(e.value())).isPresent();
    mention.level = optional ? Level.OPTIONAL : Level.REQUIRED;
    return Optional.of(mention);
  }

  private void scalar(String field, String key, Scalar scalar, Level level) {
    String text = cut(scalar.text()).strip();
    if (text.isEmpty() || scalar.kind() == FrontmatterValue.Kind.NULL) {
      return;
    }
    Optional<Kind> kind = kindOf(key);
    List<Mention> typed = kind.map(k -> typedList(k, text)).orElse(List.of());
    if (!typed.isEmpty()) {
      typed.forEach(mention -> add(mention, level, text));
      return;
    }
    if (Set.of("dependson", "requiresskills").contains(field)) {
      for (String name : text.split("[,\\s]+")) {
        if (unknownSlug(name)) {
          add(new Mention(Kind.SKILL, name), level, text);
        }
      }
      return;
    }
    List<Found> read = prose(text, !isCompatibility(key));
    if (read.isEmpty() && key.equals("dependencies") && knownEcosystem(text)) {
      add(new Mention(Kind.PACKAGE, text.toLowerCase(Locale.ROOT)), level, text);
    }
    for (Found each : read) {
      boolean lower = level != Level.REQUIRED && each.mention().level == Level.REQUIRED;
      add(each.mention(), lower ? level : each.mention().level, each.text());
    }
  }

  private boolean knownEcosystem(String name) {
    return vocabulary.ecosystem(name).isPresent();
  }

  private static boolean isCompatibility(String key) {
    return key.startsWith("compatib");
  }

  private List<Found> prose(String whole, boolean lenient) {
    String text = cut(whole);
    List<Found> read = new ArrayList<>();
    textRead += text.length();
    if (textRead > MOST_TEXT) {
      return read;
    }
    Prose prose = new Prose(vocabulary);
    for (Mention mention : prose.read(text, groups, lenient)) {
      read.add(new Found(mention, text.substring(mention.sentenceStart, mention.sentenceEnd)));
    }
    groups = prose.groups();
    return read;
  }

  /** A value of a typed key: one name, or several between commas. */
  private List<Mention> typedList(Kind kind, String text) {
    List<Mention> all = new ArrayList<>();
    for (String part : text.split(",", MOST_ENTRIES)) {
      List<Mention> read = typed(kind, part.strip());
      if (read.isEmpty()) {
        return List.of();
      }
      all.addAll(read);
    }
    return all;
  }

  /** A single name under a key that says what it is; empty when it is more than a name. */
  private List<Mention> typed(Kind kind, String name) {
    if (name.isEmpty() || name.length() > 100) {
      return List.of();
    }
    List<Term> terms = vocabulary.terms(name);
    return switch (kind) {
      case TOOL -> tool(name, terms);
      case CREDENTIAL ->
          VersionWords.isVariable(name) || capitals(name)
              ? List.of(new Mention(kind, name.replace("$", "")))
              : List.of();
      case MCP, SKILL -> slug(kind, name);
      case PACKAGE -> packages(name);
      case OS, AGENT -> products(terms);
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
    for (Term term : terms) {
      if (term.kind() == Kind.RUNTIME || term.kind() == Kind.TOOL) {
        return List.of(new Mention(term.kind(), term.name()));
      }
    }
    boolean command = NounReader.isSlug(name) && name.indexOf(':') < 0;
    return command ? List.of(new Mention(Kind.TOOL, name)) : List.of();
  }

  private static List<Mention> slug(Kind kind, String name) {
    boolean fits =
        NounReader.isSlug(name)
            || name.startsWith("@") && NounReader.isSlug(name.substring(1).replace('/', '-'));
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
    if (bare.isEmpty() || !whole || (end < name.length() && name.charAt(end) == ' ')) {
      return List.of();
    }
    Mention mention =
        new Mention(
            Kind.PACKAGE,
            vocabulary
                .term(bare, Kind.PACKAGE)
                .map(Term::name)
                .orElse(bare.toLowerCase(Locale.ROOT)));
    List<Found> read = prose(name, true);
    if (read.size() == 1) {
      mention.version = read.getFirst().mention().version;
    }
    return List.of(mention);
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

  private static Optional<Kind> kindOf(String key) {
    return KEYS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String words(Entry entry) {
    return brief(entry.key()) + ": " + brief(entry.value());
  }

  /** A value as a line, cut: the whole may be megabytes. */
  private static String brief(FrontmatterValue value) {
    return switch (value) {
      case Scalar scalar -> brief(scalar.text());
      case Sequence list -> brief(new Sequence(first(list.items()), true).asText());
      case Mapping map ->
          map.entries().stream()
              .limit(FEW)
              .filter(entry -> entry.value() instanceof Scalar)
              .map(ValueReader::words)
              .collect(Collectors.joining("; "));
    };
  }

  private static List<FrontmatterValue> first(List<FrontmatterValue> items) {
    return items.stream().limit(FEW).filter(Scalar.class::isInstance).toList();
  }

  private static String brief(String text) {
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
  }

  private static boolean affirms(FrontmatterValue value) {
    return value instanceof Scalar s
        && Set.of("true", "yes", "on", "required").contains(s.text().toLowerCase(Locale.ROOT));
  }

  private static boolean denies(FrontmatterValue value) {
    return value instanceof Scalar s
        && Set.of("false", "no", "off", "none", "not required", "n/a")
            .contains(s.text().toLowerCase(Locale.ROOT));
  }

  private static boolean versionLike(FrontmatterValue value) {
    return constraint(value) != null
        || value instanceof Scalar s && Set.of("*", "latest").contains(s.text().strip());
  }

  /** The constraint of a version written alone: {@code 3}, {@code >=3.10,<4}, {@code ~0.1.6}. */
  private static String constraint(FrontmatterValue value) {
    if (!(value instanceof Scalar scalar) || scalar.text().length() > 60) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (String part : scalar.text().strip().split("[,\\s]+(?=[<>=~^!])")) {
      int digits = 0;
      while (digits < part.length() && "<>=~^! ".indexOf(part.charAt(digits)) >= 0) {
        digits++;
      }
      String version = part.substring(digits).strip();
      String sign = part.substring(0, digits).strip();
      if (!VersionWords.isVersion(version)) {
        return null;
      }
      parts.add(VersionWords.constraint(sign.isEmpty() ? null : sign, version, false));
    }
    return parts.contains(null) ? null : String.join(" ", parts);
  }

  private void add(Mention mention, Level level, String text) {
    mention.level = level;
    found.add(new Found(mention, text.strip()));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
