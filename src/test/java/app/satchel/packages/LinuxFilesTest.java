package app.satchel.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a Linux desktop is told of Satchel agrees from file to file, and its own validators agree.
 */
class LinuxFilesTest {
  private static final String ID = "app.satchel.Satchel";
  private static final String TYPE = "application/x-agent-skill+zip";
  private static final Path LINUX = Path.of("installer/linux");
  private static final Path ENTRY = LINUX.resolve(ID + ".desktop");
  private static final Path ZIP_ENTRY = LINUX.resolve("zip-with-satchel.desktop");
  private static final Path METAINFO = LINUX.resolve(ID + ".metainfo.xml");
  private static final Path MIME = LINUX.resolve(ID + ".mime.xml");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {ID, "zip-with-satchel"})
  void theMenuEntryIsValid(String entry) throws Exception {
    Repository.Run run = ran("desktop-file-validate", LINUX.resolve(entry + ".desktop").toString());
    assertThat(run.output()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  @Test
  void theMetainfoIsValid() throws Exception {
    Repository.Run run =
        ran("appstreamcli", "validate", "--no-net", "--no-color", METAINFO.toString());
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).doesNotContainPattern("(?m)^[EW]: ");
  }

  @Test
  void theFileTypeIsFoundByTheSystem() throws Exception {
    Path mime = folder.resolve("share/mime");
    Files.createDirectories(mime.resolve("packages"));
    Files.copy(MIME, mime.resolve("packages").resolve(ID + ".xml"));
    Repository.Run run = ran("update-mime-database", mime.toString());
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(mime.resolve("globs2")).content().contains("60:" + TYPE + ":*.skill");
    assertThat(mime.resolve("subclasses")).content().contains(TYPE + " application/zip");
  }

  /** The first entry of a type is its default where nobody chose one; ZIPs are not Satchel's. */
  @Test
  void satchelDoesNotBecomeTheDefaultForZips() throws Exception {
    for (Path entry : List.of(ENTRY, ZIP_ENTRY)) {
      Files.copy(entry, folder.resolve(entry.getFileName()));
    }
    for (String other : List.of("org.gnome.FileRoller", "org.kde.ark", "engrampa", "xarchiver")) {
      Files.writeString(
          folder.resolve(other + ".desktop"),
          "[Desktop Entry]\nType=Application\nName=x\nExec=x\nMimeType=application/zip;\n");
    }
    Repository.Run run = ran("update-desktop-database", folder.toString());
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(Files.readAllLines(folder.resolve("mimeinfo.cache")))
        .contains(TYPE + "=" + ID + ".desktop;", "x-scheme-handler/satchel=" + ID + ".desktop;")
        .anyMatch(line -> line.matches("application/zip=.*;zip-with-satchel.desktop;"));
  }

  @Test
  void namesTypesAndIconsAgree() throws Exception {
    Map<String, String> entry = entry(ENTRY);
    Map<String, String> zip = entry(ZIP_ENTRY);
    assertThat(entry)
        .containsEntry("Exec", "satchel %U")
        .containsEntry("Icon", ID)
        .containsEntry("MimeType", TYPE + ";x-scheme-handler/satchel;")
        .containsKeys("Keywords", "Categories", "Comment", "StartupWMClass");
    assertThat(zip)
        .containsEntry("MimeType", "application/zip;")
        .containsEntry("NoDisplay", "true")
        .containsEntry("Exec", entry.get("Exec"))
        .containsEntry("Icon", ID);

    Document metainfo = Repository.xml(METAINFO);
    assertThat(text(metainfo, "id")).isEqualTo(ID);
    assertThat(text(metainfo, "launchable")).isEqualTo(ID + ".desktop");
    assertThat(text(metainfo, "icon")).isEqualTo(ID);
    assertThat(text(metainfo, "binary")).isEqualTo("satchel");
    assertThat(texts(metainfo, "mediatype")).containsExactlyElementsOf(types(entry));
    assertThat(texts(metainfo, "category")).isEqualTo(List.of(entry.get("Categories").split(";")));

    Element type = Repository.elements(Repository.xml(MIME), "mime-type").getFirst();
    assertThat(type.getAttribute("type")).isEqualTo(TYPE);
    String icon = Repository.elements(Repository.xml(MIME), "icon").getFirst().getAttribute("name");
    assertThat(icon).isEqualTo(TYPE.replace('/', '-'));
    assertThat(Repository.text("installer/linux/lay-out.sh"))
        .contains("mimetypes/" + icon + ".png");
  }

  @Test
  void versionHomePageAndLicenceAreThePoms() throws Exception {
    Document pom = Repository.xml(Path.of("pom.xml"));
    String version = child(pom.getDocumentElement(), "version");
    String home = child(pom.getDocumentElement(), "url");
    Document metainfo = Repository.xml(METAINFO);
    assertThat(text(metainfo, "url")).isEqualTo(home);
    assertThat(text(metainfo, "project_license")).isEqualTo(text(pom, "license").strip());
    assertThat(Repository.elements(metainfo, "release").getFirst().getAttribute("version"))
        .isEqualTo(version);
    assertThat(Repository.text("installer/linux/deb/control")).contains("Homepage: " + home);
    assertThat(Repository.text("installer/linux/rpm/satchel.spec")).contains("URL: " + home);
    assertThat(Repository.text("installer/linux/satchel.1")).contains("Satchel " + version);
    for (String args : List.of("linux/deb", "linux/rpm", "windows/msi", "macos/dmg")) {
      assertThat(Repository.text("installer/" + args + ".args")).contains("--about-url " + home);
    }
  }

  @Test
  void screenshotsAreInTheRepository() throws Exception {
    Document metainfo = Repository.xml(METAINFO);
    String home = text(metainfo, "url") + "/";
    List<Element> images = Repository.elements(metainfo, "image");
    assertThat(images).isNotEmpty();
    for (Element image : images) {
      assertThat(image.getTextContent()).startsWith(home + "docs/images/");
      BufferedImage picture =
          ImageIO.read(Path.of(image.getTextContent().substring(home.length())).toFile());
      assertThat(picture.getWidth() + "x" + picture.getHeight())
          .isEqualTo(image.getAttribute("width") + "x" + image.getAttribute("height"));
    }
  }

  @Test
  void theManualPageTellsEveryCommandOfTheReadme() {
    Set<String> told = found("(?m)^\\| `satchel ([a-z-]+)", Repository.text("README.md"));
    Set<String> described =
        found(
            "\\n\\.TP\\n\\.BI? \"?([a-z-]+)",
            Repository.text("installer/linux/satchel.1").split("\\.SH OPTIONS")[0]);
    assertThat(told).hasSizeGreaterThan(8);
    assertThat(described).isEqualTo(told);
  }

  @Test
  void theScriptsAreClean() throws Exception {
    List<String> command = new ArrayList<>(List.of("shellcheck"));
    for (String folder : List.of("installer", "installer/linux", "installer/macos")) {
      try (var files = Files.list(Path.of(folder))) {
        files.map(Path::toString).filter(f -> f.endsWith(".sh")).sorted().forEach(command::add);
      }
    }
    command.add("installer/linux/deb/postinst");
    command.add("installer/linux/deb/postrm");
    Repository.Run run = ran(command.toArray(String[]::new));
    assertThat(run.exit()).as(run.output()).isZero();
  }

  /** Skips the test, and says so, where the program is not installed. */
  private static Repository.Run ran(String... command) throws Exception {
    assumeTrue(Repository.tool(command[0]).isPresent(), command[0] + " is not installed here");
    return Repository.run(List.of(command));
  }

  private static Map<String, String> entry(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("[Desktop Entry]");
    return lines.stream()
        .filter(line -> line.matches("[A-Za-z-]+(\\[\\w+])?=.*"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(sides -> sides[0], sides -> sides[1], (a, b) -> a, TreeMap::new));
  }

  private static List<String> types(Map<String, String> entry) {
    return List.of(entry.get("MimeType").split(";"));
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Document document, String element) {
    return texts(document, element).getFirst();
  }

  private static List<String> texts(Document document, String element) {
    return Repository.elements(document, element).stream()
        .map(found -> found.getTextContent().strip().replaceFirst("\\s[\\s\\S]*", ""))
        .toList();
  }

  private static String child(Element parent, String name) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent().strip();
      }
    }
    throw new AssertionError("no " + name);
  }
}
