package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.kit.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every screen in every size and scale: nothing is cut, covered or outside. With {@code
 * -Dsatchel.pictures=true} it leaves pictures in {@code target/screens/sizes}.
 */
class LayoutTest {
  private static final Path PICTURES = Path.of("target", "screens", "sizes");
  private static final int[][] SIZES = {{900, 600}, {1280, 820}, {1920, 1080}, {2560, 1440}};
  private static final double[] SCALES = {1, 1.25, 1.5, 2};

  @TempDir Path home;

  private final List<String> problems = new ArrayList<>();

  private void inEverySize(String screen, WindowRig rig) throws Exception {
    for (int[] size : SIZES) {
      for (double scale : SCALES) {
        WindowRig.onUi(
            () -> {
              resize(rig, size, scale);
              for (String problem : LayoutAudit.of(rig.window.scene().getRoot())) {
                problems.add(
                    "%s at %dx%d, scale %s: %s"
                        .formatted(screen, size[0], size[1], scale, problem));
              }
              return null;
            });
        pictures(screen, rig, size, scale);
      }
    }
    WindowRig.onUi(
        () -> {
          resize(rig, SIZES[1], 1);
          return null;
        });
  }

  /**
   * Lays the window's content out in a size and for a scale. The stage stays as it is: the Headless
   * platform's screen is small, and sizes that come quickly one after another get lost there.
   */
  private static void resize(WindowRig rig, int[] size, double scale) {
    rig.stage.setRenderScaleX(scale);
    rig.stage.setRenderScaleY(scale);
    Parent root = rig.window.scene().getRoot();
    root.resize(size[0], size[1]);
    // What is laid out may ask for another round, as the next frame would give it.
    for (int i = 0; i < 4; i++) {
      root.applyCss();
      root.layout();
    }
  }

  private static void pictures(String screen, WindowRig rig, int[] size, double scale)
      throws Exception {
    boolean wanted = scale == 1 || size == SIZES[0] && scale > 1.25;
    if (!Boolean.getBoolean("satchel.pictures") || !wanted) {
      return;
    }
    for (Theme.Choice theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      String name =
          String.format(
              Locale.ROOT,
              "%s-%dx%d-%s-%s.png",
              screen,
              size[0],
              size[1],
              scale,
              theme.name().toLowerCase(Locale.ROOT));
      WindowRig.onUi(
          () -> {
            rig.window.theme().choiceProperty().set(theme);
            resize(rig, size, scale);
            rig.pictureNow(PICTURES.resolve(name), scale);
            return null;
          });
    }
  }

  @Test
  void newerVersionsOfSatchel() throws Exception {
    new ScreenWalk(home, this::inEverySize).updates();
    assertThat(problems).isEmpty();
  }

  @Test
  void everyScreen() throws Exception {
    new ScreenWalk(home, this::inEverySize).samples();
    assertThat(problems).isEmpty();
  }

  @Test
  void longNamesAndManyOfThem() throws Exception {
    new ScreenWalk(home, this::inEverySize).many();
    assertThat(problems).isEmpty();
  }

  @Test
  void offlineAndBroken() throws Exception {
    new ScreenWalk(home, this::inEverySize).trouble();
    assertThat(problems).isEmpty();
  }
}
