package app.satchel.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package that jpackage made becomes one that owns what it installs, and is the same each time.
 */
class CompleteDebTest {
  private static final String EPOCH = "1793491200"; // 2026-11-01

  @TempDir Path folder;

  /**
   * A package in jpackage's shape: the image below /opt, a menu entry in it, scripts of its own.
   */
  @BeforeEach
  void jpackagesPackage() throws Exception {
    assumeTrue(Repository.tool("dpkg-deb").isPresent(), "dpkg-deb is not installed here");
    file("in/opt/satchel/bin/satchel", "#!/bin/sh\n", "rwxrwxr-x");
    file("in/opt/satchel/lib/app/satchel.jar", "a jar", "rw-rw----");
    file("in/opt/satchel/lib/satchel-satchel.desktop", "[Desktop Entry]\n", "rw-r--r--");
    file("in/opt/satchel/share/doc/copyright", "jpackage's\n", "rw-r--r--");
    file(
        "in/DEBIAN/control",
        "Package: satchel\n"
            + "Version: 1.2.3\n"
            + "Architecture: amd64\n"
            + "Maintainer: Unknown <x@example.org>\n"
            + "Description: x\n",
        "rw-r--r--");
    file("in/DEBIAN/prerm", "#!/bin/sh\nexit 0\n", "rwxr-xr-x");
    run("dpkg-deb", "--build", "in", "in.deb");
  }

  @Test
  void everythingOutsideOptIsThePackagesOwn() throws Exception {
    file("notices", "who wrote what\n", "rw-------");
    file("bill", "{}\n", "rw-------");
    complete("--third-party", "notices", "--sbom", "bill", "in.deb", "out.deb");
    String contents = run("dpkg-deb", "-c", "out.deb");
    assertThat(contents)
        .contains("./usr/bin/satchel -> /opt/satchel/bin/satchel")
        .contains("./usr/share/applications/app.satchel.Satchel.desktop")
        .contains("./usr/share/applications/zip-with-satchel.desktop")
        .contains("./usr/share/mime/packages/app.satchel.Satchel.xml")
        .contains("./usr/share/metainfo/app.satchel.Satchel.metainfo.xml")
        .contains("./usr/share/icons/hicolor/16x16/apps/app.satchel.Satchel.png")
        .contains("./usr/share/icons/hicolor/512x512/apps/app.satchel.Satchel.png")
        .contains("./usr/share/icons/hicolor/scalable/apps/app.satchel.Satchel.svg")
        .contains("./usr/share/icons/hicolor/48x48/mimetypes/application-x-agent-skill+zip.png")
        .contains("./usr/share/doc/satchel/copyright")
        .contains("./usr/share/doc/satchel/THIRD-PARTY.txt")
        .contains("./usr/share/doc/satchel/satchel.cdx.json")
        .contains("./usr/share/doc/satchel/changelog.gz")
        .contains("./usr/share/man/man1/satchel.1.gz")
        .doesNotContain("satchel-satchel.desktop")
        .doesNotContain("/opt/satchel/share");
    assertThat(contents.lines())
        .allMatch(line -> line.contains(" root/root "), "root's")
        .allMatch(line -> line.matches("(d|-)rwxr-xr-x .*|-rw-r--r-- .*|lrwxrwxrwx .*"), "rights")
        .allMatch(line -> line.contains(" 2026-11-01 "), "the time asked for");

    String control = run("dpkg-deb", "-f", "out.deb");
    assertThat(control)
        .contains("Version: 1.2.3", "Architecture: amd64", "libgtk-3-0t64", "| libgtk-3-0 ")
        .doesNotContainPattern("@[A-Z_]+@")
        .containsPattern("Installed-Size: [1-9][0-9]*\n");
    run("dpkg-deb", "-e", "out.deb", "control");
    assertThat(folder.resolve("control/prerm")).as("jpackage's script").doesNotExist();
    for (String script : List.of("postinst", "postrm")) {
      assertThat(folder.resolve("control").resolve(script)).isExecutable();
    }
  }

  @Test
  void theSameInputGivesTheSameBytes() throws Exception {
    complete("in.deb", "one.deb");
    complete("in.deb", "two.deb");
    assertThat(folder.resolve("two.deb")).hasSameBinaryContentAs(folder.resolve("one.deb"));
  }

  /**
   * The cache is refused at every start when the time of a jar is not the one it was trained with.
   */
  @Test
  void jarsOfAnAotCacheAreNotRestamped() throws Exception {
    file("in/opt/satchel/lib/app/satchel.aot", "a cache", "rw-r--r--");
    Path jar = folder.resolve("in/opt/satchel/lib/app/satchel.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.ofEpochSecond(1793491200 + 60)));
    run("dpkg-deb", "--build", "in", "young.deb");
    Repository.Run refused = script("young.deb", "out.deb");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.output()).contains("satchel.jar is younger than SOURCE_DATE_EPOCH");

    Instant time = Instant.ofEpochSecond(1793491200 - 3600);
    Files.setLastModifiedTime(jar, FileTime.from(time));
    run("dpkg-deb", "--build", "in", "old.deb");
    complete("old.deb", "out.deb");
    run("dpkg-deb", "-x", "out.deb", "installed");
    assertThat(
            Files.getLastModifiedTime(folder.resolve("installed/opt/satchel/lib/app/satchel.jar")))
        .isEqualTo(FileTime.from(time));
  }

  @Test
  void anotherPackageIsRefused() throws Exception {
    Path control = folder.resolve("in/DEBIAN/control");
    Files.writeString(control, Files.readString(control).replace("satchel", "other"));
    run("dpkg-deb", "--build", "in", "other.deb");
    Repository.Run refused = script("other.deb", "out.deb");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.output()).contains("is not jpackage's package of Satchel");
    assertThat(folder.resolve("out.deb")).doesNotExist();
  }

  private void complete(String... arguments) throws Exception {
    Repository.Run run = script(arguments);
    assertThat(run.exit()).as(run.output()).isZero();
  }

  private Repository.Run script(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("env", "SOURCE_DATE_EPOCH=" + EPOCH, "bash"));
    command.add(Path.of("installer/linux/complete-deb.sh").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    return Repository.run(folder, command);
  }

  private String run(String... command) throws Exception {
    Repository.Run run = Repository.run(folder, List.of(command));
    assertThat(run.exit()).as(run.output()).isZero();
    return run.output();
  }

  private void file(String path, String text, String rights) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }
}
