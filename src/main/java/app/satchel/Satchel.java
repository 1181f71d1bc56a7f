package app.satchel;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.Version;
import app.satchel.cli.Cli;
import app.satchel.cli.Display;
import app.satchel.cli.PlainStart;
import app.satchel.cli.StandardOutput;
import app.satchel.cli.WindowLauncher;
import app.satchel.display.StartTerms;
import app.satchel.display.ToolkitState;
import app.satchel.task.Cancellation;
import app.satchel.ui.ToolkitTrial;
import app.satchel.ui.WindowStart;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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
    boolean terminal = System.console() != null && System.console().isTerminal();
    Cancellation cancellation = new Cancellation();
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(cancellation, finished), "satchel-stop"));
    int code;
    try {
      StandardOutput out = output(FileDescriptor.out, cancellation::cancel);
      PrintStream err = output(FileDescriptor.err, () -> {}).stream();
      int answer =
          args.length == 0 && Display.available(System.getenv(), System.getProperties())
              ? plainly(out.stream(), err, cancellation, terminal)
              : cli(cancellation, terminal).execute(args, System.in, out.stream(), err);
      code = out.finish(answer, err);
      err.flush();
    } finally {
      finished.countDown();
    }
    System.exit(code);
  }

  private static int plainly(
      PrintStream out, PrintStream err, Cancellation cancellation, boolean terminal) {
    try {
      return PlainStart.open(
              System.getenv(), System.getProperties(), new Window(), out, err, terminal)
          .orElseThrow();
    } catch (RuntimeException e) {
      return cli(cancellation, terminal).failed(e, out, err);
    }
  }

  private static Cli cli(Cancellation cancellation, boolean terminal) {
    return new Cli(System.getenv(), System.getProperties(), new Window(), cancellation, terminal);
  }

  /** On an interrupt: asks the command to stop, and waits for it to put things back. */
  private static void stop(Cancellation cancellation, CountDownLatch finished) {
    cancellation.cancel();
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

  /** The window, whose classes are loaded when it is opened and not before. */
  private static final class Window implements WindowLauncher {
    @Override
    public int open(Supplier<Assembly> services, StartTerms terms) {
      WindowStart.open(services, terms);
      return 0;
    }

    @Override
    public ToolkitState tryToolkit(Supplier<List<String>> said) {
      return ToolkitTrial.run(said);
    }
  }
}
