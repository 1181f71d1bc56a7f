package app.satchel.assembly;

import app.satchel.disk.FolderTree;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Room for what is needed for a while. Made when first used, gone when closed. */
public final class WorkFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
  private static final Words WORDS = Words.of(WorkFolder.class);

  private final Path parent;
  private Path root;

  /**
   * @param parent the folder to work in; made when needed
   */
  public WorkFolder(Path parent) {
    this.parent = parent;
  }

  /**
   * A path in it that does not exist yet; the folder above does.
   *
   * @throws ProblemException {@code work-folder-failed} (DISK)
   */
  public synchronized Path fresh(String purpose) {
    try {
      if (root == null) {
        Files.createDirectories(parent);
        root = Files.createTempDirectory(parent, "work-");
      }
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "work-folder-failed", e.toString(), e, parent);
    }
    return root.resolve(purpose + "-" + UUID.randomUUID());
  }

  @Override
  public synchronized void close() {
    if (root == null) {
      return;
    }
    try {
      FolderTree.delete(root);
    } catch (IOException e) {
      // Nothing of the person's is in there, and the next start makes a new one.
      LOG.warn("could not remove {}", root, e);
    }
    root = null;
  }
}
