package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.FrontmatterSyntax;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Kind;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.TextEdit;
import java.util.List;
import java.util.Optional;

/** Makes the values of the six keys texts, written literally. */
final class FieldRepair {
  /** Where the whole of a text is kept that had to be cut. */
  private static final String FULL = "compatibility-full";

  private final UploadRules rules;
  private final Draft draft;

  FieldRepair(UploadRules rules, Draft draft) {
    this.rules = rules;
    this.draft = draft;
  }

  void run() {
    keyCase();
    allowedTools();
    asText("compatibility");
    asText("license");
    asText("name");
    description();
    for (String key : List.of("name", "description", "license", "compatibility", "allowed-tools")) {
      literally(key);
      withoutMarks(key);
    }
    tooLong();
  }

  private Optional<Entry> entry(String key) {
    return draft.frontmatter().entry(key);
  }

  private void keyCase() {
    for (Entry entry : draft.frontmatter().entries()) {
      Optional<String> known = HeadRepair.knownKey(rules.allowedKeys(), entry.key());
      boolean inPlace = draft.text().startsWith(entry.key(), entry.start());
      if (known.isPresent() && inPlace && entry(known.get()).isEmpty()) {
        draft.offer("key-case", Consent.SAFE, entry.start(), entry.key(), known.get());
        draft.edit(
            new TextEdit(
                entry.start(), entry.start() + entry.key().length(), known.get(), "key-case"));
      }
    }
  }

  private void allowedTools() {
    Optional<Entry> found = entry("allowed-tools");
    if (found.isEmpty()) {
      return;
    }
    Entry entry = found.get();
    boolean string = entry.value() instanceof Scalar scalar && scalar.isString();
    if (string && !ToolList.hasCommas(entry.value().asText())) {
      return;
    }
    List<String> tools = ToolList.of(entry.value());
    if (tools.isEmpty()) {
      remove(entry, "drop-empty-key");
    } else {
      rewrite(entry, String.join(" ", tools), "allowed-tools-as-text", Consent.SAFE);
    }
  }

  /** A list, a map, a number or a date becomes the text a person would read there. */
  private void asText(String key) {
    Optional<Entry> found = entry(key);
    if (found.isEmpty() || isString(found.get())) {
      return;
    }
    Entry entry = found.get();
    if (entry.value().asText().isBlank()) {
      // A missing name or description is somebody else's work.
      if (!key.equals("name")) {
        remove(entry, "drop-empty-key");
      }
    } else if (!key.equals("name") || entry.value() instanceof Scalar) {
      rewrite(entry, entry.value().asText(), "value-as-text", Consent.SAFE);
    }
  }

  private void description() {
    Optional<Entry> found = entry("description");
    if (found.isEmpty() || isString(found.get()) || found.get().value().asText().isBlank()) {
      return;
    }
    Entry entry = found.get();
    if (entry.value() instanceof Scalar scalar) {
      rewrite(entry, scalar.text(), "value-as-text", Consent.SAFE);
    } else {
      // Brackets by accident: what the author typed says more than what YAML made of it.
      String typed = draft.text().substring(entry.valueStart(), entry.valueEnd());
      boolean oneLine = typed.strip().indexOf('\n') < 0;
      rewrite(
          entry,
          oneLine ? typed.strip() : entry.value().asText(),
          "description-as-text",
          Consent.PROPOSAL);
    }
  }

  /** Codes in place of letters become the letters; a folded value becomes one line. */
  private void literally(String key) {
    Optional<Entry> found = entry(key);
    if (found.isEmpty() || !(found.get().value() instanceof Scalar scalar)) {
      return;
    }
    Entry entry = found.get();
    String typed = draft.extent(entry).in(draft.text());
    if (!Escapes.in(typed) || entry.value() instanceof Scalar s && s.kind() == Kind.NULL) {
      return;
    }
    String value = scalar.text();
    boolean kept =
        Escapes.spelledOut(value).equals(value) && YamlText.printable(value).equals(value);
    if (kept) {
      rewrite(entry, value, "write-literally", Consent.SAFE);
    } else {
      rewrite(entry, value, "reword-code", Consent.PROPOSAL);
    }
  }

  /** Anchors and tags, which strict readers refuse, taken off a text. */
  private void withoutMarks(String key) {
    Optional<Entry> found = entry(key).filter(FieldRepair::isString);
    boolean marked =
        found.isPresent()
            && FrontmatterSyntax.marks(draft.md()).stream()
                .anyMatch(mark -> mark.line() == found.get().line());
    if (marked) {
      rewrite(found.get(), found.get().value().asText(), "plain-value", Consent.SAFE);
    }
  }

  private void tooLong() {
    Optional<Entry> found = entry("compatibility");
    int limit = rules.limits().compatibilityCharacters();
    if (found.isEmpty()) {
      return;
    }
    String value = found.get().value().asText();
    if (value.codePointCount(0, value.length()) <= limit) {
      return;
    }
    String cut = Prose.cut(value, limit);
    Entry entry = found.get();
    String before = draft.extent(entry).in(draft.text()).stripTrailing();
    MetadataEditor metadata = new MetadataEditor(draft);
    String after = draft.line(entry, YamlText.oneLine(cut)) + "\n" + metadata.shown(FULL, value);
    if (draft.offer("cut-compatibility", Consent.PROPOSAL, entry.start(), before, after, limit)) {
      metadata.put(FULL, value);
      draft.edit(
          draft.rewritten(
              entry("compatibility").orElseThrow(), YamlText.oneLine(cut), "cut-compatibility"));
    }
  }

  private void rewrite(Entry entry, String value, String id, Consent consent) {
    String rendered = YamlText.value(value, draft.indentOf(entry) + "  ");
    String before = draft.extent(entry).in(draft.text()).stripTrailing();
    if (draft.offer(id, consent, entry.start(), before, draft.line(entry, rendered), entry.key())) {
      draft.edit(draft.rewritten(entry, rendered, id));
    }
  }

  private void remove(Entry entry, String id) {
    Draft.Extent extent = draft.extent(entry);
    draft.offer(
        id, Consent.SAFE, entry.start(), extent.in(draft.text()).stripTrailing(), "", entry.key());
    draft.edit(new TextEdit(extent.start(), extent.end(), "", id));
  }

  private static boolean isString(Entry entry) {
    return entry.value() instanceof Scalar scalar && scalar.isString();
  }
}
