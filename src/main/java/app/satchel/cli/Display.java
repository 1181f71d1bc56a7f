package app.satchel.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Tells whether a window can be shown, without loading anything that would show one. */
public final class Display {
  private Display() {}

  /**
   * Whether there is a display.
   *
   * @param environment {@code DISPLAY} and {@code WAYLAND_DISPLAY} decide where windows come from a
   *     display server
   * @param properties {@code os.name}; {@code glass.platform=Headless} is JavaFX's display without
   *     a screen and counts as one
   */
  public static boolean available(Map<String, String> environment, Properties properties) {
    if (properties.getProperty("glass.platform", "").equalsIgnoreCase("Headless")) {
      return true;
    }
    String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win") || system.contains("mac")) {
      return true;
    }
    return !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }
}
