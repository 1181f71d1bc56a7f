package app.satchel.display;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How the window of this start is drawn, and who decided that.
 *
 * @param software who wanted it drawn without the graphics card
 * @param scale null for the system's
 */
public record Drawing(Software software, Scale scale) {
  /** Switches the graphics card off for a start. */
  public static final String SOFTWARE_VARIABLE = "SATCHEL_SOFTWARE_RENDERING";

  /** Sets the scale for a start. */
  public static final String SCALE_VARIABLE = "SATCHEL_SCALE";

  /** JavaFX's own names; what stands there already was set by somebody who knows them. */
  private static final String ORDER = "prism.order";

  /**
   * Pictures of backgrounds are kept for the card's sake. Without a card they are 8 MB of the heap,
   * taken while the first frame is drawn, and save nothing (docs/decisions/0016).
   */
  private static final String NO_BACKGROUND_PICTURES = "prism.disableRegionCaching";

  /** macOS has none: there the scale of the screen is all that counts. */
  private static final String[] SCALES = {"glass.gtk.uiScale", "glass.win.uiScale"};

  /** Who wanted the window drawn without the graphics card. */
  public enum Software {
    /** Nobody: JavaFX chooses. */
    NO,
    /** The call or the environment, for this start. */
    ASKED,
    /** The settings. */
    KEPT,
    /** Satchel, because the start before ended before anything was seen. */
    AFTER_FAILED_START,
    /** Nobody; but there is no graphics card, and looking for one takes time and 50 MB. */
    NO_CARD
  }

  /**
   * Decides: the call before the environment, the environment before the settings.
   *
   * @param asked {@code --software-rendering}
   * @param scale {@code --scale}, or null
   * @param lastStartFailed whether the start before ended before anything was seen
   * @param card whether there is, or may be, a graphics card
   */
  public static Drawing choose(
      boolean asked,
      Scale scale,
      Map<String, String> environment,
      KeptDrawing kept,
      boolean lastStartFailed,
      boolean card) {
    String variable = environment.getOrDefault(SOFTWARE_VARIABLE, "").strip();
    Optional<Boolean> wanted = variable.isEmpty() ? Optional.empty() : Optional.of(isYes(variable));
    Software software = Software.NO;
    if (asked || wanted.orElse(false)) {
      software = Software.ASKED;
    } else if (wanted.isEmpty()) {
      if (kept.software()) {
        software = Software.KEPT;
      } else if (lastStartFailed) {
        software = Software.AFTER_FAILED_START;
      } else if (!card) {
        software = Software.NO_CARD;
      }
    }
    Scale chosen =
        scale != null
            ? scale
            : Scale.parse(environment.getOrDefault(SCALE_VARIABLE, "")).orElse(kept.scale());
    return new Drawing(software, chosen);
  }

  /**
   * Whether there may be a graphics card. On Linux one that programs can use is a device below
   * {@code /dev/dri}, or NVIDIA's own; on other systems there always is something.
   */
  public static boolean mayHaveCard(Properties properties) {
    return !properties.getProperty("os.name", "").equals("Linux")
        || Files.exists(Path.of("/dev/dri"))
        || Files.exists(Path.of("/dev/nvidiactl"));
  }

  private static boolean isYes(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "0", "no", "false", "off" -> false;
      default -> true;
    };
  }

  /** Whether the graphics card is left alone. */
  public boolean bySoftware() {
    return software != Software.NO;
  }

  /** Tells JavaFX; has to come before the first of its classes is loaded. */
  public void tell(Properties properties) {
    if (bySoftware()) {
      setUnlessSet(properties, ORDER, "sw");
      setUnlessSet(properties, NO_BACKGROUND_PICTURES, "true");
    }
    if (scale != null) {
      for (String name : SCALES) {
        setUnlessSet(properties, name, scale.property());
      }
    }
  }

  private static void setUnlessSet(Properties properties, String name, String value) {
    if (properties.getProperty(name) == null) {
      properties.setProperty(name, value);
    }
  }
}
