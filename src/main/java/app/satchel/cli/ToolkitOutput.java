package app.satchel.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What JavaFX and other libraries print while a window is there: it goes to the log, where it can
 * be found, and not to a terminal, where its stack traces help nobody. Satchel itself does not
 * print.
 */
final class ToolkitOutput implements AutoCloseable {
  private static final int MOST_KEPT = 300;
  private static final int LONGEST = 2000;

  private final PrintStream outBefore;
  private final PrintStream errBefore;
  private final Deque<String> kept = new ArrayDeque<>();
  private boolean logging;

  private ToolkitOutput(PrintStream outBefore, PrintStream errBefore) {
    this.outBefore = outBefore;
    this.errBefore = errBefore;
  }

  /** From now on, and until it is closed. */
  static ToolkitOutput capture() {
    ToolkitOutput output = new ToolkitOutput(System.out, System.err);
    System.setOut(output.stream());
    System.setErr(output.stream());
    return output;
  }

  private PrintStream stream() {
    return new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
  }

  /** The last lines printed. */
  synchronized List<String> lines() {
    return new ArrayList<>(kept);
  }

  /** Writes what was printed so far to the log, and the rest when it comes: a log costs time. */
  synchronized void log() {
    if (!logging) {
      logging = true;
      kept.forEach(ToolkitOutput::log);
    }
  }

  private synchronized void line(String line) {
    if (line.isBlank()) {
      return;
    }
    kept.add(line);
    if (kept.size() > MOST_KEPT) {
      kept.removeFirst();
    }
    if (logging) {
      log(line);
    }
  }

  private static void log(String line) {
    logger().info("{}", line);
  }

  // Made late: before the first line the place of the log need not be known.
  private static Logger logger() {
    return LoggerFactory.getLogger("toolkit");
  }

  @Override
  public void close() {
    System.setOut(outBefore);
    System.setErr(errBefore);
    log();
  }

  /** Cuts what is printed into lines. */
  private final class Lines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int one) {
      if (one == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        line(text.stripTrailing());
      } else if (line.size() < LONGEST) {
        line.write(one);
      }
    }
  }
}
