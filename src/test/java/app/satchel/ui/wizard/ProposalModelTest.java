package app.satchel.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.UploadRepair;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.ui.kit.QueuedBackground;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ProposalModelTest {
  private static final String TWO =
      "---\nname: claude-notes\ndescription: Fill in <b>.\n---\n# A\n";

  private final SkillFolder skill =
      SkillFolder.of(
          "claude-notes", List.of(SkillFile.of("SKILL.md", TWO.getBytes(StandardCharsets.UTF_8))));
  private final QueuedBackground background = new QueuedBackground();
  private boolean broken;

  private Offer offer(Predicate<Change> accepted) {
    if (broken) {
      throw new ProblemException(new Problem(ProblemKind.BUG, "broken", "It broke.", "", "", ""));
    }
    return new UploadRepair().offer(skill, accepted);
  }

  /** Nobody would know that it was agreed to: its box is open again. */
  @Test
  void aWishThatCouldNotBeFollowedIsNotTakenAlongWithTheNext() {
    ProposalModel model =
        new ProposalModel(this::offer, background, offer(change -> false), agreed -> {});
    List<Change> asked = model.offerProperty().get().proposals();
    assertThat(asked).hasSize(2);
    broken = true;
    model.accept(asked.getFirst(), true);
    background.runAll();
    assertThat(model.problemProperty().get()).isNotNull();
    assertThat(model.offerProperty().get().accepted()).isEmpty();
    broken = false;
    model.accept(asked.getLast(), true);
    background.runAll();
    assertThat(model.problemProperty().get()).isNull();
    assertThat(model.offerProperty().get().accepted()).containsExactly(asked.getLast());
  }
}
