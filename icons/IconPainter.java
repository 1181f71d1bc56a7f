import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Draws {@code satchel.svg} as PNGs (and {@code satchel-16.svg} for that size): {@code java
 * icons/IconPainter.java} from the repository's root. One file and no library, because no drawing
 * program can be expected where Satchel is built. Reads the little of SVG that the mark uses: one
 * fill, and paths of absolute M, L, H, V, C and Z.
 */
final class IconPainter {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512, 1024};

  /** Pixels are drawn this much finer and averaged, which keeps small sizes crisp. */
  private static final int OVERSAMPLING = 8;

  private IconPainter() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path folder = Path.of(args.length > 0 ? args[0] : "icons");
    for (int size : SIZES) {
      // A size may have a drawing of its own, whose edges lie on its pixels.
      Path own = folder.resolve("satchel-" + size + ".svg");
      String svg = Files.readString(Files.exists(own) ? own : folder.resolve("satchel.svg"));
      Path file = folder.resolve("satchel-" + size + ".png");
      ImageIO.write(reduced(paint(svg, size * OVERSAMPLING), size), "png", file.toFile());
    }
  }

  private static BufferedImage paint(String svg, int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"").matcher(svg);
    if (!box.find()) {
      throw new IllegalArgumentException("a drawing has no viewBox");
    }
    double scale = size / Double.parseDouble(box.group(1));
    g.scale(scale, scale);
    Matcher fill = Pattern.compile("fill=\"(#[0-9A-Fa-f]{6})\"").matcher(svg);
    if (!fill.find()) {
      throw new IllegalArgumentException("satchel.svg has no fill");
    }
    g.setColor(Color.decode(fill.group(1)));
    Pattern.compile("<path d=\"([^\"]+)\"")
        .matcher(svg)
        .results()
        .map(found -> outline(found.group(1)))
        .forEach(g::fill);
    g.dispose();
    return image;
  }

  private static Path2D outline(String data) {
    Path2D path = new Path2D.Double();
    try (Scanner steps = new Scanner(data)) {
      Iterable<MatchResult> found = () -> steps.findAll("([MLHVCZ])\\s*([-0-9. ]*)").iterator();
      for (MatchResult step : found) {
        String numbers = step.group(2).strip();
        double[] n =
            numbers.isEmpty()
                ? new double[0]
                : Pattern.compile("\\s+")
                    .splitAsStream(numbers)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        switch (step.group(1)) {
          case "M" -> path.moveTo(n[0], n[1]);
          case "L" -> path.lineTo(n[0], n[1]);
          case "H" -> path.lineTo(n[0], path.getCurrentPoint().getY());
          case "V" -> path.lineTo(path.getCurrentPoint().getX(), n[0]);
          case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
          default -> path.closePath();
        }
      }
    }
    return path;
  }

  /** Averages squares of pixels; colours are premultiplied, so edges keep their colour. */
  private static BufferedImage reduced(BufferedImage fine, int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
    int[] square = new int[OVERSAMPLING * OVERSAMPLING * 4];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        fine.getRaster()
            .getPixels(x * OVERSAMPLING, y * OVERSAMPLING, OVERSAMPLING, OVERSAMPLING, square);
        int[] mean = new int[4];
        for (int i = 0; i < square.length; i++) {
          mean[i % 4] += square[i];
        }
        for (int band = 0; band < 4; band++) {
          mean[band] = Math.round(mean[band] / (float) (OVERSAMPLING * OVERSAMPLING));
        }
        image.getRaster().setPixel(x, y, mean);
      }
    }
    BufferedImage plain = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = plain.createGraphics();
    g.drawImage(image, 0, 0, null);
    g.dispose();
    return plain;
  }
}
