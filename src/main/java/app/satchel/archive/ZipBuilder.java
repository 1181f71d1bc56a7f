package app.satchel.archive;

import app.satchel.disk.Placement;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Packs a skill as claude.ai wants it: one folder at the top, named as the skill, with its files
 * and no entries for folders. The same skill gives the same bytes: files in the order of their
 * names, one fixed date, one compression level, sizes in the headers rather than after the data,
 * nothing of this computer or this hour. (Two builds of zlib may compress differently; then the
 * bytes differ and the content does not.)
 */
public final class ZipBuilder {
  /**
   * 1980 begins the ZIP calendar; its first of January may fall into 1979 when a time zone is
   * applied, so the month after it is taken.
   */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final int LEVEL = 9;
  private static final int REGULAR_644 = 0100644;
  private static final int REGULAR_755 = 0100755;

  private ZipBuilder() {}

  /** Reads a finished ZIP back before it takes its place. */
  @FunctionalInterface
  public interface Verifier {
    /**
     * @param zip the finished file under a temporary name; must not be changed
     * @throws IOException or any unchecked exception to reject it
     */
    void verify(Path zip) throws IOException;

    /** Accepts everything. */
    static Verifier none() {
      return zip -> {};
    }
  }

  /**
   * Writes a skill's ZIP to a stream, which stays open.
   *
   * @throws ProblemException INPUT {@code pack-link} for a link or device among the files, {@code
   *     pack-no-folder-name}, {@code pack-too-large} for more than we would unpack ourselves,
   *     {@code pack-file-changed} when a file's size is no longer what it was, and the {@code
   *     zip-path-}, {@code zip-name-} and {@code zip-duplicate-} codes of an archive for paths that
   *     would not be the same file everywhere
   * @throws IOException when a file cannot be read or the stream not written
   */
  public static BuiltZip write(SkillFolder skill, OutputStream out) throws IOException {
    return write(skill, out, Progress.silent(), Cancellation.none());
  }

  /**
   * The same, telling how many files are done, and stopping when cancelled.
   *
   * @throws java.util.concurrent.CancellationException when cancelled; the stream then holds a part
   */
  public static BuiltZip write(
      SkillFolder skill, OutputStream out, Progress progress, Cancellation cancellation)
      throws IOException {
    List<SkillFile> files =
        skill.files().stream()
            .sorted(Comparator.comparing(SkillFile::path, SkillFolder.PATH_ORDER))
            .toList();
    requirePackable(skill, files);
    HashingOutput hashing = new HashingOutput(out);
    Deflater deflater = new Deflater(LEVEL, true);
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(hashing)) {
      zip.setUseZip64(Zip64Mode.Never);
      progress.at(0, files.size());
      for (int i = 0; i < files.size(); i++) {
        cancellation.throwIfCancelled();
        add(zip, skill.folderName(), files.get(i), deflater);
        progress.at(i + 1L, files.size());
      }
      zip.finish();
    } finally {
      deflater.end();
    }
    return new BuiltZip(
        files.size(),
        files.stream().mapToLong(SkillFile::bytes).sum(),
        hashing.bytes(),
        hashing.sha256());
  }

  /**
   * Builds a skill's ZIP beside its target under a temporary name, has it read back, and then moves
   * it into place in one step. After any failure the temporary file is gone and an existing target
   * is as it was.
   *
   * @param target the ZIP to make or replace; its folder must exist
   * @throws ProblemException as {@link #write(SkillFolder, OutputStream)}, {@code
   *     pack-target-is-folder} (CONFLICT), {@code pack-failed} (DISK), {@code pack-unreadable}
   *     (INPUT) when a file of the skill cannot be read, and what the verifier throws
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static BuiltZip build(
      SkillFolder skill,
      Path target,
      Verifier verifier,
      Progress progress,
      Cancellation cancellation) {
    Path place = target.toAbsolutePath();
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) || place.getFileName() == null) {
      throw ProblemException.of(
          Refusals.WORDS, ProblemKind.CONFLICT, "pack-target-is-folder", "", target.toString());
    }
    Path temporary =
        place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      BuiltZip built = writeNew(skill, temporary, progress, cancellation);
      verifier.verify(temporary);
      cancellation.throwIfCancelled();
      Placement.replace(temporary, place);
      return built;
    } catch (IOException e) {
      deleteAfter(e, temporary);
      if (ofAnotherFile(e, temporary, place)) {
        throw ProblemException.of(
            Refusals.WORDS,
            ProblemKind.INPUT,
            "pack-unreadable",
            String.valueOf(e),
            e,
            Refusals.shown(skill.folderName()),
            Refusals.shown(((FileSystemException) e).getFile()));
      }
      throw ProblemException.of(
          Refusals.WORDS,
          ProblemKind.DISK,
          "pack-failed",
          String.valueOf(e),
          e,
          Refusals.shown(skill.folderName()),
          target.toString());
    } catch (RuntimeException | Error e) {
      deleteAfter(e, temporary);
      throw e;
    }
  }

  /** A file of the skill could not be read; the ZIP itself is not to blame. */
  private static boolean ofAnotherFile(IOException e, Path temporary, Path place) {
    return e instanceof FileSystemException about
        && about.getFile() != null
        && !Path.of(about.getFile()).equals(temporary)
        && !Path.of(about.getFile()).equals(place);
  }

  private static BuiltZip writeNew(
      SkillFolder skill, Path file, Progress progress, Cancellation cancellation)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      BuiltZip built = write(skill, out, progress, cancellation);
      out.flush();
      // On the disk before it takes the name of a good file.
      channel.force(true);
      return built;
    }
  }

  private static void deleteAfter(Throwable failure, Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void requirePackable(SkillFolder skill, List<SkillFile> files) {
    ZipLimits limits = ZipLimits.ofOurOwn();
    String folder = skill.folderName();
    Refusals refusals = new Refusals(folder);
    if (folder.isEmpty()) {
      throw refusals.archive("pack-no-folder-name", "");
    }
    if (folder.contains("/")) {
      throw refusals.entry("zip-path-empty", folder, "");
    }
    NameCollisions names = new NameCollisions(limits.everySystem());
    long total = 0;
    for (SkillFile file : files) {
      if (file.type() != SkillFile.Type.REGULAR) {
        throw refusals.entry("pack-link", file.path(), file.type().name());
      }
      String path = folder + "/" + file.path();
      PathRules.check(path, limits)
          .ifPresent(
              broken -> {
                throw refusals.entry(broken.code(), path, "", broken.limit());
              });
      names
          .add(path, false)
          .ifPresent(
              other -> {
                throw refusals.entry(other.code(), path, "", Refusals.shown(other.other()));
              });
      total += file.bytes();
      if (file.bytes() > limits.fileBytes() || total > limits.totalBytes()) {
        throw refusals.entry(
            "pack-too-large",
            file.path(),
            file.bytes() + " bytes, " + total + " so far",
            limits.fileBytes() >> 20,
            limits.totalBytes() >> 20);
      }
    }
    if (files.size() > limits.entries()) {
      throw refusals.archive("pack-too-many-files", files.size() + " files", limits.entries());
    }
  }

  /**
   * Compresses the file first, so that its header can carry its sizes: some readers refuse sizes
   * that follow the data. Stored as it is when that is shorter.
   */
  private static void add(
      ZipArchiveOutputStream zip, String folder, SkillFile file, Deflater deflater)
      throws IOException {
    byte[] content = readExactly(folder, file);
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] packed = deflate(content, deflater);
    boolean smaller = packed.length < content.length;

    ZipArchiveEntry entry = new ZipArchiveEntry(folder + "/" + file.path());
    entry.setTimeLocal(DATE);
    entry.setMethod(smaller ? ZipArchiveEntry.DEFLATED : ZipArchiveEntry.STORED);
    entry.setCrc(crc.getValue());
    entry.setSize(content.length);
    entry.setCompressedSize(smaller ? packed.length : content.length);
    entry.setUnixMode(file.executable() ? REGULAR_755 : REGULAR_644);
    zip.addRawArchiveEntry(entry, new ByteArrayInputStream(smaller ? packed : content));
  }

  /** Never more than the size that was checked, even when the file has grown since. */
  private static byte[] readExactly(String folder, SkillFile file) throws IOException {
    try (InputStream in = file.content().open()) {
      byte[] content = in.readNBytes((int) file.bytes());
      if (content.length == file.bytes() && in.read() < 0) {
        return content;
      }
    }
    throw new Refusals(folder).entry("pack-file-changed", file.path(), "");
  }

  private static byte[] deflate(byte[] content, Deflater deflater) throws IOException {
    deflater.reset();
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2 + 64);
    DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 16);
    out.write(content);
    out.finish();
    return packed.toByteArray();
  }
}
