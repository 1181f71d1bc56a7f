package app.satchel.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a file that is no ZIP looks like, from its first bytes, so that a person knows why. */
enum FileShape {
  EMPTY,
  HTML,
  JSON,
  XML,
  GZIP,
  TAR,
  SEVEN_ZIP,
  RAR,
  XZ,
  BZIP2,
  ZSTD,
  PDF,
  PROGRAM,
  SCRIPT,
  TEXT,
  OTHER;

  /** Enough for the magic number of a tar archive, the one that comes latest. */
  static final int HEAD_BYTES = 512;

  private record Magic(FileShape shape, int at, String start) {}

  // ISO 8859-1 text, one character for each byte.
  private static final List<Magic> MAGICS =
      List.of(
          new Magic(GZIP, 0, "\u001f\u008b"),
          new Magic(SEVEN_ZIP, 0, "7z\u00bc\u00af\u0027\u001c"),
          new Magic(RAR, 0, "Rar!\u001a\u0007"),
          new Magic(XZ, 0, "\u00fd7zXZ\0"),
          new Magic(BZIP2, 0, "BZh"),
          new Magic(ZSTD, 0, "(\u00b5/\u00fd"),
          new Magic(PDF, 0, "%PDF-"),
          new Magic(PROGRAM, 0, "MZ"),
          new Magic(PROGRAM, 0, "\u007fELF"),
          new Magic(PROGRAM, 0, "\u00cf\u00fa\u00ed\u00fe"),
          new Magic(SCRIPT, 0, "#!"),
          new Magic(TAR, 257, "ustar"));

  /**
   * @param head the first bytes, at most {@link #HEAD_BYTES}
   */
  static FileShape of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    for (Magic magic : MAGICS) {
      if (bytes.startsWith(magic.start, magic.at)) {
        return magic.shape;
      }
    }
    String text = bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes;
    text = text.stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head")) {
      return HTML;
    }
    if (text.startsWith("<?xml")) {
      return text.contains("<html") ? HTML : XML;
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return JSON;
    }
    return bytes.chars().allMatch(c -> c >= 0x20 || c == '\n' || c == '\r' || c == '\t')
        ? TEXT
        : OTHER;
  }
}
