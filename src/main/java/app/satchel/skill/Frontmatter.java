package app.satchel.skill;

import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The YAML block at the head of a SKILL.md.
 *
 * @param presence whether and where it was found
 * @param start offset in {@link SkillMd#readText()} of the first character after the opening line;
 *     0 when absent
 * @param end offset of the closing line's first character (of the body when unterminated)
 * @param firstLine 1-based line of the first line inside; 0 when absent
 * @param root all entries in order; empty when absent
 * @param yamlError what a strict YAML reader says to the block as published; null when it is fine
 * @param repairs the edits that were needed to read it, against {@link SkillMd#text()}; empty when
 *     none were
 */
public record Frontmatter(
    Presence presence,
    int start,
    int end,
    int firstLine,
    Mapping root,
    YamlError yamlError,
    List<TextEdit> repairs) {

  /**
   * The reason of a repair that takes lines at the margin for the rest of the value above them. It
   * is the one repair that is a guess: they may have been meant for something else.
   */
  public static final String JOINED_LINES = "join-lines";

  public Frontmatter {
    repairs = List.copyOf(repairs);
  }

  /** Where the block stands. */
  public enum Presence {
    /** Opens with {@code ---} on the first line and is closed. */
    PRESENT,
    /** Preceded by blank lines, a comment or a code fence. */
    LATE,
    /** Opened and never closed; what looks like entries was taken. */
    UNTERMINATED,
    ABSENT
  }

  /**
   * A strict reader's complaint.
   *
   * @param line 1-based line in the file
   * @param message the reader's words
   */
  public record YamlError(int line, String message) {}

  /** A file without frontmatter. */
  static Frontmatter absent() {
    return new Frontmatter(
        Presence.ABSENT, 0, 0, 0, new Mapping(List.of(), false), null, List.of());
  }

  public boolean isPresent() {
    return presence != Presence.ABSENT;
  }

  /** Whether reading needed a repair, so that stricter readers refuse or misread the file. */
  public boolean repaired() {
    return !repairs.isEmpty();
  }

  /** The top-level entries in order. */
  public List<Entry> entries() {
    return root.entries();
  }

  /** The last top-level entry of a key. */
  public Optional<Entry> entry(String key) {
    return root.entry(key);
  }

  /** The value of a top-level key. */
  public Optional<FrontmatterValue> value(String key) {
    return entry(key).map(Entry::value);
  }

  /** A top-level value as one line of text; empty for a missing key or a null value. */
  public Optional<String> text(String key) {
    return value(key)
        .filter(value -> !(value instanceof Scalar s && s.kind() == FrontmatterValue.Kind.NULL))
        .map(value -> value.asText().strip());
  }

  /** The map under {@code metadata}; empty when there is none or it is no map. */
  public Optional<Mapping> metadata() {
    return value("metadata").filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  /** Top-level keys that occur more than once. */
  public Set<String> duplicateKeys() {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    for (Entry entry : root.entries()) {
      if (!seen.add(entry.key())) {
        twice.add(entry.key());
      }
    }
    return twice;
  }
}
