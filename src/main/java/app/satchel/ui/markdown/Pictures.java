package app.satchel.ui.markdown;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;

/** Decodes pictures that strangers made: PNG, JPEG and GIF, of a size that is looked at before. */
public final class Pictures {
  /** A larger file is not decoded. */
  public static final int MOST_BYTES = 8 << 20;

  /** 4 megapixels: more than any screen shows of a page. */
  private static final long MOST_PIXELS = 4L << 20;

  private Pictures() {}

  /** The picture; empty when the bytes are none of the formats, broken, or too large. Blocks. */
  public static Optional<Image> decode(byte[] bytes) {
    boolean fits =
        bytes.length <= MOST_BYTES
            && ImageHeader.of(bytes).filter(header -> header.pixels() <= MOST_PIXELS).isPresent();
    if (!fits) {
      return Optional.empty();
    }
    Image image = new Image(new ByteArrayInputStream(bytes));
    return image.isError() ? Optional.empty() : Optional.of(image);
  }
}
