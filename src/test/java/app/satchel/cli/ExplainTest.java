package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.task.Cancellation;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  @TempDir Path home;

  @Test
  void aMessageIsAnsweredWithCauseAndAdvice() {
    CliRun run = CliRun.of(home, "explain", "zip", "contains", "to many files", "(maximum 200)");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Zip contains too many files (maximum 200)")
        .contains("Cause: The ZIP has more than 200 entries")
        .contains("Do: Leave out what Claude does not need")
        .contains("It says: maximum 200")
        .contains("Rules: too-many-entries")
        .contains("last 2026-07-21");
  }

  @Test
  void theStandardInputIsReadWhenThereAreNoWords() {
    String page =
        "\uFEFFCustomize\n\nUpload skill\n\nmalformed YAML frontmatter in SKILL.md\n\nClose\n";
    CliRun run = CliRun.of(home, page, new Cancellation(), "explain", "--json");
    assertThat(run.code()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.fieldNames()).toIterable().containsExactly("query", "matches");
    assertThat(answer.path("query").asText()).startsWith("Customize").endsWith("Close");
    assertThat(answer.path("matches")).hasSize(1);
    JsonNode match = answer.at("/matches/0");
    assertThat(match.fieldNames())
        .toIterable()
        .containsExactly("text", "cause", "next", "rules", "firstSeen", "lastSeen", "confidence");
    assertThat(match.at("/rules/0").asText()).isEqualTo("frontmatter-yaml");
    assertThat(match.path("confidence").asDouble()).isGreaterThan(0.9).isLessThanOrEqualTo(1);
  }

  @Test
  void whatIsNotRecognisedIsANo() {
    CliRun run = CliRun.of(home, "explain", "please", "try", "again");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("no message that Satchel knows").contains("nothing happens");
    CliRun json = CliRun.of(home, "", new Cancellation(), "explain", "--json");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.json().path("matches")).isEmpty();
  }

  @Test
  void whatIsSaidWhenNothingIsSaidGoesByItsRule() {
    CliRun run = CliRun.of(home, "explain", "name-built-in");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("nothing happens")
        .contains("the skill has the name of one that is built into");
  }

  @Test
  void aHostileMessageCannotMoveTheCursor() {
    CliRun run =
        CliRun.of(
            home, "explain", "Zip must contain exactly one SKILL.md file. \u001b[2JCurrently 14");
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("\u001b");
  }
}
