package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir Path home;

  @Test
  void withoutADisplayItSaysSoAndWhatElseIsHere() {
    CliRun run = CliRun.of(home, "doctor");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("Display", "none", "ssh -X")
        .contains("Java", "Log folder", home.resolve("satchel").resolve("logs").toString());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void programsGetTheSame() {
    CliRun run =
        CliRun.of(
            Map.of("HTTPS_PROXY", "http://me:geheim@proxy.example:1"), home, "doctor", "--json");
    JsonNode items = run.json().path("items");
    assertThat(items.findValuesAsText("id")).contains("java", "display", "home", "proxy", "log");
    assertThat(items.findValuesAsText("state")).contains("ok", "problem", "note");
    assertThat(run.out()).doesNotContain("geheim");
  }

  @Test
  void thePlaceOfTheLogAloneIsForScripts() {
    CliRun run = CliRun.of(home, "doctor", "--log-folder");
    assertThat(run.code()).isZero();
    assertThat(run.out().strip()).isEqualTo(home.resolve("satchel").resolve("logs").toString());
  }

  @Test
  void debuggingSaysWhereTheLogIsAndLeavesTheAnswerAlone() {
    CliRun plain = CliRun.of(home, "agents", "--json");
    CliRun run = CliRun.of(home, "agents", "--json", "--debug");
    assertThat(run.out()).isEqualTo(plain.out());
    assertThat(run.err()).contains("satchel-debug.log");
  }
}
