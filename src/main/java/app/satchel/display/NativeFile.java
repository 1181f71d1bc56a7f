package app.satchel.display;

import java.util.Locale;
import java.util.Optional;

/** The head of an ELF file: which processor it was made for. */
final class NativeFile {
  /** Bytes that tell. */
  static final int HEAD = 20;

  private static final int MACHINE = 18;

  private NativeFile() {}

  /** The processor in the words of {@code os.arch}; empty when it is no such file. */
  static Optional<String> processor(byte[] head) {
    if (head.length < HEAD || head[0] != 0x7f || head[1] != 'E' || head[2] != 'L') {
      return Optional.empty();
    }
    int machine = head[MACHINE] & 0xff | (head[MACHINE + 1] & 0xff) << 8;
    return Optional.of(
        switch (machine) {
          case 3 -> "i386";
          case 40 -> "arm";
          case 62 -> "amd64";
          case 183 -> "aarch64";
          case 243 -> "riscv64";
          default -> "machine-" + machine;
        });
  }

  /** Whether a processor can run what was made for another name of it. */
  static boolean same(String made, String here) {
    return plain(made).equals(plain(here));
  }

  private static String plain(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "x86_64", "x64" -> "amd64";
      case "arm64" -> "aarch64";
      case "x86", "i486", "i586", "i686" -> "i386";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }
}
