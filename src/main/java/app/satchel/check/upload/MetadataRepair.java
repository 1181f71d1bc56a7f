package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.FrontmatterSyntax;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@code metadata} a map of texts and moves every key into it that claude.ai does not accept.
 * A braced map becomes lines when it has to change: the reference validator refuses braces
 * (skills-ref 0.1.0, 2026-08-09).
 */
final class MetadataRepair {
  private final UploadRules rules;
  private final Draft draft;
  private final MetadataEditor editor;

  MetadataRepair(UploadRules rules, Draft draft) {
    this.rules = rules;
    this.draft = draft;
    this.editor = new MetadataEditor(draft);
  }

  void run() {
    asLines();
    asTexts();
    moveKeys();
  }

  /** A map in braces, a list or a single value becomes indented lines. */
  void asLines() {
    Optional<Entry> found = draft.frontmatter().entry("metadata");
    if (found.isEmpty() || editor.lines().isPresent()) {
      return;
    }
    Entry entry = found.get();
    Draft.Extent extent = draft.extent(entry);
    String before = extent.in(draft.text()).stripTrailing();
    if (entry.value().asText().isBlank()) {
      draft.offer("drop-empty-key", Consent.SAFE, entry.start(), before, "", "metadata");
      draft.edit(new TextEdit(extent.start(), extent.end(), "", "drop-empty-key"));
      return;
    }
    List<Flat> flat = new ArrayList<>();
    if (entry.value() instanceof Mapping mapping) {
      mapping.entries().forEach(e -> flat.addAll(Flat.of(e.key(), e.value())));
    } else {
      flat.addAll(Flat.of("metadata", entry.value()));
    }
    String indent = draft.indentOf(entry);
    Set<String> taken = new HashSet<>();
    StringBuilder lines = new StringBuilder(indent).append("metadata:\n");
    for (Flat value : flat) {
      String key = MetadataEditor.free(taken, value.key());
      taken.add(key);
      lines.append(line(indent + "  ", key, value.text())).append('\n');
    }
    draft.offer(
        "metadata-as-lines", Consent.SAFE, entry.start(), before, lines.toString().stripTrailing());
    draft.edit(new TextEdit(extent.start(), extent.end(), lines.toString(), "metadata-as-lines"));
  }

  /** Entries that are no texts, or that cannot stay as they are written. */
  private void asTexts() {
    Optional<Mapping> lines = editor.lines();
    if (lines.isEmpty()) {
      return;
    }
    String text = draft.text();
    Set<Integer> marked = markedLines();
    Set<String> taken = new HashSet<>();
    List<Entry> changed = new ArrayList<>();
    for (Entry entry : lines.get().entries()) {
      boolean clean = !Escapes.in(draft.extent(entry).in(text)) && !marked.contains(entry.line());
      if (!isString(entry.value()) || !clean || !taken.add(entry.key())) {
        changed.add(entry);
      }
    }
    List<TextEdit> edits = new ArrayList<>();
    for (Entry entry : changed) {
      Draft.Extent extent = draft.extent(entry);
      StringBuilder after = new StringBuilder();
      for (Flat flat : Flat.of(entry.key(), entry.value())) {
        String key = MetadataEditor.free(taken, flat.key());
        taken.add(key);
        after.append(line(draft.indentOf(entry), key, flat.text())).append('\n');
      }
      draft.offer(
          "metadata-as-text",
          Consent.SAFE,
          entry.start(),
          extent.in(text).stripTrailing(),
          after.toString().stripTrailing(),
          entry.key());
      edits.add(new TextEdit(extent.start(), extent.end(), after.toString(), "metadata-as-text"));
    }
    draft.edit(edits);
  }

  private Set<Integer> markedLines() {
    Set<Integer> lines = new HashSet<>();
    FrontmatterSyntax.marks(draft.md()).forEach(mark -> lines.add(mark.line()));
    return lines;
  }

  private void moveKeys() {
    List<Entry> moved = new ArrayList<>();
    for (Entry entry : draft.frontmatter().entries()) {
      if (!rules.allowedKeys().contains(entry.key())) {
        moved.add(entry);
      }
    }
    if (moved.isEmpty()) {
      return;
    }
    Set<Integer> marked = markedLines();
    Set<String> taken = editor.keys();
    StringBuilder added = new StringBuilder();
    List<TextEdit> removals = new ArrayList<>();
    for (Entry entry : moved) {
      Draft.Extent extent = draft.extent(entry);
      String chunk = extent.in(draft.text());
      String lines =
          sameValue(entry) ? "" : moved(entry, chunk, taken, marked.contains(entry.line()));
      added.append(lines);
      draft.offer(
          lines.isEmpty() ? "drop-copied-key" : "move-key-to-metadata",
          Consent.SAFE,
          entry.start(),
          chunk.stripTrailing(),
          lines.isEmpty() ? "" : "metadata:\n" + lines.stripTrailing(),
          entry.key());
      removals.add(new TextEdit(extent.start(), extent.end(), "", "move-key-to-metadata"));
    }
    List<TextEdit> edits = new ArrayList<>();
    if (!added.isEmpty()) {
      edits.add(editor.insertion(added.toString(), "move-key-to-metadata"));
    }
    edits.addAll(removals);
    draft.edit(edits);
  }

  /** Whether metadata says the same already. */
  private boolean sameValue(Entry entry) {
    return editor
        .lines()
        .flatMap(lines -> lines.entry(entry.key()))
        .filter(there -> there.value().asText().equals(entry.value().asText()))
        .isPresent();
  }

  /** A text moves as it is written, only deeper; anything else is written as texts. */
  private String moved(Entry entry, String chunk, Set<String> taken, boolean marked) {
    String indent = editor.indent();
    String root = draft.indentOf(entry);
    boolean asWritten =
        isString(entry.value())
            && !marked
            && !taken.contains(entry.key())
            && chunk.startsWith(root + entry.key())
            && YamlText.key(entry.key()).equals(entry.key())
            && !Escapes.in(chunk)
            && !chunk.contains("|+")
            && !chunk.contains(">+")
            && chunk.indexOf('\t') < 0;
    if (asWritten) {
      taken.add(entry.key());
      StringBuilder deeper = new StringBuilder();
      for (String line : chunk.split("(?<=\n)")) {
        boolean blank = line.isBlank();
        deeper.append(blank ? line : indent).append(blank ? "" : dedented(line, root));
      }
      return deeper.toString();
    }
    StringBuilder lines = new StringBuilder();
    for (Flat flat : Flat.of(entry.key(), entry.value())) {
      String key = MetadataEditor.free(taken, flat.key());
      taken.add(key);
      lines.append(line(indent, key, flat.text())).append('\n');
    }
    return lines.toString();
  }

  private static String dedented(String line, String indent) {
    return line.startsWith(indent) ? line.substring(indent.length()) : line;
  }

  private static String line(String indent, String key, String value) {
    return indent + YamlText.key(key) + ": " + YamlText.value(value, indent + "  ");
  }

  private static boolean isString(FrontmatterValue value) {
    return value instanceof Scalar scalar && scalar.isString();
  }
}
