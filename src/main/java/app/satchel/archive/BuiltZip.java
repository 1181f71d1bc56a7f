package app.satchel.archive;

/**
 * What was packed.
 *
 * @param entries files in the ZIP
 * @param uncompressedBytes sum of their sizes
 * @param bytes size of the ZIP itself
 * @param sha256 SHA-256 of the ZIP in lower-case hex
 */
public record BuiltZip(int entries, long uncompressedBytes, long bytes, String sha256) {}
