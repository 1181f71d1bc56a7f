package app.satchel.cli;

import app.satchel.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The way of the answers out, which notices when they do not arrive: {@link PrintStream} swallows
 * every failure. A reader that has seen enough ({@code | head -1}) ends the work quietly; a full
 * disk behind a redirection is a failure like any other on the disk.
 */
public final class StandardOutput {
  private final Runnable onFailure;
  private final PrintStream stream;
  private volatile IOException failure;

  /**
   * @param raw where the bytes go
   * @param lines whether every line goes out at once
   * @param onFailure told once when they stop arriving, so that nobody works for nothing
   */
  public StandardOutput(OutputStream raw, Charset charset, boolean lines, Runnable onFailure) {
    this.onFailure = onFailure;
    this.stream = new PrintStream(new Watched(raw), lines, charset);
  }

  /** To print to. */
  public PrintStream stream() {
    return stream;
  }

  /**
   * Sends the rest on its way.
   *
   * @param code what the command would exit with
   * @param err told when answers were lost
   * @return the exit code that is true to what became of the answers
   */
  public int finish(int code, PrintStream err) {
    stream.flush();
    if (failure == null || readerGone(failure)) {
      return code;
    }
    err.println(Words.of(StandardOutput.class).text("output-lost"));
    return ExitCode.DISK;
  }

  /** EPIPE, which Java tells in words alone. */
  private static boolean readerGone(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Broken pipe") || message.contains("pipe is being closed");
  }

  private final class Watched extends OutputStream {
    private final OutputStream raw;

    Watched(OutputStream raw) {
      this.raw = raw;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        raw.write(bytes, from, count);
      } catch (IOException e) {
        failed(e);
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      raw.flush();
    }

    private void failed(IOException e) {
      if (failure == null) {
        failure = e;
        onFailure.run();
      }
    }
  }
}
