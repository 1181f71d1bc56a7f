package app.satchel.ui;

import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;

/**
 * Brings a window before the others when another start of Satchel asks for it; not again and again,
 * so that a page full of links cannot keep a person from their other windows.
 */
final class WindowFront {
  private static final long REST = TimeUnit.SECONDS.toNanos(2);

  private final Stage stage;
  private long last = System.nanoTime() - REST;

  WindowFront(Stage stage) {
    this.stage = stage;
  }

  /** Comes to the front, unless it just did. */
  void come() {
    long now = System.nanoTime();
    if (now - last < REST) {
      return;
    }
    last = now;
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }
}
