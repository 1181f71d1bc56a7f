package app.satchel;

import app.satchel.assembly.Version;
import app.satchel.cli.Cli;
import app.satchel.cli.PlainStart;
import app.satchel.cli.StandardOutput;
import app.satchel.task.Cancellation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts the window, or the command line when there are arguments. */
public final class Satchel {
  /** What an interrupted command may take to put things back. */
  private static final int CLEAN_UP_SECONDS = 5;

  private Satchel() {}

  public static void main(String[] args) {
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      System.out.println("Satchel " + Version.current());
      return;
    }
    if (Boolean.getBoolean(Rehearsal.PROPERTY)) {
      System.exit(Rehearsal.play(System.getenv()));
    }
    Optional<PlainStart.Call> plain =
        PlainStart.asked(
            args, Path.of("").toAbsolutePath(), System.getenv(), System.getProperties());
    OneWindow window = new OneWindow(System.getenv(), System.getProperties(), System.err);
    System.exit(run(args, plain, window));
  }

  /**
   * A start from the first question to its end.
   *
   * @param plain what is asked for when nothing has to read the arguments
   * @return the exit code
   */
  static int run(String[] args, Optional<PlainStart.Call> plain, OneWindow window) {
    OptionalInt handedOver = plain.map(window::handOver).orElse(OptionalInt.empty());
    if (handedOver.isPresent()) {
      return handedOver.getAsInt();
    }
    boolean terminal = System.console() != null && System.console().isTerminal();
    Cancellation cancellation = new Cancellation();
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(window, cancellation, finished), "satchel-stop"));
    try {
      StandardOutput out = output(FileDescriptor.out, cancellation::cancel);
      PrintStream err = output(FileDescriptor.err, () -> {}).stream();
      int answer =
          plain.isPresent()
              ? plainly(plain.get(), window, out.stream(), err, cancellation, terminal)
              : cli(window, cancellation, terminal).execute(args, System.in, out.stream(), err);
      int code = out.finish(answer, err);
      err.flush();
      return code;
    } finally {
      finished.countDown();
    }
  }

  private static int plainly(
      PlainStart.Call call,
      OneWindow window,
      PrintStream out,
      PrintStream err,
      Cancellation cancellation,
      boolean terminal) {
    try {
      return PlainStart.open(
              call, System.getenv(), System.getProperties(), window, out, err, terminal)
          .orElseThrow();
    } catch (RuntimeException | Error e) {
      return cli(window, cancellation, terminal).failed(e, out, err);
    }
  }

  private static Cli cli(OneWindow window, Cancellation cancellation, boolean terminal) {
    return new Cli(System.getenv(), System.getProperties(), window, cancellation, terminal);
  }

  /** On an interrupt: asks the command to stop, and waits for it to put things back. */
  private static void stop(OneWindow window, Cancellation cancellation, CountDownLatch finished) {
    cancellation.cancel();
    if (window.leaveShown()) {
      return; // A window that the system ends, at a log-out, has nothing to put back.
    }
    try {
      if (!finished.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
        return; // It hangs in something that cannot be stopped; staged writes are found later.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** UTF-8 into files and pipes; what the terminal speaks when there is one. */
  private static StandardOutput output(FileDescriptor descriptor, Runnable onFailure) {
    String terminals =
        System.getProperty(
            descriptor == FileDescriptor.out ? "stdout.encoding" : "stderr.encoding");
    boolean terminal = System.console() != null && System.console().isTerminal();
    Charset charset =
        terminal && terminals != null ? Charset.forName(terminals) : StandardCharsets.UTF_8;
    return new StandardOutput(
        new FileOutputStream(descriptor), charset, descriptor == FileDescriptor.err, onFailure);
  }
}
