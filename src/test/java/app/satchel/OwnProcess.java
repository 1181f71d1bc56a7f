package app.satchel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Classes of this project in a process of its own, with JavaFX's display without a screen. */
public final class OwnProcess {
  private OwnProcess() {}

  /**
   * The command line.
   *
   * @param more options of the JVM, the main class, and its arguments
   */
  public static List<String> command(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dprism.text=t2k",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(more));
    return command;
  }
}
