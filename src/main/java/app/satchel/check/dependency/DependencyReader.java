package app.satchel.check.dependency;

import app.satchel.check.dependency.DependencyRules.Meaning;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Kind;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the skills that a SKILL.md names in its frontmatter. The Agent Skills standard has no such
 * field (read 2026-08-09), so authors spell it in many ways: at the top level or under {@code
 * metadata}, as a list, a comma string, a whitespace string, a single name, an empty list or null.
 * The text's own lists of prerequisites and related skills add the reasons, and names that are
 * related if they can be found.
 */
public final class DependencyReader {
  /** More than any real skill names; the rest is passed over. */
  static final int MAX_NAMES = 200;

  private static final int MAX_NAME_LENGTH = 200;

  private static final DependencyRules RULES = DependencyRules.CURRENT;

  /** Up to three segments, an optional leading at sign, or plugin:skill. */
  static final Pattern REFERENCE =
      Pattern.compile(
          "@?[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}"
              + "(?:[/:][\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}){0,2}");

  /** {@code >=1.2}, {@code @1}, {@code ^2}, {@code (>= 1.0)}, {@code :1.4}, {@code (optional)}. */
  private static final Pattern TAIL =
      Pattern.compile(
          "[ \\t]*(?:[<>=~^!(].*|@[ \\t]*[v^~<>=]*\\d.*|@latest|:[ \\t]*v?\\d[\\d.]*)$");

  private final Map<String, DeclaredDependency> found = new LinkedHashMap<>();
  private final String self;
  private final Map<String, String> reasons = new HashMap<>();

  private DependencyReader(String self, List<NamedInText> text) {
    this.self = self;
    for (NamedInText named : text) {
      if (named.reason() != null) {
        reasons.putIfAbsent(skillName(named.name()), named.reason());
      }
    }
  }

  /**
   * The skills named, needed ones first, otherwise in the order written; without repeats, without
   * the skill itself, without packages and tools.
   */
  public static List<DeclaredDependency> read(SkillMd md) {
    List<NamedInText> text = NamedInText.in(md);
    DependencyReader reader = new DependencyReader(key(md.name().orElse("")), text);
    reader.readMapping(md.frontmatter().root(), "");
    md.frontmatter().metadata().ifPresent(metadata -> reader.readMetadata(metadata));
    text.forEach(reader::addFromText);
    List<DeclaredDependency> result = new ArrayList<>();
    for (boolean needed : new boolean[] {true, false}) {
      reader.found.values().stream().filter(one -> one.needed() == needed).forEach(result::add);
    }
    return List.copyOf(result);
  }

  private void readMetadata(Mapping metadata) {
    readMapping(metadata, "metadata.");
    for (Entry entry : metadata.entries()) {
      if (RULES.vendorMaps().contains(entry.key()) && entry.value() instanceof Mapping vendor) {
        readMapping(vendor, "metadata." + entry.key() + ".");
      }
    }
  }

  private void readMapping(Mapping mapping, String prefix) {
    for (Entry entry : mapping.entries()) {
      RULES
          .meaning(entry.key())
          .ifPresent(
              meaning ->
                  readField(
                      entry.value(), new Field(prefix + entry.key(), meaning, true, entry.line())));
    }
  }

  /** Where names stand and what they mean there. */
  private record Field(String name, Meaning meaning, boolean required, int line) {
    Field group(String key, Meaning groupMeaning, boolean groupRequired) {
      return new Field(name + "." + key, groupMeaning, groupRequired, line);
    }
  }

  private void readField(FrontmatterValue value, Field field) {
    switch (value) {
      case Scalar scalar -> add(ofScalar(scalar), field);
      case Sequence list ->
          add(list.items().stream().flatMap(DependencyReader::ofItem).toList(), field);
      case Mapping map -> readGroups(map, field);
    }
  }

  /** A map holds either groups ({@code skills: [...]}) or names with versions. */
  private void readGroups(Mapping map, Field field) {
    List<String> names = new ArrayList<>();
    for (Entry entry : map.entries()) {
      boolean relatedField = field.meaning() == Meaning.RELATED;
      if (RULES.skillGroups().contains(entry.key())) {
        boolean sure = entry.key().startsWith("skill") || entry.key().contains("-skills");
        Meaning meaning = relatedField || !sure ? field.meaning() : Meaning.NEEDED;
        readLeaf(entry.value(), field.group(entry.key(), meaning, true));
      } else if (RULES.optionalGroups().contains(entry.key())) {
        readLeaf(entry.value(), field.group(entry.key(), field.meaning(), false));
      } else if (field.meaning() == Meaning.NEEDED && entry.value() instanceof Scalar) {
        names.add(entry.key());
      }
    }
    add(names, field);
  }

  private void readLeaf(FrontmatterValue value, Field field) {
    if (!(value instanceof Mapping)) {
      readField(value, field);
    }
  }

  private static List<String> ofScalar(Scalar scalar) {
    if (scalar.kind() == Kind.NULL) {
      return List.of();
    }
    String text = unbracketed(scalar.text().strip());
    if (text.indexOf(',') >= 0 || text.indexOf(';') >= 0 || text.indexOf('\n') >= 0) {
      return List.of(text.split("[,;\\n]"));
    }
    String[] words = text.split("\\s+");
    boolean list = words.length > 1;
    for (String word : words) {
      String name = withoutTail(unquoted(word));
      list &= REFERENCE.matcher(name).matches() && !RULES.proseWords().contains(key(name));
    }
    return list ? List.of(words) : List.of(text);
  }

  /** A list that a quoted string holds: {@code "[a, b]"}. */
  private static String unbracketed(String text) {
    return text.startsWith("[") && text.endsWith("]") && text.length() > 1
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** An item of a list: a name, or a map that has one. */
  private static java.util.stream.Stream<String> ofItem(FrontmatterValue item) {
    return switch (item) {
      case Scalar scalar ->
          scalar.kind() == Kind.NULL
              ? java.util.stream.Stream.empty()
              : java.util.stream.Stream.of(scalar.text());
      case Sequence ignored -> java.util.stream.Stream.empty();
      case Mapping map ->
          java.util.stream.Stream.of("name", "skill", "id", "slug")
              .flatMap(key -> map.entry(key).stream())
              .map(entry -> entry.value().asText())
              .findFirst()
              .or(
                  () ->
                      map.entries().size() == 1
                          ? Optional.of(map.entries().getFirst().key())
                          : Optional.empty())
              .stream();
    };
  }

  private void add(List<String> written, Field field) {
    if (written.stream().anyMatch(DependencyReader::isSentence)) {
      return;
    }
    boolean packages =
        field.meaning() == Meaning.SHARED && written.stream().anyMatch(DependencyReader::isPackage);
    for (String entry : written) {
      String plain = unquoted(entry.strip());
      String name = withoutTail(plain);
      boolean reference =
          REFERENCE.matcher(name).matches() && !RULES.proseWords().contains(key(name));
      boolean known = isPackage(plain);
      // A package may have a skill of its name beside it, which is of interest and never needed.
      boolean namesake = known && field.meaning() == Meaning.SHARED && plain.equals(name);
      if (found.size() >= MAX_NAMES || !reference || known && !namesake || key(name).equals(self)) {
        continue;
      }
      boolean needed =
          !namesake
              && field.meaning() != Meaning.RELATED
              && field.required()
              && !plain.toLowerCase(Locale.ROOT).contains("(optional");
      boolean certain =
          switch (field.meaning()) {
            case NEEDED, RELATED -> true;
            case SHARED -> !packages && looksLikeSkill(name);
            case LOOSE -> false;
          };
      DeclaredDependency one =
          new DeclaredDependency(name, field.name(), needed, certain, field.line(), reason(name));
      found.merge(key(name), one, DependencyReader::stronger);
    }
  }

  /** What the text says about a name; null when it says nothing. */
  private String reason(String name) {
    return reasons.get(skillName(name));
  }

  private static String skillName(String name) {
    String key = key(name);
    return key.substring(Math.max(key.lastIndexOf('/'), key.lastIndexOf(':')) + 1);
  }

  /**
   * A skill that only the text names: shown when there is one of that name nearby, and never
   * needed, because what an author does not declare is not fetched unasked.
   */
  private void addFromText(NamedInText named) {
    boolean declared =
        found.keySet().stream().anyMatch(key -> skillName(key).equals(skillName(named.name())));
    if (declared || found.size() >= MAX_NAMES || key(named.name()).equals(self)) {
      return;
    }
    found.put(
        key(named.name()),
        new DeclaredDependency(
            named.name(), named.heading(), false, false, named.line(), named.reason()));
  }

  private static DeclaredDependency stronger(DeclaredDependency first, DeclaredDependency second) {
    boolean better =
        (second.needed() && !first.needed())
            || (second.needed() == first.needed() && second.certain() && !first.certain());
    return better ? second : first;
  }

  /**
   * Whether a name under a key that also holds packages is more likely a skill's: skills have
   * hyphens, and what ends in {@code -cli} is a program.
   */
  private static boolean looksLikeSkill(String name) {
    return name.indexOf('/') > 0
        || name.indexOf(':') > 0
        || (name.indexOf('-') > 0 && !name.endsWith("-cli") && !name.endsWith("-sdk"));
  }

  /** A known package or tool. */
  private static boolean isPackage(String entry) {
    return RULES.isPackage(withoutTail(unquoted(entry.strip())));
  }

  /** Prose such as {@code None (no external tools required)}. */
  private static boolean isSentence(String entry) {
    String text = withoutTail(unquoted(entry.strip()));
    String[] words = text.split("\\s+");
    if (words.length < 2) {
      return false;
    }
    for (String word : words) {
      if (RULES.proseWords().contains(key(word)) || word.endsWith(".")) {
        return true;
      }
    }
    return words.length > 3;
  }

  static String withoutTail(String entry) {
    String cut = entry.length() > MAX_NAME_LENGTH ? entry.substring(0, MAX_NAME_LENGTH) : entry;
    Matcher tail = TAIL.matcher(cut);
    return tail.find() && tail.start() > 0 ? cut.substring(0, tail.start()).strip() : cut.strip();
  }

  private static String unquoted(String text) {
    String result = text.strip();
    while (result.length() > 1
        && "\"'`".indexOf(result.charAt(0)) >= 0
        && result.charAt(result.length() - 1) == result.charAt(0)) {
      result = result.substring(1, result.length() - 1).strip();
    }
    return result;
  }

  private static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("@") ? lower.substring(1) : lower;
  }
}
