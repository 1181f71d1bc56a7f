package app.satchel.ui;

import app.satchel.ui.kit.Theme;
import java.nio.file.Path;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of what helps to read a page: find, outline, zoom, wrapped code, plain text. */
@Tag("screens")
class ReadingTourTest {
  private static final Path PICTURES = Path.of("target", "screens");

  @TempDir Path home;

  private Theme.Choice theme;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void tour(Theme.Choice wanted) throws Exception {
    theme = wanted;
    try (WindowRig rig = WindowRig.onSamples(home.resolve("wide"), 1680, 900)) {
      open(rig);
      picture(rig, "80-reading-outline");
      rig.scroll("#page-scroll", 0.6);
      picture(rig, "80-reading-outline-middle");
      find(rig, "line");
      picture(rig, "81-reading-find");
      press(rig, KeyCode.PLUS);
      press(rig, KeyCode.PLUS);
      picture(rig, "82-reading-zoom");
    }
    try (WindowRig rig = WindowRig.onSamples(home.resolve("usual"))) {
      open(rig);
      find(rig, "nowhere to be found");
      picture(rig, "81-reading-find-nothing");
      choose(rig, "view-wrap");
      rig.scroll("#page-scroll", 0.5);
      picture(rig, "83-reading-wrapped");
      choose(rig, "view-plain");
      rig.scroll("#page-scroll", 0.3);
      picture(rig, "84-reading-plain");
    }
    try (WindowRig rig = WindowRig.onSamples(home.resolve("narrow"), 620, 700)) {
      open(rig);
      picture(rig, "85-reading-narrow");
    }
  }

  private void open(WindowRig rig) throws Exception {
    WindowRig.onUi(
        () -> {
          rig.window.theme().choiceProperty().set(theme);
          ((TextField) rig.find("#search")).setText("python-report-patterns");
          return null;
        });
    rig.await(
        "the sample alone",
        () -> ((ListView<?>) rig.window.scene().lookup("#results")).getItems().size() == 1);
    WindowRig.onUi(
        () -> {
          ListView<?> rows = (ListView<?>) rig.window.scene().lookup("#results");
          rows.getOnMouseClicked().handle(null); // In a narrow window the page waits for that.
          return null;
        });
    rig.await("its page", () -> rig.shows("Accepted after") && !rig.shows("Checking"));
  }

  private static void find(WindowRig rig, String words) throws Exception {
    press(rig, KeyCode.F);
    WindowRig.onUi(
        () -> {
          ((TextField) rig.find("#find")).setText(words);
          return null;
        });
    WindowRig.settle();
  }

  /** Presses a key with Ctrl or Cmd. */
  private static void press(WindowRig rig, KeyCode key) throws Exception {
    WindowRig.onUi(
        () -> {
          rig.window
              .scene()
              .getAccelerators()
              .get(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN))
              .run();
          return null;
        });
    WindowRig.settle();
  }

  /** Ticks an entry of the menu of how the page is shown. */
  private static void choose(WindowRig rig, String item) throws Exception {
    WindowRig.onUi(
        () -> {
          CheckMenuItem entry =
              ((MenuButton) rig.find("#view-menu"))
                  .getItems().stream()
                      .filter(one -> item.equals(one.getId()))
                      .map(CheckMenuItem.class::cast)
                      .findFirst()
                      .orElseThrow();
          entry.setSelected(true);
          if (entry.getOnAction() != null) {
            entry.getOnAction().handle(new ActionEvent());
          }
          return null;
        });
    WindowRig.settle();
  }

  /** In the size of a plain screen, and of a finer one. */
  private void picture(WindowRig rig, String name) throws Exception {
    WindowRig.settle();
    String suffix = theme.name().toLowerCase(Locale.ROOT) + ".png";
    rig.picture(PICTURES.resolve(name + "-" + suffix));
    WindowRig.onUi(
        () -> {
          rig.pictureNow(PICTURES.resolve(name + "-1.5x-" + suffix), 1.5);
          return null;
        });
  }
}
