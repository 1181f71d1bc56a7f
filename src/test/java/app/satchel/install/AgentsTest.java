package app.satchel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsTest {
  @TempDir Path temp;

  private Agents agents(Map<String, String> variables) {
    return Agents.of(
        new AgentEnvironment(temp.resolve("home"), variables, temp.resolve("project")));
  }

  @Test
  void theTableIsDatedAndEveryRowIsWhole() {
    Agents agents = agents(Map.of());
    assertThat(agents.date()).isAfter(LocalDate.of(2026, 1, 1));
    assertThat(agents.all()).extracting(Agent::id).doesNotHaveDuplicates().hasSize(80);
    assertThat(agents.all())
        .allSatisfy(
            agent -> {
              assertThat(agent.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(agent.name()).isNotBlank();
              assertThat(agent.project()).doesNotStartWith("/").doesNotContain("..", "\\", " ");
              assertThat(agent.user())
                  .allMatch(one -> one.matches("(~|\\$\\{[A-Z_]+:-~(/[\\w.]+)?})/[\\w./-]+"));
              assertThat(agent.detect())
                  .allMatch(
                      one -> one.path().matches("(~/|/|cwd:|\\$\\{[A-Z_]+(:-~(/[\\w.]+)?)?}).*"));
            });
  }

  @Test
  void everyRowOfTheSharedTableIsThere() throws IOException {
    Path table =
        Path.of(System.getProperty("satchel.shared", "../shared")).resolve("data/agents.tsv");
    if (!Files.isRegularFile(table)) {
      Assumptions.abort("The shared table of agents is not beside the repository.");
    }
    List<String[]> rows = Files.readAllLines(table).stream().map(row -> row.split("\t")).toList();
    Agents agents = agents(Map.of());
    assertThat(agents.all())
        .extracting(Agent::id, Agent::name)
        .containsExactlyElementsOf(
            rows.stream().map(row -> org.assertj.core.groups.Tuple.tuple(row[0], row[1])).toList());
    for (String[] row : rows) {
      Agent agent = agents.get(row[0]);
      if (!row[0].equals("eve")) {
        assertThat(agent.project()).isEqualTo(row[2].equals("U") ? ".agents/skills" : row[2]);
      }
      assertThat(agent.user().isEmpty()).as(row[0]).isEqualTo(row[3].equals("none"));
    }
  }

  @Test
  void foldersFollowTheHomeFolderAndTheVariables() {
    Path home = temp.resolve("home");
    Agents plain = agents(Map.of());
    assertThat(plain.userDir(plain.get("claude-code"))).contains(home.resolve(".claude/skills"));
    assertThat(plain.userDir(plain.get("goose"))).contains(home.resolve(".config/goose/skills"));
    assertThat(plain.userDir(plain.get("promptscript"))).isEmpty();
    assertThat(plain.projectDir(plain.get("claude-code"), temp.resolve("p")))
        .isEqualTo(temp.resolve("p/.claude/skills"));

    Path elsewhere = temp.resolve("elsewhere");
    Agents moved =
        agents(
            Map.of(
                "CLAUDE_CONFIG_DIR", elsewhere.toString(),
                "XDG_CONFIG_HOME", elsewhere.resolve("xdg").toString(),
                "CODEX_HOME", "not/absolute"));
    assertThat(moved.userDir(moved.get("claude-code"))).contains(elsewhere.resolve("skills"));
    assertThat(moved.userDir(moved.get("goose"))).contains(elsewhere.resolve("xdg/goose/skills"));
    assertThat(moved.userDir(moved.get("codex"))).contains(home.resolve(".codex/skills"));
  }

  @Test
  void anAgentIsHereWhenOneOfItsSignsExists() throws IOException {
    Agents agents = agents(Map.of("APPDATA", temp.resolve("appdata").toString()));
    assertThat(agents.detected()).extracting(Agent::id).doesNotContain("claude-code", "zed", "eve");
    Files.createDirectories(temp.resolve("home/.claude"));
    Files.createDirectories(temp.resolve("home/.kilocode"));
    Files.createDirectories(temp.resolve("appdata/Zed"));
    Files.createDirectories(temp.resolve("project/agent"));
    Files.writeString(temp.resolve("project/package.json"), "{\"dependencies\":{\"eve\":\"1\"}}");
    assertThat(agents.detected())
        .extracting(Agent::id)
        .contains("claude-code", "kilo", "zed", "eve")
        .doesNotContain("cursor", "universal");
    Files.writeString(temp.resolve("project/package.json"), "{broken");
    assertThat(agents.detected()).extracting(Agent::id).doesNotContain("eve");
  }

  @Test
  void anOlderFolderOfTheSameAgentIsUsedWhenOnlyThatExists() throws IOException {
    Agents agents = agents(Map.of());
    Path home = temp.resolve("home");
    assertThat(agents.userDir(agents.get("openclaw"))).contains(home.resolve(".openclaw/skills"));
    Files.createDirectories(home.resolve(".moltbot"));
    assertThat(agents.userDir(agents.get("openclaw"))).contains(home.resolve(".moltbot/skills"));
  }

  @Test
  void unknownAgentsAndMissingUserFoldersAreSaidPlainly() {
    Agents agents = agents(Map.of());
    assertThatThrownBy(() -> agents.get("nobody"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> agents.destination(agents.get("promptscript"), null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("agent-has-no-user-folder");
  }
}
