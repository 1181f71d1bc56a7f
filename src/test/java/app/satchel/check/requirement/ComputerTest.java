package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.RequirementSummary.Verdict;
import app.satchel.check.requirement.Surroundings.SystemKind;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Asks computers that are made of a temporary PATH with programs written here. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ComputerTest extends ComputerRig {
  private static final String MODEL =
      "SQLAlchemy 2.0+, Python 3.10+. Async requires asyncpg (PostgreSQL) or aiosqlite.";

  @Test
  void answersTheModelCaseWithEverything() throws IOException {
    Path python = python("3.11.7", "sqlalchemy 2.0.30", "asyncpg 0.29.0");
    List<CheckedRequirement> checked = check(computer(SystemKind.OTHER), MODEL);
    assertThat(statuses(checked))
        .containsExactly(Status.MET, Status.MET, Status.MET, Status.MISSING);
    assertThat(checked)
        .extracting(CheckedRequirement::found)
        .containsExactly(
            "2.0.30 in " + python,
            "3.11.7 in " + python,
            "0.29.0 in " + python,
            "not in " + python + " (3.11.7)");
    assertThat(RequirementSummary.of(checked)).isEqualTo(new RequirementSummary(2, 0, 0, 0));
    assertThat(RequirementSummary.of(checked).verdict()).isEqualTo(Verdict.WORKS);
  }

  @Test
  void answersTheModelCaseWithoutEach() throws IOException {
    python("3.11.7", "sqlalchemy 2.0.30");
    assertThat(RequirementSummary.of(check(computer(SystemKind.OTHER), MODEL)))
        .isEqualTo(new RequirementSummary(2, 0, 0, 1));

    python("3.11.7", "aiosqlite 0.20.0");
    List<CheckedRequirement> noOrm = check(computer(SystemKind.OTHER), MODEL);
    assertThat(statuses(noOrm))
        .containsExactly(Status.MISSING, Status.MET, Status.MISSING, Status.MET);
    assertThat(RequirementSummary.of(noOrm)).isEqualTo(new RequirementSummary(1, 1, 0, 0));

    python("3.9.2", "sqlalchemy 1.4.52");
    List<CheckedRequirement> old = check(computer(SystemKind.OTHER), MODEL);
    assertThat(statuses(old).subList(0, 2)).containsExactly(Status.OUTDATED, Status.OUTDATED);
    assertThat(RequirementSummary.of(old).verdict()).isEqualTo(Verdict.MISSING);

    Files.delete(bin.resolve("python3"));
    List<CheckedRequirement> none = check(computer(SystemKind.OTHER), MODEL);
    assertThat(statuses(none)).containsOnly(Status.MISSING);
    assertThat(none.getFirst().found()).isEqualTo("no Python was found to look in");
  }

  @Test
  void findsPackagesUnderTheirOtherNames() throws IOException {
    python("3.12.0", "psycopg2-binary 2.9.9");
    assertThat(statuses(check(computer(SystemKind.OTHER), "Requires psycopg2")))
        .containsExactly(Status.MET);
  }

  @Test
  void asksPythonOnceForAllPackagesAndRemembersTheAnswer() throws IOException {
    python("3.12.0", "numpy 2.1.0");
    Computer computer = computer(SystemKind.OTHER);
    check(computer, "Requires Python 3.10+, numpy, pandas and scipy");
    assertThat(run).hasSize(2);
    check(computer, "Requires Python 3.10+, numpy, pandas and scipy");
    assertThat(run).hasSize(2);
  }

  @Test
  void readsVersionsAsTheDataSays() throws IOException {
    program("java", "[ \"$1\" = -version ] && echo 'openjdk version \"21.0.2\" 2024-01-16' >&2");
    program("ffmpeg", "[ \"$1\" = -version ] && echo 'ffmpeg version 6.1.1-3ubuntu5 Copyright'");
    program("go", "[ \"$1\" = version ] && echo 'go version go1.22.1 linux/amd64'");
    program("jq", "echo jq-1.7");
    List<CheckedRequirement> checked =
        check(computer(SystemKind.OTHER), "Requires Java 17+, ffmpeg 7+, Go 1.22+ and jq 1.6+");
    assertThat(statuses(checked))
        .containsExactly(Status.MET, Status.OUTDATED, Status.MET, Status.MET);
    assertThat(checked.get(1).found()).isEqualTo("6.1.1 in " + bin.resolve("ffmpeg"));
  }

  @Test
  void doesNotClaimThatAVariableIsNotSetWhereTheShellIsNotSeen() {
    desktop = true;
    CheckedRequirement token = check(computer(SystemKind.LINUX), "Requires ACME_TOKEN").getFirst();
    assertThat(token.status()).isEqualTo(Status.UNKNOWN);
    assertThat(token.why()).contains("desktop");
  }

  @Test
  void saysThatAServiceOnlySeemsToBeHere() throws IOException {
    Path psql = program("psql", "echo psql 16");
    CheckedRequirement postgres =
        check(computer(SystemKind.OTHER), "Requires a running PostgreSQL server").getFirst();
    assertThat(postgres.status()).isEqualTo(Status.UNKNOWN);
    assertThat(postgres.found()).contains(psql.toString());
    assertThat(postgres.why()).isNotBlank();
  }

  @Test
  void doesNotMissWhatIsMadeForOtherSystems() {
    assertThat(statuses(check(computer(SystemKind.LINUX), "Optional: winget. Requires osascript")))
        .containsExactlyInAnyOrder(Status.NOT_APPLICABLE, Status.MISSING);
  }

  @Test
  void tellsAboutSystems() {
    assertThat(statuses(check(computer(SystemKind.LINUX), "macOS or Linux")))
        .containsExactly(Status.NOT_APPLICABLE, Status.MET);
    assertThat(statuses(check(computer(SystemKind.LINUX), "macOS only")))
        .containsExactly(Status.MISSING);
    assertThat(statuses(check(computer(SystemKind.LINUX), "Does not support Windows")))
        .containsExactly(Status.NOT_APPLICABLE);
    assertThat(statuses(check(computer(SystemKind.LINUX), "Does not support Linux")))
        .containsExactly(Status.MISSING);
    assertThat(statuses(check(computer(SystemKind.MACOS), "Requires macOS 13+")))
        .containsExactly(Status.MET);
    assertThat(statuses(check(computer(SystemKind.MACOS), "Requires macOS 15+")))
        .containsExactly(Status.OUTDATED);
  }

  @Test
  void tellsDistributionsOfLinuxByWhatTheySay() throws Exception {
    Computer ubuntu = computer(linux("NAME=Ubuntu\nID=ubuntu\nVERSION_ID=\"22.04\"\n"));

    assertThat(statuses(check(ubuntu, "Requires Ubuntu 20.04+"))).containsExactly(Status.MET);
    assertThat(statuses(check(ubuntu, "Requires Ubuntu 24.04+"))).containsExactly(Status.OUTDATED);
    assertThat(check(ubuntu, "Requires Fedora 40+").getFirst().status()).isEqualTo(Status.UNKNOWN);
    assertThat(statuses(check(ubuntu, "Ubuntu 22.04 or macOS 14")))
        .containsExactly(Status.MET, Status.NOT_APPLICABLE);
    assertThat(statuses(check(computer(SystemKind.MACOS), "Requires Ubuntu 22.04+")))
        .containsExactly(Status.MISSING);
    Computer silent = computer(linux("NAME=Something\n"));
    assertThat(check(silent, "Requires Ubuntu 22.04+").getFirst().status())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void tellsWhetherAVariableIsSetButNotItsValue() {
    environment.put("ACME_TOKEN", "s3cret");
    List<CheckedRequirement> checked =
        check(computer(SystemKind.OTHER), "Requires ACME_TOKEN and OTHER_TOKEN");
    assertThat(statuses(checked)).containsExactly(Status.MET, Status.MISSING);
    assertThat(checked.toString()).doesNotContain("s3cret");
  }

  @Test
  void saysWhenItCannotTell() {
    List<CheckedRequirement> checked =
        check(
            computer(SystemKind.OTHER),
            "Requires a Stripe account, internet access, the Acme MCP server and PostgreSQL 14+");
    assertThat(statuses(checked)).hasSize(4).containsOnly(Status.UNKNOWN);
    assertThat(checked).extracting(CheckedRequirement::why).doesNotContainNull();
    assertThat(RequirementSummary.of(checked).verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void findsMcpServersInAgentsSettings() throws IOException {
    Files.writeString(
        home.resolve(".claude.json"), "{\"mcpServers\":{\"acme-docs\":{\"command\":\"x\"}}}");
    List<CheckedRequirement> checked =
        check(computer(SystemKind.OTHER), "Requires the Acme Docs MCP server");
    assertThat(statuses(checked)).containsExactly(Status.MET);
    assertThat(run).isEmpty();
  }

  @Test
  void findsMcpServersWhereverAgentsListThem() throws IOException {
    Files.createDirectories(home.resolve(".codex"));
    Files.writeString(
        home.resolve(".codex/config.toml"),
        "model = \"x\"\n[mcp_servers.figma]\ncommand = \"f\"\nenv = { KEY = \"s3cret\" }\n");
    Files.createDirectories(home.resolve(".config/zed"));
    Files.writeString(
        home.resolve(".config/zed/settings.json"),
        "\uFEFF{ // mine\n \"context_servers\": { \"linear\": {\"url\": \"x\"}, } }");
    Files.writeString(
        home.resolve(".claude.json"),
        "{\"projects\":{\"/work/a\":{\"mcpServers\":{\"notion\":{}}}}}");
    List<CheckedRequirement> checked =
        check(
            computer(SystemKind.OTHER),
            "Requires the Figma MCP server, the Linear MCP server and the Notion MCP server");
    assertThat(statuses(checked)).containsExactly(Status.MET, Status.MET, Status.MET);
    assertThat(checked.toString()).doesNotContain("s3cret");
  }

  @Test
  void findsGlobalNodePackagesOnTheDisk() throws IOException {
    program("node", "echo v22.1.0");
    Path kit = Files.createDirectories(folder.resolve("lib/node_modules/@acme/kit"));
    Files.writeString(kit.resolve("package.json"), "{\"version\":\"2.3.4\"}");
    List<CheckedRequirement> checked =
        check(computer(SystemKind.OTHER), "Requires @acme/kit and @acme/other");
    assertThat(statuses(checked)).containsExactly(Status.MET, Status.UNKNOWN);
    assertThat(checked.getFirst().found()).startsWith("2.3.4 in ");
    assertThat(run).isEmpty();
  }

  @Test
  void tellsEachAnswerAsItComes() throws IOException {
    program("git", "echo git version 2.40.0");
    Map<Integer, Status> told = new ConcurrentHashMap<>();
    computer(SystemKind.OTHER)
        .check(
            read("Requires git and jq"),
            Cancellation.none(),
            (index, answer) -> told.put(index, answer.status()));
    assertThat(told).containsEntry(0, Status.MET).containsEntry(1, Status.MISSING);
  }

  @Test
  void stopsWhenCancelled() throws IOException {
    program("git", "echo git version 2.40.0");
    Cancellation cancellation = new Cancellation();
    CountDownLatch never = new CountDownLatch(1);
    Computer computer =
        new Computer(
            surroundings(SystemKind.OTHER),
            (_, _) -> {
              cancellation.cancel();
              never.await();
              return new ProcessRunner.Output(0, "");
            });
    assertThatThrownBy(() -> computer.check(read("Requires git 2+"), cancellation))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void suggestsHowToGetWhatIsMissing() throws IOException {
    python("3.12.0");
    program("git", "echo git version 2.40.0");
    List<CheckedRequirement> checked =
        check(computer(SystemKind.MACOS), "Requires asyncpg, ripgrep and git");
    assertThat(checked)
        .extracting(CheckedRequirement::howToGet)
        .containsExactly("python3 -m pip install asyncpg", "brew install ripgrep", null);
    assertThat(run).noneMatch(command -> command.contains("install"));
  }

  @Test
  void suggestsAManagerThatIsHere() throws IOException {
    assertThat(check(computer(SystemKind.LINUX), "Requires jq").getFirst().howToGet())
        .as("the usual one, when none is seen")
        .isEqualTo("sudo apt install jq");
    program("dnf", "exit 0");
    assertThat(check(computer(SystemKind.LINUX), "Requires jq").getFirst().howToGet())
        .isEqualTo("sudo dnf install jq");
    program("npm", "echo 10.1.0");
    assertThat(check(computer(SystemKind.LINUX), "Requires wrangler").getFirst().howToGet())
        .isEqualTo("npm install -g wrangler");
  }
}
