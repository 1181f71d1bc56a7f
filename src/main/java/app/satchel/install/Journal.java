package app.satchel.install;

import app.satchel.disk.FolderTree;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A note of every write under way, so that the next start can finish or take back what a crash cut
 * short. One file per write in {@code journal/}; it is there before the first change at the target
 * and gone after the last.
 */
final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;
  private final InstallRecord record;

  Journal(Path state, InstallRecord record) {
    this.folder = state.resolve("journal");
    this.record = record;
  }

  /**
   * A write under way.
   *
   * @param staging the new folder before it takes its place
   * @param aside the old folder while the new one takes its place
   * @param target the place
   * @param newHash what the target holds when done; empty when it is only removed
   * @param entry what the record gets when done; null for an undo
   * @param undoes id of the entry that the record loses when done, or null
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Write(
      String id,
      String staging,
      String aside,
      String target,
      String newHash,
      InstallEntry entry,
      String undoes) {
    Write {
      Objects.requireNonNull(id);
      Objects.requireNonNull(staging);
      Objects.requireNonNull(aside);
      Objects.requireNonNull(target);
      Objects.requireNonNull(newHash);
    }
  }

  void begin(Write write) throws IOException {
    Files.createDirectories(folder);
    Path fresh = folder.resolve(write.id() + ".new");
    Files.write(fresh, json.writeValueAsBytes(write));
    FileTree.sync(fresh);
    Files.move(fresh, file(write), StandardCopyOption.ATOMIC_MOVE);
  }

  void end(Write write) throws IOException {
    Files.deleteIfExists(file(write));
  }

  private Path file(Write write) {
    return folder.resolve(write.id() + ".json");
  }

  /**
   * Puts the new folder in its place and makes the record say so. When a step fails, what was there
   * before is there again.
   */
  void swap(Write write) throws IOException {
    Path target = Path.of(write.target());
    Path aside = Path.of(write.aside());
    Path staging = Path.of(write.staging());
    boolean hadOld = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (hadOld) {
      FileTree.rename(target, aside);
    }
    try {
      if (!write.newHash().isEmpty()) {
        FileTree.rename(staging, target);
      }
      settle(write);
    } catch (IOException | RuntimeException e) {
      takeBack(write, hadOld);
      throw e;
    }
    end(write);
    FolderTree.delete(aside);
  }

  private void settle(Write write) throws IOException {
    if (write.entry() != null) {
      record.add(write.entry());
    }
    if (write.undoes() != null) {
      record.remove(write.undoes());
    }
  }

  private void takeBack(Write write, boolean hadOld) throws IOException {
    Path target = Path.of(write.target());
    Path aside = Path.of(write.aside());
    if (!write.newHash().isEmpty()
        && Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && !Files.exists(Path.of(write.staging()), LinkOption.NOFOLLOW_LINKS)) {
      FileTree.rename(target, Path.of(write.staging()));
    }
    if (hadOld && Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
      FileTree.rename(aside, target);
    }
  }

  /** Forgets a write that changed nothing at its target, and removes what it had prepared. */
  void abandon(Write write) throws IOException {
    FolderTree.delete(Path.of(write.staging()));
    deleteBackup(write);
    end(write);
  }

  /** The backup of a write that did not happen is of no use while the original is in its place. */
  private static void deleteBackup(Write write) throws IOException {
    if (write.entry() == null || write.entry().backup() == null) {
      return;
    }
    Path target = Path.of(write.target());
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)
        && TreeHash.of(target).equals(write.entry().backupHash())) {
      FolderTree.delete(Path.of(write.entry().backup()).getParent());
    }
  }

  /** Finishes or takes back every write that a crash cut short. */
  void recover() throws IOException {
    for (Write write : open()) {
      Path target = Path.of(write.target());
      Path aside = Path.of(write.aside());
      if (isDone(write, target)) {
        settle(write);
        FolderTree.delete(aside);
        end(write);
        LOG.info("a write that was cut short was finished");
      } else {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)
            && Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
          FileTree.rename(aside, target);
        }
        abandon(write);
        LOG.info("a write that was cut short was taken back");
      }
    }
  }

  private static boolean isDone(Write write, Path target) throws IOException {
    boolean there = Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS);
    if (write.newHash().isEmpty()) {
      return !there;
    }
    return there
        && !Files.exists(Path.of(write.staging()), LinkOption.NOFOLLOW_LINKS)
        && TreeHash.of(target).equals(write.newHash());
  }

  private List<Write> open() throws IOException {
    List<Write> writes = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return writes;
    }
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        try {
          writes.add(json.readValue(Files.readAllBytes(file), Write.class));
        } catch (JacksonException e) {
          // Cut short while being written: nothing had been changed yet.
          Files.move(file, file.resolveSibling(file.getFileName() + ".kept"));
        }
      }
    }
    return writes;
  }
}
