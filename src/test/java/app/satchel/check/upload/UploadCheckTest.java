package app.satchel.check.upload;

import static app.satchel.check.upload.Skills.file;
import static app.satchel.check.upload.Skills.good;
import static app.satchel.check.upload.Skills.head;
import static app.satchel.check.upload.Skills.skill;
import static app.satchel.check.upload.Skills.with;
import static app.satchel.check.upload.UploadCases.files;
import static app.satchel.check.upload.UploadCases.sized;
import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.Finding;
import app.satchel.check.Severity;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UploadCheckTest {
  private static final UploadCheck CHECK = new UploadCheck();

  @ParameterizedTest
  @MethodSource("app.satchel.check.upload.UploadCases#cases")
  void everyRuleSeesWhatItIsAboutAndWhere(UploadCases.Case rule) {
    List<Finding> found = Skills.of(CHECK.check(rule.bad()), rule.rule());
    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.file()).isEqualTo(rule.file());
              assertThat(finding.line()).isEqualTo(rule.line());
              assertThat(finding.severity()).isEqualTo(CHECK.rules().rule(rule.rule()).severity());
            });
  }

  @ParameterizedTest
  @MethodSource("app.satchel.check.upload.UploadCases#cases")
  void noRuleSeesWhatItIsNotAbout(UploadCases.Case rule) {
    assertThat(Skills.of(CHECK.check(rule.fine()), rule.rule())).isEmpty();
  }

  @Test
  void everyRuleHasACase() {
    Set<UploadRule> elsewhere =
        EnumSet.of(
            UploadRule.FILE_TOO_LARGE,
            UploadRule.ZIP_TOO_LARGE,
            UploadRule.TOP_FOLDER_COUNT,
            UploadRule.STRAY_FILE,
            UploadRule.SKILL_MD_NESTED,
            UploadRule.DUPLICATE_ENTRY,
            UploadRule.ENCRYPTED);
    assertThat(UploadCases.cases().map(UploadCases.Case::rule).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(elsewhere)));
  }

  @Test
  void acceptsAGoodSkillWithoutAWord() {
    UploadReport report = CHECK.check(good(file("references/teas.md"), file("scripts/t.py")));
    assertThat(report.findings()).isEmpty();
    assertThat(report.accepted()).isTrue();
  }

  @Test
  void warningsAndNotesDoNotRefuse() {
    UploadReport report = CHECK.check(with("metadata: {n: 1}", "allowed-tools: Read, Write"));
    assertThat(report.findings()).isNotEmpty().noneMatch(Finding::isError);
    assertThat(report.accepted()).isTrue();
  }

  @Test
  void errorsComeFirst() {
    SkillFolder skill =
        skill("tea-timer", Skills.headWith("metadata: {n: 1}", "version: 1") + "$ARGUMENTS\n");
    assertThat(CHECK.check(skill).findings().stream().map(Finding::severity))
        .containsExactly(Severity.ERROR, Severity.WARNING, Severity.NOTE);
  }

  @Test
  void readsOnPastABrokenValue() {
    SkillFolder skill =
        head("name: tea-timer", "description: Tea: brewed <well>", "version: 1", "tags: [a]");
    assertThat(Skills.errors(CHECK.check(skill)))
        .containsExactly(
            "frontmatter-yaml", "unexpected-key", "unexpected-key", "description-brackets");
    assertThat(Skills.of(CHECK.check(skill), UploadRule.UNEXPECTED_KEY))
        .extracting(Finding::line)
        .containsExactly(4, 5);
  }

  @Test
  void saysWhichFoldersAreFull() {
    UploadReport report = CHECK.check(good(files(250, "references/")));
    assertThat(Skills.of(report, UploadRule.TOO_MANY_ENTRIES))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("253")
        .contains("200")
        .contains("references/ (250)");
    assertThat(Skills.of(CHECK.check(good(files(250, ""))), UploadRule.TOO_MANY_ENTRIES))
        .as("what lies beside SKILL.md counts for the skill's own folder")
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("/ (251)");
  }

  @Test
  void saysWhatLeavingOutWouldDo() {
    SkillFile[] many =
        Stream.of(files(150, "docs/"), files(60, "assets/x/"))
            .flatMap(Stream::of)
            .toArray(SkillFile[]::new);
    assertThat(Skills.of(CHECK.check(good(many)), UploadRule.TOO_MANY_ENTRIES))
        .singleElement()
        .extracting(Finding::fix)
        .asString()
        .endsWith("Without docs/ there would be 64.");
    assertThat(Skills.of(CHECK.check(good(files(250, ""))), UploadRule.TOO_MANY_ENTRIES))
        .as("no folder to leave out")
        .singleElement()
        .extracting(Finding::fix)
        .asString()
        .endsWith("join small files.");
    SkillFile large = sized("a.bin", 29_999_000);
    assertThat(Skills.of(CHECK.check(good(large, sized("b.bin", 1_000))), UploadRule.TOO_LARGE))
        .singleElement()
        .extracting(Finding::fix)
        .asString()
        .contains("Without a.bin there would be 1,0");
  }

  @Test
  void saysAFolderOfJunkOnce() {
    UploadReport report = CHECK.check(good(files(30, "node_modules/x/")));
    assertThat(Skills.of(report, UploadRule.JUNK_FILE)).hasSize(1);
  }

  @Test
  void checksTheLayoutOfAnArchive() {
    assertThat(archive("tea-timer/SKILL.md", "tea-timer/")).isEmpty();
    assertThat(archive("tea-timer/SKILL.md", "__MACOSX/._x")).containsExactly("top-folder-count");
    assertThat(archive("tea-timer/SKILL.md", "manifest.json")).containsExactly("stray-file");
    assertThat(archive("repo/skills/tea-timer/SKILL.md")).containsExactly("skill-md-nested");
    assertThat(archive("tea-timer/SKILL.md", "tea-timer/a", "tea-timer/a"))
        .containsExactly("duplicate-entry");
  }

  @Test
  void aSkillAtTheRootOfAnArchiveLacksItsFolder() {
    UploadReport report =
        CHECK.checkArchive(skill("", Skills.GOOD), ArchiveLayout.of(List.of("SKILL.md")));
    assertThat(Skills.errors(report)).containsExactly("top-folder-missing");
  }

  @Test
  void anEncryptedArchiveIsRefused() {
    ArchiveLayout layout = new ArchiveLayout(List.of("tea-timer/SKILL.md"), true);
    assertThat(Skills.errors(CHECK.checkArchive(good(), layout))).containsExactly("encrypted");
  }

  @Test
  void anotherTargetHasItsOwnLimits() {
    UploadCheck chatGpt = new UploadCheck(CHECK.rules().forTarget("chatgpt"));
    SkillFolder named =
        skill("claude-tea", Skills.GOOD.replace("tea-timer", "claude-tea"), files(250, "a/"));
    assertThat(Skills.errors(CHECK.check(named))).contains("name-reserved", "too-many-entries");
    assertThat(Skills.errors(chatGpt.check(named))).isEmpty();
    SkillFile large = sized("a.bin", 25_000_001);
    assertThat(Skills.errors(CHECK.check(good(large)))).isEmpty();
    assertThat(Skills.errors(chatGpt.check(good(large)))).containsExactly("file-too-large");
    ArchiveLayout layout = ArchiveLayout.of(List.of("tea-timer/SKILL.md"));
    assertThat(chatGpt.checkArchive(good(), layout, 25_000_000).accepted()).isTrue();
    assertThat(Skills.errors(chatGpt.checkArchive(good(), layout, 25_000_001)))
        .containsExactly("zip-too-large");
  }

  @Test
  void emptyFoldersOfAnArchiveCount() {
    List<String> paths = new ArrayList<>(List.of("tea-timer/SKILL.md"));
    IntStream.range(0, 198).forEach(i -> paths.add("tea-timer/" + i + "/"));
    assertThat(CHECK.checkArchive(good(), ArchiveLayout.of(paths)).accepted()).isTrue();
    paths.add("tea-timer/more/");
    assertThat(Skills.errors(CHECK.checkArchive(good(), ArchiveLayout.of(paths))))
        .containsExactly("too-many-entries");
  }

  private static List<String> archive(String... paths) {
    return Skills.errors(CHECK.checkArchive(good(), ArchiveLayout.of(List.of(paths))));
  }
}
