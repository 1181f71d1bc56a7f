package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for an archive at all, and what happens to the folder it is unpacked into. */
class ArchiveIntakeTest {
  @TempDir Path field;
  private Fence fence;

  @BeforeEach
  void setUp() throws IOException {
    fence = new Fence(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>502</body></html>|a web page",
        "\n\n<html lang=en>|a web page",
        "{\"error\":\"Skill not found\"}|a JSON answer",
        "<?xml version=\"1.0\"?><Error/>|an XML document",
        "\u001f\u008b\b\0|a gzip file",
        "7z\u00bc\u00af'\u001c|a 7-Zip archive",
        "Rar!\u001a\u0007\0|a RAR archive",
        "#!/bin/sh\nrm -rf x\n|a script",
        "MZ\u0090\0|a program",
        "not a zip|a text file",
        "\1\2\3\4\5\6|something else",
        "P|a text file",
        "|an empty file"
      })
  void saysWhatAFileThatIsNoZipLooksLike(String contentAndName) throws IOException {
    int bar = contentAndName.lastIndexOf('|');
    byte[] content = contentAndName.substring(0, bar).getBytes(StandardCharsets.ISO_8859_1);

    Problem problem = fence.refuses(content, "zip-not-a-zip");

    assertThat(problem.what()).contains(contentAndName.substring(bar + 1));
  }

  @Test
  void knowsATarArchiveAndAFolder() throws IOException {
    byte[] tar = new byte[1024];
    System.arraycopy(RawZip.utf8("ustar"), 0, tar, 257, 5);
    assertThat(fence.refuses(tar, "zip-not-a-zip").what()).contains("a tar archive");

    Path folder = Files.createDirectory(field.resolve("folder.zip"));
    assertThat(fence.refuses(folder, "zip-not-a-zip").what()).contains("a folder");
  }

  @Test
  void leavesAnEmptyFolderEmptyAndAFullOneAlone() throws IOException {
    Path staging = Files.createDirectory(field.resolve("mine"));
    RawZip bad = RawZip.skill();
    bad.deflated("demo/x", "x").both(header -> header.crc ^= 1);
    Path zip = bad.write(field.resolve("bad.zip"));
    assertThatThrownBy(
            () -> SkillArchive.extract(zip, staging, ZipLimits.standard(), Cancellation.none()))
        .isInstanceOf(ProblemException.class);
    assertThat(staging).isEmptyDirectory();

    Files.writeString(staging.resolve("precious"), "mine");
    Path good = RawZip.skill().write(field.resolve("good.zip"));
    assertThatThrownBy(
            () -> SkillArchive.extract(good, staging, ZipLimits.standard(), Cancellation.none()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT);
              assertThat(e.problem().code()).isEqualTo("staging-not-empty");
            });
    assertThat(staging.resolve("precious")).hasContent("mine");
  }

  @Test
  void saysThatTheArchiveIsNotThere() {
    assertThatThrownBy(
            () ->
                SkillArchive.extract(
                    field.resolve("no.zip"),
                    field.resolve("s"),
                    ZipLimits.standard(),
                    Cancellation.none()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.NOT_FOUND);
              assertThat(e.problem().what()).contains("no.zip");
            });
    assertThat(field.resolve("s")).doesNotExist();
  }

  @Test
  void stopsWhenCancelledAndLeavesNothing() {
    Path zip = RawZip.skill().write(field.resolve("good.zip"));
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(
            () -> SkillArchive.extract(zip, field.resolve("s"), ZipLimits.standard(), cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(field.resolve("s")).doesNotExist();
  }
}
