package app.satchel.archive;

import app.satchel.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Holds every local header against the central directory, and the whole space before the directory
 * against the headers: it must be filled by them and their data, without overlap and without a gap.
 */
final class LocalHeaders {
  static final long SIGNATURE = 0x04034b50L;

  private static final long DESCRIPTOR_SIGNATURE = 0x08074b50L;
  private static final int FIXED_BYTES = 30;
  private static final long IN_ZIP64 = 0xFFFF_FFFFL;

  private final ZipSource source;
  private final ZipEnd end;
  private final Refusals refusals;

  LocalHeaders(ZipSource source, ZipEnd end, Refusals refusals) {
    this.source = source;
    this.end = end;
    this.refusals = refusals;
  }

  /** Where each entry's data is, in the order in which the data lie in the archive. */
  List<CheckedEntry> check(List<CentralEntry> entries) throws IOException {
    List<CentralEntry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(CentralEntry::offset));
    // Before anything else, so that every range below lies in front of the directory.
    for (CentralEntry entry : sorted) {
      if (entry.offset() > end.directoryOffset() - FIXED_BYTES) {
        throw missing(entry);
      }
    }
    long first = sorted.isEmpty() ? end.directoryOffset() : sorted.getFirst().offset();
    if (first != 0) {
      boolean unlisted = source.read(0, 4).u32(0) == SIGNATURE;
      throw refusals.archive(
          unlisted ? "zip-gap" : "zip-prefix", first + " bytes before the first entry");
    }
    List<CheckedEntry> checked = new ArrayList<>(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      long next = i + 1 < sorted.size() ? sorted.get(i + 1).offset() : end.directoryOffset();
      checked.add(check(sorted.get(i), next));
    }
    return checked;
  }

  private CheckedEntry check(CentralEntry entry, long next) throws IOException {
    ZipBlock header = source.read(entry.offset(), FIXED_BYTES);
    if (header.u32(0) != SIGNATURE) {
      throw missing(entry);
    }
    int nameBytes = header.u16(26);
    int extraBytes = header.u16(28);
    long dataOffset = entry.offset() + FIXED_BYTES + nameBytes + extraBytes;
    if (dataOffset > next || entry.packed() > next - dataOffset) {
      throw refusals.entry(
          "zip-overlap",
          entry.path(),
          entry.packed() + " bytes at " + dataOffset + ", next at " + next);
    }
    ZipBlock rest = source.read(entry.offset() + FIXED_BYTES, nameBytes + extraBytes);
    requireSame(entry, "name", Arrays.equals(rest.bytes(0, nameBytes), entry.rawName()));
    int flags = header.u16(6);
    boolean descriptor = (flags & CentralEntry.FLAG_DESCRIPTOR) != 0;
    // Some archivers mark the descriptor only here; whoever starts from the directory needs no
    // mark.
    requireSame(
        entry,
        "flags",
        flags == entry.flags() || flags == (entry.flags() | CentralEntry.FLAG_DESCRIPTOR));
    requireSame(entry, "method", header.u16(8) == entry.method());
    ExtraFields extra = ExtraFields.read(rest.block(nameBytes, extraBytes), entry.path(), refusals);
    extra.requireSamePath(
        entry.rawName(), entry.directory() ? entry.path() + "/" : entry.path(), refusals);
    if (extra.hasLinkTarget()) {
      throw refusals.entry("zip-link", entry.path(), "local extra field");
    }
    if (extra.has(ExtraFields.AES_ENCRYPTION) || extra.has(ExtraFields.STRONG_ENCRYPTION)) {
      throw refusals.entry("zip-encrypted", entry.path(), "local extra field");
    }
    requireSizes(entry, header, extra, descriptor);
    requireEnd(entry, descriptor, dataOffset + entry.packed(), next);
    return CheckedEntry.of(entry, dataOffset);
  }

  private ProblemException missing(CentralEntry entry) {
    return refusals.entry("zip-local-missing", entry.path(), "at " + entry.offset());
  }

  /**
   * @param later whether the values follow the data, so that they need not be known yet
   */
  private void requireSizes(CentralEntry entry, ZipBlock header, ExtraFields extra, boolean later) {
    long crc = header.u32(14);
    long packed = header.u32(18);
    long size = header.u32(22);
    ZipBlock zip64 = extra.zip64();
    int needed = (size == IN_ZIP64 ? 8 : 0) + (packed == IN_ZIP64 ? 8 : 0);
    int present = zip64 == null ? 0 : zip64.length();
    // A field for nothing is room that was reserved, and must not say something else.
    boolean reserved = needed == 0 && present == 16;
    if (needed != present && !reserved) {
      throw refusals.entry(
          "zip-extra-broken", entry.path(), "zip64 field of the local header: " + present);
    }
    if (reserved) {
      requireSame(entry, "zip64 size", known(zip64.u64(0), entry.size(), later));
      requireSame(entry, "zip64 packed size", known(zip64.u64(8), entry.packed(), later));
    }
    if (packed == IN_ZIP64) {
      packed = zip64.u64(size == IN_ZIP64 ? 8 : 0);
    }
    if (size == IN_ZIP64) {
      size = zip64.u64(0);
    }
    requireSame(entry, "CRC", known(crc, entry.crc(), later));
    requireSame(entry, "size", known(size, entry.size(), later));
    requireSame(entry, "packed size", known(packed, entry.packed(), later));
  }

  private static boolean known(long local, long central, boolean later) {
    return local == central || (later && local == 0);
  }

  private void requireSame(CentralEntry entry, String field, boolean same) {
    if (!same) {
      throw refusals.entry("zip-local-mismatch", entry.path(), field);
    }
  }

  /**
   * What lies between the data and the next header: nothing, or exactly one data descriptor. Its
   * four shapes have four lengths, so there is no doubt which one it is.
   */
  private void requireEnd(CentralEntry entry, boolean descriptorFollows, long dataEnd, long next)
      throws IOException {
    long gap = next - dataEnd;
    if (!descriptorFollows) {
      if (gap != 0) {
        throw refusals.entry("zip-gap", entry.path(), gap + " bytes at " + dataEnd);
      }
      return;
    }
    boolean right = false;
    if (gap == 12 || gap == 16 || gap == 20 || gap == 24) {
      ZipBlock descriptor = source.read(dataEnd, (int) gap);
      boolean signed = gap == 16 || gap == 24;
      boolean wide = gap >= 20;
      int at = signed ? 4 : 0;
      long packed = wide ? descriptor.u64(at + 4) : descriptor.u32(at + 4);
      long size = wide ? descriptor.u64(at + 12) : descriptor.u32(at + 8);
      right =
          (!signed || descriptor.u32(0) == DESCRIPTOR_SIGNATURE)
              && descriptor.u32(at) == entry.crc()
              && packed == entry.packed()
              && size == entry.size();
    }
    if (!right) {
      throw refusals.entry("zip-descriptor-mismatch", entry.path(), gap + " bytes at " + dataEnd);
    }
  }
}
