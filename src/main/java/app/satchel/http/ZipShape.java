package app.satchel.http;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * The two marks by which a download is told to be a ZIP and to be whole, without opening it: that
 * is the archive room's work.
 */
final class ZipShape {
  /** The end record, and the longest comment it may carry (APPNOTE 4.3.16). */
  private static final int MAX_END = 22 + 65_535;

  private ZipShape() {}

  /** Whether the bytes begin with a local file header, or are an empty ZIP. */
  static boolean startsLikeZip(byte[] head) {
    return head.length >= 4
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
  }

  /** Whether the file's tail holds an end record. Without one the file was cut. */
  static boolean hasEndRecord(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), MAX_END);
      byte[] tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
      for (int i = length - 22; i >= 0; i--) {
        if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
          return true;
        }
      }
      return false;
    }
  }
}
