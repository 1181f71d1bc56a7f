package app.satchel.ui.files;

import app.satchel.check.review.FileMark;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The files of one skill, and which of them is open. Knows no control; lives on the UI thread and
 * reads elsewhere.
 */
public final class FilesModel {
  private static final Words WORDS = Words.of(FilesModel.class);

  private final Background background;
  private final FileReading reading;
  private final ReadOnlyObjectWrapper<FileNode.Folder> tree = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<String, Set<FileMark>>> marks =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Opened> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> folder = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> local = new ReadOnlyObjectWrapper<>();
  private SkillFolder skill;
  private Cancellation current = Cancellation.none();
  private Cancellation opening = Cancellation.none();

  /**
   * The file that was asked for.
   *
   * @param path as it was asked for
   * @param file null when the skill has none there
   * @param anchor a heading in it, or {@code L} and a line; empty for its beginning
   * @param content null until it is read
   * @param problem why it could not be read, or null
   * @param here the same file on this computer, when the skill lies here; else null
   */
  record Opened(
      String path, SkillFile file, String anchor, FileContent content, Problem problem, Path here) {
    boolean missing() {
      return file == null;
    }
  }

  /**
   * @param markdown reads a document, given its text and its path in the skill; blocks
   */
  public FilesModel(BiFunction<String, String, MarkdownDocument> markdown, Background background) {
    this.background = background;
    this.reading = new FileReading(markdown);
  }

  /** The files as a tree; null while they are not known. */
  ReadOnlyObjectProperty<FileNode.Folder> treeProperty() {
    return tree.getReadOnlyProperty();
  }

  /** What is to be known about files, by their paths; filled in after the tree is there. */
  ReadOnlyObjectProperty<Map<String, Set<FileMark>>> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /** The file that was asked for; null for none. */
  ReadOnlyObjectProperty<Opened> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** A folder that a link led to; null for none. */
  ReadOnlyObjectProperty<String> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /** The skill; null while its files are not known. */
  SkillFolder skill() {
    return skill;
  }

  /** Turns to another skill; null while its files are not known. */
  public void show(SkillFolder known) {
    current.cancel();
    opening.cancel();
    Cancellation mine = new Cancellation();
    current = mine;
    skill = known;
    local.set(null);
    marks.set(Map.of());
    folder.set(null);
    opened.set(null);
    tree.set(known == null ? null : FileNode.tree(known.files()));
    if (known != null) {
      background.run(mine, () -> marks(known, mine), marks::set, ignored -> {});
    }
  }

  /** Says where the skill lies on this computer for good. */
  public void lies(Path place) {
    local.set(place);
    Opened now = opened.get();
    if (now != null && now.file() != null) {
      open(now.path(), now.anchor());
    }
  }

  private static Map<String, Set<FileMark>> marks(SkillFolder skill, Cancellation cancellation) {
    Map<String, Set<FileMark>> marks = new HashMap<>();
    for (SkillFile file : skill.files()) {
      cancellation.throwIfCancelled();
      try {
        Set<FileMark> found = FileMark.of(file);
        if (!found.isEmpty()) {
          marks.put(file.path(), found);
        }
      } catch (IOException e) {
        // A file that cannot be read has no marks; opening it says why.
        continue;
      }
    }
    return marks;
  }

  /**
   * Opens the file or the folder at a path, or says that the skill has none there.
   *
   * @param anchor a heading in it; empty for its beginning
   */
  public void open(String path, String anchor) {
    if (skill == null) {
      return;
    }
    String wanted = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Optional<SkillFile> file = skill.file(wanted);
    if (file.isPresent()) {
      read(file.get(), anchor);
    } else if (wanted.isEmpty() || isFolder(wanted)) {
      folder.set(null);
      folder.set(wanted);
    } else {
      opening.cancel();
      opened.set(new Opened(path, null, anchor, null, null, null));
    }
  }

  private boolean isFolder(String path) {
    return skill.files().stream().anyMatch(one -> one.path().startsWith(path + "/"));
  }

  private record Found(FileContent content, Path here) {}

  private void read(SkillFile file, String anchor) {
    opening.cancel();
    Cancellation mine = new Cancellation();
    opening = mine;
    Path place = local.get();
    Opened before = opened.get();
    if (before == null || !file.equals(before.file())) {
      opened.set(new Opened(file.path(), file, anchor, null, null, null));
    }
    background.run(
        mine,
        () -> found(file, place, mine),
        found ->
            opened.set(new Opened(file.path(), file, anchor, found.content(), null, found.here())),
        problem -> opened.set(new Opened(file.path(), file, anchor, null, problem, null)));
  }

  private Found found(SkillFile file, Path place, Cancellation cancellation) {
    try {
      FileContent content = reading.read(file, cancellation);
      return new Found(content, place == null ? null : below(place, file.path()));
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "file-unreadable", e.toString(), e, FileNode.shown(file.path()));
    }
  }

  /** Closes what is open. */
  void close() {
    opening.cancel();
    opened.set(null);
  }

  /** The file of a path below a folder, if it is there and no link leads out of the folder. */
  static Path below(Path folder, String path) {
    try {
      Path root = folder.toRealPath();
      Path file = root.resolve(path).normalize();
      boolean inside =
          file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
      return inside && file.toRealPath().equals(file) ? file : null;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }
}
