package app.satchel.ui;

import app.satchel.assembly.BugReport;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.kit.UiBackground;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen when something went wrong: the line at the top, the card, the settings. */
@Tag("screens")
class TroubleTourTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(
      value = Theme.Choice.class,
      names = {"LIGHT", "DARK"})
  void trouble(Theme.Choice theme) throws Exception {
    for (int width : new int[] {1280, 720}) {
      try (WindowRig rig = WindowRig.onSamples(home.resolve("of" + width), width, 820)) {
        WindowRig.onUi(
            () -> {
              rig.window.theme().choiceProperty().set(theme);
              rig.window
                  .frame()
                  .say(
                      new SoftwareLine(
                          rig.assembly.home().drawing(),
                          new UiBackground(),
                          rig.window.frame()::unsay));
              return null;
            });
        rig.await("rows", () -> rig.shows("action-items"));
        if (width >= DiscoverScreen.NARROW) {
          rig.await("a page", () -> rig.find("#page-scroll") != null);
        }
        BugReport report =
            BugReport.write(new IllegalStateException("a picture"), rig.assembly.home().logs());
        WindowRig.onUi(
            () -> {
              rig.window.frame().crashed(report);
              return null;
            });
        picture(rig, "70-trouble-crash-" + width, theme);
        WindowRig.onUi(
            () -> {
              rig.window.frame().again(report.problem().code(), 7);
              rig.window.frame().crashed(report);
              return null;
            });
        picture(rig, "71-trouble-crash-again-" + width, theme);
        rig.fire("#crash-close");
        WindowRig.onUi(
            () -> {
              ((ToggleButton) rig.find("#place-settings")).fire();
              return null;
            });
        rig.await("the settings", () -> rig.find("#drawing-software") != null);
        rig.fire("#scale-125");
        picture(rig, "72-trouble-settings-" + width, theme);
      }
    }
  }

  private static void picture(WindowRig rig, String name, Theme.Choice theme) throws Exception {
    rig.picture(
        Path.of("target", "screens")
            .resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
  }
}
