package app.satchel.state;

import dev.dirs.ProjectDirectories;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  Places places() {
    if (system.startsWith("windows")) {
      return windows().orElseGet(PlatformPlaces::library);
    }
    // Java takes the home from the system's user table; every other program, and a test, goes by
    // HOME.
    Optional<Path> moved = absolute("HOME").filter(home -> !home.equals(userHome));
    if (moved.isEmpty()) {
      return library();
    }
    return system.startsWith("mac") ? mac(moved.get()) : linux(moved.get());
  }

  private static Places library() {
    ProjectDirectories all = ProjectDirectories.from("app", "", "Satchel");
    return Places.parted(Path.of(all.configDir), Path.of(all.dataLocalDir), Path.of(all.cacheDir));
  }

  private Optional<Places> windows() {
    Optional<Path> roaming = absolute("APPDATA");
    Optional<Path> local = absolute("LOCALAPPDATA");
    if (roaming.isEmpty() || local.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Places.parted(
            roaming.get().resolve("Satchel").resolve("config"),
            local.get().resolve("Satchel").resolve("data"),
            local.get().resolve("Satchel").resolve("cache")));
  }

  private static Places mac(Path home) {
    Path support = home.resolve("Library/Application Support/app.Satchel");
    return Places.parted(support, support, home.resolve("Library/Caches/app.Satchel"));
  }

  private Places linux(Path home) {
    return Places.parted(
        absolute("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("satchel"),
        absolute("XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("satchel"),
        absolute("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("satchel"));
  }

  private Optional<Path> absolute(String variable) {
    String value = environment.getOrDefault(variable, "");
    try {
      // A relative one is to be ignored (XDG Base Directory Specification).
      return Optional.of(value)
          .filter(text -> !text.isBlank())
          .map(Path::of)
          .filter(Path::isAbsolute)
          .map(Path::normalize);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
