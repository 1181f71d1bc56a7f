package app.satchel.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Waits for several things at once: each on a virtual thread of its own, a few at a time. */
public final class Parallel {
  private Parallel() {}

  /**
   * Applies blocking work to every item.
   *
   * @param atOnce how many may be at work at a time
   * @param work what it throws ends everything
   * @return the results in the order of the items
   * @throws CancellationException when cancelled; work that waits is interrupted
   */
  public static <T, R> List<R> map(
      List<T> items, int atOnce, Function<? super T, ? extends R> work, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    if (items.size() < 2) {
      List<R> one = new ArrayList<>();
      items.forEach(item -> one.add(work.apply(item)));
      return one;
    }
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Cancellation.Registration _ = cancellation.onCancel(threads::shutdownNow)) {
      List<Future<R>> running = new ArrayList<>();
      for (T item : items) {
        running.add(
            threads.submit(
                () -> {
                  places.acquire();
                  try {
                    return work.apply(item);
                  } finally {
                    places.release();
                  }
                }));
      }
      List<R> results = new ArrayList<>();
      try {
        for (Future<R> each : running) {
          results.add(each.get());
        }
      } finally {
        threads.shutdownNow();
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (RejectedExecutionException e) {
      cancellation.throwIfCancelled();
      throw e;
    } catch (ExecutionException e) {
      cancellation.throwIfCancelled();
      throw cause(e);
    }
  }

  private static RuntimeException cause(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case InterruptedException _ -> new CancellationException();
      default -> new IllegalStateException(e.getCause());
    };
  }
}
