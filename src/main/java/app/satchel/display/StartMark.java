package app.satchel.display;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is there from the start of a window until its first picture has been painted. One
 * that is found at the next start tells that the start before was killed, crashed in native code,
 * or was given up by a person before a blank window.
 */
public final class StartMark {
  private static final int MAX_BYTES = 32;

  private final Path file;

  public StartMark(Path file) {
    this.file = file;
  }

  /** Whether an earlier start ended before its first picture; one that still runs did not. */
  public boolean isFromFailedStart() {
    try {
      if (!Files.exists(file)) {
        return false;
      }
      if (Files.size(file) > MAX_BYTES) {
        return true;
      }
      String process = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return !process.matches("[0-9]{1,18}")
          || ProcessHandle.of(Long.parseLong(process)).filter(StartMark::isAnother).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isAnother(ProcessHandle process) {
    return process.isAlive() && process.pid() != ProcessHandle.current().pid();
  }

  /** A start begins. Blocks; a disk that refuses is no reason not to start. */
  public void set() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    } catch (IOException e) {
      log().debug("The start is not marked: {}", e.toString());
    }
  }

  /** The start has come to an end that is known: a picture, or an answer why there is none. */
  public void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log().debug("The start stays marked: {}", e.toString());
    }
  }

  // Made late: this class is used before the log's place is known.
  private static Logger log() {
    return LoggerFactory.getLogger(StartMark.class);
  }
}
