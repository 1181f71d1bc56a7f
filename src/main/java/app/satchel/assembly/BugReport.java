package app.satchel.assembly;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A failure that nobody foresaw. It gets a code that is the same whenever the same thing breaks in
 * the same place, and its details go into a file.
 *
 * @param problem what the person is told
 * @param trace where it broke, for whoever looks into it
 */
public record BugReport(Problem problem, String trace) {
  /** Frames of ours that make up the code; more would change it with every caller. */
  private static final int FRAMES = 4;

  private static final int MAX_CAUSES = 16;

  /** Writes the details below a folder; when that fails as well, the code alone has to do. */
  public static BugReport write(Throwable failure, Path logs) {
    Words words = Words.of(BugReport.class);
    String code = code(failure);
    Path file = logs.resolve(code + ".txt");
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    String where;
    try {
      Files.createDirectories(logs);
      Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
      where = words.text("problem.bug.next", file, code);
    } catch (IOException e) {
      where = words.text("problem.bug.next-unwritten", logs, code);
    }
    return new BugReport(
        new Problem(
            ProblemKind.BUG,
            code,
            words.text("problem.bug.what", code),
            words.text("problem.bug.meaning"),
            where,
            failure.getClass().getName()),
        trace.toString());
  }

  /** {@code bug-} and eight hex digits: the kinds of failure, and where in our code. */
  public static String code(Throwable failure) {
    CRC32 sum = new CRC32();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    int frames = 0;
    for (Throwable at = failure;
        at != null && seen.add(at) && seen.size() <= MAX_CAUSES;
        at = at.getCause()) {
      add(sum, at.getClass().getName());
      for (StackTraceElement frame : at.getStackTrace()) {
        if (frames < FRAMES && frame.getClassName().startsWith("app.satchel.")) {
          // No line numbers: they move with every edit above them. Nor lambdas' numbers.
          add(sum, frame.getClassName() + "." + frame.getMethodName().replaceAll("\\d+", ""));
          frames++;
        }
      }
    }
    return String.format(Locale.ROOT, "bug-%08x", sum.getValue());
  }

  private static void add(CRC32 sum, String text) {
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    sum.update('\n');
  }
}
