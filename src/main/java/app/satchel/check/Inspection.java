package app.satchel.check;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.RequirementReport;
import app.satchel.check.review.ReviewReport;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadReport;
import java.util.List;
import java.util.Objects;

/**
 * Everything the checks say about one skill.
 *
 * @param upload what claude.ai would say to it as published
 * @param repaired the repaired copy with safe changes made, and what claude.ai would say to that
 * @param requirements what it says it needs, and whether what would run it has it
 * @param dependencies the other skills it names, and what became of them
 * @param reviewed what it may do, and what a person should look at before trusting it
 */
public record Inspection(
    UploadReport upload,
    Repair repaired,
    RequirementReport requirements,
    List<Dependency> dependencies,
    ReviewReport reviewed) {
  public Inspection {
    Objects.requireNonNull(upload);
    Objects.requireNonNull(repaired);
    Objects.requireNonNull(requirements);
    dependencies = List.copyOf(dependencies);
    Objects.requireNonNull(reviewed);
  }

  /** The review's findings, the most serious first. */
  public List<Finding> review() {
    return reviewed.findings();
  }
}
