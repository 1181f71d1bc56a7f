package app.satchel.state;

import dev.dirs.ProjectDirectories;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a platform wants a program's state: the places of {@code dev.dirs}. That library starts a
 * PowerShell on Windows, which takes longer than Satchel itself does; so there the variables that
 * every session has are asked first, and the library when they are missing.
 */
public final class PlatformPlaces {
  private final Map<String, String> environment;
  private final String system;
  private final Path userHome;

  /**
   * @param environment the environment's variables
   * @param system the system's name, as in {@code os.name}
   * @param userHome the home folder of the system's user table
   */
  PlatformPlaces(Map<String, String> environment, String system, Path userHome) {
    this.environment = environment;
    this.system = system.toLowerCase(Locale.ROOT);
    this.userHome = userHome;
  }

  /** Those of this system. */
  public static Places here(Map<String, String> environment) {
    return new PlatformPlaces(
            environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")))
        .places();
  }

  /** Runs at every start, so it is plain: no lambda, nothing that is slow to load. */
  Places places() {
    if (system.startsWith("windows")) {
      Path roaming = absolute("APPDATA");
      Path local = absolute("LOCALAPPDATA");
      return roaming == null || local == null ? library() : windows(roaming, local);
    }
    // Java takes the home from the system's user table; every other program, and a test, goes by
    // HOME.
    Path home = absolute("HOME");
    if (home == null || home.equals(userHome)) {
      return library();
    }
    return system.startsWith("mac") ? mac(home) : linux(home);
  }

  private static Places library() {
    ProjectDirectories all = ProjectDirectories.from("app", "", "Satchel");
    return Places.parted(Path.of(all.configDir), Path.of(all.dataLocalDir), Path.of(all.cacheDir));
  }

  private static Places windows(Path roaming, Path local) {
    return Places.parted(
        roaming.resolve("Satchel").resolve("config"),
        local.resolve("Satchel").resolve("data"),
        local.resolve("Satchel").resolve("cache"));
  }

  private static Places mac(Path home) {
    Path support = home.resolve("Library/Application Support/app.Satchel");
    return Places.parted(support, support, home.resolve("Library/Caches/app.Satchel"));
  }

  private Places linux(Path home) {
    return Places.parted(
        of("XDG_CONFIG_HOME", home, ".config"),
        of("XDG_DATA_HOME", home, ".local/share"),
        of("XDG_CACHE_HOME", home, ".cache"));
  }

  private Path of(String variable, Path home, String usual) {
    Path named = absolute(variable);
    return (named == null ? home.resolve(usual) : named).resolve("satchel");
  }

  /**
   * Null when there is none; a relative one is to be ignored (XDG Base Directory Specification).
   */
  private Path absolute(String variable) {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      Path path = Path.of(value);
      return path.isAbsolute() ? path.normalize() : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
