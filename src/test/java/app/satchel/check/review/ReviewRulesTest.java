package app.satchel.check.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.Finding;
import app.satchel.check.review.ReviewRules.Rule;
import app.satchel.check.review.ReviewRules.Scope;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReviewRulesTest {
  private final ReviewRules rules = ReviewRules.CURRENT;

  @Test
  void theDataIsDatedAndEveryRuleIsWhole() {
    assertThat(LocalDate.parse(rules.date())).isAfter(LocalDate.of(2026, 1, 1));
    assertThat(rules.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
              assertThat(rule.message()).isNotBlank();
              assertThat(rule.hit()).hasSize(3);
              assertThat(rule.miss()).hasSize(3);
              assertThat(rule.pattern() != null).isEqualTo(rule.detector().equals("pattern"));
              assertThat(rule.keywords().isEmpty()).isEqualTo(rule.pattern() == null);
            });
  }

  @Test
  void noWordPromisesAnything() {
    assertThat(rules.rules())
        .allSatisfy(
            rule ->
                assertThat((rule.message() + rule.fix()).toLowerCase(java.util.Locale.ROOT))
                    .doesNotContainPattern("\\bsafe(ly)?\\b"));
  }

  @Test
  void patternsHaveNoUnboundedRepetition() {
    assertThat(rules.rules())
        .filteredOn(rule -> rule.pattern() != null)
        .allSatisfy(
            rule ->
                assertThat(rule.pattern().pattern().replaceAll("\\\\.|\\[[^]]*]", "x"))
                    .doesNotContain("*", "+"));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHitsWhatItMustAndNothingElse() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Rule rule : rules.rules()) {
      rule.hit()
          .forEach(
              example ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          rule.id() + " hits " + Notes.shown(example),
                          () -> assertThat(found(rule, example)).contains(rule.id()))));
      rule.miss()
          .forEach(
              example ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          rule.id() + " passes over " + Notes.shown(example),
                          () -> assertThat(found(rule, example)).doesNotContain(rule.id()))));
    }
    return tests.stream();
  }

  private static List<String> found(Rule rule, String example) {
    SkillFolder skill =
        switch (rule.in()) {
          case PATH ->
              skill(
                  "name: x",
                  "body",
                  SkillFile.of(example, "text".getBytes(StandardCharsets.UTF_8)));
          case FRONTMATTER -> skill(example, "body");
          case TOOLS -> skill("allowed-tools: \"" + example + "\"", "body");
          case SCRIPT ->
              skill(
                  "name: x",
                  "body",
                  SkillFile.of("scripts/a.sh", example.getBytes(StandardCharsets.UTF_8)));
          case TEXT, ANY -> skill("name: x", example);
        };
    assertThat(rule.in()).isInstanceOf(Scope.class);
    return ReviewCheck.review(skill).findings().stream().map(Finding::rule).toList();
  }

  private static SkillFolder skill(String frontmatter, String body, SkillFile... more) {
    List<SkillFile> files = new ArrayList<>(List.of(more));
    files.add(
        SkillFile.of(
            "SKILL.md",
            ("---\n" + frontmatter + "\n---\n" + body + "\n").getBytes(StandardCharsets.UTF_8)));
    return SkillFolder.of("x", files);
  }
}
