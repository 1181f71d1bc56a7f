package app.satchel.ui.markdown;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the skill that is shown, for its pictures and its links. Thread-safe. */
public final class PackageFiles implements PackageImages {
  private static final Logger LOG = LoggerFactory.getLogger(PackageFiles.class);

  private final AtomicReference<SkillFolder> files = new AtomicReference<>();

  /**
   * Turns to another skill.
   *
   * @param skill null while its files are not known
   * @return the one before, or null
   */
  public SkillFolder of(SkillFolder skill) {
    return files.getAndSet(skill);
  }

  /** What is known of the file or folder that a link leads to. */
  public MarkdownActions.FileState state(String path) {
    SkillFolder skill = files.get();
    if (skill == null) {
      return MarkdownActions.FileState.UNKNOWN;
    }
    boolean there =
        path.isEmpty()
            || skill.file(path).isPresent()
            || skill.files().stream().anyMatch(file -> file.path().startsWith(path + "/"));
    return there ? MarkdownActions.FileState.THERE : MarkdownActions.FileState.MISSING;
  }

  @Override
  public Optional<byte[]> read(String path) {
    SkillFolder skill = files.get();
    if (skill == null) {
      return Optional.empty();
    }
    Optional<SkillFile> file = skill.file(path).filter(one -> one.type() == SkillFile.Type.REGULAR);
    if (file.isEmpty() || file.get().bytes() > PictureBytes.MOST_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(file.get().read());
    } catch (IOException e) {
      LOG.debug("A picture could not be read: {}", path, e);
      return Optional.empty();
    }
  }
}
