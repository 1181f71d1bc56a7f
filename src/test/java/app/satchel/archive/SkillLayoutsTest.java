package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the skill is in an archive of any layout. */
class SkillLayoutsTest {
  @TempDir Path field;
  private Fence fence;
  private final RawZip zip = new RawZip();

  @BeforeEach
  void setUp() throws IOException {
    fence = new Fence(field);
  }

  private void skillMd(String path, String name) {
    zip.deflated(path, "---\nname: " + name + "\ndescription: Does " + name + ".\n---\n\nBody.\n");
  }

  private ExtractedArchive open() throws IOException {
    return fence.accepts(zip.bytes());
  }

  private Problem problemOf(String preferred) throws IOException {
    ExtractedArchive archive = open();
    try {
      archive.skill(preferred);
    } catch (ProblemException e) {
      return e.problem();
    }
    throw new AssertionError("a skill was chosen");
  }

  @Test
  void findsASkillWithoutAFolder() throws IOException {
    skillMd("SKILL.md", "flat");
    zip.stored("references/more.md", "More.");

    ExtractedArchive archive = open();
    SkillFolder skill = archive.skill(null);

    assertThat(skill.folderName()).isEmpty();
    assertThat(skill.displayName()).isEqualTo("flat");
    assertThat(skill.files())
        .extracting(SkillFile::path)
        .containsExactly("SKILL.md", "references/more.md");
    assertThat(archive.skillPath("anything")).isEmpty();
    assertThat(archive.folder("")).isEqualTo(archive.root());
    assertThat(archive.topLevel()).containsExactly("SKILL.md", "references");
  }

  @Test
  void findsASkillInOneFolderInAnyCasing() throws IOException {
    skillMd("pdf/Skill.MD", "pdf");
    zip.stored("README.md", "About the archive, not of the skill.");

    ExtractedArchive archive = open();
    SkillFolder skill = archive.skill("pdf");

    assertThat(skill.folderName()).isEqualTo("pdf");
    assertThat(skill.skillMdFile().path()).isEqualTo("Skill.MD");
    assertThat(skill.files()).hasSize(1);
    assertThat(archive.folder(archive.skillPath(null))).isEqualTo(archive.root().resolve("pdf"));
  }

  @Test
  void takesARepositorysRootSkillWithEverythingBelow() throws IOException {
    skillMd("repo-0123abc/SKILL.md", "whole");
    skillMd("repo-0123abc/skills/nested/SKILL.md", "nested");
    zip.stored("repo-0123abc/.git/config", "[core]");
    zip.stored("repo-0123abc/.github/workflow.yml", "on: push");
    zip.stored("repo-0123abc/skills/nested/data.csv", "1");

    ExtractedArchive archive = open();

    assertThat(archive.skill(null).files())
        .extracting(SkillFile::path)
        .containsExactly(
            ".github/workflow.yml", "SKILL.md", "skills/nested/SKILL.md", "skills/nested/data.csv");
    assertThat(archive.skill("whole").displayName()).isEqualTo("whole");
    assertThat(archive.skills())
        .extracting(SkillFolder::displayName)
        .containsExactly("whole", "nested");
    assertThat(archive.skillPaths()).containsExactly("repo-0123abc", "repo-0123abc/skills/nested");
  }

  @Test
  void findsASkillThreeFoldersDown() throws IOException {
    skillMd("repo/a/skills/deep/SKILL.md", "deep");

    assertThat(open().skillPath(null)).isEqualTo("repo/a/skills/deep");
  }

  @Test
  void prefersTheFolderThatWasAskedForAmongEquals() throws IOException {
    skillMd("skills/docx/SKILL.md", "docx");
    skillMd("skills/pdf/SKILL.md", "pdf");

    ExtractedArchive archive = open();

    assertThat(archive.skillPath("pdf")).isEqualTo("skills/pdf");
    assertThat(archive.skillPath("docx")).isEqualTo("skills/docx");
  }

  @Test
  void prefersTheNameInTheFrontmatterWhenNoFolderHasIt() throws IOException {
    skillMd("one/SKILL.md", "first-skill");
    skillMd("two/SKILL.md", "second-skill");

    assertThat(open().skillPath("second-skill")).isEqualTo("two");
  }

  @Test
  void prefersTheShallowestWhenNobodyAsked() throws IOException {
    skillMd("top/SKILL.md", "top");
    skillMd("more/below/SKILL.md", "below");

    assertThat(open().skillPath(null)).isEqualTo("top");
  }

  @Test
  void doesNotTakeATemplateForTheSkillThatWasAskedFor() throws IOException {
    skillMd("repo/template/SKILL.md", "template-skill");
    skillMd("repo/skills/pdf/SKILL.md", "pdf");
    skillMd("repo/skills/docx/SKILL.md", "docx");

    assertThat(open().skillPath("pdf")).isEqualTo("repo/skills/pdf");
  }

  @Test
  void doesNotTakeANestedSkillForTheOneThatHoldsIt() throws IOException {
    skillMd("SKILL.md", "The Tool");
    skillMd("examples/tool/SKILL.md", "tool");

    assertThat(open().skillPath("tool")).isEmpty();
  }

  @Test
  void asksWhichOfSeveral() throws IOException {
    for (int i = 0; i < 12; i++) {
      skillMd("skills/s" + (char) ('a' + i) + "/SKILL.md", "s" + i);
    }

    Problem problem = problemOf("unknown");

    assertThat(problem.code()).isEqualTo("archive-several-skills");
    assertThat(problem.kind()).isEqualTo(ProblemKind.INPUT);
    assertThat(problem.what()).contains("12 skills", "skills/sa, ", "skills/sj, …");
    assertThat(problem.what()).doesNotContain("skills/sk");
  }

  @Test
  void saysThatThereIsNoSkill() throws IOException {
    zip.stored("readme.md", "no skill");
    zip.stored("SKILL.md.txt", "no skill");
    zip.stored("d/.git/SKILL.md", "no skill");

    Problem problem = problemOf(null);

    assertThat(problem.code()).isEqualTo("archive-no-skill");
    assertThat(problem.kind()).isEqualTo(ProblemKind.INPUT);
    assertThat(problem.details()).contains("SKILL.md.txt, d, readme.md");
  }

  @Test
  void findsNoSkillInAnEmptyArchive() throws IOException {
    assertThat(problemOf("x").code()).isEqualTo("archive-no-skill");
  }

  @Test
  void listsWhatWasPublishedInTheOrderOfTheNames() throws IOException {
    skillMd("z/SKILL.md", "z");
    zip.stored("z/\u00e9.md", "accent");
    zip.stored("z/B.md", "bb");
    zip.stored("z/a/", "");
    zip.stored("z/a.md", "aa");

    assertThat(open().entries())
        .extracting(ExtractedArchive.Entry::path, ExtractedArchive.Entry::directory)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("z/B.md", false),
            org.assertj.core.groups.Tuple.tuple("z/SKILL.md", false),
            org.assertj.core.groups.Tuple.tuple("z/a", true),
            org.assertj.core.groups.Tuple.tuple("z/a.md", false),
            org.assertj.core.groups.Tuple.tuple("z/\u00e9.md", false));
  }

  @Test
  void setsItsOwnPermissions() throws IOException {
    Assumptions.assumeThat(field.getFileSystem().supportedFileAttributeViews()).contains("posix");
    skillMd("d/SKILL.md", "d");
    zip.stored("d/scripts/run.sh", "#!/bin/sh\n");
    zip.stored("d/scripts/data.txt", "no script");
    zip.stored("d/run.sh", "#!/bin/sh\n");
    zip.stored("d/tool", "binary").mode = 0100755;
    zip.stored("d/dos", "binary").mode = 0100755;
    zip.items.getLast().host = 0;
    zip.stored("d/world", "binary").mode = 0106766;
    zip.stored("d/secret/", "").mode = 0040000;

    ExtractedArchive archive = open();

    assertThat(modeOf(archive, "d/scripts/run.sh")).isEqualTo("rwxr-xr-x");
    assertThat(modeOf(archive, "d/scripts/data.txt")).isEqualTo("rw-r--r--");
    assertThat(modeOf(archive, "d/run.sh")).isEqualTo("rw-r--r--");
    assertThat(modeOf(archive, "d/tool")).isEqualTo("rwxr-xr-x");
    assertThat(modeOf(archive, "d/dos")).isEqualTo("rw-r--r--");
    assertThat(modeOf(archive, "d/world")).isEqualTo("rwxr-xr-x");
    assertThat(modeOf(archive, "d/secret")).isEqualTo("rwxr-xr-x");
    assertThat(archive.skill(null).files())
        .filteredOn(SkillFile::executable)
        .extracting(SkillFile::path)
        .containsExactly("scripts/run.sh", "tool", "world");
  }

  private static String modeOf(ExtractedArchive archive, String path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(archive.root().resolve(path)));
  }

  @Test
  void readsTheSkillFromTheOneTreeOnly() throws IOException {
    skillMd("d/SKILL.md", "d");
    ExtractedArchive archive = open();
    Files.delete(field.resolve("archive.zip"));

    assertThat(archive.skill(null).skillMd().name()).contains("d");
    assertThatThrownBy(() -> archive.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
