package app.satchel.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency;
import app.satchel.install.delivery.Decisions.OnExisting;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.install.delivery.Target;
import app.satchel.ui.kit.HandBackground;
import app.satchel.workspace.ApiKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WizardModelTest extends WizardModelRig {
  @Test
  void goesFromThePlaceToTheUploadInFourSteps() {
    walk(3);

    assertThat(step()).isEqualTo(Step.DELIVER);
    DeliverModel deliver = model.deliverProperty().get();
    assertThat(deliver.toSite()).isTrue();
    assertThat(deliver.items()).hasSize(1);
    assertThat(deliver.currentProperty().get()).isSameAs(deliver.items().getFirst());
    model.next();
    assertThat(model.closedProperty().get()).isTrue();
  }

  @Test
  void offersThePreferredPlaceAndElseClaude() {
    assertThat(model.placeProperty().get()).isEqualTo(Fakes.CLAUDE);
    assertThat(started(HandBackground.immediate(), "codex").placeProperty().get())
        .isEqualTo(Fakes.CODEX);
    assertThat(started(HandBackground.immediate(), "gone").placeProperty().get())
        .isEqualTo(Fakes.CLAUDE);
  }

  @Test
  void anAgentThatHasProjectsOnlyNeedsAFolder() {
    model.placeProperty().set(Fakes.EVE);
    assertThat(model.canNextProperty().get()).isFalse();

    model.projectProperty().set(Path.of("app"));

    assertThat(model.canNextProperty().get()).isTrue();
    assertThat(model.target()).isEqualTo(new Target.AgentFolder("eve", Path.of("app")));
  }

  @Test
  void plansOncePerTargetAndAnewForAnother() {
    model.next();
    model.back();
    model.next();
    assertThat(services.planned).hasSize(1);

    model.back();
    model.placeProperty().set(Fakes.CLAUDE_CODE);
    model.next();

    assertThat(services.planned)
        .containsExactly(
            new Target.Zips(Target.CLAUDE_AI, Fakes.CLAUDE.folder()),
            new Target.AgentFolder("claude-code", null));
  }

  @Test
  void decisionsForOneTargetAreNotTakenToAnother() {
    services.dependencies = List.of(Fakes.dependency("a", Dependency.Status.AVAILABLE));
    model.next();
    model.plan().want(services.dependencies.getFirst(), false);
    model.back();
    model.placeProperty().set(Fakes.CLAUDE_CODE);
    model.next();

    assertThat(model.plan().decisionsProperty().get().leftOut()).isEmpty();
  }

  @Test
  void aFailedPlanSaysWhyAndCanBeTriedAgain() {
    services.planProblem = Fakes.PROBLEM;
    model.next();
    assertThat(model.plan().problemProperty().get()).isEqualTo(Fakes.PROBLEM);
    assertThat(model.canNextProperty().get()).isFalse();

    services.planProblem = null;
    model.plan().again();

    assertThat(model.plan().phaseProperty().get()).isEqualTo(PlanModel.Phase.READY);
    assertThat(model.canNextProperty().get()).isTrue();
  }

  @Test
  void showsTheNewestProgressOfEachSkill() {
    services.dependencies = List.of(Fakes.dependency("a", Dependency.Status.AVAILABLE));
    List<BuildModel.At> seen = new ArrayList<>();
    services.during =
        (listener, cancellation) -> {
          BuildModel.Row row = model.build().rows().getLast();
          listener.at(row.skill(), Stage.FETCH, 10, 100);
          seen.add(row.atProperty().get());
          listener.at(row.skill(), Stage.VERIFY, 1, 3);
          seen.add(row.atProperty().get());
        };
    walk(3);

    assertThat(seen)
        .containsExactly(
            new BuildModel.At(Stage.FETCH, 10, 100), new BuildModel.At(Stage.VERIFY, 1, 3));
    assertThat(model.build().ended()).isEqualTo(2);
  }

  @Test
  void aFailureLeavesTheWayOpenToTryAgain() {
    services.deliverProblem = Fakes.PROBLEM;
    walk(3);
    assertThat(model.build().phaseProperty().get()).isEqualTo(BuildModel.Phase.FAILED);
    assertThat(model.build().problemProperty().get()).isEqualTo(Fakes.PROBLEM);

    services.deliverProblem = null;
    model.next();

    assertThat(step()).isEqualTo(Step.DELIVER);
  }

  @Test
  void closingAsksOnlyWhileWorkIsUnderWay() {
    HandBackground hand = HandBackground.held();
    model = started(hand, null);
    hand.go();
    model.next();
    hand.go();
    walk(2);
    services.during = (listener, cancellation) -> cancellation.throwIfCancelled();
    assertThat(model.build().phaseProperty().get()).isEqualTo(BuildModel.Phase.WORKING);

    model.close();
    assertThat(model.closedProperty().get()).isFalse();
    assertThat(model.askingToStopProperty().get()).isTrue();
    model.stopAndClose();
    assertThat(model.closedProperty().get()).as("waits for the work to let go").isFalse();
    hand.go();

    assertThat(model.closedProperty().get()).isTrue();
    assertThat(services.delivered).hasSize(1);
  }

  @Test
  void whatEndedInTheMomentOfTheStopIsToldAndNotDropped() {
    HandBackground hand = HandBackground.held();
    model = started(hand, "claude-code");
    hand.go();
    model.next();
    hand.go();
    walk(2);
    model.close();
    model.stopAndClose();
    // The delivery does not notice: it is past the point of no return.
    hand.go();

    assertThat(model.closedProperty().get()).isFalse();
    assertThat(step()).isEqualTo(Step.DELIVER);
  }

  @Test
  void cancellingTheWorkStaysAndChangesNothing() {
    HandBackground hand = HandBackground.held();
    model = started(hand, null);
    hand.go();
    model.next();
    hand.go();
    walk(2);
    services.during = (listener, cancellation) -> cancellation.throwIfCancelled();
    model.stop();
    hand.go();

    assertThat(model.build().phaseProperty().get()).isEqualTo(BuildModel.Phase.STOPPED);
    assertThat(model.canNextProperty().get()).isTrue();
    assertThat(model.canBackProperty().get()).isTrue();
  }

  @Test
  void ticksMoveTheCurrentZipOn() {
    services.dependencies = List.of(Fakes.dependency("a", Dependency.Status.AVAILABLE));
    walk(3);
    DeliverModel deliver = model.deliverProperty().get();

    assertThat(deliver.currentProperty().get().name())
        .as("what is needed comes before who needs it")
        .isEqualTo("a");
    deliver.items().getFirst().thereProperty().set(true);
    assertThat(deliver.currentProperty().get().skill().root()).isTrue();
    deliver.items().getLast().thereProperty().set(true);
    assertThat(deliver.currentProperty().get()).isNull();
    deliver.items().getFirst().thereProperty().set(false);
    assertThat(deliver.currentProperty().get()).isSameAs(deliver.items().getFirst());
    assertThat(services.arrived)
        .as("what was said is remembered")
        .containsExactly(
            "claude-ai a true", "claude-ai python-database-patterns true", "claude-ai a false");
  }

  @Test
  void takesAnInstallationBackOnce() {
    model = started(HandBackground.immediate(), "claude-code");
    walk(3);
    DeliverModel deliver = model.deliverProperty().get();
    assertThat(deliver.canUndo()).isTrue();
    assertThat(model.canBackProperty().get()).isFalse();

    deliver.undo();
    deliver.undo();

    assertThat(services.undone).isEqualTo(1);
    assertThat(deliver.undoProperty().get()).isEqualTo(DeliverModel.Undo.UNDONE);
  }

  @Test
  void zipsAreNotTakenBackHere() {
    walk(3);
    model.deliverProperty().get().undo();

    assertThat(services.undone).isZero();
  }

  private static final String KEY = "sk-ant-api03-only-for-tests-wxyz";

  @Test
  void aWorkspaceWaitsForItsKeyAndForgetsItUnlessAsked() {
    model.placeProperty().set(Fakes.WORKSPACE);
    assertThat(model.key().phaseProperty().get()).isEqualTo(KeyModel.Phase.TYPING);
    assertThat(model.canNextProperty().get()).isFalse();
    model.key().type("sk");
    assertThat(model.canNextProperty().get()).isFalse();
    model.key().type(KEY);
    assertThat(model.canNextProperty().get()).isTrue();
    walk(3);

    assertThat(step()).isEqualTo(Step.DELIVER);
    assertThat(model.deliverProperty().get().toWorkspace()).isTrue();
    assertThat(model.deliverProperty().get().canUndo()).isFalse();
    assertThat(services.keptKeys).isEmpty();
    assertThat(String.valueOf(services.planned)).doesNotContain(KEY);
  }

  @Test
  void aKeyIsKeptWhenThePersonWantsIt() {
    model.placeProperty().set(Fakes.WORKSPACE);
    model.key().type(KEY);
    model.key().keepProperty().set(true);
    model.next();

    assertThat(services.keptKeys).containsExactly(ApiKey.parse(KEY));
  }

  @Test
  void aKeyThatIsThereIsUsedAndCanBeForgotten() {
    services.known = new KnownKey(ApiKey.parse(KEY), KnownKey.Source.KEYRING, null);
    services.keptKeys.add(ApiKey.parse(KEY));
    model.placeProperty().set(Fakes.WORKSPACE);
    assertThat(model.key().phaseProperty().get()).isEqualTo(KeyModel.Phase.FOUND);
    assertThat(model.canNextProperty().get()).isTrue();
    model.key().forget();

    assertThat(model.canNextProperty().get()).isFalse();
    assertThat(services.keptKeys).isEmpty();
  }

  @Test
  void aWorkspaceIsAskedAboutASkillThatIsThere() {
    services.rootExisting = Existing.DIFFERENT;
    model.placeProperty().set(Fakes.WORKSPACE);
    model.key().type(KEY);
    walk(3);
    assertThat(step()).isEqualTo(Step.BUILD);
    assertThat(model.canNextProperty().get()).isFalse();
    model.plan().onExisting(model.plan().conflicts().getFirst(), OnExisting.REPLACE);
    model.next();

    assertThat(step()).isEqualTo(Step.DELIVER);
  }
}
