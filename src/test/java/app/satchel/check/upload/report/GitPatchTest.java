package app.satchel.check.upload.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Repair;
import app.satchel.check.upload.Repair.Level;
import app.satchel.check.upload.Skills;
import app.satchel.check.upload.UploadCheck;
import app.satchel.check.upload.UploadRepair;
import app.satchel.check.upload.UploadRules;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches applied by a real git. */
class GitPatchTest {
  private static final LocalDate DATE = UploadRules.bundled().rulesDate();

  @TempDir Path dir;
  private GitRepository repository;
  private final UploadRepair repair = new UploadRepair();
  private final UploadCheck check = new UploadCheck();

  @BeforeEach
  void makeRepository() throws IOException {
    repository = GitRepository.in(dir.resolve("repo"));
  }

  private static GitPatch patch(String prefix, SkillFolder skill, Repair repaired) {
    return GitPatch.of(prefix, skill, repaired, DATE, _ -> false);
  }

  /** Writes the skill, applies its patch, and compares what lies there with the repaired copy. */
  private String applied(SkillFolder skill, Level level) throws IOException {
    return applied("skills/" + skill.folderName(), skill, level, _ -> true);
  }

  private String applied(
      String prefix, SkillFolder skill, Level level, Predicate<SkillFile> compared)
      throws IOException {
    SkillFolder published = repository.write(prefix, skill);
    Repair repaired = repair.repair(published, level);
    GitPatch patch = patch(prefix, published, repaired);
    assertThat(patch.isEmpty()).isFalse();
    Map<String, String> expected = GitRepository.contents(repaired.skill());
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "as published");
    repository.apply(patch.bytes());
    String now = prefix.substring(0, prefix.lastIndexOf('/') + 1) + repaired.skill().folderName();
    SkillFolder after = SkillFolder.read(repository.top().resolve(now));
    SkillFolder shown = after.withFiles(after.files().stream().filter(compared).toList());
    assertThat(GitRepository.contents(shown)).isEqualTo(expected);
    assertThat(check.check(shown).accepted()).isTrue();
    // And back again.
    Path file = Files.write(dir.resolve("back.patch"), patch.bytes());
    repository.git("apply", "-R", "--whitespace=nowarn", file.toString());
    assertThat(repository.git("status", "--porcelain")).isEmpty();
    return new String(patch.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void safeEditsAreLinesWithTheirReasons() throws IOException {
    String patch = applied(Skills.with("version: 1", "tags: [a, b]"), Level.SAFE);
    assertThat(patch)
        .startsWith("# Satchel: tea-timer (skills/tea-timer), by the upload rules of claude.ai")
        .contains("# - SKILL.md:4 [move-key-to-metadata] claude.ai refuses the key 'version' here")
        .contains("diff --git a/skills/tea-timer/SKILL.md b/skills/tea-timer/SKILL.md\nindex ")
        .contains("\n@@ -1,7 +1,8 @@\n ---\n name: tea-timer\n description: Times tea.\n")
        .contains("\n-version: 1\n");
  }

  @Test
  void byteOrderMarkAndWindowsLinesKeepTheRestByteForByte() throws IOException {
    String md =
        "\uFEFF---\r\nname: tea-timer\r\ndescription: Times tea.\r\nversion: 1\r\n---\r\n"
            + "# Tea\r\n\r\nSteep it.\r\n";
    String patch = applied(Skills.skill("tea-timer", md), Level.SAFE);
    assertThat(patch).contains("\n # Tea\r\n");
  }

  @Test
  void aLastLineWithoutItsEndStaysSo() throws IOException {
    String patch =
        applied(
            Skills.skill(
                "tea-timer", "---\nname: tea-timer\ndescription: Times tea.\nv: 1\n---\nSteep it."),
            Level.SAFE);
    assertThat(patch).contains(" Steep it.\n\\ No newline at end of file\n");
    applied(
        Skills.skill("tea-two", "---\nname: tea-two\ndescription: Times tea.\nv: 1"), Level.SAFE);
  }

  @Test
  void aNameMadePlainTakesItsFolderAlong() throws IOException {
    SkillFile script =
        new SkillFile(
            "scripts/brew.sh",
            9,
            SkillFile.Type.REGULAR,
            true,
            SkillFile.Content.of("#!/bin/sh".getBytes(StandardCharsets.US_ASCII)));
    String patch =
        applied(
            Skills.skill(
                "Tea Timer",
                "---\nname: Tea Timer\ndescription: Times tea.\n---\n# Tea\n",
                script,
                Skills.file("empty.txt", "")),
            Level.SAFE);
    assertThat(patch)
        .contains(
            "similarity index 100%\n"
                + "rename from skills/Tea Timer/scripts/brew.sh\n"
                + "rename to skills/tea-timer/scripts/brew.sh\n")
        .contains("--- a/skills/Tea Timer/SKILL.md\t\n+++ b/skills/tea-timer/SKILL.md\n");
  }

  @Test
  void innerSkillMdFilesAndOddNamesAreRenamedWithWhatNamesThem() throws IOException {
    String patch =
        applied(
            Skills.skill(
                "tea-timer",
                Skills.GOOD + "See [more](parts/SKILL.md) and `caf\u00e9 list.md`.\n",
                Skills.file("parts/SKILL.md", "more\n"),
                Skills.file("caf\u00e9 list.md", "list\n"),
                Skills.file("a\tb\"c\\d.txt", "odd\n"),
                Skills.file("\u8336/\u8336.md", "tea\n")),
            Level.PROPOSALS);
    assertThat(patch)
        .contains("rename from \"skills/tea-timer/caf\\303\\251 list.md\"\n")
        .contains("rename from \"skills/tea-timer/a\\tb\\\"c\\\\d.txt\"\n")
        .contains("rename to skills/tea-timer/parts/parts-skill.md\n");
  }

  @Test
  void aScriptThatRunsStillRuns() throws IOException {
    byte[] md = Skills.headWith("v: 1").getBytes(StandardCharsets.UTF_8);
    SkillFile runs =
        new SkillFile(
            "SKILL.md", md.length, SkillFile.Type.REGULAR, true, SkillFile.Content.of(md));
    String patch = applied(SkillFolder.of("tea-timer", java.util.List.of(runs)), Level.SAFE);
    assertThat(patch).containsPattern("index [0-9a-f]{40}\\.\\.[0-9a-f]{40} 100755\n");
  }

  @Test
  void anotherEncodingIsAPatchOfBytes() throws IOException {
    String md = Skills.GOOD + "\u8336 ".repeat(3000);
    String patch =
        applied(Skills.skill("tea-timer", md.getBytes(StandardCharsets.UTF_16)), Level.SAFE);
    assertThat(patch).contains("\nGIT binary patch\nliteral ");
  }

  @Test
  void bytesThatAreNoTextStayAsTheyAreUntilSomebodyAgrees() throws IOException {
    byte[] md =
        "---\nname: tea-timer\ndescription: Times tea.\nv: 1\n---\nA caf\u00e9.\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    SkillFolder skill = Skills.skill("tea-timer", md);
    String patch = applied(skill, Level.PROPOSALS);
    assertThat(patch).contains("+A caf\u00e9.\n").contains("[guess-encoding]");
  }

  @Test
  void linksBecomeFilesOrGo() throws IOException {
    byte[] picture = new byte[5000];
    new Random(1).nextBytes(picture);
    picture[3] = 0;
    applied(
        Skills.skill(
            "tea-timer",
            Skills.GOOD,
            SkillFile.of("real/leaf.bin", picture),
            Skills.file("real/leaf.md", "leaf\n"),
            Skills.link("one.md", "real/leaf.md"),
            Skills.link("all", "real"),
            Skills.link("away", "../../elsewhere")),
        Level.PROPOSALS);
  }

  @Test
  void byProductsAndThePluginsManifestStayAndAreNamed() throws IOException {
    String patch =
        applied(
            "skills/tea-timer",
            Skills.skill(
                "tea-timer",
                Skills.headWith("v: 1"),
                Skills.file(".DS_Store", "x"),
                Skills.file("node_modules/a/b.js", "x"),
                Skills.file(".claude-plugin/plugin.json", "{}")),
            Level.SAFE,
            file -> file.path().equals("SKILL.md"));
    assertThat(patch)
        .contains("# Not part of this patch:\n")
        .contains("# - .DS_Store: A by-product")
        .contains("# - node_modules/: A by-product")
        .contains("# - .claude-plugin/plugin.json: The ZIP leaves it out.")
        .doesNotContain("deleted file");
  }

  @Test
  void severalSkillsAreOnePatch() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 5; i++) {
      String md = "---\nname: Tea " + i + "\ndescription: Times tea.\nv: " + i + "\n---\nTea";
      String prefix = "skills/tea" + i;
      SkillFolder skill = repository.write(prefix, Skills.skill("tea" + i, md));
      all.writeBytes(patch(prefix, skill, repair.repair(skill, Level.SAFE)).bytes());
    }
    repository.apply(all.toByteArray());
    for (int i = 0; i < 5; i++) {
      SkillFolder after = SkillFolder.read(repository.top().resolve("skills/tea-" + i));
      assertThat(check.check(after).accepted()).isTrue();
    }
  }

  @Test
  void aFolderThatCannotBeRenamedIsTold() {
    SkillFolder skill =
        Skills.skill("Tea", "---\nname: tea-timer\ndescription: Times tea.\nv: 1\n---\n");
    Repair repaired = repair.repair(skill, Level.SAFE);
    GitPatch root = patch("", skill, repaired);
    assertThat(text(root))
        .contains("# - The skill is the repository itself")
        .contains("--- a/SKILL.md\n+++ b/SKILL.md\n")
        .doesNotContain("rename from");
    GitPatch taken = GitPatch.of("x/Tea", skill, repaired, DATE, "x/tea-timer"::equals);
    assertThat(text(taken))
        .contains("# - 'x/tea-timer' is there already")
        .contains("--- a/x/Tea/SKILL.md\n+++ b/x/Tea/SKILL.md\n");
    assertThat(taken.paths()).containsExactly("x/Tea/SKILL.md");
  }

  @Test
  void anAcceptedSkillHasNothingToApply() {
    SkillFolder skill = Skills.good();
    GitPatch patch = patch("x", skill, repair.repair(skill, Level.SAFE));
    assertThat(patch.isEmpty()).isTrue();
    assertThat(text(patch)).doesNotContain("diff --git");
  }

  @Test
  void proposalsThatNobodyAgreedToAreTold() {
    SkillFolder skill =
        Skills.skill("tea-claude", "---\nname: tea-claude\ndescription: Tea.\n---\n");
    assertThat(text(patch("x/tea-claude", skill, repair.repair(skill, Level.SAFE))))
        .contains("# Would help, and changes what Claude sees")
        .contains("[name-reserved-word]")
        .contains("# claude.ai would still refuse the skill.");
  }

  @Test
  void whatAStrangerWroteCannotBeTakenForAPatch() {
    SkillFolder skill =
        Skills.skill(
            "tea-timer",
            "---\n"
                + "name: tea-timer\n"
                + "description: Tea.\n"
                + "\"\\n"
                + "diff --git a/x b/x\\n"
                + "--- a/x\": 1\n"
                + "---\n",
            Skills.file("node_modules/x\ndiff --git a/y b/y\n.js"));
    String patch = text(patch("x/tea-timer", skill, repair.repair(skill, Level.SAFE)));
    assertThat(patch.lines().filter(line -> line.startsWith("diff --git "))).hasSize(1);
    assertThat(patch.lines().filter(line -> line.startsWith("--- "))).hasSize(1);
  }

  private static String text(GitPatch patch) {
    return new String(patch.bytes(), StandardCharsets.UTF_8);
  }
}
