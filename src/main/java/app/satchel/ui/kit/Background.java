package app.satchel.ui.kit;

import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work off the UI thread with its answer on it. Injected, so that view models are tested on the
 * current thread. An answer whose cancellation has been cancelled by then is dropped: a late answer
 * never overwrites a newer question.
 */
public interface Background {
  /**
   * Runs {@code work} elsewhere, then {@code done} or {@code failed} on the UI thread; neither when
   * cancelled.
   */
  <T> void run(
      Cancellation cancellation, Callable<T> work, Consumer<T> done, Consumer<Problem> failed);

  /** Runs an action on the UI thread after a while, unless cancelled. */
  void later(Duration delay, Cancellation cancellation, Runnable action);

  /** Runs an action on the UI thread soon; at once when already there. */
  void onUi(Runnable action);
}
