package app.satchel.install;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Only one Satchel writes at a time, whether in this program or in another. The system frees the
 * lock when its holder ends, however it ends.
 */
final class StateLock implements AutoCloseable {
  private static final Words WORDS = Words.of(StateLock.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock.
   *
   * @throws ProblemException {@code install-busy} (CONFLICT) after ten seconds
   */
  static StateLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (long left = PATIENCE.toMillis(); left > 0; left -= PAUSE.toMillis()) {
        if (locked(channel)) {
          return new StateLock(channel);
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    channel.close();
    throw ProblemException.of(WORDS, ProblemKind.CONFLICT, "install-busy", "");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false; // Another thread of this program has it.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
