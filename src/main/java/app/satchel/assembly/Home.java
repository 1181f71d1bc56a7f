package app.satchel.assembly;

import app.satchel.state.FormerPlace;
import app.satchel.state.Places;
import app.satchel.state.PlatformPlaces;
import app.satchel.state.SettingsFile;
import app.satchel.state.SettingsFormat;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where Satchel keeps its own state.
 *
 * @param places its folders
 */
public record Home(Places places) {

  /**
   * Below the folder asked for, else below {@code SATCHEL_HOME}, else where the platform wants it.
   * Looks at no disk.
   */
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
      return new Home(Places.below(asked));
    }
    String named = environment.getOrDefault("SATCHEL_HOME", "");
    if (!named.isBlank()) {
      return new Home(Places.below(Path.of(named)));
    }
    return new Home(PlatformPlaces.here(environment));
  }

  /** The same once everything lies there; see {@link FormerPlace}. Blocks. */
  Home settled() {
    return new Home(FormerPlace.settle(places));
  }

  /** The folder of the record; where everything is below one folder, that one. */
  public Path folder() {
    return places.data();
  }

  public Path config() {
    return places.config().resolve("config.json");
  }

  /** What the person prefers in the window. */
  public Path preferences() {
    return places.config().resolve("preferences.json");
  }

  SettingsFile configFile(String version) {
    return new SettingsFile(config(), SettingsFormat.first(), version);
  }

  SettingsFile preferencesFile(String version) {
    return new SettingsFile(preferences(), SettingsFormat.first(), version);
  }

  /** How the window is drawn; read before everything else. */
  public Path drawing() {
    return places.config().resolve("drawing.conf");
  }

  /** There while a window starts, until its first picture. */
  public Path startMark() {
    return places.logs().resolve("satchel-starting");
  }

  /** Upload rules that are newer than those that came with this version; may be absent. */
  public Path uploadRules() {
    return places.config().resolve("upload-rules.json");
  }

  /** Answers of marketplaces; may be deleted at any time. */
  public Path cache() {
    return places.cache();
  }

  public Path logs() {
    return places.logs();
  }

  /** Unpacked archives and half-made things; may be deleted when nothing runs. */
  public Path work() {
    return places.work();
  }

  /** Where a running window is reached; nobody else's business. */
  public Path run() {
    return places.data().resolve("run");
  }

  /** What is installed, and backups of what it replaced. */
  public Path record() {
    return places.record();
  }

  /** What the person said to have uploaded to sites. */
  public Path uploads() {
    return places.uploads();
  }

  /** Where ZIPs go when nobody says where. */
  public Path zips() {
    return places.zips();
  }
}
