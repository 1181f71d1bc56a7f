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
        Duration.ofSeconds(5));
  }
}
