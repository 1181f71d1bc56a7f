package app.satchel.check.review;

import app.satchel.check.Finding;
import java.util.List;
import java.util.Objects;

/**
 * What a review noticed.
 *
 * @param capabilities what the skill may do, for a line of words
 * @param findings with file and line, the most serious first
 * @param serious those among the findings that want an explicit yes before going on
 * @param complete false when something was not looked into; the reason is among the findings
 * @param rulesDate the date of the rules, ISO
 */
public record ReviewReport(
    Capabilities capabilities,
    List<Finding> findings,
    List<Finding> serious,
    boolean complete,
    String rulesDate) {
  public ReviewReport {
    Objects.requireNonNull(capabilities);
    Objects.requireNonNull(rulesDate);
    findings = List.copyOf(findings);
    serious = List.copyOf(serious);
  }

  /** Whether a finding wants an explicit yes. */
  public boolean isSerious(Finding finding) {
    return serious.contains(finding);
  }
}
