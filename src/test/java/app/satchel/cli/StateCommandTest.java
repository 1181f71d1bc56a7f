package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StateCommandTest {
  @TempDir Path dir;

  private Path state;

  @BeforeEach
  void fill() throws IOException {
    state = dir.resolve("satchel");
    write("preferences.json", "{\"theme\":\"DARK\"}");
    write("installed/installed.json", "{\"version\":1,\"installs\":[]}");
    write("cache/http/0/journal", "x".repeat(2000));
    write("zips/mine.zip", "zip");
    write("logs/web-server.log", "mine");
    Path skill = dir.resolve("person/.claude/skills/tea-timer");
    Files.createDirectories(skill);
    Files.writeString(skill.resolve("SKILL.md"), "---\nname: tea-timer\n---\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = state.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static JsonNode item(JsonNode answer, String id) {
    for (JsonNode one : answer.get("items")) {
      if (one.get("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id);
  }

  @Test
  void everythingIsToldWithItsPlaceItsSizeAndWhatIsLostWithIt() {
    CliRun run = CliRun.of(dir, "state", "--json");
    assertThat(run.code()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.get("together").asBoolean()).isTrue();
    assertThat(answer.at("/places/cache").asText()).isEqualTo(state.resolve("cache").toString());
    assertThat(item(answer, "answers").get("bytes").asLong()).isEqualTo(2000);
    assertThat(item(answer, "answers").get("loses").asText()).isEqualTo("nothing");
    assertThat(item(answer, "settings").get("loses").asText()).isEqualTo("choices");
    assertThat(item(answer, "record").get("loses").asText()).isEqualTo("memory");
    assertThat(item(answer, "zips").get("loses").asText()).isEqualTo("yours");
    assertThat(CliRun.of(dir, "state").out())
        .contains("below " + state, "2.0 kB", "answers of marketplaces", "is needed to undo");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutAHomeOfItsOwnItIsParted() {
    Map<String, String> platform = Map.of("SATCHEL_HOME", "", "XDG_DATA_HOME", dir + "/data");
    JsonNode answer = CliRun.of(platform, dir, "state", "--json").json();
    assertThat(answer.get("together").asBoolean()).isFalse();
    assertThat(answer.at("/places/config").asText()).endsWith("person/.config/satchel");
    assertThat(answer.at("/places/data").asText()).isEqualTo(dir + "/data/satchel");
  }

  @Test
  void theCacheIsClearedAndNothingElse() throws IOException {
    CliRun run = CliRun.of(dir, "state", "--clear-cache", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().get("cleared").asLong()).isEqualTo(2000);
    assertThat(state.resolve("cache/http/0")).doesNotExist();
    assertThat(state.resolve("preferences.json")).exists();
    assertThat(state.resolve("zips/mine.zip")).exists();
  }

  /** In this process the lock is as good as another's. */
  @Test
  void whatAnotherSatchelUsesStays() throws IOException {
    try (FileChannel other =
        FileChannel.open(
            state.resolve("cache/http/0.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      assertThat(other.tryLock()).isNotNull();
      CliRun run = CliRun.of(dir, "state", "--clear-cache");
      assertThat(run.code()).isZero();
      assertThat(run.err()).contains("Another Satchel is running");
      assertThat(state.resolve("cache/http/0/journal")).exists();
    }
    try (FileChannel other =
        FileChannel.open(state.resolve("cache/http/0.lock"), StandardOpenOption.WRITE)) {
      assertThat(other.tryLock()).isNotNull();
      CliRun removal = CliRun.of(dir, "state", "--remove", "--yes", "--json");
      assertThat(removal.code()).isEqualTo(ExitCode.NO);
      assertThat(removal.json().at("/error/code").asText()).isEqualTo("state-in-use");
      assertThat(state.resolve("preferences.json")).exists();
    }
  }

  @Test
  void removingNamesEverythingFirstAndNeedsAYes() {
    CliRun asked = CliRun.of(dir, "state", "--remove");
    assertThat(asked.code()).isEqualTo(ExitCode.NO);
    assertThat(asked.out())
        .contains(
            state.resolve("preferences.json").toString(),
            "no longer knows which skills it installed",
            state.resolve("zips").toString(),
            "Nothing was removed");
    assertThat(state.resolve("preferences.json")).exists();

    CliRun done = CliRun.of(dir, "state", "--remove", "--yes", "--json");
    assertThat(done.code()).isZero();
    assertThat(done.json().get("removed").asBoolean()).isTrue();
    assertThat(state.resolve("preferences.json")).doesNotExist();
    assertThat(state.resolve("installed")).doesNotExist();
    assertThat(state.resolve("cache")).doesNotExist();
    assertThat(state.resolve("zips/mine.zip")).exists();
    assertThat(state.resolve("logs/web-server.log")).exists();
    assertThat(dir.resolve("person/.claude/skills/tea-timer/SKILL.md")).exists();
    assertThat(CliRun.of(dir, "state", "--remove", "--yes").code()).isZero();
  }

  @Test
  void aYesToNothingIsNotUnderstood() {
    assertThat(CliRun.of(dir, "state", "--yes").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CliRun.of(dir, "state", "--clear-cache", "--remove").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void settingsThatCannotBeUnderstoodAreTold() throws IOException {
    write("preferences.json", "{");
    CliRun run = CliRun.of(dir, "state", "--json");
    assertThat(run.json().at("/error/code").asText()).isEqualTo("settings-damaged");
    assertThat(CliRun.of(dir, "state").err()).contains("preferences.json");
  }
}
