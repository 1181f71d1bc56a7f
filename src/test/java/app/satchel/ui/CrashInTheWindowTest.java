package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.display.KeptDrawing;
import app.satchel.ui.kit.UiBackground;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own mistakes in the running window: told, and survived. */
class CrashInTheWindowTest {
  @TempDir Path home;
  private WindowRig rig;
  private Thread.UncaughtExceptionHandler before;

  @BeforeEach
  void open() throws Exception {
    rig = WindowRig.onSamples(home);
    CrashWatch watch =
        new CrashWatch(
            rig.assembly.home().logs(),
            work -> Thread.ofVirtual().start(work),
            Platform::runLater,
            problem -> {
              throw new AssertionError("not shown: " + problem.code());
            });
    watch.showIn(rig.window.frame());
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(watch);
  }

  @AfterEach
  void close() throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(before);
    rig.close();
  }

  private static void provoke() {
    Platform.runLater(
        () -> {
          throw new IllegalStateException("provoked");
        });
  }

  @Test
  void aMistakeInAHandlerIsToldOnceAndTheWindowGoesOn() throws Exception {
    provoke();
    rig.await("the card", () -> rig.find("#crash") != null);
    assertThat(WindowRig.onUi(() -> rig.shows("You can go on working"))).isTrue();
    provoke();
    rig.await("the count", () -> rig.shows("It has happened 2 times."));
    Thread.ofPlatform()
        .start(
            () -> {
              throw new UnsupportedOperationException("elsewhere");
            });
    rig.await("the other", () -> rig.shows("Another mistake came with it"));

    rig.fire("#crash-copy");
    assertThat(rig.desktop.copied.getLast())
        .contains("bug-", "IllegalStateException: provoked", "\tat ");
    rig.fire("#crash-folder");
    assertThat(rig.desktop.shown).containsExactly(rig.assembly.home().logs());
    rig.fire("#crash-close");
    rig.await("no card", () -> rig.find("#crash") == null);
    provoke();
    WindowRig.settle();
    assertThat(WindowRig.onUi(() -> rig.find("#crash"))).isNull();

    WindowRig.onUi(
        () -> {
          ((TextField) rig.find("#search")).setText("zeppelin");
          return null;
        });
    rig.await("an answer", () -> rig.shows("No skill fits"));
  }

  @Test
  void theFirstPictureIsNoticed() throws Exception {
    CountDownLatch painted = new CountDownLatch(1);
    WindowRig.onUi(
        () -> {
          FirstFrame.watch(rig.window.scene(), Duration.ofSeconds(5), painted::countDown);
          Platform.requestNextPulse();
          return null;
        });
    assertThat(painted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void drawingBySoftwareCanBeKeptOrGivenBack() throws Exception {
    Path file = rig.assembly.home().drawing();
    WindowFrame frame = rig.window.frame();
    WindowRig.onUi(
        () -> {
          frame.say(new SoftwareLine(file, new UiBackground(), frame::unsay));
          return null;
        });
    rig.fire("#software-automatic");
    assertThat(WindowRig.onUi(() -> rig.find("#software-line"))).isNull();
    assertThat(file).doesNotExist();

    WindowRig.onUi(
        () -> {
          frame.say(new SoftwareLine(file, new UiBackground(), frame::unsay));
          return null;
        });
    rig.fire("#software-keep");
    rig.await("the answer", () -> rig.shows("From now on the window is drawn by software"));
    assertThat(KeptDrawing.load(file).software()).isTrue();
  }
}
