import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Draws the mark and the icon of {@code .skill} files as PNGs, and puts those together for Windows
 * ({@code .ico}) and macOS ({@code .icns}): {@code java icons/IconPainter.java [TARGET]} from the
 * repository's root. A size with a drawing of its own, such as {@code satchel-16.svg}, is drawn
 * from that. One file and no library, because no drawing program can be expected where Satchel is
 * built. Reads the little of SVG that the drawings use: groups with a fill, moved and scaled, and
 * paths of absolute M, L, H, V, C and Z.
 */
final class IconPainter {
  private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);

  /** What Windows asks for: small and large lists, the desktop, and 256 for everything larger. */
  private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 256);

  /** Pixels are drawn this much finer and averaged, which keeps small sizes crisp. */
  private static final int OVERSAMPLING = 8;

  /** Beyond it, nothing is gained and much memory lost. */
  private static final int FINEST = 2048;

  private IconPainter() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Path sources = Path.of("icons");
    Path target = Path.of(args.length > 0 ? args[0] : "icons");
    draw(sources, target, "satchel");
    draw(sources.resolve("document"), target.resolve("document"), "skill");
  }

  private static void draw(Path sources, Path target, String name) throws Exception {
    Files.createDirectories(target);
    Map<Integer, BufferedImage> images = new LinkedHashMap<>();
    Map<Integer, byte[]> pngs = new LinkedHashMap<>();
    for (int size : SIZES) {
      // A size may have a drawing of its own, whose edges lie on its pixels.
      Path own = sources.resolve(name + "-" + size + ".svg");
      Element svg = read(Files.exists(own) ? own : sources.resolve(name + ".svg"));
      int finer = Math.clamp(FINEST / size, 1, OVERSAMPLING);
      BufferedImage image = reduced(paint(svg, size * finer), size);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      images.put(size, image);
      pngs.put(size, png.toByteArray());
      Files.write(target.resolve(name + "-" + size + ".png"), png.toByteArray());
    }
    Files.write(target.resolve(name + ".ico"), ico(images, pngs));
    Files.write(target.resolve(name + ".icns"), icns(images, pngs));
  }

  // ---- drawing

  private static Element read(Path svg)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(svg.toFile())
        .getDocumentElement();
  }

  private static BufferedImage paint(Element svg, int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double grid = Double.parseDouble(svg.getAttribute("viewBox").split(" ")[2]);
    g.scale(size / grid, size / grid);
    NodeList paths = svg.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      Element group = (Element) path.getParentNode();
      Graphics2D own = (Graphics2D) g.create();
      place(own, group.getAttribute("transform"));
      own.setColor(Color.decode((path.hasAttribute("fill") ? path : group).getAttribute("fill")));
      own.fill(outline(path.getAttribute("d")));
      own.dispose();
    }
    g.dispose();
    return image;
  }

  private static void place(Graphics2D g, String transform) {
    Matcher steps = Pattern.compile("translate\\((\\S+) (\\S+)\\) scale\\((\\S+)\\)").matcher("");
    if (!transform.isEmpty()) {
      if (!steps.reset(transform).matches()) {
        throw new IllegalArgumentException("this way of moving a group is not read: " + transform);
      }
      g.translate(Double.parseDouble(steps.group(1)), Double.parseDouble(steps.group(2)));
      g.scale(Double.parseDouble(steps.group(3)), Double.parseDouble(steps.group(3)));
    }
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
    int side = fine.getWidth() / size;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
    int[] square = new int[side * side * 4];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        fine.getRaster().getPixels(x * side, y * side, side, side, square);
        int[] mean = new int[4];
        for (int i = 0; i < square.length; i++) {
          mean[i % 4] += square[i];
        }
        for (int band = 0; band < 4; band++) {
          mean[band] = Math.round(mean[band] / (float) (side * side));
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

  // ---- Windows

  /** A directory of images: bitmaps, which every reader knows, and a PNG where one would be big. */
  private static byte[] ico(Map<Integer, BufferedImage> images, Map<Integer, byte[]> pngs) {
    Map<Integer, byte[]> entries = new LinkedHashMap<>();
    ICO_SIZES.forEach(
        size -> entries.put(size, size < 256 ? bitmap(images.get(size)) : pngs.get(size)));
    int header = 6 + 16 * entries.size();
    int length = header + entries.values().stream().mapToInt(entry -> entry.length).sum();
    ByteBuffer ico = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    ico.putShort((short) 0).putShort((short) 1).putShort((short) entries.size());
    int offset = header;
    for (Map.Entry<Integer, byte[]> entry : entries.entrySet()) {
      byte side = (byte) (entry.getKey() % 256); // 256 is written as 0
      ico.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
      ico.putInt(entry.getValue().length).putInt(offset);
      offset += entry.getValue().length;
    }
    entries.values().forEach(ico::put);
    return ico.array();
  }

  /** A bitmap without its file header: the lowest row first, then a mask of what is transparent. */
  private static byte[] bitmap(BufferedImage image) {
    int size = image.getWidth();
    int maskRow = (size + 31) / 32 * 4;
    int length = 40 + size * size * 4 + size * maskRow;
    ByteBuffer dib = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    dib.putInt(40).putInt(size).putInt(size * 2).putShort((short) 1).putShort((short) 32);
    dib.putInt(0).putInt(size * size * 4 + size * maskRow).putLong(0).putLong(0);
    for (int y = size - 1; y >= 0; y--) {
      for (int x = 0; x < size; x++) {
        dib.putInt(image.getRGB(x, y));
      }
    }
    for (int y = size - 1; y >= 0; y--) {
      byte[] row = new byte[maskRow];
      for (int x = 0; x < size; x++) {
        if (image.getRGB(x, y) >>> 24 == 0) {
          row[x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
      dib.put(row);
    }
    return dib.array();
  }

  // ---- macOS

  /**
   * The sizes by their four-letter types; the same picture serves a size and the double of half.
   */
  private static byte[] icns(Map<Integer, BufferedImage> images, Map<Integer, byte[]> pngs) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    // As application icons, these two are shown from packed pixels only, not from PNGs.
    entries.put("ic04", packed(images.get(16)));
    entries.put("ic05", packed(images.get(32)));
    entries.put("ic07", pngs.get(128));
    entries.put("ic08", pngs.get(256));
    entries.put("ic09", pngs.get(512));
    entries.put("ic10", pngs.get(1024)); // 512 on a screen with doubled pixels
    entries.put("ic11", pngs.get(32)); // 16 doubled
    entries.put("ic12", pngs.get(64)); // 32 doubled
    entries.put("ic13", pngs.get(256)); // 128 doubled
    entries.put("ic14", pngs.get(512)); // 256 doubled
    int length = 8 + entries.values().stream().mapToInt(entry -> 8 + entry.length).sum();
    ByteBuffer icns = ByteBuffer.allocate(length);
    icns.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    entries.forEach(
        (type, data) ->
            icns.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(8 + data.length).put(data));
    return icns.array();
  }

  /** The channels one after the other, repeated bytes as a count and the byte. */
  private static byte[] packed(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("ARGB".getBytes(StandardCharsets.US_ASCII));
    int size = image.getWidth();
    int[] pixels = image.getRGB(0, 0, size, size, null, 0, size);
    for (int shift = 24; shift >= 0; shift -= 8) {
      byte[] channel = new byte[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        channel[i] = (byte) (pixels[i] >>> shift);
      }
      pack(channel, out);
    }
    return out.toByteArray();
  }

  private static void pack(byte[] channel, ByteArrayOutputStream out) {
    int at = 0;
    int literal = 0;
    while (at < channel.length) {
      int run = run(channel, at);
      if (run >= 3) {
        flush(channel, literal, at, out);
        out.write(0x80 + run - 3);
        out.write(channel[at]);
        at += run;
        literal = at;
      } else {
        at += run;
      }
    }
    flush(channel, literal, at, out);
  }

  /** How often the byte there is repeated, as far as one count can say it. */
  private static int run(byte[] channel, int at) {
    int end = at + 1;
    while (end < channel.length && end - at < 130 && channel[end] == channel[at]) {
      end++;
    }
    return end - at;
  }

  private static void flush(byte[] channel, int from, int to, ByteArrayOutputStream out) {
    for (int at = from; at < to; at += 128) {
      int length = Math.min(128, to - at);
      out.write(length - 1);
      out.write(channel, at, length);
    }
  }
}
