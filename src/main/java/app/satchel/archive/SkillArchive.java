package app.satchel.archive;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens the ZIP of a skill, from anywhere and hostile until proven otherwise. */
public final class SkillArchive {
  private SkillArchive() {}

  /**
   * Inspects an archive and unpacks it into a folder. Whatever is wrong with one entry refuses the
   * whole archive; the folder is then left as it was found. Links are never made, permissions are
   * set by us, and nothing is written outside the folder. Archives inside the archive stay files.
   *
   * @param zip the archive; not changed
   * @param staging a folder that does not exist yet, or is empty
   * @throws ProblemException INPUT with a code that begins with {@code zip-} when the archive must
   *     not be opened; {@code archive-not-found} (NOT_FOUND), {@code archive-unreadable} (DISK),
   *     {@code staging-not-empty} (CONFLICT), {@code staging-unwritable} (DISK)
   * @throws java.util.concurrent.CancellationException when cancelled; the folder is left as it was
   *     found
   */
  public static ExtractedArchive extract(
      Path zip, Path staging, ZipLimits limits, Cancellation cancellation) {
    try (FileChannel channel = ZipPreflight.open(zip)) {
      ZipSource source = new ZipSource(channel);
      Refusals refusals = new Refusals(ZipPreflight.fileName(zip));
      WorkingTime time = new WorkingTime(limits.time(), refusals);
      time.start();
      List<CheckedEntry> entries = ZipPreflight.inspect(source, limits, refusals, cancellation);
      time.stop();
      try (EntryReader reader = new EntryReader(source, refusals, time, cancellation)) {
        return stage(entries, reader, begin(staging), refusals);
      }
    } catch (IOException e) {
      throw ZipPreflight.unreadable(zip, e);
    }
  }

  private static Staging begin(Path staging) {
    try {
      return Staging.begin(staging);
    } catch (IOException e) {
      throw unwritable(staging, e);
    }
  }

  private static ExtractedArchive stage(
      List<CheckedEntry> entries, EntryReader reader, Staging staging, Refusals refusals)
      throws IOException {
    try {
      List<ExtractedArchive.Entry> kept = new ArrayList<>();
      List<String> dropped = new ArrayList<>();
      for (CheckedEntry entry : entries) {
        if (entry.junk()) {
          reader.read(entry, (bytes, count) -> {});
          dropped.add(entry.directory() ? entry.path() + "/" : entry.path());
        } else {
          kept.add(stage(entry, reader, staging, refusals));
        }
      }
      return new ExtractedArchive(staging.root(), kept, dropped);
    } catch (IOException | RuntimeException | Error e) {
      try {
        staging.discard();
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private static ExtractedArchive.Entry stage(
      CheckedEntry entry, EntryReader reader, Staging staging, Refusals refusals)
      throws IOException {
    Path place = staging.resolve(entry.path(), refusals);
    try {
      if (entry.directory()) {
        reader.read(entry, (bytes, count) -> {});
        staging.makeFolder(place);
        return new ExtractedArchive.Entry(entry.path(), 0, true, false);
      }
      ScriptHead head = new ScriptHead();
      try (OutputStream out = staging.makeFile(place)) {
        reader.read(
            entry,
            (bytes, count) -> {
              head.accept(bytes, count);
              write(out, bytes, count, place);
            });
      }
      boolean executable = entry.executable() || (head.shebang() && inScripts(entry.path()));
      staging.finishFile(place, executable);
      return new ExtractedArchive.Entry(entry.path(), entry.bytes(), false, executable);
    } catch (FileSystemException e) {
      throw unwritable(place, e);
    }
  }

  /** Keeps a full disk apart from an archive that cannot be read. */
  private static void write(OutputStream out, byte[] bytes, int count, Path place) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  private static ProblemException unwritable(Path place, IOException e) {
    return ProblemException.of(
        Refusals.WORDS,
        ProblemKind.DISK,
        "staging-unwritable",
        String.valueOf(e),
        e,
        Refusals.shown(place.toString()));
  }

  private static boolean inScripts(String path) {
    return path.startsWith("scripts/") || path.contains("/scripts/");
  }

  /** Sees whether a file begins with the two characters that name an interpreter. */
  private static final class ScriptHead {
    private int seen;
    private boolean shebang = true;

    void accept(byte[] bytes, int count) {
      for (int i = 0; i < count && seen < 2; i++, seen++) {
        shebang &= bytes[i] == "#!".charAt(seen);
      }
    }

    boolean shebang() {
      return shebang && seen == 2;
    }
  }
}
