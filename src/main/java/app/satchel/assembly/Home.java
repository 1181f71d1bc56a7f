package app.satchel.assembly;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Satchel keeps its own state.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

  /** The folder asked for, else {@code SATCHEL_HOME}, else the platform's place for such data. */
  public static Home of(AssemblyOptions options) {
    return of(options.home(), options.environment());
  }

  /**
   * The same without the rest of the options.
   *
   * @param asked the folder asked for, or null
   */
  public static Home of(Path asked, Map<String, String> environment) {
    if (asked != null) {
      return new Home(asked.toAbsolutePath().normalize());
    }
    String named = environment.getOrDefault("SATCHEL_HOME", "");
    if (!named.isBlank()) {
      return new Home(Path.of(named).toAbsolutePath().normalize());
    }
    return new Home(movedHome(environment).orElseGet(Home::platform));
  }

  private static Path platform() {
    return Path.of(ProjectDirectories.from("app", "", "Satchel").dataLocalDir);
  }

  /**
   * The platform's place below another home folder. Java takes the home from the system's user
   * table; every other program, and a test, goes by {@code HOME}.
   */
  private static Optional<Path> movedHome(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    if (home.isBlank() || Path.of(home).equals(Path.of(System.getProperty("user.home")))) {
      return Optional.empty();
    }
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return Optional.empty();
    }
    Path person = Path.of(home).toAbsolutePath().normalize();
    if (system.startsWith("mac")) {
      return Optional.of(person.resolve("Library/Application Support/app.Satchel"));
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base = data.isBlank() ? person.resolve(".local/share") : Path.of(data);
    return Optional.of(base.resolve("satchel"));
  }

  public Path config() {
    return folder.resolve("config.json");
  }

  /** What the person prefers in the window. */
  public Path preferences() {
    return folder.resolve("preferences.json");
  }

  /** Upload rules that are newer than those that came with this version; may be absent. */
  public Path uploadRules() {
    return folder.resolve("upload-rules.json");
  }

  /** Answers of marketplaces; may be deleted at any time. */
  public Path cache() {
    return folder.resolve("cache");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** Unpacked archives and half-made things; may be deleted when nothing runs. */
  public Path work() {
    return folder.resolve("work");
  }

  /** Where a running window is reached; nobody else's business. */
  public Path run() {
    return folder.resolve("run");
  }

  /** What is installed, and backups of what it replaced. */
  public Path record() {
    return folder.resolve("installed");
  }

  /** What the person said to have uploaded to sites. */
  public Path uploads() {
    return folder.resolve("uploads.json");
  }

  /** Where ZIPs go when nobody says where. */
  public Path zips() {
    return folder.resolve("zips");
  }
}
