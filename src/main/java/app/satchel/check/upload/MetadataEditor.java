package app.satchel.check.upload;

import app.satchel.skill.Frontmatter;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.TextEdit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Adds lines to {@code metadata}, in its own indentation; makes one at the end of the frontmatter
 * when there is none. Expects it to be absent or written as lines (see {@link MetadataRepair}).
 */
final class MetadataEditor {
  private final Draft draft;

  MetadataEditor(Draft draft) {
    this.draft = draft;
  }

  /** The map as lines, if there is one. */
  Optional<Mapping> lines() {
    return draft
        .frontmatter()
        .metadata()
        .filter(mapping -> !mapping.flow() && !mapping.entries().isEmpty())
        .filter(mapping -> mapping.entries().stream().allMatch(draft::startsItsLine));
  }

  /** The blanks before its keys. */
  String indent() {
    return lines()
        .map(mapping -> draft.indentOf(mapping.entries().getFirst()))
        .orElse(draft.rootIndent() + "  ");
  }

  /** Keys that are there. */
  Set<String> keys() {
    Set<String> keys = new HashSet<>();
    lines().ifPresent(mapping -> mapping.entries().forEach(entry -> keys.add(entry.key())));
    return keys;
  }

  /** A key that is not there yet: the wanted one, else with a number. */
  static String free(Set<String> taken, String wanted) {
    String key = wanted;
    for (int i = 2; taken.contains(key); i++) {
      key = wanted + "-" + i;
    }
    return key;
  }

  /** One line, or several for a value with line breaks; with a final line break. */
  String line(String key, String value) {
    return indent() + YamlText.key(key) + ": " + YamlText.value(value, indent() + "  ") + "\n";
  }

  /** What {@link #put} adds, for a person: with the line that it stands under when that is new. */
  String shown(String key, String value) {
    String head = lines().isPresent() ? "" : draft.rootIndent() + "metadata:\n";
    return head + line(free(keys(), key), value).stripTrailing();
  }

  /** The edit that adds lines after the last entry. */
  TextEdit insertion(String added, String reason) {
    Optional<Mapping> lines = lines();
    if (lines.isPresent()) {
      Entry last = lines.get().entries().getLast();
      int end = afterComments(draft.extent(last).end());
      return new TextEdit(end, end, added, reason);
    }
    Frontmatter frontmatter = draft.frontmatter();
    String head = draft.rootIndent() + "metadata:\n";
    Optional<Entry> empty = frontmatter.entry("metadata");
    if (empty.isPresent()) {
      // It could not be taken out: what stands after it belongs to it in some way.
      Draft.Extent extent = draft.extent(empty.get());
      return new TextEdit(extent.start(), extent.end(), head + added, reason);
    }
    return new TextEdit(frontmatter.end(), frontmatter.end(), head + added, reason);
  }

  /** Past the indented comments, which belong to what stands before them. */
  private int afterComments(int lineStart) {
    String text = draft.text();
    int at = lineStart;
    while (at < draft.frontmatter().end()) {
      int next = HeadText.lineEnd(text, at);
      String line = text.substring(at, next);
      if (!line.strip().startsWith("#") || line.startsWith("#")) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** Adds a value under a key, or under a free one like it. */
  void put(String key, String value) {
    draft.edit(insertion(line(free(keys(), key), value), "add-metadata"));
  }
}
