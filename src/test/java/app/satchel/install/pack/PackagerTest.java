package app.satchel.install.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.check.Finding;
import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.UploadRepair;
import app.satchel.problem.ProblemException;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerTest {
  private static final String GOOD = "---\nname: tea-timer\ndescription: Times tea.\n---\n# Tea\n";

  @TempDir Path dir;

  private final Packager packager = new Packager();

  private static SkillFolder skill(String folder, String md, SkillFile... more) {
    List<SkillFile> files = new ArrayList<>(List.of(more));
    files.add(SkillFile.of("SKILL.md", md.getBytes(StandardCharsets.UTF_8)));
    return SkillFolder.of(folder, files);
  }

  private static SkillFile file(String path) {
    return SkillFile.of(path, path.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void packsAnAcceptedSkillUnchanged() throws Exception {
    Path zip = dir.resolve("deep/er/tea.zip");
    PackResult result =
        packager.pack(skill("tea-timer", GOOD, file("a/b.md")), zip, Repair.Level.SAFE, false);
    assertThat(result.accepted()).isTrue();
    assertThat(result.zip()).isEqualTo(zip);
    assertThat(result.files()).isEqualTo(2);
    assertThat(result.bytes()).isEqualTo(Files.size(zip));
    assertThat(result.findings()).isEmpty();
    assertThat(result.changes()).isEmpty();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip));
    assertThat(result.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    try (ZipFile in = new ZipFile(zip.toFile())) {
      assertThat(in.stream().map(ZipEntry::getName))
          .containsExactly("tea-timer/SKILL.md", "tea-timer/a/b.md");
      byte[] md = in.getInputStream(in.getEntry("tea-timer/SKILL.md")).readAllBytes();
      assertThat(new String(md, StandardCharsets.UTF_8)).isEqualTo(GOOD);
    }
  }

  @Test
  void sameSkillSameBytes() throws IOException {
    SkillFolder skill = skill("x", GOOD.replace("---\n#", "version: 1.0\n---\n#"), file("b"));
    packager.pack(skill, dir.resolve("1.zip"), Repair.Level.SAFE, false);
    packager.pack(skill, dir.resolve("2.zip"), Repair.Level.SAFE, false);
    assertThat(dir.resolve("1.zip")).hasSameBinaryContentAs(dir.resolve("2.zip"));
  }

  @Test
  void repairsInTheZipAndSaysWhat() throws IOException {
    SkillFolder skill = skill("Tea", GOOD.replace("---\n#", "version: 1.0\n---\n#"));
    PackResult result = packager.pack(skill, dir.resolve("t.zip"), Repair.Level.SAFE, false);
    assertThat(result.accepted()).isTrue();
    assertThat(result.changes())
        .extracting(Change::id)
        .containsExactly("move-key-to-metadata", "rename-folder");
    assertThat(result.skill().folderName()).isEqualTo("tea-timer");
    assertThat(skill.skillMd().text()).contains("\nversion: 1.0\n");
  }

  @Test
  void whatCannotBeAcceptedIsReportedAndNotWritten() throws IOException {
    SkillFolder skill = skill("claude-tea", GOOD.replace("tea-timer", "claude-tea"));
    Path zip = dir.resolve("t.zip");
    Files.writeString(zip, "the last good one");
    PackResult result = packager.pack(skill, zip, Repair.Level.SAFE, false);
    assertThat(result.written()).isFalse();
    assertThat(result.zip()).isNull();
    assertThat(result.sha256()).isNull();
    assertThat(result.accepted()).isFalse();
    assertThat(result.findings()).extracting(Finding::rule).contains("name-reserved");
    assertThat(result.proposals()).extracting(Change::id).containsExactly("name-reserved-word");
    assertThat(zip).hasContent("the last good one");

    assertThat(packager.pack(skill, zip, Repair.Level.PROPOSALS, false).accepted()).isTrue();
  }

  @Test
  void forceWritesItAnywayAndStillSaysSo() throws IOException {
    SkillFolder skill = skill("claude-tea", GOOD.replace("tea-timer", "claude-tea"));
    PackResult result = packager.pack(skill, dir.resolve("t.zip"), Repair.Level.SAFE, true);
    assertThat(result.written()).isTrue();
    assertThat(result.accepted()).isFalse();
    assertThat(result.findings()).extracting(Finding::rule).contains("name-reserved");
    assertThat(names()).containsExactly("t.zip");
  }

  @Test
  void asIsPacksOnlyWhatIsAcceptedAsPublished() {
    Path zip = dir.resolve("t.zip");
    assertThat(packager.pack(skill("x", GOOD), zip, Repair.Level.AS_IS, false).written()).isFalse();
    assertThat(packager.pack(skill("tea-timer", GOOD), zip, Repair.Level.AS_IS, false).written())
        .isTrue();
  }

  @Test
  void afterAFailureNothingIsLeftBehind() throws IOException {
    Path zip = dir.resolve("t.zip");
    Files.writeString(zip, "the last good one");
    SkillFile broken =
        new SkillFile(
            "a.md",
            5,
            SkillFile.Type.REGULAR,
            false,
            () -> {
              throw new IOException("gone");
            });
    assertThatThrownBy(
            () -> packager.pack(skill("tea-timer", GOOD, broken), zip, Repair.Level.SAFE, false))
        .isInstanceOf(ProblemException.class);
    assertThat(zip).hasContent("the last good one");
    assertThat(names()).containsExactly("t.zip");
  }

  @Test
  void aFileThatChangesWhileItIsPackedIsNoticed() throws IOException {
    Path changing = Files.writeString(dir.resolve("a.md"), "four");
    SkillFile file =
        new SkillFile("a.md", 4, SkillFile.Type.REGULAR, false, SkillFile.Content.of(changing));
    Files.writeString(changing, "longer than before");
    assertThatThrownBy(
            () ->
                packager.pack(
                    skill("tea-timer", GOOD, file),
                    dir.resolve("out/t.zip"),
                    Repair.Level.SAFE,
                    false))
        .isInstanceOf(ProblemException.class);
    try (Stream<Path> left = Files.list(dir.resolve("out"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void cancellingLeavesNothing() throws IOException {
    Cancellation cancellation = new Cancellation();
    Progress stopper = (done, total) -> cancellation.cancel();
    Repair repair = new UploadRepair().repair(skill("tea-timer", GOOD), Repair.Level.SAFE);
    assertThatThrownBy(
            () -> packager.pack(repair, dir.resolve("t.zip"), false, stopper, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsAProblemInWords() throws IOException {
    Path blocker = Files.writeString(dir.resolve("file"), "x");
    assertThatThrownBy(
            () ->
                packager.pack(
                    skill("tea-timer", GOOD), blocker.resolve("t.zip"), Repair.Level.SAFE, false))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("pack-folder-failed"));
  }

  @Test
  void theTemporaryFolderIsLeftAsItWas() throws IOException {
    long before = staged();
    packager.pack(skill("tea-timer", GOOD), dir.resolve("t.zip"), Repair.Level.SAFE, false);
    assertThat(staged()).isEqualTo(before);
  }

  private static long staged() {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(p -> p.getFileName().toString().startsWith("satchel-verify-")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only the finished ZIP shows it, and it is the skill's fault, not ours. */
  @Test
  void aZipThatIsTooLargeForItsTargetIsRefusedAndNotWritten() throws IOException {
    byte[] noise = new byte[9_000_000];
    new Random(7).nextBytes(noise);
    SkillFolder skill =
        skill(
            "tea-timer",
            GOOD,
            SkillFile.of("a.bin", noise),
            SkillFile.of("b.bin", noise),
            SkillFile.of("c.bin", noise));
    Packager chatGpt = packager.forTarget("chatgpt");
    PackResult result = chatGpt.pack(skill, dir.resolve("t.zip"), Repair.Level.SAFE, false);
    assertThat(result.written()).isFalse();
    assertThat(result.accepted()).isFalse();
    assertThat(result.findings()).extracting(Finding::rule).contains("zip-too-large");
    assertThat(names()).isEmpty();
  }
}
