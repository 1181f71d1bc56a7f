package app.satchel.archive;

import app.satchel.disk.FolderTree;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The folder that an archive is unpacked into: ours alone, empty at the start, and empty again (or
 * gone, when we made it) after a failure.
 */
final class Staging {
  private final Path root;
  private final boolean made;

  private Staging(Path root, boolean made) {
    this.root = root;
    this.made = made;
  }

  /**
   * Takes a folder that does not exist yet or is empty.
   *
   * @throws ProblemException {@code staging-not-empty} (CONFLICT)
   */
  static Staging begin(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(root);
      return new Staging(root.toRealPath(), true);
    }
    boolean usable = Files.isDirectory(root);
    if (usable) {
      try (Stream<Path> inside = Files.list(root)) {
        usable = inside.findAny().isEmpty();
      }
    }
    if (!usable) {
      throw ProblemException.of(
          Refusals.WORDS, ProblemKind.CONFLICT, "staging-not-empty", "", root.toString());
    }
    return new Staging(root.toRealPath(), false);
  }

  Path root() {
    return root;
  }

  /** The place of a path that the pre-flight has passed. */
  Path resolve(String path, Refusals refusals) {
    Path place;
    try {
      place = root.resolve(path).normalize();
    } catch (InvalidPathException e) {
      // Windows knows characters that no file name may have; other systems do not mind them.
      throw refusals.entry("zip-name-unsupported", path, e.getReason());
    }
    // The pre-flight has refused every such path already; this holds even if it has a hole.
    if (!place.startsWith(root) || place.equals(root)) {
      throw refusals.entry("zip-path-escapes", path, "");
    }
    return place;
  }

  void makeFolder(Path folder) throws IOException {
    if (folder.equals(root) || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    makeFolder(folder.getParent());
    Files.createDirectory(folder);
    setMode(folder, "rwxr-xr-x");
  }

  /** A new file; fails when there is one, so a link is never written through. */
  OutputStream makeFile(Path file) throws IOException {
    makeFolder(file.getParent());
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Sets the permissions to ours, whatever the archive or this process' umask say. */
  void finishFile(Path file, boolean executable) throws IOException {
    setMode(file, executable ? "rwxr-xr-x" : "rw-r--r--");
  }

  private static void setMode(Path path, String mode) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(mode));
    }
  }

  /** Removes everything that was staged. */
  void discard() throws IOException {
    if (made) {
      FolderTree.delete(root);
    } else {
      FolderTree.empty(root);
    }
  }
}
