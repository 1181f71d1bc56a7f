package app.satchel.ui;

import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.UiBackground;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The window's real background, which can be brought to rest: what a window keeps a moment later
 * must not be written into a folder that its test is deleting.
 */
final class RigBackground implements Background, AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final Background real = new UiBackground();
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean closed;

  @Override
  public <T> void run(
      Cancellation cancellation, Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
    running.incrementAndGet();
    real.run(
        cancellation,
        () -> {
          try {
            return closed ? null : work.call();
          } finally {
            running.decrementAndGet();
          }
        },
        answer -> {
          if (!closed) {
            done.accept(answer);
          }
        },
        failed);
  }

  @Override
  public void later(Duration delay, Cancellation cancellation, Runnable action) {
    real.later(
        delay,
        cancellation,
        () -> {
          if (!closed) {
            action.run();
          }
        });
  }

  @Override
  public void onUi(Runnable action) {
    real.onUi(action);
  }

  /** Begins nothing any more, and waits for what is under way. */
  @Override
  public void close() {
    closed = true;
    long end = System.nanoTime() + PATIENCE;
    while (running.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
