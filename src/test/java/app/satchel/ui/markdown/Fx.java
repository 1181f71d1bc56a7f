package app.satchel.ui.markdown;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/** The toolkit, started once, and its thread. */
final class Fx {
  private static boolean started;

  private Fx() {}

  /** Starts the toolkit unless it runs. */
  static synchronized void start() {
    if (started) {
      return;
    }
    CountDownLatch up = new CountDownLatch(1);
    try {
      Platform.startup(up::countDown);
      up.await(20, TimeUnit.SECONDS);
    } catch (IllegalStateException e) {
      // Another test of this run has started it.
      started = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Platform.setImplicitExit(false);
    started = true;
  }

  /** Runs on the toolkit's thread and waits for the answer. */
  static <T> T call(Callable<T> work) {
    start();
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs on the toolkit's thread and waits. */
  static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /** Waits until what was put off by what has run so far has run too. */
  static void settle() {
    for (int i = 0; i < 4; i++) {
      run(() -> {});
    }
  }
}
