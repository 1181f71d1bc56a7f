package app.satchel.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The two typefaces of the window, from their dependencies on the class path, so that Satchel looks
 * the same on every system.
 */
public final class Fonts {
  /** The text face. */
  public static final String TEXT = "Source Sans Pro";

  /** The face for code. */
  public static final String CODE = "JetBrains Mono";

  private static final String SANS =
      "/META-INF/resources/webjars/fontsource__source-sans-pro/5.2.5/files/source-sans-pro-latin-";
  private static final String MONO =
      "/META-INF/resources/webjars/fontsource__jetbrains-mono/4.5.11/files/jetbrains-mono-all-";

  private static final List<String> FILES =
      List.of(
          SANS + "400-normal.woff",
          SANS + "400-italic.woff",
          SANS + "600-normal.woff",
          SANS + "700-normal.woff",
          SANS + "700-italic.woff",
          MONO + "400-normal.woff",
          MONO + "700-normal.woff");

  private Fonts() {}

  /** Makes the typefaces known to JavaFX; loading them again does no harm. */
  public static void load() {
    loadFirst();
    loadOthers();
  }

  /**
   * The text face, and the system's own. With them everything that JavaFX asks the system for fonts
   * is asked.
   */
  public static void loadFirst() {
    Font.getDefault();
    load(FILES.getFirst());
  }

  /** The faces that {@link #loadFirst} has left. */
  public static void loadOthers() {
    FILES.stream().skip(1).forEach(Fonts::load);
  }

  private static void load(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream(file)) {
      if (in != null) {
        Font.loadFont(in, 13);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A bundled font cannot be read: " + file, e);
    }
  }
}
