package app.satchel.ui.skill;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.Finding;
import app.satchel.check.Severity;
import app.satchel.check.upload.UploadReport;
import app.satchel.check.upload.UploadRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UploadVerdictTest {
  /** What the tile has room for in three lines. */
  private static final int LONGEST = 24;

  private static String why(String rule) {
    return UploadVerdict.why(
        new UploadReport(
            List.of(
                new Finding("a-warning", Severity.WARNING, null, null, "w", null),
                new Finding(rule, Severity.ERROR, null, null, "e", null))));
  }

  static Stream<String> errorRules() {
    return UploadRules.bundled().rules().stream()
        .filter(rule -> rule.severity() == Severity.ERROR)
        .map(UploadRules.Rule::id);
  }

  @ParameterizedTest
  @MethodSource("errorRules")
  void everyRuleThatRefusesHasAFewWords(String rule) {
    assertThat(why(rule)).isNotEqualTo(why("no-such-rule")).hasSizeLessThanOrEqualTo(LONGEST);
    assertThat(why(rule)).doesNotContain("''").doesNotContain("{");
  }

  @Test
  void aRuleThatCameWithNewerDataStillSaysSomething() {
    assertThat(why("no-such-rule")).isEqualTo("a rule refuses it");
  }
}
