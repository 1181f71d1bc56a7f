package app.satchel.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;

/**
 * Light, dark, or as the system has it. Follows the system live. One instance serves one window.
 */
public final class Theme {
  /** What a person can choose. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  private static final List<String> SHEETS =
      List.of(
          "/app/satchel/ui/kit/base.css",
          "/app/satchel/ui/shell.css",
          "/app/satchel/ui/discover/discover.css",
          "/app/satchel/ui/skill/page.css",
          "/app/satchel/ui/files/files.css",
          "/app/satchel/ui/skill/upload.css",
          "/app/satchel/ui/markdown/markdown.css",
          "/app/satchel/ui/wizard/wizard.css",
          "/app/satchel/ui/settings/settings.css");

  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final Scene scene;

  /** Held here, weakly by the system's preferences: they outlive every window. */
  private final ChangeListener<ColorScheme> systemChanged = (system, before, now) -> apply();

  /** Dresses a scene and keeps it dressed. */
  public Theme(Scene scene, Choice initial) {
    this.scene = scene;
    choice.set(initial);
    choice.subscribe(now -> apply());
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(new WeakChangeListener<>(systemChanged));
  }

  public ObjectProperty<Choice> choiceProperty() {
    return choice;
  }

  /** Whether the window is dark now. */
  public boolean isDark() {
    return switch (choice.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void apply() {
    boolean dark = isDark();
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    // The title bar follows the scene's colour scheme (JDK-8362091).
    scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    List<String> sheets = new ArrayList<>();
    sheets.add(sheet("/app/satchel/ui/kit/tokens-" + (dark ? "dark" : "light") + ".css"));
    SHEETS.forEach(name -> sheets.add(sheet(name)));
    scene.getStylesheets().setAll(sheets);
  }

  private static String sheet(String name) {
    return Theme.class.getResource(name).toExternalForm();
  }
}
