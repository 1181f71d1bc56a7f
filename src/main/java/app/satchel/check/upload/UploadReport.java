package app.satchel.check.upload;

import app.satchel.check.Finding;
import java.util.List;

/**
 * What claude.ai would say to a skill.
 *
 * @param findings everything noticed, errors first
 */
public record UploadReport(List<Finding> findings) {
  public UploadReport {
    findings = List.copyOf(findings);
  }

  /** Whether no known rule refuses it. */
  public boolean accepted() {
    return findings.stream().noneMatch(Finding::isError);
  }

  /** Whether a rule has something to say. */
  public boolean has(UploadRule rule) {
    return findings.stream().anyMatch(finding -> finding.rule().equals(rule.id()));
  }
}
