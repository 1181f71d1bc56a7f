package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.marketplace.FolderMarketplaceServer;
import app.satchel.task.Cancellation;
import app.satchel.workspace.MemoryApiKeys;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a private marketplace over real HTTP. */
class MarketplaceCommandsTest {
  @TempDir Path home;
  private Path skills;
  private FolderMarketplaceServer server;

  @BeforeEach
  void serve() {
    skills = home.resolve("market/owner/repo/skills");
    TestSkills.write(skills, "counting", "depends-on: [adding]\nrelated-skills: [weighing]\n");
    TestSkills.good(skills, "adding");
    TestSkills.good(skills, "weighing");
    TestSkills.write(skills, "claude-counting", "");
    server = FolderMarketplaceServer.start(home.resolve("market"), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CliRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--source", "team=" + server.url()));
    return CliRun.of(home, all.toArray(String[]::new));
  }

  private static List<String> names(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void searchAnswersAsTheContractSays() {
    CliRun run = run("search", "counting", "--json");
    assertThat(run.code()).isZero();
    JsonNode page = run.json();
    assertThat(page.fieldNames())
        .toIterable()
        .containsExactly("query", "total", "complete", "tookMs", "skills");
    assertThat(page.path("query").asText()).isEqualTo("counting");
    assertThat(page.path("complete").asBoolean()).isTrue();
    JsonNode skill = page.path("skills").path(0);
    assertThat(skill.fieldNames())
        .toIterable()
        .containsExactly(
            "namespace",
            "name",
            "description",
            "author",
            "stars",
            "installs",
            "updatedAt",
            "source");
    assertThat(skill.path("namespace").asText()).isEqualTo("@owner/repo/counting");
    assertThat(skill.path("source").asText()).isEqualTo("team");
  }

  @Test
  void searchForWordsShowsRowsAndATotal() {
    CliRun run = run("search", "counting");
    assertThat(run.out()).contains("@owner/repo/counting").contains("of");
  }

  @Test
  void searchTakesNoMoreThanTheLimit() {
    assertThat(run("search", "counting", "--limit", "1", "--json").json().path("skills"))
        .hasSize(1);
  }

  @Test
  void nothingFoundIsAnAnswer() {
    CliRun run = run("search", "flubberwock", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().path("skills")).isEmpty();
    assertThat(run("search", "flubberwock").out()).contains("No skill matches");
  }

  @Test
  void showHasTheListingTheTextAndTheFiles() throws Exception {
    CliRun run = run("show", "@owner/repo/counting", "--json");
    assertThat(run.code()).isZero();
    JsonNode skill = run.json();
    assertThat(skill.path("namespace").asText()).isEqualTo("@owner/repo/counting");
    assertThat(skill.path("skillMd").asText())
        .isEqualTo(Files.readString(skills.resolve("counting/SKILL.md")));
    assertThat(skill.at("/files/0/path").asText()).isEqualTo("SKILL.md");
    assertThat(skill.at("/files/0/bytes").asLong()).isPositive();
    assertThat(skill.at("/context/whenUsed").asInt()).isPositive();
    assertThat(run("show", "owner/repo/counting").out())
        .contains("Count, then say the number.")
        .containsPattern("About \\d+ tokens always, \\d+ when used");
  }

  @Test
  void anUnknownSkillIsNotFound() {
    CliRun run = run("show", "@owner/repo/nobody", "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().at("/error/code").asText()).isEqualTo("skill-not-found");
    assertThat(run("add", "@owner/repo/nobody", "--to", "claude-ai").code()).isEqualTo(1);
  }

  @Test
  void addBuildsTheZipsOfASkillAndOfWhatItNeeds() throws Exception {
    Path out = home.resolve("out");
    CliRun run =
        run("add", "@owner/repo/counting", "--to", "claude-ai", "-o", out.toString(), "--json");
    assertThat(run.code()).isZero();
    JsonNode answer = run.json();
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("plan", "done", "skipped", "cycles", "complete");
    assertThat(answer.path("plan").findValuesAsText("name")).containsExactly("counting", "adding");
    assertThat(answer.path("done").findValuesAsText("name")).containsExactly("counting", "adding");
    assertThat(answer.at("/done/0/accepted").asBoolean()).isTrue();
    assertThat(answer.at("/done/0/sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(names(out)).containsExactly("adding.zip", "counting.zip");
    assertThat(run("check", out.resolve("counting.zip").toString(), "--json").code()).isZero();
  }

  @Test
  void addWithoutDependenciesAndAsADryRun() throws Exception {
    Path out = home.resolve("out");
    CliRun dry =
        run(
            "add",
            "@owner/repo/counting",
            "--to",
            "claude-ai",
            "-o",
            out.toString(),
            "--dry-run",
            "--json");
    assertThat(dry.code()).isZero();
    assertThat(dry.json().path("plan")).hasSize(2);
    assertThat(dry.json().path("done")).isEmpty();
    assertThat(out).doesNotExist();

    run(
        "add",
        "@owner/repo/counting",
        "--to",
        "claude-ai",
        "-o",
        out.toString(),
        "--no-dependencies");
    assertThat(names(out)).containsExactly("counting.zip");
  }

  @Test
  void aRefusedSkillIsNotDelivered() {
    Path out = home.resolve("out");
    CliRun run =
        run(
            "add",
            "@owner/repo/claude-counting",
            "--to",
            "claude-ai",
            "-o",
            out.toString(),
            "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().at("/skipped/0/reason").asText()).isEqualTo("refused");
    assertThat(run.json().at("/skipped/0/findings")).isNotEmpty();
    assertThat(out).doesNotExist();
  }

  @Test
  void addInstallsIntoAnAgentAndNeverOverwritesUnasked() throws Exception {
    Path agent = home.resolve("person/.claude/skills");
    CliRun first = run("add", "@owner/repo/counting", "--to", "claude-code", "--json");
    assertThat(first.code()).isZero();
    assertThat(first.json().at("/done/0/path").asText())
        .isEqualTo(agent.resolve("counting").toString());
    assertThat(names(agent)).containsExactly("adding", "counting");

    assertThat(run("add", "@owner/repo/counting", "--to", "claude-code").code())
        .as("already there is done")
        .isZero();

    Files.writeString(agent.resolve("counting/SKILL.md"), "my own words");
    CliRun kept = run("add", "@owner/repo/counting", "--to", "claude-code", "--json");
    assertThat(kept.code()).isEqualTo(1);
    assertThat(kept.json().path("skipped").findValuesAsText("reason")).contains("kept");
    assertThat(Files.readString(agent.resolve("counting/SKILL.md"))).isEqualTo("my own words");

    CliRun replaced = run("add", "@owner/repo/counting", "--to", "claude-code", "--yes", "--json");
    assertThat(replaced.code()).isZero();
    Path backup = Path.of(replaced.json().at("/done/0/backup").asText());
    assertThat(Files.readString(backup.resolve("SKILL.md"))).isEqualTo("my own words");
  }

  @Test
  void addInstallsIntoAProject() throws Exception {
    Path project = Files.createDirectories(home.resolve("project"));
    CliRun run =
        run("add", "@owner/repo/adding", "--to", "claude-code", "--project", project.toString());
    assertThat(run.code()).isZero();
    assertThat(project.resolve(".claude/skills/adding/SKILL.md")).isRegularFile();
  }

  @Test
  void addTakesASkillOfThisComputer() throws Exception {
    Path out = home.resolve("out");
    CliRun run =
        run(
            "add",
            skills.resolve("counting").toString(),
            "--to",
            "claude-ai",
            "-o",
            out.toString(),
            "--json");
    assertThat(run.code()).isZero();
    assertThat(names(out)).containsExactly("adding.zip", "counting.zip");
  }

  @Test
  void addRefusesWhatMakesNoSense() {
    assertThat(run("add", "@owner/repo/adding").code()).isEqualTo(2);
    assertThat(run("add", "@owner/repo/adding", "--to", "nobody").code()).isEqualTo(2);
    assertThat(run("add", "@owner/repo/adding", "--to", "claude-ai", "--project", "x").code())
        .isEqualTo(2);
    assertThat(run("add", "@owner/repo/adding", "--to", "claude-code", "-o", "x").code())
        .isEqualTo(2);
    assertThat(run("add", home.resolve("no").toString(), "--to", "claude-ai").code()).isEqualTo(65);
    assertThat(run("add", "@owner/repo", "--to", "claude-ai").code()).isEqualTo(2);
    Path typo = home.resolve("projcet");
    CliRun run =
        run("add", "@owner/repo/adding", "--to", "claude-code", "--project", typo.toString());
    assertThat(run.code()).as("a project is not made by a typing error").isEqualTo(65);
    assertThat(typo).doesNotExist();
  }

  @Test
  void nothingIsLeftInTheWorkFolder() throws Exception {
    run("show", "@owner/repo/counting", "--json");
    assertThat(names(home.resolve("satchel/work"))).isEmpty();
  }

  @Test
  void serveRunsUntilItIsInterrupted() throws Exception {
    Cancellation interrupt = new Cancellation();
    java.io.PipedInputStream lines = new java.io.PipedInputStream();
    java.io.PrintStream out = new java.io.PrintStream(new java.io.PipedOutputStream(lines), true);
    Cli cli =
        new Cli(
            java.util.Map.of("SATCHEL_HOME", home.resolve("satchel").toString()),
            new java.util.Properties(),
            (_, _, _) -> 0,
            new MemoryApiKeys(),
            interrupt,
            false);
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () ->
                cli.execute(
                    new String[] {"serve", home.resolve("market").toString(), "--json"},
                    java.io.InputStream.nullInputStream(),
                    out,
                    new java.io.PrintStream(java.io.OutputStream.nullOutputStream())));
    String first = new java.io.BufferedReader(new java.io.InputStreamReader(lines)).readLine();
    String url =
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(first).path("url").asText();
    assertThat(url).startsWith("http://127.0.0.1:");
    CliRun found = CliRun.of(home, "search", "adding", "--json", "--source", "other=" + url);
    assertThat(found.json().path("skills")).isNotEmpty();
    interrupt.cancel();
    assertThat(code.get(20, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void serveNeedsAFolder() {
    assertThat(CliRun.of(home, "serve", home.resolve("nowhere").toString()).code()).isEqualTo(1);
    assertThat(CliRun.of(home, "serve", home.toString(), "--port", "70000").code()).isEqualTo(2);
  }

  @Test
  void theDemonstrationDoesTheMainJobWithoutDisplayOrNetwork() throws Exception {
    CliRun run = CliRun.of(home, "demo", "--offline");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("no display");
    Path zip = home.resolve("satchel/zips/python-report-patterns.zip");
    assertThat(run.out())
        .contains("claude.ai refuses it as it is")
        .endsWith(zip + System.lineSeparator());
    assertThat(CliRun.of(home, "check", zip.toString(), "--target", "claude-ai").code()).isZero();
    assertThat(CliRun.of(home, "demo", "--json").json().path("zip").asText())
        .isEqualTo(zip.toString());
  }

  @Test
  void addSaysWhenWhatIsThereDiffers() throws Exception {
    Path mine = home.resolve("person/.claude/skills/adding/SKILL.md");
    assertThat(run("add", "@owner/repo/adding", "--to", "claude-code").code()).isZero();
    Files.writeString(mine, "my own words");
    CliRun run = run("add", "@owner/repo/counting", "--to", "claude-code");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("it differs and was left as it is").doesNotContain("every byte");
    assertThat(Files.readString(mine)).isEqualTo("my own words");
  }

  @Test
  void whatNoChangeHelpsIsNotBlamedOnTheMissingYes() throws Exception {
    for (int i = 0; i < 250; i++) {
      Files.writeString(skills.resolve("adding/part-" + i + ".md"), "x");
    }
    CliRun run = run("add", skills.resolve("adding").toString(), "--to", "claude-ai", "--yes");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no change that Satchel can make helps").doesNotContain("--yes");
  }
}
