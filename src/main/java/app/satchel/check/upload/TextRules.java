package app.satchel.check.upload;

import app.satchel.check.Finding;
import app.satchel.skill.Frontmatter;
import app.satchel.skill.Frontmatter.Presence;
import app.satchel.skill.FrontmatterSyntax;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Entry;
import app.satchel.skill.FrontmatterValue.Mapping;
import app.satchel.skill.FrontmatterValue.Sequence;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Rules for the frontmatter as text: encoding, delimiters, line ends, YAML, escapes. */
final class TextRules {
  private final UploadRules rules;

  TextRules(UploadRules rules) {
    this.rules = rules;
  }

  void check(SkillFolder skill, List<Finding> findings) {
    SkillMd md = skill.skillMd();
    String file = skill.skillMdFile().path();
    Frontmatter frontmatter = md.frontmatter();
    switch (md.encoding()) {
      case UTF_8 -> {}
      case UTF_8_BOM -> findings.add(rules.finding(UploadRule.BYTE_ORDER_MARK, file, 1));
      case UTF_16, MALFORMED ->
          findings.add(rules.finding(UploadRule.SKILL_MD_ENCODING, file, null));
    }
    if (frontmatter.presence() == Presence.ABSENT) {
      findings.add(rules.finding(UploadRule.FRONTMATTER_MISSING, file, 1));
      return;
    }
    if (frontmatter.presence() == Presence.LATE) {
      findings.add(rules.finding(UploadRule.TEXT_BEFORE_FRONTMATTER, file, 1));
    }
    if (frontmatter.presence() == Presence.UNTERMINATED) {
      findings.add(
          rules.finding(UploadRule.FRONTMATTER_NOT_CLOSED, file, frontmatter.firstLine() - 1));
    }
    lines(md, file, findings);
    if (frontmatter.yamlError() != null) {
      findings.add(
          rules.finding(
              UploadRule.FRONTMATTER_YAML,
              file,
              frontmatter.yamlError().line(),
              frontmatter.yamlError().message()));
    }
    duplicates(frontmatter.root(), file, findings);
    marks(md, file, findings);
  }

  private void lines(SkillMd md, String file, List<Finding> findings) {
    HeadText head = HeadText.of(md);
    String text = md.text();
    if (!head.opening().equals("---")) {
      findings.add(
          rules.finding(UploadRule.FRONTMATTER_DELIMITER, file, md.frontmatter().firstLine() - 1));
    }
    int carriageReturn = text.indexOf('\r', head.openingStart());
    if (carriageReturn >= 0 && carriageReturn < head.blockEnd()) {
      findings.add(
          rules.finding(
              UploadRule.FRONTMATTER_LINE_ENDS, file, HeadText.lineAt(text, carriageReturn)));
    }
    boolean dashes = false;
    int line = md.frontmatter().firstLine();
    for (String content : head.block().split("\n", -1)) {
      Matcher escape = Escapes.PATTERN.matcher(content);
      if (escape.find()) {
        findings.add(rules.finding(UploadRule.FRONTMATTER_ESCAPE, file, line, escape.group()));
      }
      if (Escapes.endsInBackslash(content)) {
        findings.add(rules.finding(UploadRule.FRONTMATTER_BACKSLASH, file, line));
      }
      if (!dashes && content.contains("---")) {
        dashes = true;
        findings.add(rules.finding(UploadRule.FRONTMATTER_DASHES, file, line));
      }
      line++;
    }
  }

  private void duplicates(FrontmatterValue value, String file, List<Finding> findings) {
    switch (value) {
      case Mapping mapping -> {
        Set<String> seen = new HashSet<>();
        for (Entry entry : mapping.entries()) {
          if (!seen.add(entry.key())) {
            findings.add(
                rules.finding(
                    UploadRule.FRONTMATTER_DUPLICATE_KEY, file, entry.line(), entry.key()));
          }
          duplicates(entry.value(), file, findings);
        }
      }
      case Sequence sequence -> sequence.items().forEach(item -> duplicates(item, file, findings));
      default -> {}
    }
  }

  private void marks(SkillMd md, String file, List<Finding> findings) {
    for (FrontmatterSyntax.Mark mark : FrontmatterSyntax.marks(md)) {
      UploadRule rule =
          mark.kind() == FrontmatterSyntax.Kind.FOREIGN_TAG
              ? UploadRule.FRONTMATTER_TAG
              : UploadRule.FRONTMATTER_ANCHOR;
      findings.add(rules.finding(rule, file, mark.line(), mark.text()));
    }
  }
}
