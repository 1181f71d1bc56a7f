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
 */
public record Surroundings(
    SystemKind system,
    String systemName,
    String systemVersion,
    Map<String, String> environment,
    Path home) {

  public Surroundings {
    environment = Map.copyOf(environment);
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

  /** This computer, as the process sees it. */
  public static Surroundings ofThisComputer() {
    String name = System.getProperty("os.name", "");
    return new Surroundings(
        kind(name),
        name,
        System.getProperty("os.version", ""),
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")).toAbsolutePath());
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
