package app.satchel.archive;

import java.time.Duration;
import java.util.Objects;

/**
 * How large an archive may be before it is refused. The defaults are the policy of 2026-11: about
 * twice what the largest of 16,997 real skills needs.
 *
 * @param archiveBytes size of the ZIP itself, in bytes
 * @param totalBytes size of everything in it once unpacked, in bytes
 * @param fileBytes size of one file once unpacked, in bytes
 * @param entries files and folders listed in it
 * @param directoryBytes size of its central directory, in bytes
 * @param entryRatio unpacked to packed size of one entry, from {@link #ratioFreeBytes} on
 * @param totalRatio unpacked size of everything to the size of the ZIP, from {@link
 *     #ratioFreeBytes} on
 * @param ratioFreeBytes unpacked size in bytes up to which no ratio is suspicious: a short file of
 *     blanks packs 900:1 and hurts nobody
 * @param pathBytes length of a path in UTF-8 bytes
 * @param segmentBytes length of one file or folder name in UTF-8 bytes
 * @param depth segments of a path
 * @param everySystem whether names are refused that only some systems can hold: reserved on
 *     Windows, ending in a dot, or differing from another in case alone
 * @param time working time for inspecting and decompressing, waiting for the disk not included
 */
public record ZipLimits(
    long archiveBytes,
    long totalBytes,
    long fileBytes,
    int entries,
    int directoryBytes,
    int entryRatio,
    int totalRatio,
    long ratioFreeBytes,
    int pathBytes,
    int segmentBytes,
    int depth,
    boolean everySystem,
    Duration time) {

  private static final long MIB = 1L << 20;

  public ZipLimits {
    Objects.requireNonNull(time);
    if (archiveBytes <= 0
        || totalBytes <= 0
        || fileBytes <= 0
        || entries <= 0
        || directoryBytes <= 0
        || entryRatio <= 0
        || totalRatio <= 0
        || ratioFreeBytes < 0
        || pathBytes <= 0
        || segmentBytes <= 0
        || depth <= 0
        || time.isNegative()
        || time.isZero()) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }

  /** The limits for a skill from anywhere. */
  public static ZipLimits standard() {
    return new ZipLimits(
        32 * MIB,
        64 * MIB,
        16 * MIB,
        4096,
        (int) (4 * MIB),
        100,
        50,
        MIB,
        240,
        100,
        16,
        true,
        Duration.ofSeconds(5));
  }

  /**
   * The limits for what we build ourselves of a skill that lies on this computer, and for reading
   * it back. What claude.ai accepts as published must not become refused by us (2026-11), so these
   * keep only what the disk and the memory ask for: how large and how many it may be is for the
   * upload rules to say, and a name that this disk holds is one that it can hold again.
   */
  public static ZipLimits ofOurOwn() {
    return new ZipLimits(
        128 * MIB,
        128 * MIB,
        64 * MIB,
        4096,
        (int) (16 * MIB),
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        MIB,
        4096,
        255,
        128,
        false,
        Duration.ofMinutes(1));
  }
}
