package app.satchel.assembly;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;

/**
 * Where Satchel keeps its own state.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

  /** The folder asked for, else {@code SATCHEL_HOME}, else the platform's place for such data. */
  public static Home of(AssemblyOptions options) {
    if (options.home() != null) {
      return new Home(options.home().toAbsolutePath().normalize());
    }
    String named = options.environment().getOrDefault("SATCHEL_HOME", "");
    if (!named.isBlank()) {
      return new Home(Path.of(named).toAbsolutePath().normalize());
    }
    return new Home(Path.of(ProjectDirectories.from("app", "", "Satchel").dataLocalDir));
  }

  public Path config() {
    return folder.resolve("config.json");
  }

  /** What the person prefers in the window. */
  public Path preferences() {
    return folder.resolve("preferences.json");
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

  /** What is installed, and backups of what it replaced. */
  public Path record() {
    return folder.resolve("installed");
  }

  /** Where ZIPs go when nobody says where. */
  public Path zips() {
    return folder.resolve("zips");
  }
}
