package app.satchel;

import app.satchel.assembly.Assembly;
import app.satchel.cli.Cli;
import app.satchel.cli.WindowCall;
import app.satchel.display.StartTerms;
import app.satchel.task.Cancellation;
import app.satchel.ui.WindowStart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    // Offline: a build asks no marketplace.
    return command(environment, System.getProperties(), List.of("--offline"));
  }

  private static int command(
      Map<String, String> environment, Properties properties, List<String> command) {
    InputStream in = new ByteArrayInputStream(QUESTION.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(answers, true, StandardCharsets.UTF_8);
    Cli cli = new Cli(environment, properties, Rehearsal::window, new Cancellation(), false);
    int code = cli.execute(command.toArray(String[]::new), in, out, out);
    if (code != 0) {
      System.err.println(answers.toString(StandardCharsets.UTF_8));
    }
    return code;
  }

  private static int window(Supplier<Assembly> services, StartTerms terms, WindowCall call) {
    String picture = System.getProperty(PICTURE);
    WindowStart.rehearse(services, terms, picture == null ? null : Path.of(picture));
    return 0;
  }
}
