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

/** Work on the calling thread: at once, or when the test says so. */
public final class HandBackground implements Background {
  private final List<Runnable> waiting = new ArrayList<>();
  private final boolean held;

  private HandBackground(boolean held) {
    this.held = held;
  }

  public static HandBackground immediate() {
    return new HandBackground(false);
  }

  public static HandBackground held() {
    return new HandBackground(true);
  }

  /** Runs what waits now, not what it starts. */
  public void go() {
    List<Runnable> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(Runnable::run);
  }

  @Override
  public <T> void run(
      Cancellation cancellation, Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
    if (held) {
      waiting.add(() -> runNow(cancellation, work, done, failed));
    } else {
      runNow(cancellation, work, done, failed);
    }
  }

  private static <T> void runNow(
      Cancellation cancellation, Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
    T answer;
    try {
      answer = work.call();
    } catch (CancellationException e) {
      return;
    } catch (ProblemException e) {
      if (!cancellation.cancelled()) {
        failed.accept(e.problem());
      }
      return;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    if (!cancellation.cancelled()) {
      done.accept(answer);
    }
  }

  @Override
  public void later(Duration delay, Cancellation cancellation, Runnable action) {
    action.run();
  }

  @Override
  public void onUi(Runnable action) {
    action.run();
  }
}
