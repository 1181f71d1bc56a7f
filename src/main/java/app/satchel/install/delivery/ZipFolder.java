package app.satchel.install.delivery;

import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.pack.PackResult;
import app.satchel.install.pack.Packager;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that gets the ZIPs of one delivery. All are built and verified in a folder beside them
 * first and then put in place together; when one cannot be, those before it are taken back. After
 * {@link #close} nothing of ours is left that was not placed.
 */
final class ZipFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ZipFolder.class);
  private static final Words WORDS = Words.of(ZipFolder.class);

  private final Path folder;
  private final Packager packager;
  private final List<Path> made = new ArrayList<>();
  private final List<Built> built = new ArrayList<>();
  private Path staging;
  private boolean placed;
  private boolean keepStaging;

  /**
   * A ZIP that is finished and waits beside its place.
   *
   * @param file where it waits
   * @param place where it goes
   */
  private record Built(Path file, Path place) {}

  ZipFolder(Path folder, Packager packager) {
    this.folder = folder.toAbsolutePath().normalize();
    this.packager = packager;
  }

  /** Where the ZIP of a skill goes. */
  static Path place(Path folder, String skillFolderName) {
    return folder.toAbsolutePath().normalize().resolve(skillFolderName + ".zip");
  }

  /**
   * Builds and verifies the ZIP of a skill beside its place.
   *
   * @param onExisting what to do when something different is at its place
   * @return null when that is to be kept
   */
  PackResult build(
      Ready ready,
      boolean force,
      Decisions.OnExisting onExisting,
      DeliveryListener listener,
      Cancellation cancellation) {
    stage();
    String name = ready.repaired().skill().folderName();
    if (built.stream().anyMatch(one -> one.place().equals(place(folder, name)))) {
      throw ProblemException.of(
          WORDS, ProblemKind.CONFLICT, "delivery-same-name", "", name, ready.skill().from());
    }
    Path file = staging.resolve(name + ".zip");
    PackResult result =
        packager.pack(
            ready.repaired(),
            file,
            force,
            (done, total) -> listener.at(ready.skill(), Stage.BUILD, done, total),
            cancellation);
    if (!result.written()) {
      return result;
    }
    Path place = place(folder, name);
    if (isThere(place) && !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      throw ProblemException.of(WORDS, ProblemKind.CONFLICT, "delivery-place-taken", "", place);
    }
    if (isThere(place) && onExisting == Decisions.OnExisting.KEEP && !same(file, place)) {
      return null;
    }
    built.add(new Built(file, place));
    return result;
  }

  private static boolean isThere(Path place) {
    return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean same(Path left, Path right) {
    try {
      return Files.isRegularFile(right) && Files.mismatch(left, right) < 0;
    } catch (IOException e) {
      throw failed(right, e);
    }
  }

  /** Puts everything in place, or nothing. */
  void placeAll() {
    List<Runnable> back = new ArrayList<>();
    try {
      for (Built one : built) {
        back.add(putInPlace(one));
      }
      placed = true;
    } catch (IOException e) {
      back.reversed().forEach(Runnable::run);
      throw failed(folder, e);
    }
  }

  /** Puts one in place and gives the way back. */
  private Runnable putInPlace(Built one) throws IOException {
    if (!isThere(one.place())) {
      move(one.file(), one.place());
      return () -> restore(one.place(), one.file());
    }
    Path before = staging.resolve(one.place().getFileName() + ".before");
    Files.copy(one.place(), before, StandardCopyOption.COPY_ATTRIBUTES);
    try {
      move(one.file(), one.place());
    } catch (IOException e) {
      if (!isThere(one.place())) {
        restore(before, one.place());
      }
      throw e;
    }
    return () -> restore(before, one.place());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void restore(Path from, Path to) {
    try {
      if (isThere(from)) {
        move(from, to);
      }
    } catch (IOException e) {
      // The person's own file is in there: it has to stay.
      keepStaging = true;
      LOG.error("could not move {} back to {}", from, to, e);
    }
  }

  private void stage() {
    if (staging != null) {
      return;
    }
    try {
      makeFolders(folder);
      staging = Files.createTempDirectory(folder, ".satchel-");
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** Remembers which folders are ours, to remove them when nothing comes of it. */
  private void makeFolders(Path wanted) throws IOException {
    if (wanted == null || Files.isDirectory(wanted)) {
      return;
    }
    makeFolders(wanted.getParent());
    Files.createDirectory(wanted);
    made.add(wanted);
  }

  private static ProblemException failed(Path where, IOException e) {
    return ProblemException.of(
        WORDS, ProblemKind.DISK, "delivery-folder-failed", e.toString(), e, where);
  }

  @Override
  public void close() {
    try {
      if (keepStaging) {
        return;
      }
      if (staging != null) {
        try (Stream<Path> files = Files.list(staging)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(staging);
      }
      if (!placed) {
        for (Path folderOfOurs : made.reversed()) {
          Files.delete(folderOfOurs);
        }
      }
    } catch (IOException e) {
      // What the person asked for is done or undone; a leftover in our own folder does no harm.
      LOG.warn("could not clean up in {}", folder, e);
    }
  }
}
