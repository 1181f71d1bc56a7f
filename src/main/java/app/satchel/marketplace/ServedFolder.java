package app.satchel.marketplace;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of skills that people change while it is served. Looked through again when asked, but
 * not more often than once a second, and never for more than a tenth of the time.
 */
final class ServedFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ServedFolder.class);
  private static final Words WORDS = Words.of(ServedFolder.class);

  private final Path root;
  private final Duration leastPause;
  private FolderIndex index;
  private long lookedAt;
  private long pause;

  /**
   * @param leastPause least time between two looks at the disk; zero to look each time
   * @throws ProblemException NOT_FOUND {@code folder-not-found}, DISK {@code folder-unreadable}
   */
  ServedFolder(Path folder, Duration leastPause) {
    this.leastPause = leastPause;
    try {
      if (!Files.isDirectory(folder)) {
        throw ProblemException.of(
            WORDS, ProblemKind.NOT_FOUND, "folder-not-found", "", folder.toString());
      }
      // Its real place: what lies below is compared with it.
      this.root = folder.toRealPath();
      look();
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "folder-unreadable", e.toString(), e, folder.toString());
    }
  }

  Path root() {
    return root;
  }

  /** The skills as they are now, or were a moment ago. */
  synchronized FolderIndex index() {
    if (System.nanoTime() - lookedAt >= pause) {
      try {
        look();
      } catch (IOException e) {
        LOG.warn("{} cannot be read now; serving what it held before", root, e);
      }
    }
    return index;
  }

  private void look() throws IOException {
    long begin = System.nanoTime();
    FolderScan.Found found = FolderScan.find(root);
    String fingerprint = FolderScan.fingerprint(found);
    if (index == null || !index.fingerprint().equals(fingerprint)) {
      index = new FolderIndex(FolderScan.read(root, found), fingerprint);
    }
    lookedAt = System.nanoTime();
    pause = leastPause.isZero() ? 0 : Math.max(leastPause.toNanos(), 9 * (lookedAt - begin));
  }

  /** A skill's files; links are left out, so that nothing from outside the folder is served. */
  SkillFolder files(FolderSkill skill) throws IOException {
    if (!skill.folder().toRealPath().startsWith(root)) {
      throw new IOException("outside the folder: " + skill.folder());
    }
    SkillFolder read = SkillFolder.read(skill.folder());
    List<SkillFile> regular =
        read.files().stream().filter(file -> file.type() == SkillFile.Type.REGULAR).toList();
    return regular.size() == read.files().size() ? read : read.withFiles(regular);
  }

  /** One file of a skill, by its exact path; empty when the skill has none such. */
  Optional<byte[]> file(FolderSkill skill, String path, long maxBytes) throws IOException {
    Optional<SkillFile> file = files(skill).file(path).filter(found -> found.bytes() <= maxBytes);
    return file.isEmpty() ? Optional.empty() : Optional.of(file.get().read());
  }
}
