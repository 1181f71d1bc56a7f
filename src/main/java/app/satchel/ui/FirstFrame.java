package app.satchel.ui;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the window's first picture is there. Each round of JavaFX waits until the picture of
 * the round before has been drawn, so the third one tells that two have been: nothing is copied
 * from the screen for it.
 */
final class FirstFrame {
  private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);
  private static final int ROUNDS = 3;

  private final Scene scene;
  private final Runnable painted;
  private final AtomicBoolean there = new AtomicBoolean();
  private final Runnable listener = this::round;
  private int rounds;

  private FirstFrame(Scene scene, Runnable painted) {
    this.scene = scene;
    this.painted = painted;
  }

  /**
   * Watches a scene that is about to be shown; on JavaFX's thread.
   *
   * @param patience how long a picture may take before the log says what helps
   * @param painted run on JavaFX's thread, once
   */
  static void watch(Scene scene, Duration patience, Runnable painted) {
    FirstFrame frame = new FirstFrame(scene, painted);
    scene.addPostLayoutPulseListener(frame.listener);
    Thread.ofVirtual().name("satchel-first-frame").start(() -> frame.warn(patience));
  }

  private void round() {
    rounds++;
    if (rounds < ROUNDS) {
      Platform.requestNextPulse();
    } else if (there.compareAndSet(false, true)) {
      scene.removePostLayoutPulseListener(listener);
      painted.run();
    }
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
