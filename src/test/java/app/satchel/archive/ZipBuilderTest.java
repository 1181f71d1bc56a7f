package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The ZIP that Satchel makes. */
class ZipBuilderTest {
  private static final String SKILL_MD = "---\nname: demo\ndescription: Shows.\n---\n\n# Demo\n";

  @TempDir Path folder;

  private static SkillFile file(String path, String content) {
    return SkillFile.of(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private static SkillFolder demo() {
    SkillFile script = file("scripts/run.sh", "#!/bin/sh\necho hello\n");
    return SkillFolder.of(
        "demo",
        List.of(
            file("references/b.md", "text ".repeat(400)),
            file("SKILL.md", SKILL_MD),
            file("references/B.md2", "x"),
            new SkillFile(script.path(), script.bytes(), script.type(), true, script.content()),
            file("empty.txt", "")));
  }

  private static byte[] bytesOf(SkillFolder skill) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipBuilder.write(skill, out);
    return out.toByteArray();
  }

  @Test
  void putsEverythingIntoOneFolderNamedAsTheSkillInTheOrderOfTheNames() throws IOException {
    Path zip = Files.write(folder.resolve("z.zip"), bytesOf(demo()));
    try (ZipFile read = new ZipFile(zip.toFile())) {
      assertThat(read.stream().map(ZipEntry::getName))
          .containsExactly(
              "demo/SKILL.md",
              "demo/empty.txt",
              "demo/references/B.md2",
              "demo/references/b.md",
              "demo/scripts/run.sh");
      assertThat(read.getInputStream(read.getEntry("demo/SKILL.md"))).hasContent(SKILL_MD);
      assertThat(read.stream())
          .allMatch(e -> e.getTimeLocal().toString().equals("1980-02-01T00:00"))
          .allMatch(e -> e.getExtra() == null)
          .allMatch(e -> e.getComment() == null);
    }
  }

  @Test
  void keepsSizesInTheHeadersSoThatAStreamingReaderUnderstandsIt() throws IOException {
    byte[] zip = bytesOf(demo());
    int entries = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getSize()).isNotNegative();
        assertThat(in.readAllBytes()).hasSize((int) entry.getSize());
        entries++;
      }
    }
    assertThat(entries).isEqualTo(5);
    // General purpose bit 3, "sizes follow the data", of the first header.
    assertThat(zip[6] & 8).isZero();
  }

  @Test
  void survivesItsOwnPreflight() throws IOException {
    Path zip = Files.write(folder.resolve("z.zip"), bytesOf(demo()));

    SkillFolder again =
        SkillArchive.extract(zip, folder.resolve("s"), ZipLimits.standard(), Cancellation.none())
            .skill(null);

    assertThat(again.folderName()).isEqualTo("demo");
    assertThat(again.files()).hasSize(5);
    assertThat(again.file("scripts/run.sh").orElseThrow().executable()).isTrue();
    assertThat(again.file("empty.txt").orElseThrow().executable()).isFalse();
  }

  @Test
  @ResourceLock(Resources.TIME_ZONE)
  void givesTheSameBytesForTheSameSkillAnywhere() throws IOException {
    TimeZone before = TimeZone.getDefault();
    byte[] expected = bytesOf(demo());
    try {
      for (String zone :
          List.of("UTC", "Pacific/Kiritimati", "America/St_Johns", "Africa/Monrovia")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        List<SkillFile> shuffled = new ArrayList<>(demo().files());
        Collections.shuffle(shuffled);
        assertThat(bytesOf(SkillFolder.of("demo", shuffled))).as(zone).isEqualTo(expected);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void givesTheSameBytesForFilesOnDiskWhateverTheirDates() throws IOException {
    Path skill = Files.createDirectories(folder.resolve("demo/references"));
    Files.writeString(folder.resolve("demo/SKILL.md"), SKILL_MD);
    Files.writeString(skill.resolve("a.md"), "a");
    byte[] before = bytesOf(SkillFolder.read(folder.resolve("demo")));

    Files.setLastModifiedTime(
        skill.resolve("a.md"), java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));

    assertThat(bytesOf(SkillFolder.read(folder.resolve("demo")))).isEqualTo(before);
  }

  @Test
  void refusesLinksAndDevices() {
    for (SkillFile.Type type : List.of(SkillFile.Type.LINK, SkillFile.Type.OTHER)) {
      SkillFile link = new SkillFile("l", 0, type, false, SkillFile.Content.of(new byte[0]));
      SkillFolder skill = SkillFolder.of("demo", List.of(file("SKILL.md", SKILL_MD), link));
      assertRefused("pack-link", () -> bytesOf(skill));
    }
  }

  @Test
  void refusesPathsThatOurselvesWouldNotUnpack() {
    for (String path : List.of("../x", "a\\b", "a:b", "a//b", "s\u200bk.md")) {
      SkillFolder skill =
          SkillFolder.of("demo", List.of(file("SKILL.md", SKILL_MD), file(path, "x")));
      assertThatThrownBy(() -> bytesOf(skill))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().kind()).isEqualTo(ProblemKind.INPUT);
                assertThat(e.problem().code()).startsWith("zip-");
              });
    }
    assertRefused("pack-no-folder-name", () -> bytesOf(demo().named("")));
    assertRefused("zip-path-escapes", () -> bytesOf(demo().named("..")));
    assertRefused("zip-path-empty", () -> bytesOf(demo().named("a/b")));
  }

  /** Its author's disk holds them and claude.ai takes them: no reason to refuse them here. */
  @Test
  void buildsNamesThatOnlySomeSystemsCanHold() throws Exception {
    String longName = "n".repeat(150) + ".md";
    List<SkillFile> files =
        List.of(
            file("SKILL.md", SKILL_MD),
            file("aux.md", "1"),
            file("a.", "2"),
            file("B/c", "3"),
            file("b/d", "4"),
            file(longName, "0".repeat(4 << 20)));
    Path zip = Files.write(folder.resolve("demo.zip"), bytesOf(SkillFolder.of("demo", files)));
    assertThat(ZipPreflight.inspect(zip, ZipLimits.ofOurOwn(), Cancellation.none()))
        .extracting(CheckedEntry::path)
        .contains("demo/aux.md", "demo/a.", "demo/B/c", "demo/b/d", "demo/" + longName);
    assertRefusedByPreflight("zip-", zip);
  }

  private static void assertRefusedByPreflight(String code, Path zip) {
    assertThatThrownBy(() -> ZipPreflight.inspect(zip, ZipLimits.standard(), Cancellation.none()))
        .as("from a stranger they stay refused")
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).startsWith(code));
  }

  @Test
  void refusesMoreThanItWouldUnpackAndFilesThatChange() {
    SkillFile huge =
        new SkillFile(
            "huge.bin", 65 << 20, SkillFile.Type.REGULAR, false, SkillFile.Content.of(new byte[0]));
    SkillFile grown =
        new SkillFile(
            "log.txt", 3, SkillFile.Type.REGULAR, false, SkillFile.Content.of(new byte[9]));
    SkillFile shrunk =
        new SkillFile(
            "log.txt", 30, SkillFile.Type.REGULAR, false, SkillFile.Content.of(new byte[9]));
    SkillFile md = file("SKILL.md", SKILL_MD);

    assertRefused("pack-too-large", () -> bytesOf(SkillFolder.of("demo", List.of(md, huge))));
    assertRefused("pack-file-changed", () -> bytesOf(SkillFolder.of("demo", List.of(md, grown))));
    assertRefused("pack-file-changed", () -> bytesOf(SkillFolder.of("demo", List.of(md, shrunk))));
  }

  @Test
  void buildsIntoPlaceAndTellsWhatItBuilt() throws Exception {
    Path target = folder.resolve("demo.zip");
    List<Long> progress = new ArrayList<>();
    List<Path> verified = new ArrayList<>();

    BuiltZip built =
        ZipBuilder.build(
            demo(),
            target,
            zip -> {
              ZipPreflight.inspect(zip, ZipLimits.standard(), Cancellation.none());
              verified.add(zip);
              assertThat(target).doesNotExist();
            },
            (done, total) -> progress.add(done),
            Cancellation.none());

    byte[] bytes = Files.readAllBytes(target);
    assertThat(bytes).isEqualTo(bytesOf(demo()));
    assertThat(built.entries()).isEqualTo(5);
    assertThat(built.uncompressedBytes()).isEqualTo(demo().totalBytes());
    assertThat(built.bytes()).isEqualTo(bytes.length);
    assertThat(built.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(progress).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(verified).hasSize(1);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void leavesTheOldZipAndNoRestWhenTheVerifierRejects() throws IOException {
    Path target = Files.writeString(folder.resolve("demo.zip"), "the last good one");

    assertThatThrownBy(
            () ->
                ZipBuilder.build(
                    demo(),
                    target,
                    zip -> {
                      throw new IllegalStateException("rejected");
                    },
                    Progress.silent(),
                    Cancellation.none()))
        .hasMessage("rejected");
    assertThatThrownBy(
            () ->
                ZipBuilder.build(
                    demo(),
                    target,
                    zip -> {
                      throw new IOException("unreadable");
                    },
                    Progress.silent(),
                    Cancellation.none()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("pack-failed"));

    assertThat(target).hasContent("the last good one");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void replacesTheOldZipWhenTheNewOneIsGood() throws IOException {
    Path target = Files.writeString(folder.resolve("demo.zip"), "old");

    ZipBuilder.build(
        demo(), target, ZipBuilder.Verifier.none(), Progress.silent(), Cancellation.none());

    assertThat(Files.readAllBytes(target)).isEqualTo(bytesOf(demo()));
  }

  @Test
  void stopsWhenCancelledEvenAfterTheVerifier() {
    Path target = folder.resolve("demo.zip");
    Cancellation cancellation = new Cancellation();

    assertThatThrownBy(
            () ->
                ZipBuilder.build(
                    demo(), target, zip -> cancellation.cancel(), Progress.silent(), cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void doesNotTakeThePlaceOfAFolder() throws IOException {
    Path target = Files.createDirectory(folder.resolve("demo.zip"));

    assertThatThrownBy(
            () ->
                ZipBuilder.build(
                    demo(),
                    target,
                    ZipBuilder.Verifier.none(),
                    Progress.silent(),
                    Cancellation.none()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void saysThatTheFolderIsNotThere() {
    assertThatThrownBy(
            () ->
                ZipBuilder.build(
                    demo(),
                    folder.resolve("no/demo.zip"),
                    ZipBuilder.Verifier.none(),
                    Progress.silent(),
                    Cancellation.none()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.DISK));
  }

  private interface Packing {
    byte[] pack() throws IOException;
  }

  private static void assertRefused(String code, Packing packing) {
    assertThatThrownBy(packing::pack)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.INPUT);
              assertThat(e.problem().next()).isNotEmpty();
            });
  }

  @Test
  void aFileOfTheSkillThatCannotBeReadIsNotBlamedOnTheZip() throws IOException {
    Path skill = Files.createDirectories(folder.resolve("demo"));
    Files.writeString(skill.resolve("SKILL.md"), SKILL_MD);
    Path part = Files.writeString(skill.resolve("part.md"), "x");
    SkillFolder read = SkillFolder.read(skill);
    Files.delete(part);
    Path target = folder.resolve("demo.zip");

    assertThatThrownBy(
            () ->
                ZipBuilder.build(
                    read,
                    target,
                    ZipBuilder.Verifier.none(),
                    Progress.silent(),
                    Cancellation.none()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("pack-unreadable");
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.INPUT);
              assertThat(e.problem().what()).contains("part.md");
            });
    assertThat(target).doesNotExist();
  }
}
