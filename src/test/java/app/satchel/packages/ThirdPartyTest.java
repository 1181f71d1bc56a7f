package app.satchel.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every library that is carried has a licence that may be carried, and its notice. */
class ThirdPartyTest {
  @TempDir static Path program;

  @TempDir Path folder;

  /** Once: compiling takes longer than any of the tests. */
  @BeforeAll
  static void compile() {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", program.toString(), "installer/ThirdParty.java");
    assertThat(result).isZero();
  }

  @BeforeEach
  void theProgramsOwnJar() throws Exception {
    jar("satchel.jar", "app/satchel/Satchel.class", "ours");
  }

  @Test
  void textsOfTheJarsAreGatheredOnceAndMissingOnesAreAdded() throws Exception {
    jar("one-1.0.jar", "META-INF/LICENSE.txt", "Apache License, in full");
    jar("two-2.0.jar", "META-INF/LICENSE", "Apache License, in full");
    jar("three-3-linux.jar", "org/three/dialog/license.txt", "of the pictures in it");
    Repository.Run run =
        gather(
            component("g", "one", "1.0", "", "<license><id>Apache-2.0</id></license>")
                + component("g", "two", "2.0", "", "<license><id>Apache-2.0</id></license>")
                + component(
                    "g",
                    "three",
                    "3",
                    "classifier=linux&amp;",
                    "<license><name>BSD-3</name></license><license><id>AGPL-3.0</id></license>"));
    assertThat(run.exit()).as(run.output()).isZero();
    String notices = Files.readString(folder.resolve("out/THIRD-PARTY.txt"));
    assertThat(notices)
        .containsOnlyOnce("Apache License, in full")
        .contains("In one-1.0.jar, two-2.0.jar")
        .contains("three-3-linux.jar\n    BSD-3-Clause or AGPL-3.0\n")
        .contains("Copyright the authors of three")
        .contains("of the pictures in it")
        .contains("Neither the name of the copyright holder")
        .doesNotContain("satchel.jar");
  }

  @Test
  void aLibraryWithoutLicenceStopsTheBuild() throws Exception {
    jar("one-1.0.jar", "x", "x");
    assertThat(gather(component("g", "one", "1.0", "", "")))
        .returns(1, Repository.Run::exit)
        .satisfies(run -> assertThat(run.output()).contains("g:one tells no licence"));
  }

  @Test
  void aLicenceThatIsNotAllowedStopsTheBuild() throws Exception {
    jar("one-1.0.jar", "x", "x");
    assertThat(gather(component("g", "one", "1.0", "", "<license><id>GPL-3.0-only</id></license>")))
        .returns(1, Repository.Run::exit)
        .satisfies(
            run ->
                assertThat(run.output())
                    .contains("g:one is under [GPL-3.0-only], none of which is allowed"));
  }

  @Test
  void theBillAndTheJarsNameTheSame() throws Exception {
    jar("stray-1.jar", "x", "x");
    assertThat(gather(component("g", "gone", "1", "", "<license><id>MIT</id></license>")))
        .returns(1, Repository.Run::exit)
        .satisfies(
            run ->
                assertThat(run.output())
                    .contains("stray-1.jar lies in", "gone-1.jar is in the bill"));
  }

  @Test
  void aMissingBillIsSaid() throws Exception {
    assertThat(run(folder.resolve("none.xml")))
        .returns(1, Repository.Run::exit)
        .satisfies(run -> assertThat(run.output()).contains("build once without -o"));
  }

  private Repository.Run gather(String components) throws Exception {
    Path bill = folder.resolve("bill.xml");
    Files.writeString(
        bill,
        "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>"
            + components
            + "</components></bom>");
    return run(bill);
  }

  private Repository.Run run(Path bill) throws Exception {
    return Repository.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            program.toString(),
            "ThirdParty",
            bill.toString(),
            folder.resolve("lib").toString(),
            "installer/licences",
            folder.resolve("out/THIRD-PARTY.txt").toString()));
  }

  private static String component(
      String group, String name, String version, String classifier, String licences) {
    return "<component type=\"library\"><group>%s</group><name>%s</name><version>%s</version><licenses>%s</licenses><purl>pkg:maven/%s/%s@%s?%stype=jar</purl></component>"
        .formatted(group, name, version, licences, group, name, version, classifier);
  }

  private void jar(String name, String entry, String text) throws Exception {
    Path jar = folder.resolve("lib").resolve(name);
    Files.createDirectories(jar.getParent());
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
