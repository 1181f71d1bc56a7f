package app.satchel.disk;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts a finished file in its place: whoever looks sees the old one or the new one, never half. */
public final class Placement {
  private Placement() {}

  /**
   * Writes a file beside its target and puts it in its place when it is complete; nothing is left
   * behind when that fails, and what was there stays.
   *
   * @param target in a folder that is made when it is not there
   */
  public static void write(Path target, byte[] bytes) throws IOException {
    Path place = target.toAbsolutePath();
    Files.createDirectories(place.getParent());
    Path staged = Files.createTempFile(place.getParent(), ".satchel-", ".part");
    try {
      Files.write(staged, bytes);
      replace(staged, place);
    } finally {
      // Gone already when it has been moved.
      Files.deleteIfExists(staged);
    }
  }

  /**
   * Moves a finished file over its target, in one step where the disk can do that.
   *
   * @param finished a file in the target's own folder
   */
  public static void replace(Path finished, Path target) throws IOException {
    try {
      Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(finished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
