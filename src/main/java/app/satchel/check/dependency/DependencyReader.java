package app.satchel.check.dependency;

import app.satchel.check.dependency.DependencyRules.Meaning;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Names looked at before the needed ones are put first. */
  private static final int MAX_READ = 2_000;

  private static final DependencyRules RULES = DependencyRules.CURRENT;

  /** Up to three segments, an optional leading at sign, or plugin:skill. */
  static final Pattern REFERENCE =
      Pattern.compile(
          "@?[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}"
              + "(?:[/:][\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}){0,2}");

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
    return names(md).names();
  }

  /**
   * What a SKILL.md names.
   *
   * @param names needed ones first, otherwise in the order written
   * @param complete false when there are more than are read
   */
  public record Names(List<DeclaredDependency> names, boolean complete) {
    public Names {
      names = List.copyOf(names);
    }
  }

  /** The same, and whether that is all. */
  public static Names names(SkillMd md) {
    List<NamedInText> text = NamedInText.in(md);
    DependencyReader reader = new DependencyReader(key(md.name().orElse("")), text);
    reader.readMapping(md.frontmatter().root(), "");
    md.frontmatter().metadata().ifPresent(metadata -> reader.readMetadata(metadata));
    text.forEach(reader::addFromText);
    List<DeclaredDependency> result = new ArrayList<>();
    for (boolean needed : new boolean[] {true, false}) {
      reader.found.values().stream().filter(one -> one.needed() == needed).forEach(result::add);
    }
    boolean all = result.size() <= MAX_NAMES;
    return new Names(all ? result : result.subList(0, MAX_NAMES), all);
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
    if (value instanceof Mapping map) {
      readGroups(map, field);
    } else {
      add(WrittenName.of(value), field);
    }
  }

  /** A map holds either groups ({@code skills: [...]}) or names with versions. */
  private void readGroups(Mapping map, Field field) {
    List<WrittenName> names = new ArrayList<>();
    for (Entry entry : map.entries()) {
      boolean relatedField = field.meaning() == Meaning.RELATED;
      if (RULES.skillGroups().contains(entry.key())) {
        boolean sure = entry.key().startsWith("skill") || entry.key().contains("-skills");
        Meaning meaning = relatedField || !sure ? field.meaning() : Meaning.NEEDED;
        readGroup(entry.value(), field.group(entry.key(), meaning, true));
      } else if (RULES.optionalGroups().contains(entry.key())) {
        readGroup(entry.value(), field.group(entry.key(), field.meaning(), false));
      } else if (field.meaning() == Meaning.NEEDED) {
        names.add(WrittenName.of(entry.key()));
      }
    }
    add(names, field);
  }

  /** A group holds names, or names with versions. */
  private void readGroup(FrontmatterValue value, Field field) {
    if (value instanceof Mapping map) {
      add(map.entries().stream().map(entry -> WrittenName.of(entry.key())).toList(), field);
    } else {
      add(WrittenName.of(value), field);
    }
  }

  private void add(List<WrittenName> written, Field field) {
    boolean packages =
        field.meaning() == Meaning.SHARED
            && written.stream().anyMatch(one -> RULES.isPackage(one.name()));
    for (WrittenName one : written) {
      add(one, field, packages);
    }
  }

  /**
   * @param packages whether other names of the same list are packages
   */
  private void add(WrittenName written, Field field, boolean packages) {
    String name = written.name();
    boolean known = RULES.isPackage(name);
    // A version makes it the package; without one it may be a skill that is called like it. Where
    // packages are named too, that skill is of interest but not what is needed.
    boolean either = known && !written.versioned();
    boolean namesake = either && field.meaning() == Meaning.SHARED;
    boolean no = name.isEmpty() || known && !either || key(name).equals(self);
    if (no || found.size() >= MAX_READ || known && field.meaning() == Meaning.LOOSE) {
      return;
    }
    boolean needed =
        !namesake && field.meaning() != Meaning.RELATED && field.required() && !written.optional();
    boolean certain =
        switch (field.meaning()) {
          case NEEDED -> !known || RULES.onlySkills(field.name());
          case RELATED -> true;
          case SHARED -> !packages && looksLikeSkill(name);
          case LOOSE -> false;
        };
    String reason = written.note() == null ? reason(name) : written.note();
    found.merge(
        key(name),
        new DeclaredDependency(name, field.name(), needed, certain, field.line(), reason),
        DependencyReader::stronger);
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
    if (declared || found.size() >= MAX_READ || key(named.name()).equals(self)) {
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

  private static String key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("@") ? lower.substring(1) : lower;
  }
}
