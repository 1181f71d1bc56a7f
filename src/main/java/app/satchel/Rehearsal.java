package app.satchel;

import app.satchel.assembly.Assembly;
import app.satchel.cli.Cli;
import app.satchel.cli.PlainStart;
import app.satchel.cli.WindowCall;
import app.satchel.display.StartTerms;
import app.satchel.task.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * What the build runs once in the packaged program, so that the Java runtime can put what a start
 * needs into the AOT cache: some commands and the window, on the samples and in an empty home.
 * Started by the system property {@value #PROPERTY}.
 */
final class Rehearsal {
  static final String PROPERTY = "satchel.rehearsal";

  /** Names the file for a picture of the window. */
  private static final String PICTURE = "satchel.rehearsal.picture";

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("agents"),
          List.of("rules", "--json"),
          List.of("requirements"),
          List.of("explain", "Zip must contain exactly one SKILL.md"),
          List.of("demo"));

  /** Glass for X11, as far as a start needs it. */
  private static final List<String> OF_REAL_DISPLAYS =
      List.of(
          "com.sun.glass.ui.InvokeLaterDispatcher",
          "com.sun.glass.ui.InvokeLaterDispatcher$Future",
          "com.sun.glass.ui.InvokeLaterDispatcher$InvokeLaterSubmitter",
          "com.sun.glass.ui.Size",
          "com.sun.glass.ui.delegate.ClipboardDelegate",
          "com.sun.glass.ui.gtk.GtkApplication",
          "com.sun.glass.ui.gtk.GtkClipboardDelegate",
          "com.sun.glass.ui.gtk.GtkCursor",
          "com.sun.glass.ui.gtk.GtkDnDClipboard",
          "com.sun.glass.ui.gtk.GtkPixels",
          "com.sun.glass.ui.gtk.GtkPlatformFactory",
          "com.sun.glass.ui.gtk.GtkSystemClipboard",
          "com.sun.glass.ui.gtk.GtkTimer",
          "com.sun.glass.ui.gtk.GtkView",
          "com.sun.glass.ui.gtk.GtkWindow",
          "com.sun.javafx.application.preferences.PreferenceMapping");

  private static final String QUESTION =
      """
      {"id":"1","field":"compatibility","value":"Python 3.10+, SQLAlchemy 2.0+. Async requires asyncpg or aiosqlite."}
      """;

  private Rehearsal() {}

  /**
   * Plays all of it.
   *
   * @return 0, or the exit code of the command that failed
   */
  static int play(Map<String, String> environment) {
    // No display among the properties: the demonstration tells itself in the terminal.
    Properties bare = new Properties();
    bare.setProperty("os.name", "Linux");
    // The ZIPs of the demonstration would be in the way of the wizard's.
    Map<String, String> apart = new HashMap<>(environment);
    apart.merge("SATCHEL_HOME", "commands", (home, name) -> Path.of(home, name).toString());
    for (List<String> command : COMMANDS) {
      int code = command(apart, bare, command);
      if (code != 0) {
        System.err.println("rehearsal: satchel " + String.join(" ", command) + ": " + code);
        return code;
      }
    }
    forRealDisplays();
    return window(environment);
  }

  /** The window on the way of a double click, from its first step; a build asks no marketplace. */
  private static int window(Map<String, String> environment) {
    Optional<PlainStart.Call> call =
        PlainStart.asked(
                new String[0], Path.of("").toAbsolutePath(), environment, System.getProperties())
            .map(PlainStart.Call::withoutNetwork);
    String picture = System.getProperty(PICTURE);
    OneWindow window =
        new OneWindow(
            environment,
            System.getProperties(),
            System.err,
            (start, services, terms, requests, left) -> {
              secondStart(environment, call.orElseThrow());
              start.rehearse(
                  services, terms, requests, left, picture == null ? null : Path.of(picture));
            });
    return Satchel.run(new String[0], call, window);
  }

  /** What a double click does while the window is there. */
  private static void secondStart(Map<String, String> environment, PlainStart.Call call) {
    OneWindow second = new OneWindow(environment, System.getProperties(), System.err);
    if (second.handOver(call).isEmpty()) {
      throw new IllegalStateException("A second start did not meet the first");
    }
  }

  /**
   * The rehearsal has no display. What JavaFX needs of one on Linux is made known, and not run.
   *
   * @throws IllegalStateException when another JavaFX has other classes: then the list is to change
   */
  private static void forRealDisplays() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return;
    }
    for (String name : OF_REAL_DISPLAYS) {
      try {
        // Asking for its methods links a class without running anything of it.
        Class.forName(name, false, Rehearsal.class.getClassLoader()).getDeclaredMethods();
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("JavaFX no longer has " + name, e);
      }
    }
  }

  private static int command(
      Map<String, String> environment, Properties properties, List<String> command) {
    InputStream in = new ByteArrayInputStream(QUESTION.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(answers, true, StandardCharsets.UTF_8);
    Cli cli = new Cli(environment, properties, Rehearsal::none, new Cancellation(), false);
    int code = cli.execute(command.toArray(String[]::new), in, out, out);
    if (code != 0) {
      System.err.println(answers.toString(StandardCharsets.UTF_8));
    }
    return code;
  }

  private static int none(Supplier<Assembly> services, StartTerms terms, WindowCall call) {
    throw new IllegalStateException("A command of the rehearsal wanted a window");
  }
}
