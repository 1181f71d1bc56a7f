package app.satchel.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkillFolderTest {
  private static final String MD = "---\nname: tea-timer\ndescription: Times tea.\n---\n# Tea\n";

  @TempDir Path dir;

  private Path skill() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("tea"));
    Files.writeString(folder.resolve("SKILL.md"), MD);
    return folder;
  }

  private static SkillFile file(String path) {
    return SkillFile.of(path, MD.getBytes(StandardCharsets.UTF_8));
  }

  private static String code(Throwable e) {
    return ((ProblemException) e).problem().code();
  }

  @Test
  void readsAFolderWithItsFilesInByteOrder() throws IOException {
    Path folder = skill();
    Files.createDirectories(folder.resolve("refs/empty"));
    Files.writeString(folder.resolve("refs/b.md"), "b");
    Files.writeString(folder.resolve("Z.md"), "zz");
    Files.writeString(folder.resolve("\u00e9.md"), "e");
    SkillFolder read = SkillFolder.read(folder);
    assertThat(read.folderName()).isEqualTo("tea");
    assertThat(read.files())
        .extracting(SkillFile::path)
        .containsExactly("SKILL.md", "Z.md", "refs/b.md", "\u00e9.md");
    assertThat(read.totalBytes()).isEqualTo(MD.length() + 4);
    assertThat(read.file("refs/b.md").orElseThrow().read()).isEqualTo("b".getBytes());
    assertThat(read.file("refs/none")).isEmpty();
    assertThat(read.displayName()).isEqualTo("tea-timer");
    assertThat(read.displayDescription()).hasValue("Times tea.");
  }

  @Test
  void leavesOutARepositorysRecords() throws IOException {
    Path folder = skill();
    Files.createDirectories(folder.resolve(".git/objects"));
    Files.writeString(folder.resolve(".git/config"), "x");
    Files.writeString(folder.resolve(".gitignore"), "x");
    assertThat(SkillFolder.read(folder).files())
        .extracting(SkillFile::path)
        .containsExactly(".gitignore", "SKILL.md");
  }

  @Test
  void listsLinksAndNeverFollowsThem() throws IOException {
    Path folder = skill();
    Path secret = Files.writeString(dir.resolve("secret"), "secret");
    try {
      Files.createSymbolicLink(folder.resolve("link"), secret);
      Files.createSymbolicLink(folder.resolve("up"), dir);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("This file system makes no links.");
    }
    SkillFolder read = SkillFolder.read(folder);
    SkillFile link = read.file("link").orElseThrow();
    assertThat(link.type()).isEqualTo(SkillFile.Type.LINK);
    assertThat(new String(link.read(), StandardCharsets.UTF_8)).isEqualTo(secret.toString());
    assertThat(read.files()).hasSize(3);
  }

  @Test
  void findsSkillMdInAnyCasingAndPrefersTheExactOne() {
    assertThat(SkillFolder.of("x", List.of(file("skill.MD"))).skillMdFile().path())
        .isEqualTo("skill.MD");
    assertThat(
            SkillFolder.of("x", List.of(file("Skill.md"), file("SKILL.md"))).skillMdFile().path())
        .isEqualTo("SKILL.md");
    SkillFile link =
        new SkillFile("SKILL.md", 0, SkillFile.Type.LINK, false, SkillFile.Content.of(new byte[0]));
    assertThat(SkillFolder.findSkillMd(List.of(link, file("a/SKILL.md")))).isEmpty();
  }

  @Test
  void aFolderWithoutSkillMdIsNotFoundInWords() {
    assertThatThrownBy(() -> SkillFolder.of("tea", List.of(file("sub/SKILL.md"))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.NOT_FOUND);
              assertThat(e.problem().what()).contains("'tea'");
            });
    assertThatThrownBy(() -> SkillFolder.read(dir.resolve("none")))
        .satisfies(e -> assertThat(code(e)).isEqualTo("skill-unreadable"));
  }

  @Test
  void whatIsNoSkillIsRefusedBeforeItIsRead() throws IOException {
    SkillFile huge =
        new SkillFile(
            "SKILL.md",
            SkillFolder.MAX_SKILL_MD_BYTES + 1,
            SkillFile.Type.REGULAR,
            false,
            () -> {
              throw new AssertionError("read");
            });
    assertThatThrownBy(() -> SkillFolder.of("x", List.of(huge)))
        .satisfies(e -> assertThat(code(e)).isEqualTo("skill-md-too-large"));
    Path folder = skill();
    Files.createDirectories(folder.resolve("d/".repeat(SkillFolder.MAX_DEPTH + 1)));
    assertThatThrownBy(() -> SkillFolder.read(folder))
        .satisfies(e -> assertThat(code(e)).isEqualTo("skill-too-deep"));
  }

  @Test
  void copiesDoNotChangeTheOriginal() {
    SkillFolder original = SkillFolder.of("tea", List.of(file("SKILL.md")));
    assertThat(original.named("other").folderName()).isEqualTo("other");
    assertThat(original.withFiles(List.of(file("a"), file("SKILL.md"))).files()).hasSize(2);
    assertThat(original.folderName()).isEqualTo("tea");
    assertThat(original.files()).hasSize(1);
  }
}
