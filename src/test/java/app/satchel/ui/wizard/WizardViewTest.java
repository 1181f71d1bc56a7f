package app.satchel.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.Dependency;
import app.satchel.check.upload.Change;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.PlannedSkill.Existing;
import app.satchel.ui.kit.HandBackground;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** The wizard in a real window on the Headless platform, worked by keys alone. */
class WizardViewTest extends WizardViewRig {
  @Test
  void goesToTheUploadByEnterAlone() throws Exception {
    open(HandBackground.immediate(), null);
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);

    assertThat(model.stepProperty().get()).isEqualTo(Step.DELIVER);
    assertThat(shown("One ZIP is ready for Claude")).isTrue();
    // The focus is on the button that opens the page: Enter means it.
    press(KeyCode.ENTER);
    assertThat(desktop.calls).containsExactly("open https://claude.ai/customize/skills");

    tabTo("python-database-patterns.zip is in Claude");
    press(KeyCode.SPACE);
    assertThat(shown("Everything is in Claude")).isTrue();
    tabTo("Done");
    press(KeyCode.ENTER);
    assertThat(closed).isEqualTo(1);
    assertThat(focus()).as("back where it was").isSameAs(behind);
  }

  @Test
  void arrowKeysChooseThePlaceAndTheFocusStays() throws Exception {
    open(HandBackground.immediate(), null);
    press(KeyCode.DOWN);

    assertThat(model.placeProperty().get()).isEqualTo(Fakes.CLAUDE_CODE);
    press(KeyCode.DOWN);
    assertThat(model.placeProperty().get()).isEqualTo(Fakes.CODEX);
    press(KeyCode.ENTER);
    assertThat(model.stepProperty().get()).isEqualTo(Step.NEEDS);
  }

  @Test
  void theFocusNeverLeavesTheWizardAndReachesEverything() throws Exception {
    services.dependencies =
        List.of(
            Fakes.dependency("a", Dependency.Status.AVAILABLE),
            Fakes.dependency("which", Dependency.Status.AMBIGUOUS));
    open(HandBackground.immediate(), null);
    press(KeyCode.ENTER);
    for (boolean shift : List.of(false, true)) {
      for (int i = 0; i < 15; i++) {
        press(KeyCode.TAB, shift);
        assertThat(focus()).isNotNull().isNotSameAs(behind);
      }
    }
    onUi(
        () -> {
          behind.requestFocus();
          return null;
        });
    settle();
    assertThat(focus()).isNotSameAs(behind);
  }

  @Test
  void aTickByKeyboardLeavesASkillOut() throws Exception {
    services.dependencies = List.of(Fakes.dependency("a", Dependency.Status.AVAILABLE));
    open(HandBackground.immediate(), null);
    press(KeyCode.ENTER);
    assertThat(focus()).isInstanceOf(CheckBox.class);
    press(KeyCode.SPACE);

    assertThat(model.plan().decisionsProperty().get().leftOut()).containsExactly("a");
    assertThat(shown("One skill to add, 12 kB in all")).isTrue();
  }

  @Test
  void backShowsThePlacesAgainWithTheChoiceMade() throws Exception {
    open(HandBackground.immediate(), null);
    press(KeyCode.DOWN);
    assertThat(model.placeProperty().get()).isEqualTo(Fakes.CLAUDE_CODE);
    press(KeyCode.ENTER);
    tabTo("Back");
    press(KeyCode.ENTER);

    assertThat(model.stepProperty().get()).isEqualTo(Step.WHERE);
    assertThat(focus().getAccessibleText()).startsWith("Claude Code.");
  }

  @Test
  void escapeClosesAtOnceWithoutWork() throws Exception {
    open(HandBackground.immediate(), null);
    press(KeyCode.ESCAPE);

    assertThat(closed).isEqualTo(1);
  }

  @Test
  void escapeAsksWhileWorkIsUnderWayAndEnterGoesOn() throws Exception {
    HandBackground hand = HandBackground.held();
    open(hand, null);
    onUi(
        () -> {
          hand.go();
          model.next();
          hand.go();
          model.next();
          model.next();
          return null;
        });
    settle();
    press(KeyCode.ESCAPE);
    assertThat(shown("Satchel is still working. Stop it?")).isTrue();

    press(KeyCode.ENTER);
    assertThat(shown("Satchel is still working. Stop it?")).isFalse();
    assertThat(closed).isZero();

    onUi(
        () -> {
          hand.go();
          return null;
        });
    settle();
    assertThat(model.stepProperty().get()).isEqualTo(Step.DELIVER);
  }

  @Test
  void theFocusStaysInsideWhileThereIsNothingToPress() throws Exception {
    HandBackground hand = HandBackground.held();
    open(hand, null);
    onUi(
        () -> {
          hand.go();
          model.next();
          hand.go();
          model.next();
          model.next();
          model.stop();
          return null;
        });
    settle();

    assertThat(model.build().phaseProperty().get()).isEqualTo(BuildModel.Phase.STOPPING);
    assertThat(focus()).isNotNull().isNotSameAs(behind);
  }

  @Test
  void anExistingSkillIsAskedAboutByKeyboard() throws Exception {
    services.rootExisting = Existing.DIFFERENT;
    open(HandBackground.immediate(), "claude-code");
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);
    assertThat(shown("Something different is there already")).isTrue();
    press(KeyCode.ENTER);
    assertThat(model.stepProperty().get()).as("no answer, no step").isEqualTo(Step.BUILD);

    press(KeyCode.DOWN);
    press(KeyCode.ENTER);

    assertThat(model.stepProperty().get()).isEqualTo(Step.DELIVER);
    tabTo("Undo");
    press(KeyCode.ENTER);
    assertThat(services.undone).isEqualTo(1);
    assertThat(shown("Undone")).isTrue();
  }

  @Test
  void aSkillIsSentToAWorkspaceByKeyboard() throws Exception {
    services.places = List.of(Fakes.CLAUDE, Fakes.WORKSPACE);
    open(HandBackground.immediate(), null);
    press(KeyCode.DOWN);
    assertThat(model.placeProperty().get()).isEqualTo(Fakes.WORKSPACE);
    press(KeyCode.TAB);
    assertThat(focus()).isInstanceOf(PasswordField.class);
    press(KeyCode.ENTER);
    assertThat(model.stepProperty().get()).as("no key, no step").isEqualTo(Step.WHERE);
    onUi(
        () -> {
          ((PasswordField) stage.getScene().getFocusOwner()).setText("sk-ant-api03-for-tests-00");
          return null;
        });
    settle();
    press(KeyCode.ENTER);
    assertThat(model.stepProperty().get()).isEqualTo(Step.NEEDS);
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);

    assertThat(shown("It is in your workspace")).isTrue();
    tabTo("Copy the ID of python-database-patterns");
    press(KeyCode.ENTER);
    assertThat(desktop.calls).containsExactly("copy skill_01");
  }

  @Test
  void proposalsAreTickedOneByOneByKeyboard() throws Exception {
    Change shorten = Fakes.proposal("shorten", "Claude will see less.");
    Change rename = Fakes.proposal("rename", "Claude will know it by another name.");
    services.inspection =
        Fakes.inspection(List.of(), List.of(shorten, rename), false, List.of(), Fakes.nothing());
    open(HandBackground.immediate(), null);
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);
    assertThat(model.stepProperty().get()).isEqualTo(Step.REVIEW);
    assertThat(focus()).isInstanceOf(CheckBox.class);
    press(KeyCode.SPACE);
    assertThat(focus()).as("the focus stays on the box").isInstanceOf(CheckBox.class);
    assertThat(((CheckBox) focus()).isSelected()).isTrue();
    press(KeyCode.ENTER);
    assertThat(model.stepProperty().get()).as("one of two").isEqualTo(Step.REVIEW);
    press(KeyCode.TAB);
    press(KeyCode.SPACE);
    press(KeyCode.ENTER);

    assertThat(model.stepProperty().get()).isEqualTo(Step.DELIVER);
  }

  /** A step that is undressed while it is laid out is measured too small to be scrolled. */
  @Test
  void aStepKeepsItsClothesWhileItIsScrolled() throws Exception {
    Change rename = Fakes.proposal("rename", "Claude will know it by another name.");
    services.inspection =
        Fakes.inspection(List.of(), List.of(rename), false, List.of(), Fakes.nothing());
    open(HandBackground.immediate(), null, 520);
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);
    ScrollPane scroll = (ScrollPane) onUi(() -> host.lookup(".wizard-scroll"));
    List<Object> changes = new ArrayList<>();
    onUi(
        () -> {
          Region step = (Region) scroll.getContent();
          step.heightProperty().subscribe((before, now) -> changes.add(now));
          step.getStyleClass().subscribe(() -> changes.add(List.copyOf(step.getStyleClass())));
          return null;
        });
    tabTo("Accept: Claude will know it by another name. (SKILL.md)");
    for (int i = 0; i < 8; i++) {
      press(KeyCode.TAB);
    }
    assertThat(onUi(() -> ((Region) scroll.getContent()).getHeight()))
        .isGreaterThan(onUi(() -> scroll.getViewportBounds().getHeight()));
    assertThat(changes).isEmpty();
  }

  @Test
  void aStepIsReadFromItsBeginningAndNoUnseenBoxHasTheKeys() throws Exception {
    Change rename = Fakes.proposal("rename", "Claude will know it by another name.");
    services.inspection =
        Fakes.inspection(List.of(), List.of(rename), false, List.of(), Fakes.nothing());
    for (double height : new double[] {820, 760, 700, 640, 520}) {
      open(HandBackground.immediate(), null, height);
      press(KeyCode.ENTER);
      press(KeyCode.ENTER);
      assertThat(model.stepProperty().get()).isEqualTo(Step.REVIEW);
      ScrollPane scroll = (ScrollPane) onUi(() -> host.lookup(".wizard-scroll"));
      assertThat(onUi(scroll::getVvalue)).as("opened at its top, " + height).isZero();
      if (focus() instanceof CheckBox box) {
        assertThat(onUi(() -> bottom(box))).as("%s", height).isLessThanOrEqualTo(bottom(scroll));
      } else {
        press(KeyCode.SPACE);
        assertThat(model.plan().decisionsProperty().get()).isEqualTo(Decisions.careful());
      }
      tabTo("Accept: Claude will know it by another name. (SKILL.md)");
      Node box = focus();
      assertThat(onUi(() -> bottom(box))).as("%s", height).isLessThanOrEqualTo(bottom(scroll));
      close();
    }
  }

  @Test
  void aNeededSkillThatIsRefusedIsAskedAboutAndBuiltToo() throws Exception {
    services.dependencies = List.of(Fakes.dependency("a", Dependency.Status.AVAILABLE));
    services.refused = Set.of("a");
    services.late = List.of(Fakes.proposal("rename", "Claude will know it by another name."));
    open(HandBackground.immediate(), null);
    for (int i = 0; i < 3; i++) {
      press(KeyCode.ENTER);
    }
    assertThat(shown("One ZIP is ready for Claude")).isTrue();
    assertThat(shown("One skill is not among them")).isTrue();
    tabTo("Accept: Claude will know it by another name. (SKILL.md)");
    press(KeyCode.SPACE);
    tabTo("Build it too");
    press(KeyCode.ENTER);

    assertThat(shown("Two ZIPs are ready for Claude")).isTrue();
    assertThat(services.delivered).hasSize(2);
  }

  @Test
  void aMessageOfClaudeIsExplained() throws Exception {
    open(HandBackground.immediate(), null);
    for (int i = 0; i < 3; i++) {
      press(KeyCode.ENTER);
    }
    tabTo("Claude said something else\u2026");
    press(KeyCode.ENTER);
    assertThat(focus()).isInstanceOf(TextArea.class);
    onUi(
        () -> {
          ((TextArea) stage.getScene().getFocusOwner())
              .setText("Zip contains too many files (maximum 200)");
          return null;
        });
    settle();

    assertThat(shown("Satchel knows this message")).isTrue();
    press(KeyCode.TAB);
    assertThat(focus()).as("Tab leaves the field").isNotInstanceOf(TextArea.class);
  }

  @Test
  void aZipIsDraggedAsAFileWithItsWholePath() {
    assertThat(ZipRow.content(Path.of("a.zip")).getFiles())
        .containsExactly(Path.of("a.zip").toAbsolutePath().toFile());
  }

  @Test
  void everyControlHasWordsForAReader() throws Exception {
    services.dependencies = List.of(Fakes.dependency("a", Dependency.Status.AVAILABLE));
    open(HandBackground.immediate(), null);
    for (Step step : Step.values()) {
      assertThat(model.stepProperty().get()).isEqualTo(step == Step.BUILD ? Step.DELIVER : step);
      List<String> mute =
          onUi(
              () ->
                  FocusTrap.stops(host).stream()
                      .filter(ButtonBase.class::isInstance)
                      .map(ButtonBase.class::cast)
                      .filter(
                          button ->
                              (button.getText() == null || button.getText().isBlank())
                                  && (button.getAccessibleText() == null
                                      || button.getAccessibleText().isBlank()))
                      .map(Object::toString)
                      .toList());
      assertThat(mute).isEmpty();
      if (model.stepProperty().get() == Step.DELIVER) {
        break;
      }
      onUi(
          () -> {
            model.next();
            return null;
          });
      settle();
    }
  }

  @Test
  void noTextIsCutAtThePictureSize() throws Exception {
    services.dependencies = List.of(Fakes.dependency("a", Dependency.Status.RENAMED));
    open(HandBackground.immediate(), null);
    onUi(
        () -> {
          model.next();
          return null;
        });
    settle();
    List<String> cut =
        onUi(
            () -> {
              host.applyCss();
              host.layout();
              return host.lookupAll(".label").stream()
                  .map(Label.class::cast)
                  .filter(Label::isTextTruncated)
                  .map(Labeled::getText)
                  .toList();
            });
    assertThat(cut).isEmpty();
  }
}
