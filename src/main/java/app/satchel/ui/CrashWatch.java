package app.satchel.ui;

import app.satchel.assembly.BugReport;
import app.satchel.problem.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures that nobody caught, on any thread: each is kept in the log with its code and shown once;
 * what happens again is counted. The window stays.
 */
final class CrashWatch implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(CrashWatch.class);

  /** Whoever sees that many different ones is not helped by another. */
  private static final int MOST_SHOWN = 5;

  private final Path logs;
  private final Executor elsewhere;
  private final Executor ui;
  private final Consumer<Problem> alarm;
  private final Map<String, Integer> times = new HashMap<>();
  private final AtomicReference<View> view = new AtomicReference<>();

  /** Shows failures in the window; called on its thread. */
  interface View {
    /** Something went wrong for the first time. */
    void crashed(BugReport report);

    /** The same went wrong again. */
    void again(String code, int times);
  }

  /**
   * @param logs where details go
   * @param elsewhere for the disk
   * @param ui the window's thread
   * @param alarm tells a person when no window can
   */
  CrashWatch(Path logs, Executor elsewhere, Executor ui, Consumer<Problem> alarm) {
    this.logs = logs;
    this.elsewhere = elsewhere;
    this.ui = ui;
    this.alarm = alarm;
  }

  /** From now on the window shows failures. */
  void showIn(View window) {
    view.set(window);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    try {
      String code = BugReport.code(failure);
      int count = count(code);
      if (count == 1) {
        elsewhere.execute(() -> first(code, thread.getName(), failure));
      } else if (Integer.bitCount(count) == 1 || count < 10) {
        // A failure in each picture would ask for sixty new ones a second.
        View window = view.get();
        if (window != null) {
          ui.execute(() -> window.again(code, count));
        }
      }
    } catch (RejectedExecutionException | IllegalStateException | VirtualMachineError e) {
      LOG.error("A failure could not be told: {}", failure.toString(), e);
    }
  }

  private synchronized int count(String code) {
    return times.merge(code, 1, Integer::sum);
  }

  private synchronized int different() {
    return times.size();
  }

  private void first(String code, String thread, Throwable failure) {
    LOG.error("{} on the thread {}", code, thread, failure);
    BugReport report = BugReport.write(failure, logs);
    View window = view.get();
    if (window == null) {
      alarm.accept(report.problem());
      return;
    }
    if (different() > MOST_SHOWN) {
      return;
    }
    try {
      ui.execute(() -> show(window, report));
    } catch (IllegalStateException e) {
      // The toolkit has gone.
      alarm.accept(report.problem());
    }
  }

  private void show(View window, BugReport report) {
    try {
      window.crashed(report);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} could not be shown", report.problem().code(), e);
      elsewhere.execute(() -> alarm.accept(report.problem()));
    }
  }
}
