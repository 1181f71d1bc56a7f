package app.satchel.ui;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that the window's first picture is there; nothing is copied from the screen for it. */
final class FirstFrame {
  private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

  private final Runnable painted;
  private final AtomicBoolean there = new AtomicBoolean();

  private FirstFrame(Runnable painted) {
    this.painted = painted;
  }

  /**
   * Watches a scene that is about to be shown; on JavaFX's thread.
   *
   * @param patience how long a picture may take before the log says what helps
   * @param painted run on JavaFX's thread, once
   */
  static void watch(Scene scene, Duration patience, Runnable painted) {
    FirstFrame frame = new FirstFrame(painted);
    Painted.then(scene, frame::there);
    Thread.ofVirtual().name("satchel-first-frame").start(() -> frame.warn(patience));
  }

  private void there() {
    there.set(true);
    painted.run();
  }

  private void warn(Duration patience) {
    try {
      Thread.sleep(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (!there.get()) {
      LOG.warn(
          "The window has shown nothing for {} seconds (blank-window). If it stays blank, close it"
              + " and start again: the next start is drawn by software. By hand: satchel"
              + " --software-rendering",
          patience.toSeconds());
    }
  }
}
