package app.satchel.ui;

import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Waits until a scene as it is now can be seen. On the way to the screen a frame passes the thread
 * that paints and comes back to the UI thread; a first one was seen after 56 to 80 ms, which are
 * four to five pulses (measured on two cores, drawn by software). Work that begins earlier, on
 * whatever thread, keeps it from showing.
 */
final class Painted {
  private static final int PULSES = 6;

  private final Scene scene;
  private final Runnable action;
  private final Runnable listener = this::pulse;
  private int pulses;

  private Painted(Scene scene, Runnable action) {
    this.scene = scene;
    this.action = action;
  }

  /** Runs something on the UI thread once the scene has been painted; call on that thread. */
  static void then(Scene scene, Runnable action) {
    Painted painted = new Painted(scene, action);
    scene.addPostLayoutPulseListener(painted.listener);
    Platform.requestNextPulse();
  }

  private void pulse() {
    pulses++;
    if (pulses < PULSES) {
      Platform.requestNextPulse();
    } else {
      scene.removePostLayoutPulseListener(listener);
      Platform.runLater(action);
    }
  }
}
