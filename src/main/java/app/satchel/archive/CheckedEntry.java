package app.satchel.archive;

/**
 * One entry of an archive that passed the pre-flight. Its content is still to be checked: size and
 * CRC are what the archive states.
 *
 * @param path segments joined with {@code /}; safe on every system, without a slash at the end
 * @param directory whether it is a folder
 * @param junk whether macOS or Windows left it behind; it is checked like any other, and not kept
 * @param executable whether a Unix system wrote it with the owner's execute bit
 * @param bytes stated size once unpacked, in bytes
 * @param packedBytes size in the archive, in bytes
 * @param crc stated CRC-32
 * @param deflated whether the data are deflated rather than stored
 * @param dataOffset where the data begin in the archive
 */
public record CheckedEntry(
    String path,
    boolean directory,
    boolean junk,
    boolean executable,
    long bytes,
    long packedBytes,
    long crc,
    boolean deflated,
    long dataOffset) {

  static CheckedEntry of(CentralEntry entry, long dataOffset) {
    return new CheckedEntry(
        entry.path(),
        entry.directory(),
        PathRules.junk(entry.path(), entry.directory()),
        entry.ownerExecutable(),
        entry.size(),
        entry.packed(),
        entry.crc(),
        entry.method() == CentralEntry.DEFLATED,
        dataOffset);
  }
}
