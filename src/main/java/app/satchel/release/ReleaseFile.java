package app.satchel.release;

import java.net.URI;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file of a release, as a feed describes it.
 *
 * @param system {@code linux}, {@code windows} or {@code macos}
 * @param arch {@code x64} or {@code aarch64}
 * @param name its name, which is harmless as a file's name
 * @param url where it lies
 * @param size in bytes
 * @param sha256 its hash in lower-case hexadecimal digits
 * @param key the id of the key that signed, or empty
 * @param signature of {@link #statement}; may be empty
 */
public record ReleaseFile(
    String system,
    String arch,
    String name,
    URI url,
    long size,
    String sha256,
    String key,
    Bytes signature) {
  /** The kinds of packages that there are: a name that ends otherwise is no package's. */
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9][A-Za-z0-9._+~-]{0,99}\\.(deb|rpm|msi|dmg|pkg|zip|tar\\.gz|tar\\.xz)");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** More than any package of Satchel will have. */
  private static final long MAX_SIZE = 1L << 30;

  public ReleaseFile {
    Objects.requireNonNull(url);
    Objects.requireNonNull(key);
    Objects.requireNonNull(signature);
    if (!NAME.matcher(name).matches()
        || !SHA256.matcher(sha256).matches()
        || size <= 0
        || size > MAX_SIZE) {
      throw new IllegalArgumentException("no file of a release");
    }
  }

  /** Bytes that compare by what they are. */
  public record Bytes(String hex) {
    static Bytes of(byte[] bytes) {
      return new Bytes(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  /**
   * What is signed: the version and the name as well as the hash, so that no old file can be passed
   * off as a new version.
   *
   * @param version the release's
   */
  public String statement(String version) {
    return String.join(
            "\n",
            "satchel-release-1",
            "version: " + version,
            "file: " + name,
            "size: " + size,
            "sha256: " + sha256)
        + "\n";
  }
}
