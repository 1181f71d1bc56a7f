package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.assembly.BugReport;
import app.satchel.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashWatchTest {
  @TempDir Path logs;
  private final List<String> shown = new ArrayList<>();
  private final List<String> again = new ArrayList<>();
  private final List<String> alarms = new ArrayList<>();

  private final CrashWatch.View view =
      new CrashWatch.View() {
        @Override
        public void crashed(BugReport report) {
          shown.add(report.problem().code());
        }

        @Override
        public void again(String code, int times) {
          again.add(code + " " + times);
        }
      };

  private CrashWatch watch() {
    return new CrashWatch(logs, Runnable::run, Runnable::run, this::alarm);
  }

  private void alarm(Problem problem) {
    alarms.add(problem.code());
  }

  private static Throwable failure(String how) {
    return switch (how) {
      case "state" -> new IllegalStateException("a");
      case "argument" -> new IllegalArgumentException("a");
      case "memory" -> new OutOfMemoryError("a");
      case "null" -> new NullPointerException("a");
      case "index" -> new IndexOutOfBoundsException("a");
      default -> new UnsupportedOperationException("a");
    };
  }

  @Test
  void theSameIsShownOnceAndCounted() {
    CrashWatch watch = watch();
    watch.showIn(view);
    for (int i = 0; i < 100; i++) {
      watch.uncaughtException(Thread.currentThread(), failure("state"));
    }
    String code = BugReport.code(failure("state"));
    assertThat(shown).containsExactly(code);
    assertThat(again)
        .startsWith(code + " 2", code + " 3")
        .endsWith(code + " 64")
        .hasSizeLessThan(20);
    assertThat(logs.resolve(code + ".txt")).isRegularFile();
    assertThat(alarms).isEmpty();
  }

  @Test
  void aFloodOfDifferentOnesEndsInTheLog() {
    CrashWatch watch = watch();
    watch.showIn(view);
    for (String how : List.of("state", "argument", "memory", "null", "index", "other")) {
      watch.uncaughtException(Thread.currentThread(), failure(how));
    }
    assertThat(shown).hasSize(5);
    assertThat(logs.resolve(BugReport.code(failure("other")) + ".txt")).isRegularFile();
  }

  @Test
  void beforeThereIsAWindowThePersonIsToldOtherwise() {
    watch().uncaughtException(Thread.currentThread(), failure("state"));
    assertThat(alarms).containsExactly(BugReport.code(failure("state")));
  }

  @Test
  void whatTheWindowCannotShowIsToldOtherwise() {
    CrashWatch broken = watch();
    broken.showIn(
        new CrashWatch.View() {
          @Override
          public void crashed(BugReport report) {
            throw new IllegalStateException("the window is broken itself");
          }

          @Override
          public void again(String code, int times) {}
        });
    broken.uncaughtException(Thread.currentThread(), failure("state"));
    CrashWatch gone =
        new CrashWatch(
            logs,
            Runnable::run,
            work -> {
              throw new IllegalStateException("Toolkit has exited");
            },
            this::alarm);
    gone.showIn(view);
    gone.uncaughtException(Thread.currentThread(), failure("state"));
    assertThat(alarms).hasSize(2);
  }
}
