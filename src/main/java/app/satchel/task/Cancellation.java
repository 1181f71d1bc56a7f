package app.satchel.task;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A person's wish to stop, shared by everybody who works for one question. Thread-safe; once
 * cancelled it stays so.
 */
public final class Cancellation {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean cancelled;

  /** One that nobody will ever cancel. */
  public static Cancellation none() {
    return new Cancellation();
  }

  /**
   * One for a part of the work that can be done without: cancelled together with this one, or when
   * its time is over.
   */
  public Cancellation atMost(Duration time) {
    Cancellation part = new Cancellation();
    onCancel(part::cancel);
    CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS).execute(part::cancel);
    return part;
  }

  public boolean cancelled() {
    return cancelled;
  }

  /** Asks everybody to stop. Further calls do nothing. */
  public void cancel() {
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
    }
    listeners.forEach(Runnable::run);
    listeners.clear();
  }

  /** Runs {@code action} when cancelled, at once if that has already happened. */
  public Registration onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        listeners.add(action);
        return () -> listeners.remove(action);
      }
    }
    action.run();
    return () -> {};
  }

  /**
   * @throws CancellationException when cancelled
   */
  public void throwIfCancelled() {
    if (cancelled) {
      throw new CancellationException();
    }
  }

  /** Ends a registration; the action will not run afterwards. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
