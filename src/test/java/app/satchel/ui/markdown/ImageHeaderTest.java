package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "jpg"})
  void readsTheSize(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 7, BufferedImage.TYPE_INT_RGB), format, out);
    assertThat(ImageHeader.of(out.toByteArray())).contains(new ImageHeader(300, 7));
  }

  @Test
  void refusesOthersAndDamagedOnes() {
    assertThat(ImageHeader.of("<svg/>".getBytes())).isEmpty();
    assertThat(ImageHeader.of(new byte[0])).isEmpty();
    assertThat(ImageHeader.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})).isEmpty();
    assertThat(new ImageHeader(-1, 5).pixels()).isEqualTo(Long.MAX_VALUE);
    assertThat(new ImageHeader(100_000, 100_000).pixels()).isEqualTo(10_000_000_000L);
  }
}
