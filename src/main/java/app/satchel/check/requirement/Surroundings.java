package app.satchel.check.requirement;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of a computer before anything is run: its system and its user's environment.
 *
 * @param system the kind of system
 * @param systemName its own name ({@code Windows 11}, {@code Mac OS X})
 * @param systemVersion its version as Java gives it
 * @param environment the environment variables
 * @param home the user's home folder
 * @param desktop whether Satchel was started from the desktop, which hands on less than the user's
 *     shell would: a shorter PATH, and none of the variables that the shell sets
 * @param etc where the system's own settings lie
 */
public record Surroundings(
    SystemKind system,
    String systemName,
    String systemVersion,
    Map<String, String> environment,
    Path home,
    boolean desktop,
    Path etc) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** The same with the usual place of the system's settings. */
  public Surroundings(
      SystemKind system,
      String systemName,
      String systemVersion,
      Map<String, String> environment,
      Path home,
      boolean desktop) {
    this(system, systemName, systemVersion, environment, home, desktop, Path.of("/etc"));
  }

  /** The systems that skills distinguish. */
  public enum SystemKind {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER;

    /** The name used in requirements and data. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * This computer, as the process sees it.
   *
   * @param window whether a person works with the window. It is taken to have been started from the
   *     desktop unless there is a terminal; on Windows always, because nothing there tells the two
   *     apart and the PATH is the same
   */
  public static Surroundings ofThisComputer(Map<String, String> environment, boolean window) {
    String name = System.getProperty("os.name", "");
    SystemKind system = kind(name);
    boolean terminal = system != SystemKind.WINDOWS && environment.containsKey("TERM");
    return new Surroundings(
        system,
        name,
        System.getProperty("os.version", ""),
        environment,
        home(environment),
        window && !terminal);
  }

  /** The home folder as the shell has it, else as Java knows it. */
  private static Path home(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isBlank() ? System.getProperty("user.home", ".") : home).toAbsolutePath();
  }

  private static SystemKind kind(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return SystemKind.WINDOWS;
    }
    if (lower.startsWith("mac") || lower.startsWith("darwin")) {
      return SystemKind.MACOS;
    }
    return lower.contains("linux") ? SystemKind.LINUX : SystemKind.OTHER;
  }

  /** An environment variable; on Windows whatever its case. Null when it is not set. */
  String variable(String name) {
    String value = environment.get(name);
    if (value != null || system != SystemKind.WINDOWS) {
      return value;
    }
    return environment.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The absolute folders of the PATH, in order; relative ones are left out on purpose. */
  List<Path> path() {
    List<Path> folders = new ArrayList<>();
    String path = variable("PATH");
    if (path == null) {
      return folders;
    }
    for (String entry : path.split(File.pathSeparator)) {
      try {
        Path folder = Path.of(entry.strip());
        if (!entry.isBlank() && folder.isAbsolute()) {
          folders.add(folder);
        }
      } catch (InvalidPathException _) {
        // A broken entry of the PATH is skipped, as shells do.
      }
    }
    return folders;
  }
}
