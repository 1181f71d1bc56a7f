package app.satchel.ui;

import app.satchel.display.StartTrouble;
import app.satchel.problem.ProblemException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * The start of JavaFX, on a thread of its own: where a display does not answer it never comes back,
 * and nobody could say so.
 */
final class ToolkitStart {
  /** More than the slowest start seen, on a disk that had slept. */
  private static final int SECONDS = 45;

  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final int seconds;

  private ToolkitStart(int seconds) {
    this.seconds = seconds;
  }

  /** Begins, and does not wait. */
  static ToolkitStart begin() {
    ToolkitStart start = new ToolkitStart(Integer.getInteger("satchel.start.seconds", SECONDS));
    Thread.ofPlatform().daemon(true).name("satchel-toolkit").start(start::run);
    return start;
  }

  private void run() {
    try {
      Platform.setImplicitExit(false);
      Platform.startup(over::countDown);
    } catch (RuntimeException | LinkageError e) {
      failure.set(e);
      over.countDown();
    }
  }

  /**
   * Waits until the toolkit is there.
   *
   * @param said what it has printed so far
   * @throws ProblemException UNAVAILABLE, with the cause as far as it can be found
   */
  void await(StartTrouble trouble, Supplier<List<String>> said) {
    try {
      if (!over.await(seconds, TimeUnit.SECONDS)) {
        throw trouble.silence(seconds, said.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() != null) {
      throw trouble.explain(failure.get(), said.get());
    }
  }
}
