package app.satchel.cli;

import app.satchel.check.Finding;
import app.satchel.check.Inspection;
import app.satchel.check.Severity;
import app.satchel.problem.Problem;
import java.util.List;

/** What all answers of {@code satchel check} together mean. Confined to one thread. */
final class CheckTally {
  private final boolean uploadOnly;
  private int skills;
  private int accepted;
  private int repairable;
  private int failed;
  private int errors;
  private int warnings;
  private int notes;
  private int exitCode = ExitCode.OK;

  /**
   * @param uploadOnly what this computer lacks does not count
   */
  CheckTally(boolean uploadOnly) {
    this.uploadOnly = uploadOnly;
  }

  /** A skill that could not be looked at. */
  void add(Problem problem) {
    skills++;
    failed++;
    exitCode = Math.max(exitCode, ExitCode.of(problem.kind()));
  }

  void add(Inspection inspection) {
    skills++;
    boolean holds = inspection.upload().accepted();
    if (holds) {
      accepted++;
    } else if (inspection.repaired().report().accepted()) {
      repairable++;
    }
    count(inspection.upload().findings());
    count(inspection.review());
    if (!uploadOnly) {
      holds &= inspection.requirements().summary().missing() == 0;
    }
    if (!holds) {
      exitCode = Math.max(exitCode, ExitCode.NO);
    }
  }

  private void count(List<Finding> findings) {
    for (Finding finding : findings) {
      errors += finding.severity() == Severity.ERROR ? 1 : 0;
      warnings += finding.severity() == Severity.WARNING ? 1 : 0;
      notes += finding.severity() == Severity.NOTE ? 1 : 0;
    }
  }

  int skills() {
    return skills;
  }

  int exitCode() {
    return exitCode;
  }

  /** In one line. */
  String words(Session session) {
    return session.text(
        "check.total", skills, accepted, repairable, failed, errors, warnings, notes);
  }
}
