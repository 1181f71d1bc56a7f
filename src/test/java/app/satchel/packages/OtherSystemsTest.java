package app.satchel.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The inputs for Windows and macOS, which cannot be tried here, are at least whole and agree. */
class OtherSystemsTest {
  private static final String TYPE = "application/x-agent-skill+zip";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "launcher",
        "linux/app-image",
        "linux/deb",
        "linux/rpm",
        "windows/app-image",
        "windows/msi",
        "macos/app-image",
        "macos/dmg"
      })
  void whatJpackageIsGivenExists(String args) {
    String text = Repository.text("installer/" + args + ".args");
    // Whole lines of one option each, so that a person can read and change them.
    assertThat(text.lines()).allMatch(line -> line.isEmpty() || line.matches("# .*|--[a-z].*"));
    List<String> files =
        Pattern.compile(
                "(?:--(?:icon|resource-dir|license-file|file-associations) |=)(\\S+/\\S+|LICENSE)")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .filter(file -> !file.startsWith("target/") && !file.contains("ALL-UNNAMED"))
            .toList();
    assertThat(files).allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void windowsOpensSkillsAndLinks() throws Exception {
    Properties skill = new Properties();
    try (InputStream in = Files.newInputStream(Path.of("installer/windows/skill.properties"))) {
      skill.load(in);
    }
    assertThat(skill)
        .containsEntry("extension", "skill")
        .containsEntry("mime-type", TYPE)
        .hasEntrySatisfying("icon", icon -> assertThat(Path.of((String) icon)).exists());
    assertThat(Repository.text("installer/windows/msi.args"))
        .contains("--win-per-user-install", "--win-menu\n")
        .containsPattern("--win-upgrade-uuid [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n");
  }

  /** jpackage's own main.wxs has one feature; ours is in it, and nothing else is changed. */
  @Test
  void theRegistryComponentGoesIntoJpackagesFeature() throws Exception {
    Path main = folder.resolve("jpackages.wxs");
    String own =
        "<Wix xmlns=\"http://schemas.microsoft.com/wix/2006/wi\"><Product>"
            + "<Feature Id=\"DefaultFeature\"><ComponentGroupRef Id=\"Files\"/></Feature>"
            + "</Product></Wix>";
    Files.writeString(main, own);
    Repository.Run run =
        java("installer/windows/MainWxs.java", registry(), folder.resolve("out"), main);
    assertThat(run.exit()).as(run.output()).isZero();
    Path made = folder.resolve("out/main.wxs");
    Document wix = Repository.xml(made);
    Element component = Repository.elements(wix, "Component").getFirst();
    assertThat(((Element) component.getParentNode()).getAttribute("Id"))
        .isEqualTo("DefaultFeature");
    assertThat(Repository.elements(wix, "RegistryKey").getFirst().getAttribute("Key"))
        .isEqualTo("Software\\Classes\\satchel");
    assertThat(Repository.elements(wix, "RegistryValue"))
        .extracting(value -> value.getAttribute("Value"))
        .contains("\"[INSTALLDIR]Satchel.exe\" \"%1\"");
    String text = Files.readString(made);
    int start = text.indexOf("<Component ");
    int end = text.indexOf("</Component>") + "</Component>".length();
    assertThat((text.substring(0, start) + text.substring(end)).replaceAll("\\s+", ""))
        .isEqualTo(own.replaceAll("\\s+", ""));

    Files.writeString(main, own.replace("Feature", "Part"));
    Repository.Run refused =
        java("installer/windows/MainWxs.java", registry(), folder.resolve("other"), main);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.output()).contains("no longer has exactly one feature");
  }

  @Test
  void macosOpensSkillsAndLinks() throws Exception {
    Document plist = Repository.xml(Path.of("installer/macos/Info.plist"));
    List<String> strings =
        Repository.elements(plist, "string").stream().map(Element::getTextContent).toList();
    assertThat(strings)
        .contains("satchel", "skill", TYPE, "app.satchel.agent-skill", "skill.icns")
        .contains("DEPLOY_BUNDLE_IDENTIFIER", "DEPLOY_LAUNCHER_NAME", "DEPLOY_ICON_FILE");
    assertThat(strings.indexOf("Owner")).isLessThan(strings.indexOf("Alternate"));
    assertThat(Repository.elements(plist, "key"))
        .extracting(Element::getTextContent)
        .contains("CFBundleURLTypes", "CFBundleDocumentTypes", "UTExportedTypeDeclarations");
    assertThat(Repository.text("installer/macos/app-image.args"))
        .contains("--mac-package-identifier app.satchel.Satchel");
    Document rights = Repository.xml(Path.of("installer/macos/Satchel.entitlements"));
    assertThat(Repository.elements(rights, "key"))
        .extracting(Element::getTextContent)
        .contains("com.apple.security.cs.allow-jit");
  }

  @Test
  void whatWasNotTriedSaysSo() throws Exception {
    try (Stream<Path> files =
        Stream.concat(
            Files.list(Path.of("installer/windows")), Files.list(Path.of("installer/macos")))) {
      assertThat(files.filter(file -> file.toString().endsWith(".args")))
          .allSatisfy(file -> assertThat(file).content().contains("Not yet tried"));
    }
  }

  @Test
  void withoutKeysNothingIsSigned() throws Exception {
    Repository.Run run =
        Repository.run(
            List.of(
                "env",
                "-u",
                "SATCHEL_SIGN_IDENTITY",
                "bash",
                "installer/macos/sign-and-notarise.sh",
                "dmg",
                "Satchel.dmg"));
    assertThat(run.exit()).isZero();
    assertThat(run.output()).contains("stays unsigned");
  }

  private static Path registry() {
    return Path.of("installer/windows/registry.wxs");
  }

  private static Repository.Run java(String program, Path... arguments) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), program),
                Stream.of(arguments).map(Path::toString))
            .toList();
    return Repository.run(command);
  }
}
