package app.satchel.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
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

  private static final String UI = "/app/satchel/ui/";

  /** Of the parts first, then of the places, which may say otherwise. */
  private static final List<String> SHEETS =
      List.of(
          "kit/base.css",
          "kit/buttons.css",
          "kit/menus.css",
          "kit/fields.css",
          "kit/chips.css",
          "kit/banner.css",
          "kit/card.css",
          "kit/tile.css",
          "kit/placeholder.css",
          "kit/problem.css",
          "kit/screen.css",
          "shell.css",
          "rail.css",
          "discover/discover.css",
          "skill/header.css",
          "skill/verdicts.css",
          "skill/page.css",
          "files/files.css",
          "skill/upload.css",
          "markdown/markdown.css",
          "wizard/wizard.css",
          "library/library.css",
          "sources/sources.css",
          "update/update.css",
          "opened/opened.css");

  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final BooleanProperty lessMotion = new SimpleBooleanProperty();
  private Scene scene;

  /** Held here, weakly by the system's preferences: they outlive every window. */
  private final ChangeListener<ColorScheme> systemChanged = (system, before, now) -> apply();

  /** Dresses a scene and keeps it dressed; call on the UI thread. */
  public Theme(Scene scene, Choice initial) {
    this(initial);
    dress(scene);
  }

  /**
   * A theme for a scene that is still to be made. Any thread.
   *
   * @param initial what it starts with
   */
  public Theme(Choice initial) {
    choice.set(initial);
    if (Application.getUserAgentStylesheet() == null) {
      // Else the first control that is made loads the toolkit's own sheet, for nothing.
      Application.setUserAgentStylesheet(userAgent(initial == Choice.DARK));
    }
  }

  /**
   * Lets controls be made while the toolkit starts; call before it begins to. The first control
   * asks whether the program has a style sheet of its own, and where it has none, waits for the
   * toolkit to load the toolkit's.
   */
  public static void announce() {
    try {
      Application.setUserAgentStylesheet(userAgent(false));
    } catch (IllegalStateException e) {
      // There is no toolkit yet that could load it. That the program has one is known all the same.
    }
  }

  /** Loads what a theme builds on, ahead of the first scene; call on the UI thread. */
  public static void load(Choice expected) {
    Application.setUserAgentStylesheet(userAgent(expected == Choice.DARK));
  }

  /** Dresses a scene and keeps it dressed; call once, on the UI thread. */
  public void dress(Scene wearer) {
    scene = wearer;
    choice.subscribe(now -> apply());
    // Without an answer of its own the scene goes by the system's.
    lessMotion.subscribe(now -> scene.getPreferences().setReducedMotion(now ? true : null));
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(new WeakChangeListener<>(systemChanged));
  }

  public ObjectProperty<Choice> choiceProperty() {
    return choice;
  }

  /** Whether less is to move than the system asks for; the sheets ask with a media query. */
  public BooleanProperty lessMotionProperty() {
    return lessMotion;
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
    Application.setUserAgentStylesheet(userAgent(dark));
    // The title bar follows the scene's colour scheme (JDK-8362091).
    scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    scene.getStylesheets().setAll(worn(dark));
  }

  /** What the build made of the theme below; the theme itself where no build has run. */
  private static String userAgent(boolean dark) {
    URL compiled = Theme.class.getResource(UI + compiledBaseName(dark));
    return compiled == null ? base(dark) : compiled.toExternalForm();
  }

  /** The theme that the window's own sheets build on, as a resource. */
  public static String base(boolean dark) {
    return dark
        ? new PrimerDark().getUserAgentStylesheet()
        : new PrimerLight().getUserAgentStylesheet();
  }

  /** The file, beside the sheets, that holds what the window needs of {@link #base}. */
  public static String compiledBaseName(boolean dark) {
    return dark ? "base-dark.bss" : "base-light.bss";
  }

  /** What the build made of all sheets; they themselves where no build has run. */
  private static List<String> worn(boolean dark) {
    URL compiled = Theme.class.getResource(UI + compiledName(dark));
    return compiled == null ? sheets(dark) : List.of(compiled.toExternalForm());
  }

  /** The file, beside the sheets, that holds all of them in the toolkit's binary form. */
  public static String compiledName(boolean dark) {
    return dark ? "window-dark.bss" : "window-light.bss";
  }

  /** The style sheets of the window, the tokens first. */
  public static List<String> sheets(boolean dark) {
    List<String> sheets = new ArrayList<>();
    sheets.add(sheet("kit/tokens-" + (dark ? "dark" : "light") + ".css"));
    SHEETS.forEach(name -> sheets.add(sheet(name)));
    return List.copyOf(sheets);
  }

  private static String sheet(String name) {
    return Theme.class.getResource(UI + name).toExternalForm();
  }
}
