package app.satchel.check.upload;

import app.satchel.check.Finding;
import app.satchel.skill.Frontmatter;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Kind;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import app.satchel.skill.SkillName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules for what the frontmatter says: its keys and their values. */
final class FieldRules {
  private final UploadRules rules;

  FieldRules(UploadRules rules) {
    this.rules = rules;
  }

  /** The rules at work on one file. */
  private record Fields(UploadRules rules, SkillMd md, String file, List<Finding> findings) {
    void add(UploadRule rule, Integer line, Object... args) {
      findings.add(rules.finding(rule, file, line, args));
    }

    Optional<Entry> entry(String key) {
      return md.frontmatter().entry(key);
    }
  }

  void check(SkillFolder skill, List<Finding> findings) {
    SkillMd md = skill.skillMd();
    Fields fields = new Fields(rules, md, skill.skillMdFile().path(), findings);
    if (md.frontmatter().isPresent()) {
      keys(fields);
      name(fields);
      description(fields);
      text(fields, "compatibility", UploadRule.COMPATIBILITY_TYPE)
          .ifPresent(entry -> compatibility(fields, entry));
      text(fields, "allowed-tools", UploadRule.ALLOWED_TOOLS_TYPE)
          .ifPresent(entry -> allowedTools(fields, entry));
      text(fields, "license", UploadRule.LICENSE_TYPE);
      metadata(fields);
    }
    folder(fields, skill.folderName());
  }

  private void keys(Fields fields) {
    Set<String> told = new HashSet<>();
    for (Entry entry : fields.md().frontmatter().entries()) {
      if (!rules.allowedKeys().contains(entry.key()) && told.add(entry.key())) {
        UploadRule rule =
            entry.key().equals("dependencies")
                ? UploadRule.DEPENDENCIES_KEY
                : UploadRule.UNEXPECTED_KEY;
        fields.add(rule, entry.line(), entry.key());
      }
    }
  }

  private void name(Fields fields) {
    Optional<Entry> found = fields.entry("name").filter(entry -> !isNull(entry.value()));
    if (found.isEmpty() || found.get().value().asText().isBlank()) {
      fields.add(UploadRule.NAME_MISSING, line(fields, "name"));
      return;
    }
    Entry entry = found.get();
    if (!(entry.value() instanceof Scalar scalar) || !scalar.isString()) {
      fields.add(UploadRule.NAME_TYPE, entry.line());
      if (!(entry.value() instanceof Scalar)) {
        return;
      }
    }
    String name = entry.value().asText();
    if (!SkillName.hasPortableCharacters(name)) {
      fields.add(
          UploadRule.NAME_CHARACTERS,
          entry.line(),
          Shown.oneLine(name),
          SkillName.slug(name).orElse("my-skill"));
    }
    int length = name.codePointCount(0, name.length());
    if (length > rules.limits().nameCharacters()) {
      fields.add(UploadRule.NAME_LENGTH, entry.line(), length, rules.limits().nameCharacters());
    }
    for (String word : rules.reservedWords()) {
      if (name.toLowerCase(Locale.ROOT).contains(word)) {
        fields.add(UploadRule.NAME_RESERVED, entry.line(), word);
      }
    }
    if (rules.builtInNames().refused().contains(name)) {
      fields.add(UploadRule.NAME_BUILT_IN, entry.line(), name);
    } else if (rules.builtInNames().doubtful().contains(name)) {
      fields.add(UploadRule.NAME_BUILT_IN_EXAMPLE, entry.line(), name);
    }
  }

  private void description(Fields fields) {
    Optional<Entry> found = fields.entry("description").filter(entry -> !isNull(entry.value()));
    if (found.isEmpty()
        || found.get().value() instanceof Scalar scalar && scalar.text().isBlank()) {
      fields.add(UploadRule.DESCRIPTION_MISSING, line(fields, "description"));
      return;
    }
    Entry entry = found.get();
    if (!(entry.value() instanceof Scalar scalar) || !scalar.isString()) {
      fields.add(UploadRule.DESCRIPTION_TYPE, entry.line());
    }
    String text = entry.value().asText();
    int length = text.codePointCount(0, text.length());
    UploadRules.Limits limits = rules.limits();
    if (length > limits.descriptionCharacters()) {
      fields.add(
          UploadRule.DESCRIPTION_LENGTH, entry.line(), length, limits.descriptionCharacters());
    } else if (length > limits.descriptionNearLimit()) {
      fields.add(
          UploadRule.DESCRIPTION_NEAR_LIMIT, entry.line(), length, limits.descriptionCharacters());
    } else if (length > limits.descriptionAdvised()) {
      fields.add(UploadRule.DESCRIPTION_LONG, entry.line(), length, limits.descriptionAdvised());
    }
    int bracket = Shown.firstOf(text, '<', '>');
    if (bracket >= 0) {
      fields.add(
          UploadRule.DESCRIPTION_BRACKETS, bracketLine(fields, entry), Shown.around(text, bracket));
    }
  }

  /** The line of the first bracket, as far as the text as published tells. */
  private static int bracketLine(Fields fields, Entry entry) {
    SkillMd md = fields.md();
    if (md.frontmatter().repaired() || !(entry.value() instanceof Scalar scalar)) {
      return entry.line();
    }
    String text = md.readText();
    int from = entry.valueStart();
    // A block's header may hold the very character: ">".
    if (scalar.style() == FrontmatterValue.Style.FOLDED
        || scalar.style() == FrontmatterValue.Style.LITERAL) {
      from = HeadText.lineEnd(text, from);
    }
    int bracket = Shown.firstOf(text.substring(0, entry.valueEnd()), from, '<', '>');
    return bracket < 0 ? entry.line() : HeadText.lineAt(text, bracket);
  }

  private void compatibility(Fields fields, Entry entry) {
    String text = entry.value().asText();
    int length = text.codePointCount(0, text.length());
    if (length > rules.limits().compatibilityCharacters()) {
      fields.add(
          UploadRule.COMPATIBILITY_LENGTH,
          entry.line(),
          length,
          rules.limits().compatibilityCharacters());
    }
  }

  private void allowedTools(Fields fields, Entry entry) {
    if (ToolList.hasCommas(entry.value().asText())) {
      fields.add(UploadRule.ALLOWED_TOOLS_COMMAS, entry.line());
    }
  }

  private void metadata(Fields fields) {
    Optional<Entry> found = fields.entry("metadata");
    if (found.isEmpty()) {
      return;
    }
    if (!(found.get().value() instanceof Mapping mapping)) {
      fields.add(UploadRule.METADATA_TYPE, found.get().line());
      return;
    }
    for (Entry entry : mapping.entries()) {
      if (!(entry.value() instanceof Scalar scalar) || !scalar.isString()) {
        fields.add(UploadRule.METADATA_VALUES, entry.line(), entry.key());
      }
    }
  }

  private void folder(Fields fields, String folder) {
    if (folder.isEmpty()) {
      fields.findings().add(rules.finding(UploadRule.TOP_FOLDER_MISSING, null, null));
      return;
    }
    if (!folder.chars().allMatch(c -> rules.folderAlphabet().indexOf(c) >= 0)) {
      fields.findings().add(rules.finding(UploadRule.FOLDER_CHARACTERS, null, null, folder));
    }
    Optional<Entry> name = fields.entry("name").filter(entry -> !isNull(entry.value()));
    name.filter(entry -> !entry.value().asText().equals(folder))
        .ifPresent(
            entry ->
                fields.add(
                    UploadRule.NAME_FOLDER,
                    entry.line(),
                    folder,
                    Shown.oneLine(entry.value().asText())));
  }

  /** The entry of a key whose value must be a text; reports it and gives nothing when it is not. */
  private static Optional<Entry> text(Fields fields, String key, UploadRule otherwise) {
    Optional<Entry> found = fields.entry(key);
    if (found.isPresent() && !(found.get().value() instanceof Scalar scalar && scalar.isString())) {
      fields.add(otherwise, found.get().line());
      return Optional.empty();
    }
    return found;
  }

  /** The line of a key that has no usable value, else that of the frontmatter's opening. */
  private static int line(Fields fields, String key) {
    Frontmatter frontmatter = fields.md().frontmatter();
    return fields.entry(key).map(Entry::line).orElse(Math.max(1, frontmatter.firstLine() - 1));
  }

  private static boolean isNull(FrontmatterValue value) {
    return value instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }
}
