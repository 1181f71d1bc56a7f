package app.satchel.check.requirement;

import app.satchel.check.requirement.Surroundings.SystemKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to ask the programs of a computer, from the dated data file {@code tools.json}. Only what
 * stands there is ever run. Immutable.
 */
final class ToolData {
  private static final String FILE = "tools.json";

  /**
   * How to ask one program for its version.
   *
   * @param commands names of its executable, best first
   * @param arguments what to run it with
   * @param after the version is read after the first of these words in the output; empty: the first
   *     number with a dot
   */
  record Probe(List<String> commands, List<String> arguments, String after) {}

  /**
   * A name that on macOS is only a stand-in, which opens a window asking to install something.
   *
   * @param needs one of these must exist for the name to be real
   */
  record StandIn(List<String> commands, List<String> needs) {}

  /**
   * A file that lists MCP servers.
   *
   * @param file its place, as in {@link #places}
   * @param format {@code json} (with comments where the product allows them) or {@code toml}
   * @param keys where the servers stand by name, as paths joined with slashes; {@code *} is every
   *     name
   */
  record McpFile(String file, String format, List<String> keys) {}

  private final LocalDate updated;
  private final Map<String, Probe> probes = new HashMap<>();
  private final Map<String, List<String>> agents = new HashMap<>();
  private final Map<SystemKind, List<String>> places = new HashMap<>();
  private final Map<SystemKind, List<String>> managers = new HashMap<>();
  private final Map<String, String> install = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> packages = new HashMap<>();
  private final List<StandIn> standIns = new ArrayList<>();
  private final Map<SystemKind, List<String>> pathFiles = new HashMap<>();
  private final Map<String, List<String>> services = new HashMap<>();
  private final Map<String, List<String>> onlyOn = new HashMap<>();
  private final List<String> nodeRoots;
  private final List<McpFile> mcpFiles;

  private ToolData(JsonNode data) {
    updated = LocalDate.parse(data.path("updated").asText());
    data.path("probes")
        .properties()
        .forEach(entry -> probes.put(entry.getKey(), probe(entry.getKey(), entry.getValue())));
    data.path("agents")
        .properties()
        .forEach(entry -> agents.put(entry.getKey(), texts(entry.getValue())));
    for (SystemKind system : SystemKind.values()) {
      places.put(system, texts(data.path("places").path(system.word())));
      managers.put(system, texts(data.path("managers").path(system.word())));
      pathFiles.put(system, texts(data.path("pathFiles").path(system.word())));
    }
    data.path("install")
        .properties()
        .forEach(entry -> install.put(entry.getKey(), entry.getValue().asText()));
    data.path("packages")
        .properties()
        .forEach(
            entry -> {
              Map<String, String> names = new HashMap<>();
              entry
                  .getValue()
                  .properties()
                  .forEach(n -> names.put(n.getKey(), n.getValue().asText()));
              packages.put(entry.getKey(), names);
            });
    for (JsonNode item : data.path("standIns")) {
      standIns.add(new StandIn(texts(item.path("commands")), texts(item.path("needs"))));
    }
    data.path("services")
        .properties()
        .forEach(entry -> services.put(entry.getKey(), texts(entry.getValue())));
    data.path("onlyOn")
        .properties()
        .forEach(entry -> onlyOn.put(entry.getKey(), texts(entry.getValue())));
    nodeRoots = texts(data.path("nodeRoots"));
    List<McpFile> files = new ArrayList<>();
    for (JsonNode item : data.path("mcpFiles")) {
      files.add(
          new McpFile(
              item.path("file").asText(),
              item.path("format").asText("json"),
              texts(item.path("keys"))));
    }
    mcpFiles = List.copyOf(files);
  }

  static ToolData load() {
    try (InputStream in = ToolData.class.getResourceAsStream(FILE)) {
      return new ToolData(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Probe probe(String name, JsonNode item) {
    List<String> commands = texts(item.path("commands"));
    List<String> arguments = texts(item.path("arguments"));
    return new Probe(
        commands.isEmpty() ? List.of(name) : commands,
        arguments.isEmpty() ? List.of("--version") : arguments,
        item.path("after").asText(""));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  LocalDate updated() {
    return updated;
  }

  Map<String, Probe> probes() {
    return Map.copyOf(probes);
  }

  Optional<Probe> probe(String name) {
    return Optional.ofNullable(probes.get(name));
  }

  /** The commands of an agent; empty when it has none that can be looked for. */
  List<String> agentCommands(String agent) {
    return agents.getOrDefault(agent, List.of());
  }

  /** Folders to look in after the PATH; {@code ~} is the user's home, {@code %X%} a variable. */
  List<String> places(SystemKind system) {
    return places.get(system);
  }

  /** The package managers of a system, the usual one first. */
  List<String> managers(SystemKind system) {
    return managers.get(system);
  }

  /** The command line with which a manager installs, {@code {0}} standing for the package. */
  Optional<String> installCommand(String manager) {
    return Optional.ofNullable(install.get(manager));
  }

  /** What a tool's package is called for a manager. */
  Optional<String> packageName(String tool, String manager) {
    return Optional.ofNullable(packages.getOrDefault(tool, Map.of()).get(manager));
  }

  List<StandIn> standIns() {
    return List.copyOf(standIns);
  }

  /** Files of agents' configurations that list MCP servers. */
  List<McpFile> mcpFiles() {
    return mcpFiles;
  }

  /** Files of the system that name a folder of every shell's PATH in each line. */
  List<String> pathFiles(SystemKind system) {
    return pathFiles.get(system);
  }

  /** Whether a program exists on other systems only. */
  boolean foreign(String program, SystemKind here) {
    List<String> systems = onlyOn.getOrDefault(program, List.of());
    return !systems.isEmpty() && !systems.contains(here.word());
  }

  /** The programs that come with a service; empty when none is known. */
  List<String> servicePrograms(String service) {
    return services.getOrDefault(service, List.of());
  }

  /** Folders of globally installed Node packages. */
  List<String> nodeRoots() {
    return nodeRoots;
  }
}
