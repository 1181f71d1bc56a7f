package app.satchel.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.install.delivery.Decisions.OnExisting;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.ui.kit.HandBackground;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person decides on the way, and what waits for it. */
class WizardDecisionsTest extends WizardModelRig {
  @Test
  void anAmbiguousSkillWaitsForAChoiceOrIsLeftOut() {
    PlannedSkill which = Fakes.dependency("sql-style", Dependency.Status.AMBIGUOUS);
    services.dependencies = List.of(which);
    model.next();
    assertThat(model.canNextProperty().get()).isFalse();

    model.plan().want(which, false);
    assertThat(model.canNextProperty().get()).isTrue();
    assertThat(model.plan().chosen()).hasSize(1);

    model.plan().choose(which, which.candidates().getLast().namespace());
    assertThat(model.canNextProperty().get()).isTrue();
    assertThat(model.plan().chosen()).hasSize(2);
    assertThat(model.plan().decisionsProperty().get().wanted(which)).isTrue();
  }

  @Test
  void whatWasAnsweredForClaudeIsKnownAndOnlyThat() {
    Change shorten = Fakes.proposal("shorten", "Claude will see less.");
    services.inspection =
        Fakes.inspection(List.of(), List.of(shorten), false, List.of(), Fakes.nothing());
    assertThat(model.plan().answers()).as("before there is a plan").isEmpty();
    walk(2);
    assertThat(model.plan().answers()).as("nothing was answered").isEmpty();
    proposals().accept(shorten, true);
    assertThat(model.plan().answers()).contains(Set.of(shorten));
    proposals().accept(shorten, false);
    assertThat(model.plan().answers()).as("taken back").contains(Set.of());

    model = started(HandBackground.immediate(), "claude-api");
    model.key().type("sk-ant-api03-only-for-tests-wxyz");
    walk(2);
    proposals().accept(shorten, true);
    assertThat(model.plan().answers()).as("by other rules").isEmpty();

    model = started(HandBackground.immediate(), "claude-code");
    walk(2);
    assertThat(model.plan().answers()).as("an agent gets it as published").isEmpty();
  }

  @Test
  void whatWasTickedBeforeIsTickedForClaudeAndCanBeTakenBack() {
    Change shorten = Fakes.proposal("shorten", "Claude will see less.");
    services.inspection =
        Fakes.inspection(List.of(), List.of(shorten), false, List.of(), Fakes.nothing());
    Change gone = Fakes.proposal("rename", "Not asked any more.");
    Set<Change> ticked = Set.of(shorten, gone);

    model = started(HandBackground.immediate(), null, ticked);
    walk(2);
    assertThat(proposals().offerProperty().get().accepted()).containsExactly(shorten);
    assertThat(model.plan().answers()).contains(Set.of(shorten));
    assertThat(model.canNextProperty().get()).isTrue();
    walk(1);
    assertThat(services.delivered.getLast().accepted()).containsEntry("root", Set.of(shorten));

    model = started(HandBackground.immediate(), null, ticked);
    walk(2);
    proposals().accept(shorten, false);
    assertThat(model.canNextProperty().get()).isFalse();
    assertThat(model.plan().answers()).contains(Set.of());

    model = started(HandBackground.immediate(), "claude-api", ticked);
    model.key().type("sk-ant-api03-only-for-tests-wxyz");
    walk(2);
    assertThat(proposals().offerProperty().get().accepted()).as("by other rules").isEmpty();
  }

  @Test
  void whatClaudeWouldRefuseNeedsAgreementToEachProposal() {
    Change shorten = Fakes.proposal("shorten", "Claude will see less.");
    Change rename = Fakes.proposal("rename", "Claude will know it by another name.");
    services.inspection =
        Fakes.inspection(List.of(), List.of(shorten, rename), false, List.of(), Fakes.nothing());
    walk(2);
    assertThat(model.plan().refused()).isTrue();
    assertThat(model.canNextProperty().get()).isFalse();
    ProposalModel asked = proposals();
    assertThat(asked.offerProperty().get().proposals()).containsExactly(shorten, rename);

    asked.accept(shorten, true);
    assertThat(model.canNextProperty().get()).as("one of two").isFalse();
    asked.accept(rename, true);
    assertThat(model.canNextProperty().get()).isTrue();
    asked.accept(rename, false);
    assertThat(model.canNextProperty().get()).as("taken back").isFalse();
    asked.acceptAll();
    assertThat(model.canNextProperty().get()).isTrue();
    model.next();

    PlannedSkill root = model.plan().preparedProperty().get().plan().root();
    assertThat(services.delivered.getFirst().accepted(root))
        .containsExactlyInAnyOrder(shorten, rename);
    assertThat(services.delivered.getFirst().repairs()).isEqualTo(Repair.Level.SAFE);
  }

  private ProposalModel proposals() {
    return model.plan().proposals(model.plan().preparedProperty().get().plan().root());
  }

  @Test
  void aLateAnswerAboutProposalsNeverOverwritesANewerOne() {
    Change shorten = Fakes.proposal("shorten", "Claude will see less.");
    services.inspection =
        Fakes.inspection(List.of(), List.of(shorten), false, List.of(), Fakes.nothing());
    HandBackground hand = HandBackground.held();
    model = started(hand, null);
    hand.go();
    model.next();
    hand.go();
    ProposalModel asked = proposals();
    asked.accept(shorten, true);
    asked.accept(shorten, false);
    hand.go();

    assertThat(asked.offerProperty().get().accepted()).isEmpty();
    assertThat(model.plan().refused()).isTrue();
  }

  @Test
  void whatCannotBeRepairedIsBuiltOnlyOnRequestAndIsNoMatterForAnAgent() {
    services.inspection = Fakes.inspection(List.of(), List.of(), false, List.of(), Fakes.nothing());
    walk(2);
    assertThat(model.canNextProperty().get()).isFalse();
    model.plan().force(true);
    assertThat(model.canNextProperty().get()).isTrue();

    model = started(HandBackground.immediate(), "claude-code");
    walk(2);
    assertThat(model.plan().refused()).isFalse();
    assertThat(model.canNextProperty().get()).isTrue();
  }

  @Test
  void aSeriousFindingWantsAnExplicitYes() {
    services.inspection =
        Fakes.inspection(
            List.of(),
            List.of(),
            true,
            List.of(),
            Fakes.review(List.of(Fakes.tooLong()), List.of(Fakes.tooLong())));
    walk(2);
    assertThat(model.canNextProperty().get()).isFalse();

    model.plan().seenProperty().set(true);

    assertThat(model.canNextProperty().get()).isTrue();
  }

  @Test
  void somethingDifferentIsNeverReplacedWithoutAnAnswer() {
    services.rootExisting = Existing.DIFFERENT;
    model = started(HandBackground.immediate(), "claude-code");
    walk(3);

    assertThat(step()).isEqualTo(Step.BUILD);
    assertThat(services.delivered).isEmpty();
    assertThat(model.canNextProperty().get()).isFalse();

    model.plan().onExisting(model.plan().conflicts().getFirst(), OnExisting.REPLACE);
    model.next();

    assertThat(step()).isEqualTo(Step.DELIVER);
    assertThat(model.deliverProperty().get().items().getFirst().done().backup()).isNotNull();
  }

  @Test
  void keepingWhatIsThereLeavesNothingToDo() {
    services.rootExisting = Existing.DIFFERENT;
    model = started(HandBackground.immediate(), "claude-code");
    walk(3);
    model.plan().onExisting(model.plan().conflicts().getFirst(), OnExisting.KEEP);
    model.next();

    assertThat(step()).isEqualTo(Step.BUILD);
    assertThat(model.build().phaseProperty().get()).isEqualTo(BuildModel.Phase.NOTHING);
    assertThat(model.canBackProperty().get()).isTrue();
  }

  @Test
  void ourOwnZipMayBeReplacedByTheNextTry() {
    walk(3);
    model.back();
    assertThat(step()).isEqualTo(Step.REVIEW);
    model.next();

    PlannedSkill root = model.plan().preparedProperty().get().plan().root();
    assertThat(services.delivered).hasSize(2);
    assertThat(services.delivered.getLast().onExisting(root)).isEqualTo(OnExisting.REPLACE);
  }

  @Test
  void theSameSkillThatIsThereAlreadyStillWantsItsUpload() {
    services.rootExisting = Existing.SAME;
    walk(3);

    assertThat(step()).isEqualTo(Step.DELIVER);
    assertThat(model.deliverProperty().get().items()).hasSize(1);
    assertThat(model.deliverProperty().get().items().getFirst().done()).isNull();
  }

  @Test
  void aRefusedSkillIsExplainedAndCanBeBuiltWithFurtherChanges() {
    Change rename = Fakes.proposal("rename-file", "Claude will find this file elsewhere.");
    services.refuse = true;
    services.late = List.of(rename);
    walk(3);
    assertThat(model.build().phaseProperty().get()).isEqualTo(BuildModel.Phase.NOTHING);
    assertThat(model.build().deliveredProperty().get().skipped().getFirst().report().findings())
        .isNotEmpty();
    assertThat(model.canNextProperty().get()).isFalse();

    proposals().accept(rename, true);
    assertThat(model.canNextProperty().get()).isTrue();
    model.next();

    assertThat(step()).isEqualTo(Step.DELIVER);
  }

  @Test
  void whatIsTickedStaysTickedWhenMoreIsBuilt() {
    walk(3);
    model.deliverProperty().get().items().getFirst().thereProperty().set(true);
    model.buildAgain();

    assertThat(step()).isEqualTo(Step.DELIVER);
    assertThat(model.deliverProperty().get().items().getFirst().thereProperty().get()).isTrue();
  }
}
