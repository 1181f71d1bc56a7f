package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.task.Cancellation;
import app.satchel.workspace.MemoryApiKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
  @TempDir Path home;

  @Test
  void withoutDisplayAndArgumentsItSaysSoAndNamesTheCommands() {
    CliRun run = CliRun.of(home);
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.err()).contains("no display").contains("search", "pack", "add");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void helpNamesEveryCommandOfTheContract() {
    CliRun run = CliRun.of(home, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "search",
            "show",
            "check",
            "explain",
            "requirements",
            "pack",
            "add",
            "agents",
            "serve",
            "doctor",
            "demo");
  }

  @Test
  void everyCommandAndOptionIsDescribed() {
    for (String command :
        new String[] {
          "search",
          "show",
          "check",
          "explain",
          "requirements",
          "pack",
          "add",
          "agents",
          "serve",
          "demo"
        }) {
      CliRun run = CliRun.of(home, command, "--help");
      assertThat(run.code()).as(command).isZero();
      assertThat(run.out().lines().filter(line -> line.matches("\\s+--?[\\w-]+(=\\S+)?\\s*")))
          .as("options of %s without a description", command)
          .isEmpty();
      assertThat(run.out().lines().toList()).as(command).hasSizeGreaterThan(6);
    }
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    CliRun run = CliRun.of(home, "agents", "--frobnicate");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--frobnicate").contains("satchel agents --help");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anUnknownCommandIsAUsageErrorInJsonToo() {
    CliRun run = CliRun.of(home, "frobnicate", "--json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.json().at("/error/kind").asText()).isEqualTo("usage");
  }

  @Test
  void aMissingArgumentIsAUsageError() {
    assertThat(CliRun.of(home, "search").code()).isEqualTo(2);
    assertThat(CliRun.of(home, "pack", "somewhere").code()).isEqualTo(2);
    assertThat(CliRun.of(home, "search", "x", "--limit", "0").code()).isEqualTo(2);
    assertThat(CliRun.of(home, "search", "x", "--limit", "many").code()).isEqualTo(2);
    assertThat(CliRun.of(home, "search", "x", "--sort", "beauty").code()).isEqualTo(2);
    assertThat(CliRun.of(home, "show", "no-namespace").code()).isEqualTo(2);
  }

  @Test
  void globalOptionsStandBeforeOrAfterTheCommand() {
    CliRun before = CliRun.of(home, "--json", "agents");
    CliRun after = CliRun.of(home, "agents", "--json");
    assertThat(before.json()).isEqualTo(after.json());
  }

  @Test
  void agentsAreListedAsTheContractSays() throws Exception {
    Files.createDirectories(home.resolve("person/.claude"));
    CliRun run = CliRun.of(home, "agents", "--json");
    assertThat(run.code()).isZero();
    var agents = run.json();
    assertThat(agents.isArray()).isTrue();
    var claude =
        java.util.stream.StreamSupport.stream(agents.spliterator(), false)
            .filter(one -> one.path("id").asText().equals("claude-code"))
            .findFirst()
            .orElseThrow();
    assertThat(claude.fieldNames())
        .toIterable()
        .containsExactly("id", "name", "detected", "projectDir", "userDir");
    assertThat(claude.path("detected").asBoolean()).isTrue();
    assertThat(claude.path("userDir").asText())
        .isEqualTo(home.resolve("person/.claude/skills").toString());
    assertThat(claude.path("projectDir").asText()).isEqualTo(".claude/skills");
  }

  @Test
  void requirementsAnswerLineByLine() {
    CliRun run =
        CliRun.of(
            home,
            """
            {"id":"a","field":"compatibility","value":"Python 3.10+"}

            {"id":2,"field":"compatibility","value":""}
            """,
            new Cancellation(),
            "requirements",
            "--json");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(2);
    var first = run.lines().getFirst();
    assertThat(first.path("id").asText()).isEqualTo("a");
    var python = first.path("requirements").path(0);
    assertThat(python.fieldNames())
        .toIterable()
        .containsExactly("kind", "name", "version", "level", "anyOf");
    assertThat(python.path("name").asText()).isEqualTo("python");
    assertThat(python.path("version").asText()).isEqualTo(">=3.10");
    assertThat(run.lines().getLast().path("id").asInt()).isEqualTo(2);
    assertThat(run.lines().getLast().path("requirements")).isEmpty();
  }

  @Test
  void rubbishInsteadOfRequirementsIsUnusableInput() {
    CliRun run =
        CliRun.of(
            home,
            "\uFEFF{\"id\":1}\r\nrubbish\n" + "x".repeat(3 << 20) + "\n{\"id\":4}",
            new Cancellation(),
            "requirements",
            "--json");
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.lines())
        .as("every line has its answer, in order")
        .extracting(line -> line.path("id") + " " + line.at("/error/code").asText())
        .containsExactly("1 ", "null requirements-line", "null requirements-line-long", "4 ");
    assertThat(run.lines().get(1).path("line").asInt()).isEqualTo(2);
    assertThat(run.err()).contains("Line 2", "Line 3");
  }

  @Test
  void anInterruptedCommandStops() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    TestSkills.good(home.resolve("skills"), "one");
    CliRun run =
        CliRun.of(home, "", cancelled, "check", "--recursive", home.resolve("skills").toString());
    assertThat(run.code()).isEqualTo(130);
  }

  @Test
  void aSourceThatIsNoneAndANameThatIsGivenTwiceAreUsageErrors() {
    CliRun run = CliRun.of(home, "search", "x", "--source", "nonsense", "--json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.json().at("/error/kind").asText()).isEqualTo("usage");
    assertThat(run.err()).contains("NAME=URL");
    CliRun twice =
        CliRun.of(
            home,
            "search",
            "x",
            "--source",
            "a=https://one.example.org",
            "--source",
            "a=https://two.example.org");
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("'a'");
  }

  @Test
  void ourOwnMistakeHasACodeAndALogFileAndNoStackTrace() throws Exception {
    java.util.Properties display = new java.util.Properties();
    display.setProperty("glass.platform", "Headless");
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    Cli cli =
        new Cli(
            java.util.Map.of("SATCHEL_HOME", home.toString()),
            display,
            (_, _, _) -> {
              throw new IllegalStateException("a secret detail");
            },
            new MemoryApiKeys(),
            new Cancellation(),
            false);
    int code =
        cli.execute(
            new String[] {"demo", "--json"},
            java.io.InputStream.nullInputStream(),
            new java.io.PrintStream(out),
            new java.io.PrintStream(err));
    assertThat(code).isEqualTo(70);
    assertThat(err.toString()).doesNotContain("\tat ", "a secret detail", "IllegalState");
    var error =
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(out.toString()).path("error");
    assertThat(error.path("kind").asText()).isEqualTo("bug");
    Path log = home.resolve("logs").resolve(error.path("code").asText() + ".txt");
    assertThat(err.toString()).contains(log.toString());
    assertThat(Files.readString(log)).contains("a secret detail");
  }

  @Test
  void requirementsAnswerInJsonAlsoWithoutBeingAsked() throws Exception {
    CliRun run =
        CliRun.of(
            home,
            "{\"id\":7,\"field\":\"compatibility\",\"value\":\"Requires git\"}\n",
            new Cancellation(),
            "requirements");

    assertThat(run.lines().getFirst().path("id").asInt()).isEqualTo(7);
  }

  @Test
  void whenNobodyReadsAnyLongerItEndsWithoutAWord() {
    Cancellation cancellation = new Cancellation();
    StandardOutput out =
        new StandardOutput(
            new java.io.OutputStream() {
              @Override
              public void write(int b) throws java.io.IOException {
                throw new java.io.IOException("Broken pipe");
              }
            },
            java.nio.charset.StandardCharsets.UTF_8,
            false,
            cancellation::cancel);
    for (int i = 0; i < 300; i++) {
      TestSkills.good(home.resolve("skills"), "skill-" + i);
    }
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    java.io.PrintStream words = new java.io.PrintStream(err, true);
    Cli cli =
        new Cli(
            java.util.Map.of("SATCHEL_HOME", home.toString()),
            new java.util.Properties(),
            (_, _, _) -> 0,
            new MemoryApiKeys(),
            cancellation,
            false);
    String[] args = {"check", "--recursive", "--json", home.resolve("skills").toString()};
    int code = cli.execute(args, java.io.InputStream.nullInputStream(), out.stream(), words);
    assertThat(out.finish(code, words)).isZero();
    assertThat(err.toString()).isEmpty();
  }
}
