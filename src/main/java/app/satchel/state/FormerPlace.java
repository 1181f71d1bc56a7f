package app.satchel.state;

import app.satchel.disk.FolderTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once, everything lay in one folder, which now holds the data alone. Moves the settings and the
 * cache from there to their places. Whenever it is cut short, what is to be moved is whole in one
 * place or the other, and the next start goes on; what lies at a new place already is never
 * replaced.
 */
public final class FormerPlace {
  /** What a person chose; each is moved by itself. */
  private static final List<String> SETTINGS =
      List.of("config.json", "preferences.json", "upload-rules.json");

  private static final String CACHE = "cache";

  /** The old cache while it is on its way. */
  private static final String LEAVING = ".satchel-leaving-cache";

  private static final String ARRIVING = ".satchel-arriving-";
  private static final String LOCK = ".satchel-moving.lock";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Places places;
  private final Steps steps;

  FormerPlace(Places places, Steps steps) {
    this.places = places;
    this.steps = steps;
  }

  /** What is done to the disk, one step at a time; a test interrupts between them. */
  interface Steps {
    /** Called before each change of the disk. */
    void before(String what) throws IOException;

    /** Renames in one step, or throws {@link AtomicMoveNotSupportedException}. */
    default void rename(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * Moves what still lies in the one folder. Costs one listing of that folder when there is nothing
   * to move. Blocks.
   *
   * @return the places to use: those given, or the one folder when its settings cannot leave it
   */
  public static Places settle(Places places) {
    // This much runs at every start: no lambda, no log, nothing that is slow to load.
    if (places.together()) {
      return places;
    }
    String[] names = places.data().toFile().list();
    return names != null && toMove(places, names)
        ? new FormerPlace(places, what -> {}).settle()
        : places;
  }

  private static boolean toMove(Places places, String[] names) {
    boolean settings = !places.config().equals(places.data());
    boolean cache = !places.cache().equals(places.formerCache());
    for (String name : names) {
      if ((settings && SETTINGS.contains(name))
          || (cache && (name.equals(CACHE) || name.equals(LEAVING)))) {
        return true;
      }
    }
    return false;
  }

  Places settle() {
    Logger log = LoggerFactory.getLogger(FormerPlace.class);
    try (FileChannel channel =
        FileChannel.open(
            places.data().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!locked(channel)) {
        log.warn("Another Satchel is moving the settings, and has not ended in time");
        return places;
      }
      move(log);
      Files.deleteIfExists(places.data().resolve(LOCK));
      return places;
    } catch (IOException e) {
      log.warn("What lies in {} could not be moved: {}", places.data(), e.toString());
      return settingsLeft() ? Places.below(places.data()) : places;
    }
  }

  /** Whether all settings are still in the old folder, so that going on there forgets none. */
  private boolean settingsLeft() {
    return SETTINGS.stream().anyMatch(name -> Files.exists(places.data().resolve(name)))
        && SETTINGS.stream().noneMatch(name -> Files.exists(places.config().resolve(name)));
  }

  private static boolean locked(FileChannel channel) throws IOException {
    for (long left = PATIENCE.toMillis(); left > 0; left -= PAUSE.toMillis()) {
      try {
        if (channel.tryLock() != null) {
          return true;
        }
      } catch (OverlappingFileLockException _) {
        // Another thread of this program has it.
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private void move(Logger log) throws IOException {
    if (!places.config().equals(places.data())) {
      for (String name : SETTINGS) {
        settings(name, log);
      }
    }
    if (!places.cache().equals(places.formerCache())) {
      cache(log);
    }
  }

  private void settings(String name, Logger log) throws IOException {
    Path old = places.data().resolve(name);
    Path place = places.config().resolve(name);
    if (!Files.isRegularFile(old)) {
      return;
    }
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      if (Files.isRegularFile(place) && Files.mismatch(old, place) == -1) {
        // It had been copied when the move was cut short.
        steps.before("delete " + name);
        Files.delete(old);
      } else {
        log.warn("{} holds, and {} is left as it is", place, old);
      }
      return;
    }
    steps.before("make a folder for " + name);
    Files.createDirectories(places.config());
    Path arriving = places.config().resolve(ARRIVING + name);
    steps.before("copy " + name);
    Files.copy(old, arriving, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel written = FileChannel.open(arriving, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    if (Files.mismatch(old, arriving) != -1) {
      throw new IOException("the copy of " + name + " differs");
    }
    steps.before("place " + name);
    // Without "replace": what another start has put there meanwhile stays.
    Files.move(arriving, place);
    steps.before("delete " + name);
    Files.delete(old);
    log.info("{} lies in {} now", name, places.config());
  }

  /** Renamed where that is possible; else out of the way first, then copied, then deleted. */
  private void cache(Logger log) throws IOException {
    Path old = places.formerCache();
    Path leaving = places.data().resolve(LEAVING);
    boolean there = Files.exists(places.cache(), LinkOption.NOFOLLOW_LINKS);
    if (Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS) && !Files.exists(leaving)) {
      if (there) {
        log.info("There is a cache in {}, so that in {} is of no use", places.cache(), old);
        return;
      }
      steps.before("make a folder for the cache");
      Files.createDirectories(places.cache().getParent());
      try {
        steps.before("move the cache");
        steps.rename(old, places.cache());
        return;
      } catch (AtomicMoveNotSupportedException e) {
        steps.before("put the old cache aside");
        Files.move(old, leaving);
      }
    }
    if (!Files.isDirectory(leaving, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!there) {
      Path arriving = places.cache().resolveSibling(ARRIVING + CACHE);
      steps.before("make room for the cache");
      FolderTree.delete(arriving);
      steps.before("copy the cache");
      FolderTree.copy(leaving, arriving);
      steps.before("place the cache");
      Files.move(arriving, places.cache());
    }
    steps.before("delete the old cache");
    FolderTree.delete(leaving);
  }
}
