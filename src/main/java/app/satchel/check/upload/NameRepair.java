package app.satchel.check.upload;

import app.satchel.check.upload.Change.Consent;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.SkillName;
import app.satchel.skill.TextEdit;
import java.util.Locale;
import java.util.Optional;

/** Gives a skill a name that is accepted, keeping the author's own as {@code display-name}. */
final class NameRepair {
  private static final String DISPLAY_NAME = "display-name";

  private final UploadRules rules;
  private final Draft draft;

  NameRepair(UploadRules rules, Draft draft) {
    this.rules = rules;
    this.draft = draft;
  }

  void run() {
    missing();
    safely();
    byProposal();
  }

  /** A portable name made of the folder's, if anything of it can be kept. */
  static Optional<String> fromFolder(Draft draft) {
    return SkillName.losslessSlug(draft.folderName()).or(() -> SkillName.slug(draft.folderName()));
  }

  private Optional<String> name() {
    return draft
        .frontmatter()
        .entry("name")
        .filter(entry -> entry.value() instanceof Scalar)
        .map(entry -> entry.value().asText())
        .filter(name -> !name.isBlank());
  }

  /** Every reader that allows the name to be missing takes the folder's. */
  private void missing() {
    if (name().isPresent()) {
      return;
    }
    Optional<String> lossless = SkillName.losslessSlug(draft.folderName());
    String name = lossless.or(() -> fromFolder(draft)).orElse("my-skill");
    Optional<Entry> entry = draft.frontmatter().entry("name");
    // A list or a map: somebody meant something by it.
    Optional<String> meant = entry.map(e -> e.value().asText()).filter(text -> !text.isBlank());
    boolean safe = lossless.isPresent() && meant.isEmpty();
    String id = meant.isPresent() ? "name-no-text" : safe ? "name-from-folder" : "name-invented";
    MetadataEditor metadata = new MetadataEditor(draft);
    boolean keep = meant.isPresent() && !metadata.keys().contains(DISPLAY_NAME);
    String kept = keep ? "\n" + metadata.shown(DISPLAY_NAME, meant.get()) : "";
    boolean agreed =
        draft.offer(
            id,
            safe ? Consent.SAFE : Consent.PROPOSAL,
            entry.map(Entry::start).orElse(draft.frontmatter().start()),
            entry.map(e -> draft.extent(e).in(draft.text()).stripTrailing()).orElse(""),
            draft.rootIndent() + "name: " + YamlText.oneLine(name) + kept,
            name);
    if (!agreed) {
      return;
    }
    if (entry.isPresent()) {
      if (keep) {
        metadata.put(DISPLAY_NAME, meant.get());
      }
      Entry now = draft.frontmatter().entry("name").orElseThrow();
      draft.edit(draft.rewritten(now, YamlText.oneLine(name), id));
    } else {
      int start = draft.frontmatter().start();
      String line = draft.rootIndent() + "name: " + YamlText.oneLine(name) + "\n";
      draft.edit(new TextEdit(start, start, line, id));
    }
  }

  /** Only case, blanks, underscores and dots change: every letter and digit is kept. */
  private void safely() {
    Optional<String> name = name();
    if (name.isEmpty() || SkillName.isPortable(name.get())) {
      return;
    }
    SkillName.losslessSlug(name.get()).ifPresent(slug -> rename("name-slug", Consent.SAFE, slug));
  }

  private void byProposal() {
    name()
        .filter(name -> !SkillName.isPortable(name))
        .ifPresent(
            name ->
                rename(
                    "name-rewritten",
                    Consent.PROPOSAL,
                    SkillName.slug(name).or(() -> fromFolder(draft)).orElse("my-skill")));
    name()
        .filter(name -> reserved(name).isPresent())
        .ifPresent(name -> rename("name-reserved-word", Consent.PROPOSAL, withoutReserved(name)));
    name()
        .filter(name -> rules.builtInNames().refused().contains(name))
        .ifPresent(name -> rename("name-built-in", Consent.PROPOSAL, name + "-skill"));
  }

  private Optional<String> reserved(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return rules.reservedWords().stream().filter(lower::contains).findFirst();
  }

  /** The words taken out; what they leave behind is still a name. */
  private String withoutReserved(String name) {
    String rest = name.toLowerCase(Locale.ROOT);
    while (reserved(rest).isPresent()) {
      for (String word : rules.reservedWords()) {
        rest = rest.replace(word, "");
      }
    }
    return SkillName.slug(rest).filter(slug -> slug.length() > 1).orElse("assistant-skill");
  }

  private void rename(String id, Consent consent, String slug) {
    Entry entry = draft.frontmatter().entry("name").orElseThrow();
    String published = entry.value().asText().strip();
    String before = draft.extent(entry).in(draft.text()).stripTrailing();
    String after = draft.line(entry, YamlText.oneLine(slug));
    MetadataEditor metadata = new MetadataEditor(draft);
    boolean keep = !metadata.keys().contains(DISPLAY_NAME) && !published.equals(slug);
    String kept = keep ? "\n" + metadata.shown(DISPLAY_NAME, published) : "";
    if (draft.offer(
        id, consent, entry.start(), before, after + kept, Shown.oneLine(published), slug)) {
      if (keep) {
        metadata.put(DISPLAY_NAME, published);
      }
      Entry now = draft.frontmatter().entry("name").orElseThrow();
      draft.edit(draft.rewritten(now, YamlText.oneLine(slug), id));
    }
  }
}
