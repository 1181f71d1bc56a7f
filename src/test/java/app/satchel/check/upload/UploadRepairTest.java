package app.satchel.check.upload;

import static app.satchel.check.upload.RepairCases.ADVICE;
import static app.satchel.check.upload.RepairCases.DESCRIPTION;
import static app.satchel.check.upload.RepairCases.NAME;
import static app.satchel.check.upload.RepairCases.PLAIN;
import static app.satchel.check.upload.RepairCases.cases;
import static app.satchel.check.upload.RepairCases.md;
import static app.satchel.check.upload.RepairCases.tea;
import static app.satchel.check.upload.Skills.file;
import static app.satchel.check.upload.Skills.good;
import static app.satchel.check.upload.Skills.link;
import static app.satchel.check.upload.Skills.skill;
import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.Change.Consent;
import app.satchel.check.upload.RepairCases.Case;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UploadRepairTest {
  private static final UploadRepair REPAIR = new UploadRepair();
  private static final UploadCheck CHECK = new UploadCheck();

  @ParameterizedTest
  @MethodSource("app.satchel.check.upload.RepairCases#cases")
  void everyKindOfChangeDoesWhatItSays(Case kind) {
    Repair repair = REPAIR.repair(kind.skill(), Repair.Level.PROPOSALS);
    assertThat(repair.skill().skillMd().text()).isEqualTo(kind.after());
    assertThat(Skills.errors(repair.report())).isEmpty();
    assertThat(repair.changes())
        .filteredOn(change -> change.id().equals(kind.id()))
        .isNotEmpty()
        .allMatch(change -> change.consent() == kind.consent())
        .allMatch(change -> reads(change.why()))
        .allMatch(change -> change.effect() == null || reads(change.effect()))
        .allMatch(change -> change.effect() == null || change.effect().startsWith("Claude will"));
    // Each step can be taken back, down to the text as published; an encoding is no text.
    String published =
        kind.id().equals("guess-encoding") ? kind.after() : kind.skill().skillMd().text();
    assertThat(repair.edits().undo(repair.skill().skillMd().text())).isEqualTo(published);
  }

  private static boolean reads(String sentence) {
    return !sentence.contains("{") && !sentence.contains("''");
  }

  @ParameterizedTest
  @MethodSource("app.satchel.check.upload.RepairCases#cases")
  void proposalsAreOnlyProposedUnasked(Case kind) {
    Repair repair = REPAIR.repair(kind.skill(), Repair.Level.SAFE);
    assertThat(repair.changes()).allMatch(change -> change.consent() == Consent.SAFE);
    assertThat(repair.report().accepted())
        .isEqualTo(kind.consent() == Consent.SAFE || ADVICE.contains(kind.id()));
    boolean proposed =
        repair.proposals().stream().anyMatch(change -> change.id().equals(kind.id()));
    assertThat(proposed).isEqualTo(kind.consent() == Consent.PROPOSAL);
  }

  @ParameterizedTest
  @MethodSource("app.satchel.check.upload.RepairCases#cases")
  void asIsChangesNothing(Case kind) {
    Repair repair = REPAIR.repair(kind.skill(), Repair.Level.AS_IS);
    assertThat(repair.skill()).isSameAs(kind.skill());
    assertThat(repair.changes()).isEmpty();
  }

  @Test
  void theEffectNamesWhoReadsTheSkill() {
    UploadRepair chatGpt = new UploadRepair(new UploadCheck(CHECK.rules().forTarget("chatgpt")));
    Repair repair = chatGpt.repair(tea(NAME, "description: Maps <a>"), Repair.Level.PROPOSALS);
    assertThat(repair.changes())
        .extracting(Change::effect)
        .containsExactly("ChatGPT will see other signs or words in their place.");
  }

  @Test
  void everyKindOfChangeHasACase() {
    Set<String> words =
        ResourceBundle.getBundle("app.satchel.check.upload.words").keySet().stream()
            .filter(key -> key.startsWith("change."))
            .map(key -> key.substring("change.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> tested = cases().map(Case::id).collect(Collectors.toCollection(TreeSet::new));
    assertThat(tested).isEqualTo(words);
  }

  /** Both fit under metadata, so there is nothing to choose between. */
  @Test
  void aKeyThatIsMovedAnywayKeepsBothItsValues() {
    for (Repair.Level level : List.of(Repair.Level.SAFE, Repair.Level.PROPOSALS)) {
      Repair repair = REPAIR.repair(tea(NAME, DESCRIPTION, "tags: [a]", "tags: [b]"), level);
      assertThat(repair.skill().skillMd().text())
          .isEqualTo(md(NAME, DESCRIPTION, "metadata:", "  tags: a", "  tags-2: b"));
    }
  }

  @Test
  void aFolderGetsNoNameThatNobodyHasAgreedTo() {
    Repair repair = REPAIR.repair(skill("My (odd) tea", md(DESCRIPTION)), Repair.Level.SAFE);
    assertThat(repair.skill().folderName()).isEqualTo("My (odd) tea");
    assertThat(repair.changes()).extracting(Change::id).doesNotContain("rename-folder");
  }

  @Test
  void aRepeatedKeyIsKeptWhereItsAnchorIsNeeded() {
    Repair repair =
        REPAIR.repair(tea(NAME, DESCRIPTION, "a: &x hot", "b: *x", "a: &x hot"), Repair.Level.SAFE);
    assertThat(repair.skill().skillMd().text())
        .isEqualTo(md(NAME, DESCRIPTION, "metadata:", "  a: hot", "  b: hot", "  a-2: hot"));
  }

  /** Without the key, the comment would be a part of the block above it. */
  @Test
  void anEmptyMetadataThatCannotBeTakenOutIsFilled() {
    Repair repair =
        REPAIR.repair(
            tea(NAME, DESCRIPTION, "tags: |+", "  one", "", "metadata:", "# Tea", "", "a: b"),
            Repair.Level.SAFE);
    assertThat(Skills.errors(repair.report())).isEmpty();
    assertThat(repair.skill().skillMd().frontmatter().metadata().orElseThrow().entries())
        .extracting(entry -> entry.key() + "=" + entry.value().asText().strip())
        .containsExactly("tags=one", "a=b");
  }

  @Test
  void aLongFrontmatterIsNoFault() {
    String lines = "  Steep it well.\n".repeat(3000).stripTrailing();
    Repair repair = REPAIR.repair(tea(NAME, DESCRIPTION, "prompt: |", lines), Repair.Level.SAFE);
    assertThat(Skills.errors(repair.report())).isEmpty();
    assertThat(repair.skill().skillMd().frontmatter().metadata().orElseThrow().entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.value().asText()).hasSizeGreaterThan(40_000));
  }

  @Test
  void aRenamedFileTakesNoFoldersPlace() {
    Repair repair =
        REPAIR.repair(
            skill("tea-timer", PLAIN, file("#x"), file("x/y.md")), Repair.Level.PROPOSALS);
    assertThat(repair.skill().files())
        .extracting(SkillFile::path)
        .containsExactlyInAnyOrder("SKILL.md", "x-2", "x/y.md");
  }

  @Test
  void anAcceptedSkillKeepsItsBytes() throws IOException {
    String odd =
        "---\n"
            + "name:   tea-timer\n\n"
            + "# mine\n"
            + "description: >-\n"
            + "   Times\n"
            + "   tea.\n"
            + "allowed-tools: A, B\n"
            + "---  \n\r\n"
            + "# T";
    SkillFolder skill = skill("tea-timer", odd, file("a.txt"), file("x.pyc"));
    Repair repair = REPAIR.repair(skill, Repair.Level.PROPOSALS);
    assertThat(CHECK.check(skill).accepted()).isTrue();
    assertThat(repair.skill().skillMd().bytes()).isEqualTo(skill.skillMd().bytes());
    assertThat(repair.skill().files())
        .extracting(SkillFile::path)
        .containsExactly("SKILL.md", "a.txt");
    assertThat(repair.changes()).extracting(Change::id).containsExactly("leave-out-junk");
  }

  @Test
  void saysTheLineAsPublished() {
    SkillFolder skill =
        skill(
            "tea-timer",
            "<!-- a -->\n\n" + md(NAME, "tags:", "- x", "Version: '1'", "description: a: b"));
    List<Change> changes = REPAIR.repair(skill, Repair.Level.SAFE).changes();
    assertThat(changes)
        .extracting(change -> change.id() + "@" + change.line())
        .containsExactly(
            "frontmatter-first@1",
            "quote-value@8",
            "move-key-to-metadata@5",
            "move-key-to-metadata@7");
  }

  @Test
  void aMovedKeyGivesWayToOneThatIsThere() {
    SkillFolder skill = tea(NAME, DESCRIPTION, "version: '2'", "metadata:", "  version: '1'");
    assertThat(REPAIR.repair(skill, Repair.Level.SAFE).skill().skillMd().text())
        .isEqualTo(md(NAME, DESCRIPTION, "metadata:", "  version: '1'", "  version-2: '2'"));
  }

  @Test
  void onlyAcceptedProposalsAreMade() {
    SkillFolder skill = skill("claude-tea", md("name: claude-tea", "description: Times <tea>."));
    Repair repair = REPAIR.repair(skill, change -> change.id().equals("reword-brackets"));
    assertThat(repair.changes()).extracting(Change::id).containsExactly("reword-brackets");
    assertThat(repair.proposals()).extracting(Change::id).containsExactly("name-reserved-word");
    assertThat(repair.skill().skillMd().name()).hasValue("claude-tea");
    assertThat(repair.skill().skillMd().description()).hasValue("Times [tea].");
  }

  @Test
  void aLinkedFileIsCopiedAndALinkOutsideIsNot() throws IOException {
    SkillFolder skill =
        good(
            file("docs/a.md", "A"),
            file("docs/b.md", "B"),
            link("more", "docs"),
            link("out.md", "../other/x.md"));
    SkillFolder repaired = REPAIR.repair(skill, Repair.Level.PROPOSALS).skill();
    assertThat(repaired.files())
        .extracting(SkillFile::path)
        .containsExactly("SKILL.md", "docs/a.md", "docs/b.md", "more/a.md", "more/b.md");
    assertThat(repaired.file("more/b.md").orElseThrow().read()).isEqualTo("B".getBytes());
  }

  @Test
  void renamedFilesStayApart() {
    SkillFolder skill =
        good(file("a b.md"), file("a@b.md"), file("a-b.md"), file("\u8336/\u8336.md"));
    assertThat(REPAIR.repair(skill, Repair.Level.PROPOSALS).skill().files())
        .extracting(SkillFile::path)
        .containsExactly("SKILL.md", "a-b-2.md", "a-b-3.md", "a-b.md", "file/file.md");
  }

  @Test
  void tooManyFilesAreExplainedAndNotDropped() {
    SkillFile[] many = new SkillFile[300];
    Arrays.setAll(many, i -> file("references/" + i + ".md"));
    Repair repair = REPAIR.repair(good(many), Repair.Level.PROPOSALS);
    assertThat(repair.report().accepted()).isFalse();
    assertThat(repair.skill().files()).hasSize(301);
  }
}
