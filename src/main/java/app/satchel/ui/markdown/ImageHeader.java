package app.satchel.ui.markdown;

import java.util.Optional;

/**
 * Width and height of an image from its first bytes, so that a picture that would unpack to
 * gigabytes is never decoded. PNG, GIF and JPEG only.
 */
record ImageHeader(int width, int height) {

  /** Empty when the bytes are none of the three formats. */
  static Optional<ImageHeader> of(byte[] bytes) {
    if (starts(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A) && bytes.length >= 24) {
      return Optional.of(new ImageHeader(four(bytes, 16), four(bytes, 20)));
    }
    if (starts(bytes, 'G', 'I', 'F', '8') && bytes.length >= 10) {
      return Optional.of(
          new ImageHeader(at(bytes, 6) | at(bytes, 7) << 8, at(bytes, 8) | at(bytes, 9) << 8));
    }
    return starts(bytes, 0xFF, 0xD8) ? jpeg(bytes) : Optional.empty();
  }

  private static Optional<ImageHeader> jpeg(byte[] bytes) {
    int i = 2;
    while (i + 9 < bytes.length) {
      if (at(bytes, i) != 0xFF) {
        return Optional.empty();
      }
      int marker = at(bytes, i + 1);
      if (marker == 0xFF) {
        i++;
        continue;
      }
      boolean frame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (frame) {
        return Optional.of(
            new ImageHeader(
                at(bytes, i + 7) << 8 | at(bytes, i + 8),
                at(bytes, i + 5) << 8 | at(bytes, i + 6)));
      }
      int size = at(bytes, i + 2) << 8 | at(bytes, i + 3);
      if (size < 2) {
        return Optional.empty();
      }
      i += 2 + size;
    }
    return Optional.empty();
  }

  /** Pixels in all; negative sizes count as too many. */
  long pixels() {
    return width <= 0 || height <= 0 ? Long.MAX_VALUE : (long) width * height;
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (at(bytes, i) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }

  private static int four(byte[] bytes, int index) {
    return at(bytes, index) << 24
        | at(bytes, index + 1) << 16
        | at(bytes, index + 2) << 8
        | at(bytes, index + 3);
  }
}
