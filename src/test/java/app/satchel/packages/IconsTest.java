package app.satchel.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The icons are those of their drawings, in every container that a system reads. */
class IconsTest {
  private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);
  private static final Map<String, Integer> ICNS =
      Map.of(
          "ic04", 16, "ic05", 32, "ic11", 32, "ic12", 64, "ic07", 128, "ic08", 256, "ic13", 256,
          "ic09", 512, "ic14", 512, "ic10", 1024);

  @TempDir Path drawn;

  @Test
  void theDrawingsGiveThePictures() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Repository.Run run = Repository.run(List.of(java, "icons/IconPainter.java", drawn.toString()));
    assertThat(run.exit()).as(run.output()).isZero();
    for (String name : List.of("satchel", "document/skill")) {
      for (int size : SIZES) {
        String file = name + "-" + size + ".png";
        assertThat(pixels(png(drawn.resolve(file))))
            .as("%s; draw it anew with: java icons/IconPainter.java", file)
            .isEqualTo(pixels(png(Path.of("icons", file))));
      }
      for (String container : List.of(".ico", ".icns")) {
        // Another JDK may pack pixels otherwise, so pictures are compared, in the tests below.
        assertThat(drawn.resolve(name + container)).isNotEmptyFile();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"satchel", "document/skill"})
  void theIcoHoldsEverySizeThatWindowsAsksFor(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of("icons", name + ".ico"));
    ByteBuffer ico = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(ico.getShort()).isZero();
    assertThat(ico.getShort()).as("an icon, not a cursor").isEqualTo((short) 1);
    Map<Integer, BufferedImage> found = new LinkedHashMap<>();
    int entries = ico.getShort();
    for (int i = 0; i < entries; i++) {
      int at = 6 + 16 * i;
      int size = ico.get(at) == 0 ? 256 : ico.get(at);
      int length = ico.getInt(at + 8);
      int offset = ico.getInt(at + 12);
      assertThat(ico.getShort(at + 6)).as("bits").isEqualTo((short) 32);
      byte[] data = Arrays.copyOfRange(bytes, offset, offset + length);
      found.put(size, data[0] == (byte) 0x89 ? png(data) : bitmap(data));
      if (i == entries - 1) {
        assertThat(offset + length).as("nothing after the last picture").isEqualTo(bytes.length);
      }
    }
    assertThat(found.keySet()).containsExactly(16, 24, 32, 48, 64, 256);
    assertSameAsPngs(name, found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"satchel", "document/skill"})
  void theIcnsHoldsEverySizeThatMacosAsksFor(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of("icons", name + ".icns"));
    ByteBuffer icns = ByteBuffer.wrap(bytes);
    assertThat(type(icns)).isEqualTo("icns");
    assertThat(icns.getInt()).isEqualTo(bytes.length);
    Map<String, BufferedImage> found = new LinkedHashMap<>();
    while (icns.hasRemaining()) {
      String type = type(icns);
      byte[] data = new byte[icns.getInt() - 8];
      icns.get(data);
      found.put(type, data[0] == 'A' ? packed(data, ICNS.get(type)) : png(data));
    }
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(ICNS.keySet());
    for (Map.Entry<String, BufferedImage> entry : found.entrySet()) {
      int size = ICNS.get(entry.getKey());
      assertThat(entry.getValue().getWidth()).as(entry.getKey()).isEqualTo(size);
      assertSameAsPngs(name, Map.of(size, entry.getValue()));
    }
  }

  @Test
  void theMarkIsSeenOnLightAndOnDark() throws IOException {
    try (Stream<Path> drawings = Files.list(Path.of("icons"))) {
      List<String> colours =
          drawings
              .filter(file -> file.toString().endsWith(".svg"))
              .flatMap(
                  file ->
                      Pattern.compile("fill=\"(#\\w+)\"")
                          .matcher(Repository.text(file.toString()))
                          .results()
                          .map(found -> found.group(1)))
              .distinct()
              .toList();
      assertThat(colours).as("one colour for every size").hasSize(1);
      double mark = luminance(colours.getFirst());
      // Desktops' own grounds; 3:1 is what WCAG 2.2 (1.4.11) asks of what has to be recognised.
      for (String ground : List.of("#FFFFFF", "#F0EEEC", "#2D2D2D", "#1E1E1E", "#000000")) {
        double other = luminance(ground);
        assertThat((Math.max(mark, other) + 0.05) / (Math.min(mark, other) + 0.05))
            .as("on " + ground)
            .isGreaterThanOrEqualTo(3);
      }
    }
  }

  private static void assertSameAsPngs(String name, Map<Integer, BufferedImage> found)
      throws IOException {
    for (Map.Entry<Integer, BufferedImage> entry : found.entrySet()) {
      BufferedImage expected = png(Path.of("icons", name + "-" + entry.getKey() + ".png"));
      assertThat(pixels(entry.getValue()))
          .as(name + " " + entry.getKey())
          .isEqualTo(pixels(expected));
    }
  }

  private static String type(ByteBuffer icns) {
    byte[] type = new byte[4];
    icns.get(type);
    return new String(type, StandardCharsets.US_ASCII);
  }

  private static BufferedImage png(Path file) throws IOException {
    return png(Files.readAllBytes(file));
  }

  private static BufferedImage png(byte[] data) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(data));
  }

  /** Reads a bitmap as it stands in an .ico, and holds its mask against its transparency. */
  private static BufferedImage bitmap(byte[] data) {
    ByteBuffer dib = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    int size = dib.getInt(4);
    assertThat(dib.getInt(0)).isEqualTo(40);
    assertThat(dib.getInt(8)).as("height with mask").isEqualTo(size * 2);
    assertThat(dib.getShort(14)).isEqualTo((short) 32);
    int maskRow = (size + 31) / 32 * 4;
    assertThat(data).hasSize(40 + size * size * 4 + size * maskRow);
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int fromBelow = size - 1 - y;
        int pixel = dib.getInt(40 + (fromBelow * size + x) * 4);
        image.setRGB(x, y, pixel);
        int mask = data[40 + size * size * 4 + fromBelow * maskRow + x / 8] >> 7 - x % 8 & 1;
        assertThat(mask).isEqualTo(pixel >>> 24 == 0 ? 1 : 0);
      }
    }
    return image;
  }

  /** Reads the packed channels of an .icns. */
  private static BufferedImage packed(byte[] data, int size) {
    int[] pixels = new int[size * size];
    int at = 4;
    for (int shift = 24; shift >= 0; shift -= 8) {
      int pixel = 0;
      while (pixel < pixels.length) {
        int control = data[at++] & 0xFF;
        boolean repeated = control >= 0x80;
        int count = repeated ? control - 0x80 + 3 : control + 1;
        for (int i = 0; i < count; i++) {
          pixels[pixel++] |= (data[repeated ? at : at + i] & 0xFF) << shift;
        }
        at += repeated ? 1 : count;
      }
    }
    assertThat(at).isEqualTo(data.length);
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, size, size, pixels, 0, size);
    return image;
  }

  private static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  private static double luminance(String colour) {
    int rgb = Integer.decode(colour);
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
