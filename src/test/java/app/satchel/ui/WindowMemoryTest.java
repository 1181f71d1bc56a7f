package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.assembly.WindowMemory;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window is found as it was left. */
class WindowMemoryTest {
  @TempDir Path home;

  private static void press(WindowRig rig, KeyCode code) throws Exception {
    WindowRig.onUi(
        () -> {
          Node divider = rig.find("#list-divider");
          divider.requestFocus();
          Event.fireEvent(
              divider,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
          return null;
        });
    WindowRig.settle();
  }

  private static double listWidth(WindowRig rig) throws Exception {
    return width(rig, ".discover");
  }

  private static double width(WindowRig rig, String selector) throws Exception {
    return WindowRig.onUi(
        () -> {
          rig.window.scene().getRoot().layout();
          return ((Region) rig.find(selector)).getWidth();
        });
  }

  @Test
  void placeSizeAndTheListsWidthAreKeptAndFoundAgain() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home, 1200, 800)) {
      press(rig, KeyCode.LEFT);
      press(rig, KeyCode.LEFT);
      assertThat(listWidth(rig)).isEqualTo(DiscoverScreen.LIST - 32);
      WindowRig.onUi(
          () -> {
            rig.stage.setX(12);
            rig.stage.setY(14);
            rig.stage.setWidth(985);
            rig.stage.setHeight(700);
            return null;
          });
      WindowMemory left = new WindowMemory(12, 14, 985, 700, false, DiscoverScreen.LIST - 32);
      rig.await(
          "the memory", () -> rig.assembly.preferences().window().filter(left::equals).isPresent());
    }
    // The Headless platform's screen is 1000 pixels wide.
    try (WindowRig rig = WindowRig.asLeft(home)) {
      assertThat(rig.stage.getWidth()).isEqualTo(985);
      assertThat(rig.stage.getX()).isEqualTo(12);
      assertThat(listWidth(rig)).isEqualTo(DiscoverScreen.LIST - 32);
      press(rig, KeyCode.HOME);
      assertThat(listWidth(rig)).isGreaterThan(DiscoverScreen.LIST - 32);
    }
  }

  @Test
  void whatMovedJustBeforeTheEndIsKeptToo() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home, 1200, 800)) {
      Runnable lastWords =
          WindowRig.onUi(
              () -> {
                rig.stage.setWidth(990);
                return rig.window.lastWords();
              });
      assertThat(rig.assembly.preferences().window()).isEmpty();
      lastWords.run();
      assertThat(rig.assembly.preferences().window())
          .hasValueSatisfying(left -> assertThat(left.width()).isEqualTo(990));
    }
  }

  @Test
  void neitherListNorPageGetsTooNarrow() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home, 1000, 700)) {
      rig.await("a page", () -> rig.find(".skill-page") != null);
      for (int i = 0; i < 30; i++) {
        press(rig, KeyCode.RIGHT);
      }
      assertThat(width(rig, ".skill-page")).isGreaterThanOrEqualTo(419);
      for (int i = 0; i < 30; i++) {
        press(rig, KeyCode.LEFT);
      }
      assertThat(listWidth(rig)).isEqualTo(320);
    }
  }

  @Test
  void lessMovementIsAskedOfTheSheets() throws Exception {
    try (WindowRig rig = WindowRig.onSamples(home)) {
      assertThat(WindowRig.onUi(() -> rig.window.scene().getPreferences().isReducedMotion()))
          .isEqualTo(WindowRig.onUi(() -> Platform.getPreferences().isReducedMotion()));
      rig.assembly.preferences().setLessMotion(true);
    }
    try (WindowRig rig = WindowRig.onSamples(home)) {
      assertThat(WindowRig.onUi(() -> rig.window.scene().getPreferences().isReducedMotion()))
          .isTrue();
    }
  }
}
