package app.satchel.install;

import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Writing, copying, moving and deleting whole folders without ever following a link. */
final class FileTree {
  private FileTree() {}

  /** Writes a skill's files into a folder that must not exist yet. */
  static void write(SkillFolder skill, Path folder, Progress progress, Cancellation cancellation)
      throws IOException {
    Files.createDirectory(folder);
    boolean executableBits = TreeHash.hasExecutableBits(folder);
    int done = 0;
    for (SkillFile file : skill.files()) {
      cancellation.throwIfCancelled();
      Path target = inside(folder, file.path());
      Files.createDirectories(target.getParent());
      try (InputStream in = file.content().open();
          OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
        in.transferTo(out);
      }
      if (executableBits) {
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(file.executable() ? "rwxr-xr-x" : "rw-r--r--"));
      }
      sync(target);
      progress.at(++done, skill.files().size());
    }
  }

  /**
   * A path of a skill below a folder.
   *
   * @throws IOException when the path would lead out of the folder or is written in another
   *     system's way; skills that were read from an archive or a folder have none such
   */
  static Path inside(Path folder, String path) throws IOException {
    boolean odd = path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0;
    for (String segment : path.split("/", -1)) {
      odd |= segment.isEmpty() || segment.equals(".") || segment.equals("..");
      odd |= segment.indexOf(':') >= 0 || segment.indexOf('\0') >= 0;
    }
    Path target = odd ? null : folder.resolve(path).normalize();
    if (target == null || !target.startsWith(folder) || target.equals(folder)) {
      throw new IOException("not a path inside a skill: " + path);
    }
    return target;
  }

  /** Copies a folder; links are copied as links. The target must not exist yet. */
  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectory(to.resolve(from.relativize(dir).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Files.copy(file, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            if (attributes.isRegularFile()) {
              sync(target);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Renames; both must lie in the same folder or at least on the same disk. */
  static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("this disk cannot rename in one step: " + to, e);
    }
  }

  /** Makes sure that a file's bytes are on the disk. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (java.nio.file.AccessDeniedException e) {
      // A read-only file cannot be opened for it; its bytes get there all the same, only later.
      if (Files.isWritable(file)) {
        throw e;
      }
    }
  }
}
