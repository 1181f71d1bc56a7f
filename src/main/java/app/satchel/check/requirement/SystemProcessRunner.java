package app.satchel.check.requirement;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs of this computer: no shell, no input, the user's home as working folder, output
 * cut, ended with everything it started when its time is over.
 */
final class SystemProcessRunner implements ProcessRunner {
  private static final int MOST_BYTES = 256 * 1024;

  private final Path folder;

  /**
   * @param folder the working folder, absolute; never one that a skill can write into
   */
  SystemProcessRunner(Path folder) {
    this.folder = folder;
  }

  @Override
  public Output run(List<String> command, Duration limit) throws IOException, InterruptedException {
    if (!Path.of(command.getFirst()).isAbsolute()) {
      throw new IOException("not an absolute path: " + command.getFirst());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    // A home folder that is not there is no reason to ask nobody anything.
    builder.directory((Files.isDirectory(folder) ? folder : folder.getRoot()).toFile());
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    long deadline = System.nanoTime() + limit.toNanos();
    Process process = builder.start();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // A child may hand its output on to a grandchild that never ends: reading has its own thread.
    Thread reader = Thread.ofVirtual().start(() -> take(process.getInputStream(), bytes));
    try {
      boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (ended) {
        reader.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
      return new Output(ended ? process.exitValue() : -1, text(bytes));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      reader.interrupt();
    }
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static void take(InputStream in, ByteArrayOutputStream bytes) {
    byte[] buffer = new byte[8 * 1024];
    try (in) {
      int read = in.read(buffer);
      while (read >= 0) {
        synchronized (bytes) {
          bytes.write(buffer, 0, Math.min(read, MOST_BYTES - bytes.size()));
        }
        read = in.read(buffer); // What is beyond the limit is read and thrown away.
      }
    } catch (IOException _) {
      // The program was ended: what it said until then is kept.
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    synchronized (bytes) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
