package app.satchel.ui;

import app.satchel.ui.kit.Theme;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the banner and the settings, for people to look at. */
@Tag("screens")
class UpdatesTourTest {
  private static final Path PICTURES = Path.of("target", "screens", "updates");

  @TempDir Path home;

  private Theme.Choice theme;

  private void picture(WindowRig rig, String name) throws Exception {
    rig.picture(PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void tour(Theme.Choice wanted) throws Exception {
    theme = wanted;
    tour("wide", 1280, 820);
    tour("narrow", 900, 640);
  }

  private void tour(String name, double width, double height) throws Exception {
    try (Newer newer = new Newer(new byte[5_000_000]);
        WindowRig rig = WindowRig.withUpdates(home.resolve(name), width, height, newer::updates)) {
      WindowRig.onUi(
          () -> {
            rig.window.theme().choiceProperty().set(theme);
            return null;
          });
      rig.await("a page", () -> rig.find("#results") != null && !rig.shows("Checking"));
      rig.fire("#place-settings");
      rig.await("the places", () -> rig.find("#clear-cache") != null);
      rig.scroll(".column-screen", 0.62);
      picture(rig, name + "-1-settings-middle");
      rig.scroll(".column-screen", 1);
      picture(rig, name + "-2-settings-end");
      rig.scroll(".column-screen", 0.62);
      rig.fire("#update-look");
      rig.await("the banner", () -> rig.find("#update-banner") != null);
      picture(rig, name + "-3-settings-newer");
      rig.fire("#place-discover");
      picture(rig, name + "-4-banner");
      rig.fire("#update-new");
      rig.await("the notes", () -> rig.find(".update-notes .markdown") != null);
      rig.frame();
      picture(rig, name + "-5-notes");
      rig.fire("#update-download");
      rig.await("the file", () -> rig.find("#update-show") != null);
      rig.fire("#update-new");
      picture(rig, name + "-6-verified");
    }
  }
}
