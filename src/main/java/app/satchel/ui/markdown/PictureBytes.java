package app.satchel.ui.markdown;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.Image;

/** From a picture's bytes to a picture, never larger than a page needs. Safe for any thread. */
public final class PictureBytes {
  /** A larger file is not decoded. */
  public static final int MOST_BYTES = 8 << 20;

  /** 4 megapixels: more than any screen shows of a page. */
  private static final long MOST_PIXELS = 4L << 20;

  private static final int HEAD = 512;
  private static final int TRAILER = 0x3B;

  private PictureBytes() {}

  /** Empty when it is no PNG, JPEG or GIF, or too large. */
  public static Optional<Image> decode(byte[] bytes) {
    Optional<ImageHeader> header = ImageHeader.of(bytes);
    boolean fits =
        bytes.length <= MOST_BYTES && header.filter(one -> one.pixels() <= MOST_PIXELS).isPresent();
    if (!fits) {
      return Optional.empty();
    }
    Image image = new Image(new ByteArrayInputStream(still(bytes)));
    return image.isError() ? Optional.empty() : Optional.of(image);
  }

  /** Whether this is a drawing in SVG, which is a program of sorts and is not drawn. */
  static boolean isDrawing(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT);
    return head.contains("<svg");
  }

  /** Whether a file of this name is a drawing in SVG. */
  static boolean isDrawing(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".svg") || name.endsWith(".svgz");
  }

  /**
   * The first picture of a GIF. An animation would be unpacked whole, every frame as large as the
   * page's, and nothing on a page moves by itself.
   */
  static byte[] still(byte[] bytes) {
    if (bytes.length < 13 || bytes[0] != 'G') {
      return bytes;
    }
    int at = 13 + colours(bytes[10]);
    while (at < bytes.length) {
      int block = bytes[at] & 0xFF;
      if (block == 0x21) {
        at = afterBlocks(bytes, at + 2);
      } else if (block == 0x2C && at + 10 < bytes.length) {
        int end = afterBlocks(bytes, at + 10 + colours(bytes[at + 9]) + 1);
        byte[] first = Arrays.copyOf(bytes, end + 1);
        first[end] = TRAILER;
        return first;
      } else {
        break;
      }
    }
    return Arrays.copyOf(bytes, Math.min(at, bytes.length));
  }

  /** Bytes of a colour table, as its flags announce it. */
  private static int colours(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int afterBlocks(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != 0) {
      at += 1 + (bytes[at] & 0xFF);
    }
    return Math.min(bytes.length, at + 1);
  }
}
