package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.check.requirement.RequirementSummary.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementSummaryTest {
  private static CheckedRequirement one(Status status, Level level, String anyOf) {
    return new CheckedRequirement(
        new Requirement(
            Kind.TOOL, "x", null, level, anyOf, "x", new Requirement.Place("compatibility", null)),
        status,
        null);
  }

  @Test
  void countsAlternativesOnce() {
    assertThat(
            RequirementSummary.of(
                List.of(
                    one(Status.MISSING, Level.REQUIRED, "a"),
                    one(Status.MET, Level.REQUIRED, "a"),
                    one(Status.MISSING, Level.REQUIRED, "b"),
                    one(Status.UNKNOWN, Level.REQUIRED, "b"),
                    one(Status.OUTDATED, Level.REQUIRED, "c"),
                    one(Status.MISSING, Level.REQUIRED, "c"))))
        .isEqualTo(new RequirementSummary(1, 1, 1, 0));
  }

  @Test
  void optionalAndConditionalDoNotBlock() {
    RequirementSummary summary =
        RequirementSummary.of(
            List.of(
                one(Status.MET, Level.REQUIRED, null),
                one(Status.MISSING, Level.OPTIONAL, null),
                one(Status.UNKNOWN, Level.CONDITIONAL, null)));
    assertThat(summary).isEqualTo(new RequirementSummary(1, 0, 0, 1));
    assertThat(summary.verdict()).isEqualTo(Verdict.WORKS);
  }

  @Test
  void whatDoesNotApplyIsNotCounted() {
    assertThat(RequirementSummary.of(List.of(one(Status.NOT_APPLICABLE, Level.EXCLUDED, null))))
        .isEqualTo(new RequirementSummary(0, 0, 0, 0));
    assertThat(RequirementSummary.of(List.of(one(Status.MISSING, Level.EXCLUDED, null))).verdict())
        .isEqualTo(Verdict.MISSING);
  }

  @Test
  void nothingNeededWorks() {
    assertThat(RequirementSummary.of(List.of()).verdict()).isEqualTo(Verdict.WORKS);
  }
}
