package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.upload.UploadRules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What claude.ai accepts changes without us, and Satchel can be told without a release. */
class RulesCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path dir;

  private static ObjectNode builtIn() throws IOException {
    try (InputStream in = UploadRules.class.getResourceAsStream("upload-rules.json")) {
      return (ObjectNode) JSON.readTree(in);
    }
  }

  private Path write(ObjectNode rules) throws IOException {
    return Files.write(dir.resolve("given.json"), JSON.writeValueAsBytes(rules));
  }

  /** Rules of a later day, by which a description may have 20 characters. */
  private Path newer() throws IOException {
    ObjectNode rules = builtIn();
    rules.put("rulesDate", "2100-01-01");
    ((ObjectNode) rules.get("limits"))
        .put("descriptionCharacters", 20)
        .put("descriptionNearLimit", 19);
    return write(rules);
  }

  private JsonNode check() throws IOException {
    Path skill = Files.createDirectories(dir.resolve("tea-timer"));
    Files.writeString(
        skill.resolve("SKILL.md"),
        "---\nname: tea-timer\ndescription: Times tea whenever somebody brews it.\n---\n# T\n");
    return CliRun.of(dir, "check", "--json", skill.toString()).json().get("upload");
  }

  @Test
  void everyRuleIsListedWithItsSeveritySourceAndDate() {
    CliRun run = CliRun.of(dir, "rules", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().get("builtIn").asBoolean()).isTrue();
    assertThat(run.json().get("date").asText()).matches("20\\d\\d-\\d\\d-\\d\\d");
    assertThat(run.json().get("rules"))
        .hasSizeGreaterThan(50)
        .allMatch(rule -> rule.get("severity").asText().matches("error|warning|note"))
        .allMatch(rule -> !rule.get("source").asText().isEmpty())
        .allMatch(rule -> rule.get("date").asText().startsWith("20"));
    assertThat(CliRun.of(dir, "rules").out()).contains("name-reserved", "as they came with");
  }

  @Test
  void newerRulesHoldFromThenOnAndCanBeTakenBack() throws IOException {
    assertThat(check().get("accepted").asBoolean()).isTrue();
    CliRun use = CliRun.of(dir, "rules", "--json", "--use", newer().toString());
    assertThat(use.code()).isZero();
    assertThat(use.json().get("date").asText()).isEqualTo("2100-01-01");
    assertThat(check().get("findings").findValuesAsText("rule")).contains("description-length");
    CliRun back = CliRun.of(dir, "rules", "--json", "--built-in");
    assertThat(back.json().get("builtIn").asBoolean()).isTrue();
    assertThat(check().get("accepted").asBoolean()).isTrue();
  }

  @Test
  void rulesThatCannotBeUsedChangeNothing() throws IOException {
    ObjectNode old = builtIn();
    old.put("rulesDate", "2020-01-01");
    assertThat(CliRun.of(dir, "rules", "--use", write(old).toString()).code())
        .isEqualTo(ExitCode.NO);
    ObjectNode odd = builtIn();
    odd.put("rulesDate", "2100-01-01");
    ((ObjectNode) odd.get("rules").get(0)).put("message", "broken {0");
    CliRun run = CliRun.of(dir, "rules", "--json", "--use", write(odd).toString());
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.json().get("error").get("code").asText()).isEqualTo("rules-unreadable");
    assertThat(CliRun.of(dir, "rules", "--use", dir.resolve("none.json").toString()).code())
        .isEqualTo(ExitCode.INPUT);
    assertThat(CliRun.of(dir, "rules", "--json").json().get("builtIn").asBoolean()).isTrue();
  }

  /** By each of these every skill would be refused, or checking would not end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reservedWords=[\"\"]",
        "/builtInNames=null",
        "/junk=null",
        "/pathAlphabet=null",
        "/pathAlphabet=\"\"",
        "/folderAlphabet=\"abc\"",
        "/limits=null",
        "/rulesDate=null",
        "/menu=null",
        "/junk/files=[\"SKILL.md\"]",
        "/junk/prefixes=[\"\"]",
        "/junk/suffixes=[\".md\"]",
        "/limits/bodyLines=-1",
        "/limits/zipBytes=0",
      })
  void rulesThatNoSkillCanKeepAreRefused(String change) throws IOException {
    int equals = change.indexOf('=');
    String[] path = change.substring(1, equals).split("/");
    ObjectNode rules = builtIn();
    rules.put("rulesDate", "2100-01-01");
    ObjectNode parent = path.length == 1 ? rules : (ObjectNode) rules.get(path[0]);
    parent.set(path[path.length - 1], JSON.readTree(change.substring(equals + 1)));
    CliRun run = CliRun.of(dir, "rules", "--json", "--use", write(rules).toString());
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.json().get("error").get("code").asText()).isEqualTo("rules-unreadable");
  }

  @Test
  void whatIsNoFileOfRulesIsRefused() throws IOException {
    Path nothing = Files.writeString(dir.resolve("null.json"), "null");
    Path more = Files.writeString(dir.resolve("more.json"), builtIn() + "}}}");
    for (Path given : new Path[] {nothing, more, dir}) {
      CliRun run = CliRun.of(dir, "rules", "--use", given.toString());
      assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    }
  }

  @Test
  void aDamagedFileIsSaidAndTheBuiltInRulesHold() throws IOException {
    CliRun.of(dir, "rules", "--use", newer().toString());
    Path kept;
    try (var files = Files.walk(dir.resolve("satchel"))) {
      kept = files.filter(f -> f.endsWith("upload-rules.json")).findFirst().orElseThrow();
    }
    Files.writeString(kept, "{");
    CliRun run = CliRun.of(dir, "rules", "--json");
    assertThat(run.json().get("builtIn").asBoolean()).isTrue();
    assertThat(run.json().get("error").get("code").asText()).isEqualTo("rules-unreadable");
    assertThat(check().get("accepted").asBoolean()).isTrue();
  }
}
