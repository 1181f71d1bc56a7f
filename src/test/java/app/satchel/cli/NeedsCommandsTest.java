package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.marketplace.FolderMarketplaceServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What skills need, asked on the command line, on computers made of a temporary PATH. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class NeedsCommandsTest {
  private static final String MODEL =
      "compatibility: SQLAlchemy 2.0+, Python 3.10+."
          + " Async requires asyncpg (PostgreSQL) or aiosqlite.\n";

  @TempDir Path home;
  private Path skills;
  private Path bin;

  @BeforeEach
  void build() throws IOException {
    skills = Files.createDirectories(home.resolve("market/ada/workshop/skills"));
    bin = Files.createDirectories(home.resolve("bin"));
  }

  private CliRun run(String... args) {
    return CliRun.of(Map.of("PATH", bin.toString()), home, args);
  }

  private CliRun onMarket(String... args) {
    try (FolderMarketplaceServer server =
        FolderMarketplaceServer.start(home.resolve("market"), 0)) {
      List<String> all = new ArrayList<>(List.of(args));
      all.addAll(List.of("--source", "team=" + server.url()));
      return run(all.toArray(String[]::new));
    }
  }

  /** A Python of a version that has packages, as "name version" each. */
  private void python(String version, String... packages) throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\n");
    script.append("if [ \"$1\" = --version ]; then echo Python ").append(version);
    script.append("; exit; fi\necho python ").append(version);
    for (String each : packages) {
      script.append("\necho ").append(each);
    }
    Path file = Files.writeString(bin.resolve("python3"), script.append('\n'));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private List<String> statuses(String... options) {
    List<String> args = new ArrayList<>(List.of("check", skills.resolve("model").toString()));
    args.addAll(List.of(options));
    args.add("--json");
    return run(args.toArray(String[]::new)).json().path("requirements").findValuesAsText("status");
  }

  @Test
  void theModelCaseOnComputersWithAndWithoutEach() throws IOException {
    TestSkills.write(skills, "model", MODEL);
    assertThat(statuses()).containsOnly("missing");
    python("3.11.7", "SQLAlchemy 2.0.30", "asyncpg 0.29.0", "aiosqlite 0.20.0");
    assertThat(statuses()).containsExactly("met", "met", "met", "met");
    python("3.9.2", "sqlalchemy 1.4.52", "aiosqlite 0.20.0");
    assertThat(statuses()).containsExactly("outdated", "outdated", "missing", "met");
    python("3.12.1", "asyncpg 0.29.0");
    assertThat(statuses()).containsExactly("missing", "met", "met", "missing");
  }

  @Test
  void theModelCaseIsReadExactly() {
    TestSkills.write(skills, "model", MODEL);
    JsonNode read = run("check", skills.resolve("model").toString(), "--json").json();
    assertThat(read.path("requirements"))
        .extracting(
            one ->
                String.join(
                    " ",
                    one.path("kind").asText(),
                    one.path("name").asText(),
                    one.path("version").asText(),
                    one.path("level").asText(),
                    one.path("anyOf").asText()))
        .containsExactly(
            "package sqlalchemy >=2.0 required null",
            "runtime python >=3.10 required null",
            "package asyncpg null conditional a",
            "package aiosqlite null conditional a");
  }

  @Test
  void aTargetAsksItsOwnSandbox() throws IOException {
    TestSkills.write(skills, "model", MODEL);
    python("2.7.18");
    assertThat(statuses("--target", "claude-ai"))
        .containsExactly("unknown", "met", "unknown", "unknown");
    JsonNode python =
        run("check", skills.resolve("model").toString(), "--target", "claude-ai", "--json")
            .json()
            .at("/requirements/1");
    assertThat(python.path("found").asText()).contains("claude.ai").doesNotContain(bin.toString());
  }

  @Test
  void saysWhyAndHowAndWhereItStands() throws IOException {
    python("3.12.1");
    TestSkills.raw(
        skills,
        "model",
        "---\nname: model\ndescription: d\ncompatibility: Requires asyncpg and a Stripe account\n"
            + "---\n## Prerequisites\n- jq\n");
    JsonNode answer = run("check", skills.resolve("model").toString(), "--json").json();
    JsonNode missing = answer.at("/requirements/0");
    assertThat(missing.path("howToGet").asText()).isEqualTo("python3 -m pip install asyncpg");
    assertThat(missing.path("found").asText()).contains(bin.resolve("python3") + " (3.12.1)");
    assertThat(missing.path("field").asText()).isEqualTo("compatibility");
    assertThat(missing.path("line").asInt()).isEqualTo(4);
    assertThat(answer.at("/requirements/1/why").asText()).isNotBlank();
    assertThat(answer.at("/mentioned/0/name").asText()).isEqualTo("jq");
    String words = run("check", skills.resolve("model").toString()).out();
    assertThat(words).contains("python3 -m pip install asyncpg").contains("Mentioned in the text");
  }

  @Test
  void searchSaysWhatWorks() {
    TestSkills.write(skills, "needs-much", "compatibility: Requires satchel-no-such-tool 2.0+\n");
    TestSkills.good(skills, "needs-nothing");
    // An agent on this computer: so its skills run here.
    home.resolve("person/.claude").toFile().mkdirs();
    CliRun found = onMarket("search", "needs", "--works", "--json");
    assertThat(found.json().path("skills").findValuesAsText("works"))
        .containsExactlyInAnyOrder("missing", "works");
    assertThat(onMarket("search", "needs", "--works").out())
        .contains("one thing is missing")
        .contains("declares no requirement");
  }

  @Test
  void aDryRunTellsTheWholeTree() throws IOException {
    TestSkills.raw(
        skills,
        "root",
        "---\nname: root\ndescription: d\nmetadata:\n  depends-on: middle, old-leaf\n---\n"
            + "## See also\n- `middle` - Stands between\n");
    TestSkills.write(skills, "middle", "depends-on: [bottom, root]\n");
    TestSkills.good(skills, "bottom");
    TestSkills.write(skills, "new-leaf", "metadata:\n  formerly: old-leaf\n");
    Path out = home.resolve("out");
    CliRun run =
        onMarket(
            "add",
            "@ada/workshop/root",
            "--to",
            "claude-ai",
            "--dry-run",
            "-o",
            out.toString(),
            "--json");
    assertThat(run.code()).isZero();
    assertThat(out).doesNotExist();
    JsonNode answer = run.json();
    assertThat(answer.path("plan"))
        .extracting(
            one ->
                one.path("depth").asInt()
                    + " "
                    + one.path("name").asText()
                    + " "
                    + one.path("status").asText()
                    + " "
                    + one.path("order").asInt())
        .containsExactly(
            "0 root included 4",
            "1 middle available 2",
            "2 bottom available 1",
            "1 new-leaf renamed 3");
    assertThat(answer.at("/plan/1/reason").asText()).isEqualTo("Stands between");
    assertThat(answer.at("/plan/1/bytes").asLong()).isPositive();
    assertThat(answer.at("/plan/3/asked").asText()).isEqualTo("old-leaf");
    assertThat(answer.path("cycles")).hasSize(1);
    assertThat(answer.path("complete").asBoolean()).isTrue();
    String words =
        onMarket(
                "add", "@ada/workshop/root", "--to", "claude-ai", "--dry-run", "-o", out.toString())
            .out();
    assertThat(words).contains("Stands between").contains("new-leaf (asked for as old-leaf)");
  }

  @Test
  void aSkillNamedInTheProseOfRequirementsComesAlongWhenItIsNearby() {
    TestSkills.write(skills, "root", "compatibility: Requires the soil-notes skill.\n");
    TestSkills.good(skills, "soil-notes");
    JsonNode answer = run("check", skills.resolve("root").toString(), "--json").json();
    assertThat(answer.at("/dependencies/0/name").asText()).isEqualTo("soil-notes");
    assertThat(answer.at("/dependencies/0/field").asText()).isEqualTo("compatibility");
    assertThat(
            onMarket("add", "@ada/workshop/root", "--to", "claude-ai", "--dry-run", "--json")
                .json()
                .path("plan")
                .findValuesAsText("name"))
        .containsExactly("root", "soil-notes");
  }

  @Test
  void twoNeededSkillsOfOneNameDoNotOverwriteEachOther() {
    home.resolve("person/.claude").toFile().mkdirs();
    TestSkills.write(home.resolve("market/own/r/skills"), "util", "license: A\n");
    TestSkills.write(home.resolve("market/o1/r/skills"), "util", "license: B\n");
    TestSkills.write(skills, "root", "depends-on: [own/r/util, o1/r/util]\n");
    JsonNode answer =
        onMarket("add", "@ada/workshop/root", "--to", "claude-code", "--yes", "--json").json();
    assertThat(answer.path("done").findValuesAsText("name")).containsExactly("root", "util");
    assertThat(answer.at("/skipped/0/error/code").asText()).isEqualTo("delivery-same-name");
    assertThat(home.resolve("person/.claude/skills/util/SKILL.md"))
        .content()
        .contains("license: A");
  }

  @Test
  void anotherSkillOfTheNameIsNotTakenForTheNeededOne() {
    home.resolve("person/.claude").toFile().mkdirs();
    TestSkills.write(home.resolve("market/o1/r/skills"), "util", "license: B\n");
    TestSkills.write(skills, "util", "license: A\n");
    TestSkills.write(skills, "root", "depends-on: util\n");
    onMarket("add", "@o1/r/util", "--to", "claude-code");
    JsonNode answer =
        onMarket("add", "@ada/workshop/root", "--to", "claude-code", "--dry-run", "--json").json();
    assertThat(answer.at("/plan/1/status").asText()).isEqualTo("available");
    assertThat(answer.at("/plan/1/existing").asText()).isEqualTo("different");
    assertThat(answer.at("/plan/1/namespace").asText()).isEqualTo("@ada/workshop/util");
  }

  @Test
  void showSaysWhoNeedsASkill() {
    TestSkills.good(skills, "bottom");
    TestSkills.write(home.resolve("person/.claude/skills"), "middle", "depends-on: bottom\n");
    assertThat(onMarket("show", "@ada/workshop/bottom", "--json").json().path("neededBy"))
        .extracting(JsonNode::asText)
        .containsExactly("middle");
    assertThat(onMarket("show", "@ada/workshop/bottom").out())
        .contains("Needed by: middle (Claude Code)");
  }
}
