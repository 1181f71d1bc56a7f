package app.satchel.cli;

import app.satchel.assembly.Home;
import app.satchel.opening.Opening;
import app.satchel.task.Cancellation;
import app.satchel.workspace.ApiKeys;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * {@code satchel [PATH|LINK]...} without options, as a desktop calls it: the window, without
 * loading what reads a command line. That costs as much time as half a window.
 */
public final class PlainStart {
  private PlainStart() {}

  /**
   * What was asked for.
   *
   * @param home the folder asked for, or null
   * @param timing whether to tell how far the start has come
   * @param words what is to be opened, as {@link Opening#absolute} gives it
   * @param offline whether marketplaces are left alone; nobody asks for that without options
   */
  public record Call(Path home, boolean timing, List<String> words, boolean offline) {
    public Call {
      words = List.copyOf(words);
    }

    /** The same without the network, for a build that plays a start. */
    public Call withoutNetwork() {
      return new Call(home, timing, words, true);
    }
  }

  /**
   * What is asked for, when that can be nothing but the window, and one can be shown.
   *
   * @param here the folder relative paths start from
   * @return empty when the command line has to read the arguments, and to say what may be wrong
   */
  public static Optional<Call> asked(
      String[] args, Path here, Map<String, String> environment, Properties properties) {
    return Display.available(environment, properties) ? read(args, here) : Optional.empty();
  }

  private static Optional<Call> read(String[] args, Path here) {
    Path home = null;
    boolean timing = false;
    List<String> words = new ArrayList<>();
    try {
      for (int i = 0; i < args.length; i++) {
        String arg = args[i];
        if (arg.equals("--home") && i + 1 < args.length) {
          home = Path.of(args[++i]);
        } else if (arg.startsWith("--home=")) {
          home = Path.of(arg.substring("--home=".length()));
        } else if (arg.equals("--timing")) {
          timing = true;
        } else if (arg.startsWith("-") || !Opening.isUnmistakable(arg)) {
          return Optional.empty();
        } else {
          words.add(Opening.absolute(arg, here));
        }
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    return Optional.of(new Call(home, timing, words, false));
  }

  /**
   * Opens the window on the configured marketplaces and the samples.
   *
   * @param terminal whether a person watches the terminal
   * @return the exit code; empty when there is no display, and the command line has to say so
   */
  public static OptionalInt open(
      Call call,
      Map<String, String> environment,
      Properties properties,
      WindowLauncher window,
      PrintStream out,
      PrintStream err,
      boolean terminal) {
    GlobalOptions options = new GlobalOptions();
    DrawingOptions drawing = new DrawingOptions();
    drawing.timing = call.timing();
    options.home = call.home();
    options.offline = call.offline();
    try (Session session =
        new Session(
            options,
            environment,
            ApiKeys.ofThisSystem(),
            InputStream.nullInputStream(),
            new Terminal(out, err, Terminal.Style.plain(err), false, false),
            new JsonOut(out, false),
            new Cancellation())) {
      Logs.into(Home.of(session.assemblyOptions()).logs(), false);
      return new WindowOpening(environment, properties, window, terminal)
          .open(session, drawing, call.words(), WindowCall.Meeting.HANDS_OVER);
    }
  }
}
