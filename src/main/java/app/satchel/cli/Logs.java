package app.satchel.cli;

import app.satchel.log.LogSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/** Tells the log where its file goes. */
final class Logs {
  /** The log of calls with {@code --debug}. */
  static final String DEBUG_FILE = "satchel-debug.log";

  /** How long a program that ends waits for its log. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Logs() {}

  /**
   * A log for the last words of a program. While one thread sets the log up, others are handed one
   * that keeps their lines until that is done; a program that ends meanwhile would take them along.
   * Blocks until the log is there, but for two seconds at most.
   */
  static Logger forLastWords(Class<?> of) {
    return settled(LoggerFactory::getILoggerFactory, PATIENCE).getLogger(of.getName());
  }

  /** The factory of loggers once it is the real one, or what there is when patience ends. */
  static ILoggerFactory settled(Supplier<ILoggerFactory> factory, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    ILoggerFactory now = factory.get();
    while (now instanceof SubstituteLoggerFactory && System.nanoTime() < end) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return now;
      }
      now = factory.get();
    }
    return now;
  }

  /** Has to come before the first logger is made; a folder chosen earlier stays. */
  static void into(Path folder, boolean debug) {
    if (debug) {
      System.setProperty(LogSetup.NAME, DEBUG_FILE.replaceFirst("\\.log$", ""));
      System.setProperty(LogSetup.LEVEL, "DEBUG");
    }
    if (System.getProperty(LogSetup.FOLDER) == null) {
      System.setProperty(LogSetup.FOLDER, folder.toString());
    }
  }
}
