package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfUpdateCommandTest {
  @TempDir Path dir;

  @Test
  void whatIsChosenIsKeptAndNothingIsAsked() {
    CliRun run =
        CliRun.of(
            dir,
            "self-update",
            "--json",
            "--daily",
            "--pre-releases",
            "--feed",
            "https://satchel.example/feed.json");
    assertThat(run.code()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.get("daily").asBoolean()).isTrue();
    assertThat(answer.get("preReleases").asBoolean()).isTrue();
    assertThat(answer.get("feed").asText()).isEqualTo("https://satchel.example/feed.json");
    assertThat(answer.get("asked").asBoolean()).isFalse();

    CliRun back = CliRun.of(dir, "self-update", "--never", "--no-pre-releases", "--feed", "");
    assertThat(back.out()).contains("only when you ask", "does not know where to look");
  }

  @Test
  void whereThereIsNoFeedThatIsSaid() {
    CliRun run = CliRun.of(dir, "self-update", "--json");
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(run.json().at("/error/code").asText()).isEqualTo("no-feed");
  }

  @Test
  void whatMakesNoSenseIsNotUnderstood() {
    assertThat(CliRun.of(dir, "self-update", "--feed", "http://a.b/").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(CliRun.of(dir, "self-update", "-o", ".").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CliRun.of(dir, "self-update", "--daily", "--never").code())
        .isEqualTo(ExitCode.USAGE);
  }
}
