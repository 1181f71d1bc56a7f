package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What a person says yes to in the wizard and on the page that it was opened from is one. */
class WizardToPageTest {
  @TempDir Path home;
  private WindowRig rig;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws Exception {
    rig = WindowRig.onSamples(home);
    robot.targetWindow(rig.stage);
    ListView<?> rows = (ListView<?>) rig.window.scene().lookup("#results");
    rig.await("the first rows", () -> !rows.getItems().isEmpty());
    robot.write("claude-tidy-desk");
    rig.await("the sample alone", () -> rows.getItems().size() == 1);
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    rig.await("its page", () -> rig.shows("Needs your decision"));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void toTheQuestion() throws Exception {
    rig.fire("#add");
    for (String step : new String[] {"WhereStep", "NeedsStep"}) {
      rig.await(
          "a way on from " + step,
          () ->
              rig.find(".wizard-step") != null
                  && rig.find(".wizard-step").getClass().getSimpleName().equals(step)
                  && !rig.find("#wizard-next").isDisabled());
      rig.fire("#wizard-next");
    }
    rig.await("the question", () -> rig.find(".wizard-card .accept") instanceof CheckBox);
  }

  private void leave() throws Exception {
    robot.type(KeyCode.ESCAPE);
    rig.await("the window without the wizard", () -> rig.find(".wizard-card") == null);
  }

  @Test
  void thePageFollowsWhatWasSaidAndWhatWasTakenBack() throws Exception {
    toTheQuestion();
    rig.fire(".wizard-card .accept");
    rig.await("a way on", () -> !rig.find("#wizard-next").isDisabled());
    leave();
    rig.await("the page that knows", () -> rig.shows("Accepted with your yes"));
    assertThat(rig.shows("Needs your decision")).isFalse();

    toTheQuestion();
    assertThat(ticked()).as("what was said a moment ago").isTrue();
    leave();
    WindowRig.settle();
    assertThat(rig.shows("Accepted with your yes")).as("nothing was taken back").isTrue();

    toTheQuestion();
    rig.await("a way on", () -> !rig.find("#wizard-next").isDisabled());
    rig.fire(".wizard-card .accept");
    rig.await("no way on", () -> rig.find("#wizard-next").isDisabled());
    leave();
    rig.await("the page that asks again", () -> rig.shows("Needs your decision"));
  }

  @Test
  void whatWasTickedOnThePageIsTickedInTheWizard() throws Exception {
    rig.fire("#tab-upload");
    rig.await("the tab's question", () -> rig.find(".check-box") instanceof CheckBox);
    rig.fire(".check-box");
    rig.await("the page that knows", () -> rig.shows("Accepted with your yes"));

    toTheQuestion();

    assertThat(ticked()).isTrue();
    assertThat(rig.find("#wizard-next").isDisabled()).isFalse();
  }

  /** Whether the wizard's question is answered with yes. */
  private boolean ticked() throws Exception {
    return WindowRig.onUi(() -> ((CheckBox) rig.find(".wizard-card .accept")).isSelected());
  }
}
