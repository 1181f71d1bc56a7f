package app.satchel.ui.kit;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Work that waits until the test lets it run, in any order the test likes, on the test's thread.
 * Keeps the contract of {@link Background}: a cancelled answer is dropped.
 */
public final class QueuedBackground implements Background {
  private final List<Runnable> waiting = new ArrayList<>();

  @Override
  public <T> void run(
      Cancellation cancellation, Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
    waiting.add(
        () -> {
          try {
            T answer = work.call();
            if (!cancellation.cancelled()) {
              done.accept(answer);
            }
          } catch (CancellationException e) {
            // Neither: that is the contract.
          } catch (ProblemException e) {
            if (!cancellation.cancelled()) {
              failed.accept(e.problem());
            }
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @Override
  public void later(Duration delay, Cancellation cancellation, Runnable action) {
    waiting.add(
        () -> {
          if (!cancellation.cancelled()) {
            action.run();
          }
        });
  }

  @Override
  public void onUi(Runnable action) {
    action.run();
  }

  /** Takes one piece of waiting work out, the oldest being 0. */
  public Runnable take(int index) {
    return waiting.remove(index);
  }

  public int waiting() {
    return waiting.size();
  }

  /** Runs everything that waits, and what that starts, in order. */
  public void runAll() {
    while (!waiting.isEmpty()) {
      take(0).run();
    }
  }
}
