package app.satchel.check.requirement;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Runs a program and takes what it prints. Injected, so that tests see what would be run. */
@FunctionalInterface
public interface ProcessRunner {
  /**
   * What came of it.
   *
   * @param exit the exit code; -1 when it was ended because its time was over
   * @param text what it printed on both streams, cut at a limit
   */
  record Output(int exit, String text) {
    /** Whether it came to its own end. */
    public boolean ended() {
      return exit >= 0;
    }
  }

  /**
   * Runs a program without a shell.
   *
   * @param command the absolute path of the executable, then its arguments
   * @param limit after which it is ended
   * @throws IOException when it cannot be started
   * @throws InterruptedException when the caller is interrupted; the program has been ended
   */
  Output run(List<String> command, Duration limit) throws IOException, InterruptedException;
}
