package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.release.Release;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semver4j.Semver;

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
  void whatIsNewIsToldInWordsAlone() {
    String notes =
        """
        # Satchel 99

        - **Faster**: `satchel check` on [large folders](https://a.b/large).
        - <script>x()</script> ![The new look](https://a.b/look.png) and `more`

        Thanks to *everybody*.\u001B[2J
        """;
    Release release = new Release(new Semver("99.0.0"), null, notes, null, List.of());

    String told = String.join("\n", SelfUpdateCommand.news(release));

    assertThat(told)
        .startsWith("  Satchel 99\n\n  \u2022 Faster: satchel check on large folders.\n  \u2022 ")
        .contains("The new look and more", "\n\n  Thanks to everybody.")
        .doesNotContain("**", "`", "![", "](", "# ", "\u001B");
  }

  @Test
  void aLongListOfNewsIsCut() {
    String notes = "- a change\n".repeat(1000);
    Release release = new Release(new Semver("99.0.0"), null, notes, null, List.of());
    assertThat(SelfUpdateCommand.news(release)).hasSize(200).doesNotContain("");
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
