package app.satchel.cli;

import app.satchel.task.Cancellation;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many things at once and hands the results on in their order, as soon as they can be. */
final class InOrder {
  /** Results that may wait for an earlier one; bounds what is held in memory. */
  private static final int WINDOW = 128;

  private InOrder() {}

  /**
   * Applies {@code work} to every item.
   *
   * @param work called from several threads; what it throws ends everything
   * @param sink called from the calling thread
   */
  static <T, R> void forEach(
      List<T> items, Function<T, R> work, Consumer<R> sink, Cancellation cancellation) {
    int threads =
        Math.clamp(items.size(), 1, Math.max(2, Runtime.getRuntime().availableProcessors()));
    if (threads == 1) {
      items.forEach(item -> sink.accept(work.apply(item)));
      return;
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("work-", 0).factory());
    try {
      Queue<Future<R>> waiting = new ArrayDeque<>();
      for (T item : items) {
        cancellation.throwIfCancelled();
        waiting.add(workers.submit(() -> work.apply(item)));
        if (waiting.size() >= WINDOW) {
          sink.accept(result(waiting.remove()));
        }
        while (!waiting.isEmpty() && waiting.peek().isDone()) {
          sink.accept(result(waiting.remove()));
        }
      }
      while (!waiting.isEmpty()) {
        cancellation.throwIfCancelled();
        sink.accept(result(waiting.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException();
    }
  }
}
