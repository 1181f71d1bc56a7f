package app.satchel.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache folder that this process alone writes to. OkHttp's disk cache must not be shared between
 * processes, and the window and several commands may well run at once: each takes the first free of
 * four numbered folders. The lock ends with the process, whatever happens to it.
 */
final class CacheSlot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CacheSlot.class);
  private static final int SLOTS = 4;

  private final Path folder;
  private final FileChannel lock;

  private CacheSlot(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Takes a free slot; empty when none is free or the disk refuses: then nothing is cached. */
  static Optional<CacheSlot> take(Path parent) {
    try {
      Files.createDirectories(parent);
      for (int i = 0; i < SLOTS; i++) {
        Optional<CacheSlot> slot = take(parent, Integer.toString(i));
        if (slot.isPresent()) {
          return slot;
        }
      }
      LOG.info("All cache slots are in use; going on without a cache");
    } catch (IOException e) {
      LOG.warn("No cache: {}", e.toString());
    }
    return Optional.empty();
  }

  /** Takes one slot; empty when it is in use. */
  static Optional<CacheSlot> take(Path parent, String number) throws IOException {
    FileChannel channel =
        FileChannel.open(
            parent.resolve(number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new CacheSlot(parent.resolve(number), channel));
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("Cache slot {} is in use in this process", number, e);
    }
    channel.close();
    return Optional.empty();
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.debug("Cache lock not released; it ends with the process", e);
    }
  }
}
