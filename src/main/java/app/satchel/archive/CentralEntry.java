package app.satchel.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One entry as the central directory describes it, with zip64 values put in place and every rule
 * checked that needs no other part of the archive.
 *
 * @param rawName the name's bytes
 * @param path the name, without the slash that marks a folder
 * @param directory whether it is a folder
 * @param flags general purpose bits
 * @param method 0 stored or 8 deflated
 * @param crc CRC-32 of the unpacked bytes
 * @param packed size in the archive in bytes
 * @param size unpacked size in bytes
 * @param offset of the local header
 * @param ownerExecutable whether a Unix system wrote it with the owner's execute bit
 */
record CentralEntry(
    byte[] rawName,
    String path,
    boolean directory,
    int flags,
    int method,
    long crc,
    long packed,
    long size,
    long offset,
    boolean ownerExecutable) {

  static final long SIGNATURE = 0x02014b50L;
  static final int FIXED_BYTES = 46;
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /** Sizes and CRC follow the data. */
  static final int FLAG_DESCRIPTOR = 1 << 3;

  private static final int FLAG_UTF8 = 1 << 11;

  /** Encrypted, strongly encrypted, or with masked local headers. */
  private static final int FLAGS_ENCRYPTED = 1 | 1 << 6 | 1 << 13;

  /** Bits with a meaning that leaves the data as we read it: two of the deflater, and the above. */
  private static final int FLAGS_KNOWN = 1 << 1 | 1 << 2 | FLAG_DESCRIPTOR | FLAG_UTF8;

  private static final long IN_ZIP64 = 0xFFFF_FFFFL;
  private static final int DISK_IN_ZIP64 = 0xFFFF;

  private static final int HOST_UNIX = 3;
  private static final int HOST_DARWIN = 19;
  private static final int TYPE_MASK = 0xF000;
  private static final int TYPE_REGULAR = 0x8000;
  private static final int TYPE_DIRECTORY = 0x4000;
  private static final int TYPE_LINK = 0xA000;
  private static final int OWNER_EXECUTE = 0x40;

  /** Reads a header that lies wholly inside the block. */
  static CentralEntry read(ZipBlock directory, int at, ZipLimits limits, Refusals refusals) {
    int nameBytes = directory.u16(at + 28);
    int extraBytes = directory.u16(at + 30);
    byte[] rawName = directory.bytes(at + FIXED_BYTES, nameBytes);
    int flags = directory.u16(at + 8);
    String name = decode(rawName, (flags & FLAG_UTF8) != 0, refusals);
    boolean folder = name.endsWith("/");
    String path = folder ? name.substring(0, name.length() - 1) : name;
    PathRules.check(path, limits)
        .ifPresent(
            broken -> {
              throw refusals.entry(broken.code(), name, "", broken.limit());
            });
    ExtraFields extra =
        ExtraFields.read(directory.block(at + FIXED_BYTES + nameBytes, extraBytes), name, refusals);
    extra.requireSamePath(rawName, name, refusals);
    int method = directory.u16(at + 10);
    requireReadable(flags, method, extra, name, refusals);
    int mode = directory.u16(at + 40);
    requireFileOrFolder(mode, folder, extra, name, refusals);

    CentralEntry entry =
        withZip64(
            new CentralEntry(
                rawName,
                path,
                folder,
                flags,
                method,
                directory.u32(at + 16),
                directory.u32(at + 20),
                directory.u32(at + 24),
                directory.u32(at + 42),
                executable(directory.u8(at + 5), mode)),
            directory.u16(at + 34),
            extra,
            refusals);
    entry.requireSizes(name, limits, refusals);
    return entry;
  }

  private static String decode(byte[] rawName, boolean utf8, Refusals refusals) {
    try {
      // Archivers of macOS write UTF-8 without the flag. Bytes in another encoding are hardly ever
      // valid UTF-8 by chance, and nobody can tell which encoding they are in.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(rawName)).toString();
    } catch (CharacterCodingException _) {
      String shown = new String(rawName, StandardCharsets.ISO_8859_1);
      throw refusals.entry("zip-name-encoding", shown, utf8 ? "marked as UTF-8" : "not marked");
    }
  }

  private static void requireReadable(
      int flags, int method, ExtraFields extra, String name, Refusals refusals) {
    if ((flags & FLAGS_ENCRYPTED) != 0
        || extra.has(ExtraFields.STRONG_ENCRYPTION)
        || extra.has(ExtraFields.AES_ENCRYPTION)) {
      throw refusals.entry("zip-encrypted", name, String.format("flags 0x%04x", flags));
    }
    if (method != STORED && method != DEFLATED) {
      throw refusals.entry("zip-method", name, "", method);
    }
    if ((flags & ~FLAGS_KNOWN) != 0) {
      throw refusals.entry("zip-flags", name, String.format("flags 0x%04x", flags));
    }
  }

  /**
   * The type is checked whatever system the entry says it is from: readers differ in whether they
   * ask. Archivers without Unix types leave it 0.
   */
  private static void requireFileOrFolder(
      int mode, boolean folder, ExtraFields extra, String name, Refusals refusals) {
    int type = mode & TYPE_MASK;
    String details = String.format("mode 0%o", mode);
    if (type == TYPE_LINK || extra.hasLinkTarget()) {
      throw refusals.entry("zip-link", name, details);
    }
    if (type != 0 && type != TYPE_REGULAR && type != TYPE_DIRECTORY) {
      throw refusals.entry("zip-device", name, details);
    }
    if (type != 0 && folder != (type == TYPE_DIRECTORY)) {
      throw refusals.entry("zip-type-mismatch", name, details);
    }
  }

  private static boolean executable(int host, int mode) {
    return (host == HOST_UNIX || host == HOST_DARWIN) && (mode & OWNER_EXECUTE) != 0;
  }

  /**
   * Values that do not fit are in the zip64 field, in this order, and no others (APPNOTE 4.5.3).
   */
  private static CentralEntry withZip64(
      CentralEntry entry, int disk, ExtraFields extra, Refusals refusals) {
    ZipBlock zip64 = extra.zip64();
    boolean diskElsewhere = disk == DISK_IN_ZIP64;
    int needed =
        (entry.size == IN_ZIP64 ? 8 : 0)
            + (entry.packed == IN_ZIP64 ? 8 : 0)
            + (entry.offset == IN_ZIP64 ? 8 : 0)
            + (diskElsewhere ? 4 : 0);
    int present = zip64 == null ? 0 : zip64.length();
    if (needed != present) {
      throw refusals.entry(
          "zip-extra-broken", entry.path, "zip64 field of " + present + " bytes, needs " + needed);
    }
    int at = 0;
    long size = entry.size;
    if (size == IN_ZIP64) {
      size = zip64.u64(at);
      at += 8;
    }
    long packed = entry.packed;
    if (packed == IN_ZIP64) {
      packed = zip64.u64(at);
      at += 8;
    }
    long offset = entry.offset;
    if (offset == IN_ZIP64) {
      offset = zip64.u64(at);
      at += 8;
    }
    long realDisk = diskElsewhere ? zip64.u32(at) : disk;
    if (realDisk != 0) {
      throw refusals.entry("zip-entry-disk", entry.path, "disk " + realDisk);
    }
    return new CentralEntry(
        entry.rawName,
        entry.path,
        entry.directory,
        entry.flags,
        entry.method,
        entry.crc,
        packed,
        size,
        offset,
        entry.ownerExecutable);
  }

  private void requireSizes(String name, ZipLimits limits, Refusals refusals) {
    String details = size + " bytes, packed " + packed;
    if (directory && (size != 0 || crc != 0)) {
      throw refusals.entry("zip-folder-with-content", name, details);
    }
    if (size > limits.fileBytes()) {
      throw refusals.entry("zip-entry-too-large", name, details, limits.fileBytes() >> 20);
    }
    if (method == STORED && size != packed) {
      throw refusals.entry("zip-size-mismatch", name, details);
    }
    // Division, so that a huge packed size cannot overflow.
    if (size > limits.ratioFreeBytes() && size / limits.entryRatio() > packed) {
      throw refusals.entry("zip-ratio", name, details, limits.entryRatio());
    }
  }
}
