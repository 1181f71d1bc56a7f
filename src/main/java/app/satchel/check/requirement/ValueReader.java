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
import java.util.Optional;
import java.util.Set;

/**
 * Reads a value of any shape: a map's keys say what their values are ({@code bins}, {@code env},
 * {@code python}), everything else is prose. Bounded in depth, count and length.
 */
final class ValueReader {
  /** Characters of one text that are read: four times what the specification allows in all. */
  static final int LONGEST_TEXT = 2_000;

  static final int MOST_ENTRIES = 200;
  private static final int DEEPEST = 6;

  /** Characters of prose that are read of one value in all. */
  private static final int MOST_TEXT = 20_000;

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
  private final TypedNames names;
  private final ConfigEntries config;
  private final SkillLists skillLists;
  private final List<Found> found = new ArrayList<>();
  private int entries;
  private int groups;
  private int textRead;

  ValueReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.names = new TypedNames(vocabulary);
    this.config = new ConfigEntries(vocabulary);
    this.skillLists = new SkillLists(vocabulary);
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
    String plain =
        start.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    boolean verb = plain.startsWith("requires") || plain.startsWith("required");
    verb = verb && TypedNames.kindOf(plain.substring(8)).isPresent();
    return verb && !plain.equals("requiresskills") ? plain.substring(8) : plain;
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
    new AgentLists(vocabulary).read(key, list).forEach(m -> add(m, level, m.name));
    if (found.size() > before) {
      return;
    }
    boolean any =
        key.equals("anybins") || key.equals("anyenv") || key.equals("anyof") || key.equals("oneof");
    boolean untyped = TypedNames.kindOf(key).isEmpty() && !isCompatibility(key);
    boolean skills = untyped && skillLists.names(field, list);
    List<String> strange = new ArrayList<>();
    for (FrontmatterValue item : list.items()) {
      if (++entries > MOST_ENTRIES) {
        break;
      }
      if (skills && item instanceof Scalar scalar && skillLists.isName(scalar.text())) {
        add(new Mention(Kind.SKILL, scalar.text().strip()), level, scalar.text());
      } else {
        int known = found.size();
        value(field, key, item, level, depth + 1);
        if (found.size() == known && item instanceof Scalar scalar) {
          strange.add(scalar.text().strip());
        }
      }
    }
    if (Values.programs(found.subList(before, found.size()))) {
      strange.stream()
          .filter(name -> Nouns.isSlug(name) && !vocabulary.phrases().hasRole(name))
          .forEach(name -> add(new Mention(Kind.TOOL, name), level, name));
    }
    long names =
        found.subList(before, found.size()).stream()
            .map(each -> each.mention().name)
            .distinct()
            .count();
    if (any && names > 1) {
      groups++;
      found.subList(before, found.size()).forEach(each -> each.mention().group = groups);
    }
  }

  private void map(String field, String key, Mapping map, Level level, int depth) {
    Optional<Mention> entry = named(key, map);
    if (entry.isPresent()) {
      add(entry.get(), lower(level, entry.get().level), Excerpts.brief(map));
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
    if (ABOUT.contains(key) || Values.denies(value)) {
      return;
    }
    if (OPTIONAL_KEYS.contains(key)) {
      value(field, parent, value, Level.OPTIONAL, depth + 1);
      return;
    }
    if (key.startsWith("optional") && TypedNames.kindOf(key.substring(8)).isPresent()) {
      value(field, key.substring(8), value, Level.OPTIONAL, depth + 1); // optionalBins
      return;
    }
    Optional<List<Mention>> configured = config.read(key, value);
    if (configured.isPresent()) {
      configured.get().forEach(m -> add(m, lower(level, m.level), Excerpts.words(entry)));
      return;
    }
    if (CONTAINERS.contains(key)) {
      String inner = key.equals("required") ? parent : key;
      value(inner, inner, value, level, depth + 1);
      return;
    }
    Optional<Kind> kind = TypedNames.kindOf(key);
    Optional<Term> term = runtimeOrProduct(entry.key());
    if (term.isPresent() && !(kind.isPresent() && value instanceof Sequence)) {
      product(term.get(), entry, level, depth);
    } else if (kind.isPresent()) {
      if (Values.affirms(value)) {
        fixed(kind.get(), entry, level);
      } else {
        value(field, key, value, level, depth + 1);
      }
    } else if (TypedNames.kindOf(parent).filter(k -> k == Kind.CREDENTIAL).isPresent()
        && VersionWords.isVariable(entry.key())) {
      Mention variable = new Mention(Kind.CREDENTIAL, entry.key());
      boolean spare = Values.optional(value) || Values.preset(value);
      add(
          variable,
          spare ? Level.OPTIONAL : level,
          Excerpts.words(entry)); // {env: {ACME_KEY: "for the search"}}
    } else if (Values.versionLike(value) || Values.affirms(value)) {
      versioned(parent, entry, level);
    }
  }

  private Optional<Term> runtimeOrProduct(String key) {
    if (key.length() > Excerpts.BRIEF) {
      return Optional.empty();
    }
    String name = // "python-version", "minNodeVersion"
        key.replace('_', '-')
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^(min|minimum)-?(?=[a-z])", "")
            .replaceFirst("(?<=[a-z.])-?version$", "");
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
      mention.version = Values.constraint(entry.value());
      add(mention, level, Excerpts.words(entry));
    }
  }

  private void fixed(Kind kind, Entry entry, Level level) {
    String name = kind == Kind.NETWORK ? "internet" : plainKey(entry.key());
    if (kind == Kind.NETWORK || kind == Kind.HARDWARE) {
      add(new Mention(kind, name), level, Excerpts.words(entry));
    }
  }

  /** A dependency map: {@code pandas: ">=2"}. */
  private void versioned(String parent, Entry entry, Level level) {
    boolean names = parent.equals("dependencies") || TypedNames.kindOf(parent).isPresent();
    List<Term> terms =
        entry.key().length() > Excerpts.BRIEF ? List.of() : vocabulary.terms(entry.key());
    Kind parentKind = TypedNames.kindOf(parent).orElse(Kind.PACKAGE);
    Mention mention;
    if (entry.key().startsWith("@") && Values.versionLike(entry.value())) {
      mention = new Mention(Kind.PACKAGE, entry.key());
    } else if (!terms.isEmpty()) {
      mention = new Mention(terms.getFirst().kind(), terms.getFirst().name());
    } else if (names && Values.versionLike(entry.value()) && Nouns.isSlug(entry.key())) {
      mention = new Mention(parentKind, entry.key());
    } else {
      return;
    }
    mention.version = Values.constraint(entry.value());
    add(mention, level, Excerpts.words(entry));
  }

  /** A map that describes one thing: {@code {name: jq, optional: true}}, {@code {cli: gh}}. */
  private Optional<Mention> named(String key, Mapping map) {
    Optional<Entry> name = map.entry("name").or(() -> map.entry("id"));
    if (name.isEmpty() || !(name.get().value() instanceof Scalar scalar)) {
      return Optional.empty();
    }
    String type =
        map.entry("kind").or(() -> map.entry("type")).map(e -> e.value().asText()).orElse("");
    Optional<Kind> kind = TypedNames.kindOf(plainKey(type)).or(() -> TypedNames.kindOf(key));
    List<Mention> read = kind.map(k -> names.read(k, scalar.text())).orElse(List.of());
    if (read.isEmpty()) {
      read = prose(scalar.text(), true).stream().map(Found::mention).toList();
    }
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Mention mention = read.getFirst();
    map.entry("version").ifPresent(v -> mention.version = Values.constraint(v.value()));
    mention.level = Values.level(map);
    return Optional.of(mention);
  }

  private void scalar(String field, String key, Scalar scalar, Level level) {
    String text = cut(scalar.text()).strip();
    if (text.isEmpty() || scalar.kind() == FrontmatterValue.Kind.NULL) {
      return;
    }
    Optional<Kind> kind = TypedNames.kindOf(key);
    if (kind.isPresent() && kind.get() == Kind.TOOL && builtIn(key, text)) {
      return;
    }
    List<Mention> typed = kind.map(k -> typedList(k, text)).orElse(List.of());
    if (!typed.isEmpty()) {
      typed.forEach(mention -> add(mention, level, text));
      return;
    }
    boolean single = field.equals("requires") && key.equals("requires") && skillLists.isName(text);
    if (single || Set.of("dependson", "requiresskills").contains(field)) {
      for (String name : text.split("[,\\s]+")) {
        if (skillLists.isName(name)) {
          add(new Mention(Kind.SKILL, name), level, text);
        }
      }
      return;
    }
    List<Found> read = prose(text, !isCompatibility(key) || text.indexOf(' ') < 0);
    if (read.isEmpty() && key.equals("dependencies") && vocabulary.ecosystem(text).isPresent()) {
      add(new Mention(Kind.PACKAGE, text.toLowerCase(Locale.ROOT)), level, text);
    }
    if (isCompatibility(key) && text.indexOf(' ') < 0 && read.size() == 1) {
      read.getFirst().mention().asHost(); // "compatibility: acme"
    }
    for (Found each : read) {
      boolean depends = key.equals("dependencies") || key.equals("requirements");
      if (key.equals("dependencies") && each.mention().plainService) {
        each.mention().kind = Kind.PACKAGE; // "groq, openai": what a project depends on
      }
      boolean library = each.mention().readings.stream().anyMatch(t -> t.kind() == Kind.PACKAGE);
      if (depends && library && each.mention().kind == Kind.TOOL) {
        each.mention().kind = Kind.PACKAGE; // "prefect>=2.14"
      }
      add(each.mention(), lower(level, each.mention().level), each.text());
    }
  }

  /** Whether an entry is what the agent does by itself; only `bins` are surely commands. */
  private boolean builtIn(String key, String text) {
    boolean functions = key.equals("tool") || key.equals("tools");
    boolean network = vocabulary.term(text, Kind.NETWORK).isPresent(); // "web_search"
    return vocabulary.ability(text) || functions && (network || vocabulary.agentTool(text));
  }

  static boolean isCompatibility(String key) {
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
    for (String part : Spellings.withoutExtras(text).split(",", MOST_ENTRIES)) {
      List<Mention> read = names.read(kind, part.strip());
      if (read.isEmpty()) {
        return List.of();
      }
      all.addAll(read);
    }
    return all;
  }

  private void add(Mention mention, Level level, String text) {
    mention.level = level;
    found.add(new Found(mention, text.strip()));
  }

  /** The level of something that is needed in a place that has a level of its own. */
  private static Level lower(Level place, Level own) {
    return own == Level.REQUIRED ? place : own;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
