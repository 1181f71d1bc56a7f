package app.satchel.check.upload;

import static app.satchel.check.upload.Skills.skill;
import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.Finding;
import app.satchel.skill.SkillFolder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change says about itself: why, at which place, and all that it adds. */
class ChangeWordsTest {
  private static String md(String... lines) {
    return "---\n" + String.join("\n", lines) + "\n---\n# Tea\n";
  }

  private static List<Change> changes(UploadRules rules, SkillFolder skill) {
    return new UploadRepair(new UploadCheck(rules)).offer(skill, change -> true).repair().changes();
  }

  private static Change change(String id, SkillFolder skill) {
    return changes(UploadRules.bundled(), skill).stream()
        .filter(change -> change.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"claude-ai,claude.ai", "chatgpt,ChatGPT", "claude-api,The Claude API"})
  void theReasonNamesThePlaceThatTheSkillGoesTo(String target, String place) {
    UploadRules rules = UploadRules.bundled().forTarget(target);
    SkillFolder skill =
        skill("tea", md("name: Tea Timer", "description: A <b>.", "version: 2", "license:"));

    List<Change> changes = changes(rules, skill);

    assertThat(changes)
        .extracting(Change::id)
        .contains("move-key-to-metadata", "name-slug", "reword-brackets", "drop-empty-key");
    assertThat(changes)
        .filteredOn(change -> change.id().equals("move-key-to-metadata"))
        .extracting(Change::why)
        .containsExactly(
            place
                + " refuses the key 'version' here, and accepts it under metadata."
                + " Its value stays the same.");
    if (!target.equals("claude-ai")) {
      assertThat(changes).noneMatch(change -> change.why().contains("claude.ai"));
    }
  }

  @ParameterizedTest
  @CsvSource({"chatgpt,ChatGPT", "claude-api,the Claude API"})
  void aRuleNamesThePlaceThatHasTakenItOver(String target, String place) {
    UploadRules rules = UploadRules.bundled().forTarget(target);
    SkillFolder skill = skill("tea", md("name: tea", "description: d", "version: 2"));

    assertThat(new UploadCheck(rules).check(skill).findings())
        .extracting(Finding::message)
        .contains("The key 'version' is not one of the six that " + place + " accepts.")
        .noneMatch(message -> message.contains("claude.ai"));
  }

  static Stream<SkillFolder> skillsThatKeepSomethingAside() {
    return Stream.of(
        skill("x", md("name: claude-tea", "description: d")),
        skill("x", md("name: Tea_Timer 2.0", "description: d")),
        skill("tea", md("name: {en: Tea Timer}", "description: d")),
        skill("tea", md("name: tea", "description: d", "compatibility: " + "Tea. ".repeat(200))));
  }

  @ParameterizedTest
  @MethodSource("skillsThatKeepSomethingAside")
  void whatIsAddedIsShownWithTheLineThatItStandsUnder(SkillFolder skill) {
    Change change = changes(UploadRules.bundled(), skill).getFirst();

    assertThat(change.after()).contains("\nmetadata:\n  ");
  }

  @Test
  void metadataThatIsThereIsNotShownAsNew() {
    Change change =
        change(
            "name-reserved-word",
            skill("x", md("name: claude-tea", "description: d", "metadata:", "  author: me")));

    assertThat(change.after()).isEqualTo("name: tea\n  display-name: claude-tea");
  }
}
