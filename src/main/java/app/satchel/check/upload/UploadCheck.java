package app.satchel.check.upload;

import app.satchel.check.Finding;
import app.satchel.skill.SkillFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What claude.ai would say to a skill, by every known rule, without asking it. Deterministic and
 * without side effects; reads no file but what is in memory already.
 */
public final class UploadCheck {
  private final UploadRules rules;
  private final TextRules text;
  private final FieldRules fields;
  private final FileRules files;
  private final BodyRules body;

  /** By the bundled rules. */
  public UploadCheck() {
    this(UploadRules.bundled());
  }

  public UploadCheck(UploadRules rules) {
    this.rules = Objects.requireNonNull(rules);
    this.text = new TextRules(rules);
    this.fields = new FieldRules(rules);
    this.files = new FileRules(rules);
    this.body = new BodyRules(rules);
  }

  /** The rules it goes by. */
  public UploadRules rules() {
    return rules;
  }

  /**
   * Checks a skill as if its folder were zipped as it is.
   *
   * @param skill a folder; an empty folder name stands for files at the root of an archive
   */
  public UploadReport check(SkillFolder skill) {
    List<Finding> findings = new ArrayList<>();
    collect(skill, findings);
    return report(findings);
  }

  /**
   * Checks a ZIP as published: the skill in it, and everything beside it.
   *
   * @param skill the skill found in the ZIP
   * @param layout the ZIP's entries
   */
  public UploadReport checkArchive(SkillFolder skill, ArchiveLayout layout) {
    List<Finding> findings = new ArrayList<>();
    ArchiveRules archive = new ArchiveRules(rules);
    archive.check(layout, findings);
    collect(skill, findings);
    if (findings.stream().noneMatch(f -> f.rule().equals(UploadRule.TOO_MANY_ENTRIES.id()))) {
      archive.amount(layout, findings);
    }
    return report(findings);
  }

  /**
   * The same for a finished ZIP, whose size is known.
   *
   * @param zipBytes the ZIP's own size in bytes
   */
  public UploadReport checkArchive(SkillFolder skill, ArchiveLayout layout, long zipBytes) {
    List<Finding> findings = new ArrayList<>(checkArchive(skill, layout).findings());
    Long limit = rules.limits().zipBytes();
    if (limit != null && zipBytes > limit) {
      findings.add(rules.finding(UploadRule.ZIP_TOO_LARGE, null, null, zipBytes, limit));
    }
    return report(findings);
  }

  private void collect(SkillFolder skill, List<Finding> findings) {
    text.check(skill, findings);
    fields.check(skill, findings);
    files.check(skill, findings);
    body.check(skill, findings);
  }

  private static UploadReport report(List<Finding> findings) {
    // The sort is stable: within a severity the order stays that of the rules.
    findings.sort(Comparator.comparing(Finding::severity));
    return new UploadReport(findings);
  }
}
