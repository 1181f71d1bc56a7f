package app.satchel.install;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The agents that read skills, and where they read them on this computer. Immutable. */
public final class Agents {
  private static final Words WORDS = Words.of(Agents.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MAX_PACKAGE_JSON_BYTES = 1 << 20;

  private final Table table;
  private final AgentEnvironment environment;

  private Agents(Table table, AgentEnvironment environment) {
    this.table = table;
    this.environment = environment;
  }

  private record Table(LocalDate date, String source, List<Agent> agents) {}

  /** The table that comes with this version, seen from an environment. */
  public static Agents of(AgentEnvironment environment) {
    try (InputStream in = Agents.class.getResourceAsStream("agents.json")) {
      JsonNode root = JSON.readTree(in);
      List<Agent> agents = List.of(JSON.treeToValue(root.required("agents"), Agent[].class));
      return new Agents(
          new Table(
              LocalDate.parse(root.required("date").asText()),
              root.required("source").asText(),
              agents),
          environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When the table was last looked through. */
  public LocalDate date() {
    return table.date();
  }

  /** Every agent known, in the table's order. */
  public List<Agent> all() {
    return table.agents();
  }

  /** An agent by its id. */
  public Optional<Agent> find(String id) {
    return table.agents().stream().filter(agent -> agent.id().equals(id)).findFirst();
  }

  /**
   * An agent by its id.
   *
   * @throws ProblemException {@code agent-unknown} (NOT_FOUND)
   */
  public Agent get(String id) {
    return find(id)
        .orElseThrow(
            () -> ProblemException.of(WORDS, ProblemKind.NOT_FOUND, "agent-unknown", "", id));
  }

  /** The agents that are on this computer, in the table's order. */
  public List<Agent> detected() {
    return table.agents().stream().filter(this::isDetected).toList();
  }

  /** Whether one of an agent's signs exists. */
  public boolean isDetected(Agent agent) {
    return agent.detect().stream().anyMatch(this::exists);
  }

  private boolean exists(Agent.Detection sign) {
    return environment.expand(sign.path()).filter(Files::exists).isPresent()
        && (sign.packageJsonDependency() == null || dependsOn(sign.packageJsonDependency()));
  }

  private boolean dependsOn(String name) {
    Path file = environment.project().resolve("package.json");
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_PACKAGE_JSON_BYTES) {
        return false;
      }
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      return json.path("dependencies").has(name) || json.path("devDependencies").has(name);
    } catch (JsonProcessingException _) {
      return false; // Somebody's broken package.json is no sign of an agent.
    } catch (IOException _) {
      return false;
    }
  }

  /** The folder for a person's own skills; empty when the agent has none. */
  public Optional<Path> userDir(Agent agent) {
    List<Path> folders =
        agent.user().stream().flatMap(one -> environment.expand(one).stream()).toList();
    return folders.stream()
        .filter(folder -> folder.getParent() != null && Files.isDirectory(folder.getParent()))
        .findFirst()
        .or(() -> folders.stream().findFirst());
  }

  /** The folder for the skills of a project. */
  public Path projectDir(Agent agent, Path project) {
    return project.toAbsolutePath().normalize().resolve(agent.project());
  }

  /**
   * Where an agent's skills go.
   *
   * @param project the project's folder, or null for the person's own skills
   * @throws ProblemException {@code agent-has-no-user-folder} (INPUT)
   */
  public Destination destination(Agent agent, Path project) {
    if (project != null) {
      Path real = project.toAbsolutePath().normalize();
      return new Destination(agent.id(), real, real.resolve(agent.project()).normalize());
    }
    Path user =
        userDir(agent)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        WORDS,
                        ProblemKind.INPUT,
                        "agent-has-no-user-folder",
                        agent.id(),
                        agent.name()));
    // What the person set up above the home folder is theirs; below it a link is looked at.
    Path base = user.startsWith(environment.home()) ? environment.home() : user.getParent();
    return new Destination(agent.id(), base, user);
  }
}
