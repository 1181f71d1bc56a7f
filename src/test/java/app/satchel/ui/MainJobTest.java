package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.archive.ExtractedArchive;
import app.satchel.archive.SkillArchive;
import app.satchel.archive.ZipLimits;
import app.satchel.check.upload.UploadCheck;
import app.satchel.task.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/**
 * The main job on the embedded marketplace, from a search to a ZIP that is accepted: once by mouse,
 * once by keyboard alone.
 */
class MainJobTest {
  private static final String SAMPLE = "python-report-patterns";

  @TempDir Path home;
  private WindowRig rig;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws Exception {
    rig = WindowRig.onSamples(home);
    robot.targetWindow(rig.stage);
    rig.await("the first rows", () -> !rows().getItems().isEmpty());
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @SuppressWarnings("unchecked")
  private ListView<Object> rows() {
    return (ListView<Object>) rig.window.scene().lookup("#results");
  }

  /** Clicks where a node is, once it has stopped moving, as a hand and an eye would. */
  private void click(Node node) throws Exception {
    AtomicReference<Bounds> before = new AtomicReference<>();
    rig.await(
        "a place that stands still",
        () -> {
          rig.window.scene().getRoot().layout();
          Bounds now = node.localToScreen(node.getBoundsInLocal());
          return now.equals(before.getAndSet(now));
        });
    robot.clickOn(before.get());
    WindowRig.settle();
  }

  /** Waits until a step is shown and can be left. */
  private void atStep(String step) throws Exception {
    rig.await(
        "a way on from " + step,
        () ->
            rig.find(".wizard-step") != null
                && rig.find(".wizard-step").getClass().getSimpleName().equals(step)
                && rig.find("#wizard-next") != null
                && !rig.find("#wizard-next").isDisabled());
  }

  @Test
  void byMouse() throws Exception {
    click(rig.find("#search"));
    robot.write(SAMPLE);
    rig.await("the sample alone", () -> rows().getItems().size() == 1);
    click(rig.find(".listing"));
    rig.await("its page", () -> rig.shows("Accepted after"));

    click(rig.find("#tile-upload"));
    rig.await("what is changed and why", () -> rig.shows("no known rule refuses it"));
    click(rig.find("#add"));
    for (String step : List.of("WhereStep", "NeedsStep", "ReviewStep")) {
      atStep(step);
      click(rig.find("#wizard-next"));
    }
    rig.await("the ZIPs", () -> rig.shows(SAMPLE + ".zip"));

    assertThatTheZipsAreAccepted();
  }

  @Test
  void byKeyboardAlone() throws Exception {
    assertThat(WindowRig.onUi(() -> rig.window.scene().getFocusOwner().getId()))
        .isEqualTo("search");
    robot.write(SAMPLE);
    rig.await("the sample alone", () -> rows().getItems().size() == 1);
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    rig.await("its page", () -> rig.shows("Accepted after"));
    robot.type(KeyCode.ENTER);
    for (String step : List.of("WhereStep", "NeedsStep", "ReviewStep")) {
      atStep(step);
      robot.type(KeyCode.ENTER);
    }
    rig.await("the ZIPs", () -> rig.shows(SAMPLE + ".zip"));
    assertThatTheZipsAreAccepted();

    robot.type(KeyCode.ESCAPE);
    rig.await("the window without the wizard", () -> rig.find("#wizard-next") == null);
  }

  private void assertThatTheZipsAreAccepted() throws Exception {
    try (Stream<Path> files = Files.walk(home.resolve("state/zips"))) {
      List<Path> zips = files.filter(file -> file.toString().endsWith(".zip")).toList();
      assertThat(zips)
          .extracting(zip -> zip.getFileName().toString())
          .contains(SAMPLE + ".zip")
          .hasSizeGreaterThan(1);
      for (int i = 0; i < zips.size(); i++) {
        ExtractedArchive zip =
            SkillArchive.extract(
                zips.get(i), home.resolve("look" + i), ZipLimits.standard(), Cancellation.none());
        assertThat(new UploadCheck().check(zip.skill(null)).accepted()).isTrue();
      }
    }
  }
}
