package app.satchel.check.upload.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Bytes that no lines can tell, as git writes them into a patch: compressed, in base 85. */
final class BinaryPatch {
  private static final byte[] ALPHABET =
      ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + "!#$%&()*+-;<=>?@^_`{|}~")
          .getBytes(StandardCharsets.US_ASCII);

  private static final int BYTES_PER_LINE = 52;
  private static final int BASE = 85;

  private BinaryPatch() {}

  /** Both directions, so that the patch can be taken back. */
  static String of(byte[] before, byte[] after) {
    StringBuilder patch = new StringBuilder("GIT binary patch\n");
    literal(patch, after);
    literal(patch, before);
    return patch.toString();
  }

  private static void literal(StringBuilder patch, byte[] bytes) {
    patch.append("literal ").append(bytes.length).append('\n');
    byte[] packed = compressed(bytes);
    for (int from = 0; from < packed.length; from += BYTES_PER_LINE) {
      int count = Math.min(BYTES_PER_LINE, packed.length - from);
      patch.append((char) (count <= 26 ? 'A' + count - 1 : 'a' + count - 27));
      for (int group = from; group < from + count; group += 4) {
        base85(patch, packed, group, from + count);
      }
      patch.append('\n');
    }
    patch.append('\n');
  }

  /** Four bytes as five digits; missing ones count as zero. */
  private static void base85(StringBuilder patch, byte[] bytes, int from, int end) {
    long value = 0;
    for (int i = from; i < from + 4; i++) {
      value = value << 8 | (i < end ? bytes[i] & 0xFF : 0);
    }
    char[] digits = new char[5];
    for (int i = 4; i >= 0; i--) {
      digits[i] = (char) ALPHABET[(int) (value % BASE)];
      value /= BASE;
    }
    patch.append(digits);
  }

  private static byte[] compressed(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }
}
