package app.satchel.archive;

import java.io.IOException;

/**
 * The one end of an archive: its end-of-central-directory record, with the zip64 record before it
 * where there is one (PKWARE APPNOTE 6.3.10, sections 4.3.14 to 4.3.16).
 *
 * <p>Readers differ in which record they take when several could be meant; what one of them scans
 * is then not what another installs. So the last signature in the file must be the record, must
 * reach exactly to the end of the file with its comment, and nothing else may.
 *
 * @param entries number of entries
 * @param directoryOffset where the central directory begins
 * @param directoryBytes its size, checked against the limit
 */
record ZipEnd(int entries, long directoryOffset, int directoryBytes) {
  private static final long SIGNATURE = 0x06054b50L;
  private static final long ZIP64_SIGNATURE = 0x06064b50L;
  private static final long ZIP64_LOCATOR_SIGNATURE = 0x07064b50L;
  private static final int BYTES = 22;
  private static final int ZIP64_BYTES = 56;
  private static final int ZIP64_LOCATOR_BYTES = 20;
  private static final int MAX_COMMENT_BYTES = 0xFFFF;
  private static final int U16_IN_ZIP64 = 0xFFFF;
  private static final long U32_IN_ZIP64 = 0xFFFF_FFFFL;

  /** What either record states. */
  private record Stated(
      long disk, long directoryDisk, long here, long entries, long bytes, long offset) {}

  static ZipEnd find(ZipSource source, ZipLimits limits, Refusals refusals) throws IOException {
    long at = locate(source, refusals);
    Stated stated = zip32(source.read(at, BYTES));
    long directoryEnd = at;
    if (at >= ZIP64_LOCATOR_BYTES) {
      ZipBlock locator = source.read(at - ZIP64_LOCATOR_BYTES, ZIP64_LOCATOR_BYTES);
      if (locator.u32(0) == ZIP64_LOCATOR_SIGNATURE) {
        directoryEnd = zip64Offset(locator, at, refusals);
        Stated zip64 = zip64(source.read(directoryEnd, ZIP64_BYTES), refusals);
        requireAgreement(stated, zip64, refusals);
        stated = zip64;
      }
    }
    if (stated.disk != 0 || stated.directoryDisk != 0 || stated.here != stated.entries) {
      throw refusals.archive("zip-multi-disk", stated.toString());
    }
    if (stated.entries > limits.entries()) {
      throw refusals.archive("zip-too-many-entries", stated.toString(), limits.entries());
    }
    if (stated.bytes > limits.directoryBytes()) {
      throw refusals.archive(
          "zip-directory-too-large", stated.toString(), limits.directoryBytes() >> 20);
    }
    requirePlace(source, stated, directoryEnd, refusals);
    return new ZipEnd((int) stated.entries, stated.offset, (int) stated.bytes);
  }

  /** The offset of the record. */
  private static long locate(ZipSource source, Refusals refusals) throws IOException {
    int window = (int) Math.min(source.length(), BYTES + MAX_COMMENT_BYTES);
    long windowAt = source.length() - window;
    ZipBlock tail = source.read(windowAt, window);
    int last = -1;
    int reaching = -1;
    for (int i = window - 4; i >= 0; i--) {
      if (tail.u8(i) != 'P' || tail.u32(i) != SIGNATURE) {
        continue;
      }
      last = Math.max(last, i);
      if (i <= window - BYTES && i + BYTES + tail.u16(i + 20) == window) {
        if (reaching >= 0) {
          throw refusals.archive(
              "zip-ambiguous-end", "at " + (windowAt + i) + " and " + (windowAt + reaching));
        }
        reaching = i;
      }
    }
    if (reaching >= 0 && reaching == last) {
      return windowAt + reaching;
    }
    if (reaching >= 0) {
      throw refusals.archive(
          "zip-ambiguous-end", "at " + (windowAt + reaching) + " and " + (windowAt + last));
    }
    throw noEnd(source, tail, windowAt, last, refusals);
  }

  private static RuntimeException noEnd(
      ZipSource source, ZipBlock tail, long windowAt, int last, Refusals refusals)
      throws IOException {
    if (last >= 0 && last <= tail.length() - BYTES) {
      long end = windowAt + last + BYTES + tail.u16(last + 20);
      if (end < source.length()) {
        return refusals.archive(
            "zip-trailing-data", "the ZIP ends at " + end + ", the file at " + source.length());
      }
    }
    int headBytes = (int) Math.min(source.length(), FileShape.HEAD_BYTES);
    byte[] head = source.read(0, headBytes).bytes(0, headBytes);
    boolean zip = headBytes >= 2 && head[0] == 'P' && head[1] == 'K';
    if (zip && (headBytes < 4 || zipSignature(new ZipBlock(head).u16(2)))) {
      return refusals.archive("zip-truncated", "no end record in " + source.length() + " bytes");
    }
    if (last >= 0) {
      return refusals.archive("zip-truncated", "the comment runs past the end of the file");
    }
    FileShape shape = FileShape.of(head);
    return refusals.archive(
        "zip-not-a-zip", shape.name(), Refusals.WORDS.text("shape." + shape.name()));
  }

  /** Whether the two bytes after "PK" are those of a record that may begin an archive. */
  private static boolean zipSignature(int afterPk) {
    return switch (afterPk) {
      case 0x0403, 0x0605, 0x0606, 0x0807, 0x0201 -> true;
      default -> false;
    };
  }

  private static Stated zip32(ZipBlock end) {
    return new Stated(end.u16(4), end.u16(6), end.u16(8), end.u16(10), end.u32(12), end.u32(16));
  }

  private static long zip64Offset(ZipBlock locator, long endAt, Refusals refusals) {
    long offset = locator.u64(8);
    // 0 disks in all is written by some; it can mean nothing else than one.
    if (locator.u32(4) != 0 || locator.u32(16) > 1) {
      throw refusals.archive("zip-multi-disk", "zip64 locator");
    }
    // Exactly between the directory and the locator: no room for data that some readers see.
    if (offset != endAt - ZIP64_LOCATOR_BYTES - ZIP64_BYTES) {
      throw refusals.archive("zip-end-mismatch", "zip64 record said to be at " + offset);
    }
    return offset;
  }

  private static Stated zip64(ZipBlock end, Refusals refusals) {
    if (end.u32(0) != ZIP64_SIGNATURE || end.u64(4) != ZIP64_BYTES - 12) {
      throw refusals.archive("zip-end-mismatch", "zip64 record not where it is said to be");
    }
    return new Stated(end.u32(16), end.u32(20), end.u64(24), end.u64(32), end.u64(40), end.u64(48));
  }

  private static void requireAgreement(Stated zip32, Stated zip64, Refusals refusals) {
    boolean agree =
        agree16(zip32.disk, zip64.disk)
            && agree16(zip32.directoryDisk, zip64.directoryDisk)
            && agree16(zip32.here, zip64.here)
            && agree16(zip32.entries, zip64.entries)
            && agree32(zip32.bytes, zip64.bytes)
            && agree32(zip32.offset, zip64.offset);
    if (!agree) {
      throw refusals.archive("zip-end-mismatch", zip32 + " but zip64 " + zip64);
    }
  }

  private static boolean agree16(long zip32, long zip64) {
    return zip32 == U16_IN_ZIP64 || zip32 == zip64;
  }

  private static boolean agree32(long zip32, long zip64) {
    return zip32 == U32_IN_ZIP64 || zip32 == zip64;
  }

  /** The directory must lie where it is said to, and end where the end record begins. */
  private static void requirePlace(
      ZipSource source, Stated stated, long directoryEnd, Refusals refusals) throws IOException {
    if (stated.offset <= directoryEnd && stated.offset == directoryEnd - stated.bytes) {
      return;
    }
    String details = stated + ", ends at " + directoryEnd;
    boolean beginsWithEntry =
        source.length() >= 4 && source.read(0, 4).u32(0) == LocalHeaders.SIGNATURE;
    boolean shifted = stated.offset < directoryEnd - stated.bytes;
    throw refusals.archive(
        shifted && !beginsWithEntry ? "zip-prefix" : "zip-end-mismatch", details);
  }
}
