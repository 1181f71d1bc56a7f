package app.satchel.ui;

import com.sun.glass.ui.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The name by which a desktop knows that a window is Satchel's, and shows it under Satchel's icon
 * and name: WM_CLASS under X11, the application's id on Windows. It is {@code StartupWMClass} of
 * the desktop entry in {@code installer/linux}.
 *
 * <p>JavaFX takes it from the class that is launched, and has no public way to say it where, as
 * here, the toolkit is started without one; every window would then be "java".
 */
final class WindowClass {
  static final String NAME = "app.satchel.Satchel";

  private WindowClass() {}

  /** Names the windows that are made from now on; on JavaFX's thread, before the first of them. */
  static void take() {
    try {
      Application.GetApplication().setName(NAME);
    } catch (LinkageError e) {
      // Without --add-exports javafx.graphics/com.sun.glass.ui=ALL-UNNAMED in a linked runtime.
      Logger log = LoggerFactory.getLogger(WindowClass.class);
      log.debug("The windows keep the name that JavaFX gives them", e);
    }
  }
}
