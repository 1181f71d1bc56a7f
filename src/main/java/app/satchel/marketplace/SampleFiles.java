package app.satchel.marketplace;

import app.satchel.disk.FolderTree;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The sample skills that come with Satchel, as a folder on disk. They lie on the class path beside
 * an {@code index.txt} that names every file, since the entries of a jar cannot be listed.
 */
final class SampleFiles {
  private static final Words WORDS = Words.of(SampleFiles.class);

  /** When they were last written: the same on every computer, so that pages do not change. */
  private static final FileTime DATE = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));

  private final Map<String, byte[]> files;

  private SampleFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  /**
   * Reads them all; they are small.
   *
   * @param resources where, ends with a slash
   */
  static SampleFiles read(ClassLoader loader, String resources) {
    try {
      Map<String, byte[]> files = new TreeMap<>();
      String index = new String(bytes(loader, resources + "index.txt"), StandardCharsets.UTF_8);
      for (String line : index.lines().map(String::strip).toList()) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          files.put(line, bytes(loader, resources + line));
        }
      }
      return new SampleFiles(files);
    } catch (IOException e) {
      throw new IllegalStateException("the samples are part of the program", e);
    }
  }

  private static byte[] bytes(ClassLoader loader, String resource) throws IOException {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new NoSuchFileException(resource);
      }
      return in.readAllBytes();
    }
  }

  /**
   * Makes sure that they lie in a folder of their own version below {@code parent}; an intact copy
   * is used as it is, a damaged one replaced.
   *
   * @return the folder
   * @throws ProblemException DISK {@code samples-not-written}
   */
  Path unpackInto(Path parent) {
    Path folder = parent.resolve(version());
    Path staging = parent.resolve(".new-" + UUID.randomUUID());
    try {
      if (!intact(folder)) {
        write(staging);
        replace(staging, folder);
      }
      return folder;
    } catch (IOException e) {
      throw ProblemException.of(
          WORDS, ProblemKind.DISK, "samples-not-written", e.toString(), e, parent.toString());
    }
  }

  private String version() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.forEach(
        (path, bytes) -> {
          all.writeBytes(
              (path + "\0" + Hashes.sha256(bytes) + "\n").getBytes(StandardCharsets.UTF_8));
        });
    return Hashes.sha256(all.toByteArray()).substring(0, 16);
  }

  private boolean intact(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          || Files.size(path) != file.getValue().length
          || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        return false;
      }
    }
    return Files.isDirectory(folder);
  }

  private void write(Path staging) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = staging.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      Files.setLastModifiedTime(path, DATE);
    }
  }

  /** In one step; where another process was faster, its copy is as good. */
  private void replace(Path staging, Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Path old = folder.resolveSibling(".old-" + UUID.randomUUID());
      Files.move(folder, old);
      FolderTree.delete(old);
    }
    try {
      Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(staging, folder);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      FolderTree.delete(staging);
      if (!intact(folder)) {
        throw e;
      }
    }
  }
}
