package app.satchel.state;

import java.nio.file.Path;

/**
 * The folders of Satchel's own state, all absolute. Some may be the same.
 *
 * @param config what a person chose
 * @param data the record of what is installed, backups, and what a person made
 * @param cache what can be had again
 * @param logs what happened
 */
public record Places(Path config, Path data, Path cache, Path logs) {
  private static final String CACHE = "cache";
  private static final String LOGS = "logs";

  /** Everything below one folder, which can be carried elsewhere as a whole. */
  public static Places below(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    return new Places(home, home, home.resolve(CACHE), home.resolve(LOGS));
  }

  /** Parted as a platform wants it; logs lie with the data. */
  static Places parted(Path config, Path data, Path cache) {
    return new Places(config, data, cache, data.resolve(LOGS));
  }

  /** Whether everything lies below one folder. */
  public boolean together() {
    return config.equals(data) && cache.equals(formerCache()) && logs.equals(data.resolve(LOGS));
  }

  /** Where the cache lay when everything was in one folder. */
  Path formerCache() {
    return data.resolve(CACHE);
  }

  /** Answers of marketplaces. */
  public Path answers() {
    return cache.resolve("http");
  }

  /** The sample skills, unpacked. */
  public Path samples() {
    return cache.resolve("samples");
  }

  /** Unpacked archives and half-made things. */
  public Path work() {
    return cache.resolve("work");
  }

  /** The record of what is installed, and backups of what it replaced. */
  public Path record() {
    return data.resolve("installed");
  }

  /** What the person said to have uploaded. */
  public Path uploads() {
    return data.resolve("uploads.json");
  }

  /** ZIPs that were made where nobody said where. */
  public Path zips() {
    return data.resolve("zips");
  }
}
