import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the {@code main.wxs} of Satchel's Windows package: {@code java
 * installer/windows/MainWxs.java REGISTRY.wxs TARGET-FOLDER [MAIN.wxs]}. It is jpackage's own,
 * taken out of the JDK that runs this, with the component of {@code registry.wxs} in its feature;
 * so it follows the JDK, and no copy of it has to be kept here. Not yet tried on Windows.
 */
final class MainWxs {
  private static final String FEATURE_END = "</Feature>";

  private MainWxs() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 2 || args.length > 3) {
      System.err.println(
          "usage: java installer/windows/MainWxs.java REGISTRY.wxs TARGET-FOLDER [MAIN.wxs]");
      System.exit(2);
    }
    String main = args.length == 3 ? Files.readString(Path.of(args[2])) : ofThisJdk();
    int end = main.indexOf(FEATURE_END);
    if (end < 0 || main.indexOf(FEATURE_END, end + 1) >= 0) {
      System.err.println(
          "MainWxs: jpackage's main.wxs no longer has exactly one feature; look at it and at this");
      System.exit(1);
    }
    String registry = Files.readString(Path.of(args[0]));
    String component =
        registry.substring(
            registry.indexOf("<Component "),
            registry.indexOf("</Component>") + "</Component>".length());
    Path target = Files.createDirectories(Path.of(args[1]));
    Files.writeString(
        target.resolve("main.wxs"),
        main.substring(0, end) + component + "\n    " + main.substring(end));
  }

  private static String ofThisJdk() throws IOException {
    Path main =
        FileSystems.getFileSystem(java.net.URI.create("jrt:/"))
            .getPath("modules/jdk.jpackage/jdk/jpackage/internal/resources/main.wxs");
    if (Files.notExists(main)) {
      throw new IOException("this JDK has no jpackage for Windows");
    }
    try (InputStream in = Files.newInputStream(main)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
