package app.satchel.check.upload.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.Repair.Level;
import app.satchel.check.upload.Skills;
import app.satchel.check.upload.UploadRepair;
import app.satchel.check.upload.report.ExplainedDiff.ExplainedHunk;
import app.satchel.check.upload.report.ExplainedDiff.Reason;
import app.satchel.check.upload.report.LineDiff.Kind;
import app.satchel.check.upload.report.LineDiff.Line;
import app.satchel.skill.SkillFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainedDiffTest {
  private final UploadRepair repair = new UploadRepair();

  private ExplainedDiff diff(SkillFolder skill, Level level) {
    return ExplainedDiff.of(skill, repair.repair(skill, level));
  }

  private static Line at(ExplainedHunk hunk, Reason reason) {
    return hunk.hunk().lines().get(reason.line());
  }

  @Test
  void eachChangeStandsAtItsLine() {
    ExplainedDiff diff =
        diff(
            Skills.head(
                "version: 1",
                "name: tea-timer",
                "# one",
                "# two",
                "# three",
                "# four",
                "# five",
                "# six",
                "# seven",
                "description: Times tea.",
                "tags: [a]"),
            Level.SAFE);
    assertThat(diff.elsewhere()).isEmpty();
    List<Reason> reasons = diff.hunks().stream().flatMap(hunk -> hunk.reasons().stream()).toList();
    assertThat(reasons).hasSize(2);
    for (ExplainedHunk hunk : diff.hunks()) {
      for (Reason reason : hunk.reasons()) {
        assertThat(at(hunk, reason).kind()).isEqualTo(Kind.REMOVED);
        assertThat(at(hunk, reason).oldLine()).isEqualTo(reason.change().line());
      }
    }
    assertThat(diff.hunks().getFirst().reasons())
        .extracting(reason -> reason.change().before())
        .first()
        .asString()
        .contains("version");
  }

  @Test
  void whatNoLineShowsIsElsewhere() {
    ExplainedDiff diff = diff(Skills.skill("tea_timer", "\uFEFF" + Skills.GOOD), Level.SAFE);
    assertThat(diff.hunks()).isEmpty();
    assertThat(diff.elsewhere())
        .extracting(Change::id)
        .contains("remove-byte-order-mark", "rename-folder");
  }

  @Test
  void aRenamedFileExplainsWhereTheTextNamesIt() {
    ExplainedDiff diff =
        diff(
            Skills.skill("tea-timer", Skills.GOOD + "Read `a b.md`.\n", Skills.file("a b.md")),
            Level.PROPOSALS);
    assertThat(diff.hunks()).hasSize(1);
    ExplainedHunk hunk = diff.hunks().getFirst();
    assertThat(hunk.reasons()).extracting(r -> r.change().id()).containsExactly("rename-file");
    assertThat(at(hunk, hunk.reasons().getFirst()).text()).isEqualTo("Read `a b.md`.");
  }

  @Test
  void everyChangeIsToldOnce() {
    SkillFolder skill =
        Skills.skill(
            "Tea",
            "---\r\nname: Tea Time\r\nversion: 1\r\ndescription: a: b\r\nx: 2\r\n---\r\n# T\r\n");
    Repair repaired = repair.repair(skill, Level.PROPOSALS);
    ExplainedDiff diff = ExplainedDiff.of(skill, repaired);
    List<Change> told = new java.util.ArrayList<>(diff.elsewhere());
    diff.hunks().forEach(hunk -> hunk.reasons().forEach(reason -> told.add(reason.change())));
    assertThat(told).containsExactlyInAnyOrderElementsOf(repaired.changes());
  }

  @Test
  void manyDifferentLinesAreOneChange() {
    String before = "a\n".repeat(20_000);
    String after = "b\n".repeat(20_000);
    LineDiff diff = LineDiff.of("same\n" + before, "same\n" + after);
    assertThat(diff.hunks()).hasSize(1);
    assertThat(diff.applyTo("same\n" + before)).isEqualTo("same\n" + after);
  }
}
