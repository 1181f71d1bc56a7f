package app.satchel.ui;

import app.satchel.display.StartTrouble;
import app.satchel.problem.ProblemException;
import app.satchel.ui.kit.Fonts;
import app.satchel.ui.kit.Theme;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * The start of JavaFX, on a thread of its own: where a display does not answer it never comes back,
 * and nobody could say so.
 *
 * <p>The system's fonts come first and on the same thread. GTK and JavaFX change the variables of
 * the process while they start, and fontconfig reads them: at the same time, one start in some
 * hundreds ended in {@code getenv} (seen 2026-11-26 with glibc 2.36, which moves them without
 * telling readers).
 */
final class ToolkitStart {
  /** More than the slowest start seen, on a disk that had slept. */
  private static final int SECONDS = 45;

  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch fonts = new CountDownLatch(1);
  private final CountDownLatch announced = new CountDownLatch(1);
  private final int seconds;

  private ToolkitStart(int seconds) {
    this.seconds = seconds;
  }

  /** Begins, and does not wait. */
  static ToolkitStart begin() {
    ToolkitStart start = new ToolkitStart(Integer.getInteger("satchel.start.seconds", SECONDS));
    Thread.ofPlatform().daemon(true).name("satchel-toolkit").start(start::run);
    Theme.announce();
    start.announced.countDown();
    return start;
  }

  private void run() {
    try {
      Fonts.loadFirst();
      fonts.countDown();
      announced.await();
      Platform.setImplicitExit(false);
      Platform.startup(over::countDown);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError e) {
      failure.set(e);
      fonts.countDown();
      over.countDown();
    }
  }

  /**
   * Waits until nodes may be made, on any thread. Each asks for the system's font, and would look
   * for it while the toolkit starts.
   */
  void awaitNodes() {
    try {
      announced.await();
      fonts.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits until the toolkit is there, with all fonts.
   *
   * @param said what it has printed so far
   * @throws ProblemException UNAVAILABLE, with the cause as far as it can be found
   */
  void await(StartTrouble trouble, Supplier<List<String>> said) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      if (fonts.await(seconds, TimeUnit.SECONDS) && failure.get() == null) {
        Fonts.loadOthers(); // Here, because this thread has nothing else to do.
      }
      if (!over.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
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
