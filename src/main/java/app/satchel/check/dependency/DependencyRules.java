package app.satchel.check.dependency;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What authors write, as dated data ({@code dependency-rules.json}).
 *
 * @param date when it was last looked through
 * @param source what it was gathered from
 * @param neededKeys keys whose entries are skills; all keys are in lower case and without hyphens
 *     and underscores, as {@link #meaning} compares them
 * @param sharedKeys keys used for skills and for packages alike
 * @param looseKeys keys whose entries count only when a skill of that name is found
 * @param relatedKeys keys of skills that are related, not needed
 * @param neededSections headings of a text's sections that name needed skills, in lower case
 * @param relatedSections the same for related ones
 * @param skillGroups keys of a map under such a key that hold skills
 * @param optionalGroups the same for skills that are not strictly needed
 * @param vendorMaps maps under {@code metadata} that hold such keys in turn
 * @param genericTokens parts of a name that say nothing about its subject, in the singular
 * @param renameWords words near an old name that say that a skill had it
 * @param renameKeys frontmatter keys that hold a skill's old names
 * @param proseWords words that show that a value is a sentence and no list
 * @param packages packages and tools that are not skills
 */
record DependencyRules(
    String date,
    String source,
    Set<String> neededKeys,
    Set<String> sharedKeys,
    Set<String> looseKeys,
    Set<String> relatedKeys,
    Set<String> neededSections,
    Set<String> relatedSections,
    Set<String> skillGroups,
    Set<String> optionalGroups,
    Set<String> vendorMaps,
    Set<String> genericTokens,
    List<String> renameWords,
    Set<String> renameKeys,
    Set<String> proseWords,
    Set<String> packages) {

  private static final int LONGEST_KEY = 60;

  /** The rules that come with this version. */
  static final DependencyRules CURRENT = load();

  DependencyRules {
    LocalDate.parse(date);
    for (Object part :
        List.of(
            source,
            neededKeys,
            sharedKeys,
            looseKeys,
            relatedKeys,
            neededSections,
            relatedSections,
            skillGroups,
            optionalGroups,
            vendorMaps,
            genericTokens,
            renameKeys,
            proseWords,
            packages)) {
      java.util.Objects.requireNonNull(part);
    }
    renameWords = List.copyOf(renameWords);
  }

  boolean isPackage(String name) {
    return packages.contains(name.toLowerCase(Locale.ROOT));
  }

  /** All keys that are looked for, with what their entries mean. */
  Map<Meaning, Set<String>> keys() {
    return Map.of(
        Meaning.NEEDED,
        neededKeys,
        Meaning.SHARED,
        sharedKeys,
        Meaning.LOOSE,
        looseKeys,
        Meaning.RELATED,
        relatedKeys);
  }

  /** What a key's entries mean, whatever its spelling; empty when it names no skills. */
  Optional<Meaning> meaning(String key) {
    if (key.length() > LONGEST_KEY) {
      return Optional.empty();
    }
    String plain = key.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    return keys().entrySet().stream()
        .filter(keys -> keys.getValue().contains(plain))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a field is spelled so that it can hold nothing but skills. */
  boolean onlySkills(String field) {
    return field.toLowerCase(Locale.ROOT).contains("skill");
  }

  /** What a key's entries mean. */
  enum Meaning {
    NEEDED,
    /** Skills or packages: packages when one of them is known to be one. */
    SHARED,
    /** Anything: skills only when found. */
    LOOSE,
    RELATED
  }

  private static DependencyRules load() {
    try (InputStream in = DependencyRules.class.getResourceAsStream("dependency-rules.json")) {
      return new ObjectMapper().readValue(in, DependencyRules.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
