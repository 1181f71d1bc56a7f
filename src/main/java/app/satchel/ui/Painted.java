package app.satchel.ui;

import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Waits until a scene as it is now can be seen. A frame takes three pulses: one lays it out and
 * hands it to the thread that paints, the next waits for that thread, and what was painted gets to
 * the screen in between, on the UI thread. Work that is done there earlier keeps the frame from
 * showing.
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
