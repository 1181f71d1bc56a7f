package app.satchel.http;

import app.satchel.task.Cancellation;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two tries; replaced in tests so that nothing really waits. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits, and ends at once when cancelled.
   *
   * @throws CancellationException when cancelled or interrupted
   */
  void sleep(Duration duration, Cancellation cancellation);

  /** One that really waits. */
  static Sleeper real() {
    return (duration, cancellation) -> {
      CountDownLatch woken = new CountDownLatch(1);
      try (Cancellation.Registration _ = cancellation.onCancel(woken::countDown)) {
        // The answer does not matter: either way the next line knows whether to stop.
        boolean _ = woken.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        cancellation.throwIfCancelled();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    };
  }
}
