package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Probing.Program;
import app.satchel.check.requirement.PythonPackages.Answer;
import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.check.requirement.Surroundings.SystemKind;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One requirement of each kind, checked. Thread-safe. */
final class Checks {
  private final Surroundings surroundings;
  private final ToolData data;
  private final Executables executables;
  private final Probing probing;
  private final PythonPackages python;
  private final NodePackages node;
  private final McpServers mcp;
  private final Vocabulary vocabulary;
  private final Words words = Words.of(Checks.class);

  Checks(
      Surroundings surroundings,
      ToolData data,
      Executables executables,
      Probing probing,
      PythonPackages python,
      NodePackages node,
      McpServers mcp,
      Vocabulary vocabulary) {
    this.surroundings = surroundings;
    this.data = data;
    this.executables = executables;
    this.probing = probing;
    this.python = python;
    this.node = node;
    this.mcp = mcp;
    this.vocabulary = vocabulary;
  }

  /**
   * Checks one requirement.
   *
   * @param all everything the skill needs: it tells in whose package manager a package is, and
   *     which other systems would do
   */
  CheckedRequirement check(Requirement requirement, List<Requirement> all)
      throws InterruptedException {
    return switch (requirement.kind()) {
      case RUNTIME, TOOL -> program(requirement);
      case PACKAGE -> packaged(requirement, all);
      case OS -> system(requirement, all);
      case CREDENTIAL -> credential(requirement);
      case AGENT -> agent(requirement);
      case MCP -> mcp(requirement);
      case HARDWARE -> hardware(requirement);
      case NETWORK, SERVICE, SKILL -> unknown(requirement);
    };
  }

  private static CheckedRequirement unknown(Requirement requirement) {
    return new CheckedRequirement(requirement, Status.UNKNOWN, null);
  }

  private CheckedRequirement program(Requirement requirement) throws InterruptedException {
    Optional<Program> program = probing.program(requirement.name());
    if (program.isEmpty()) {
      return new CheckedRequirement(requirement, Status.MISSING, words.text("found.not-on-path"));
    }
    Path path = program.get().path();
    return versioned(requirement, program.get().version(), path.toString());
  }

  /** Compares a version that was found with the one that is wanted. */
  private CheckedRequirement versioned(Requirement requirement, String version, String place) {
    String found =
        version == null
            ? words.text("found.place", place)
            : words.text("found.version", version, place);
    Status status =
        VersionConstraint.satisfied(version, requirement.version())
            .map(fits -> fits ? Status.MET : Status.OUTDATED)
            .orElse(Status.UNKNOWN);
    return new CheckedRequirement(requirement, status, found);
  }

  private CheckedRequirement packaged(Requirement requirement, List<Requirement> all)
      throws InterruptedException {
    Set<String> ecosystems = ecosystems(requirement.name(), all);
    CheckedRequirement inPython = ecosystems.contains("python") ? pythonPackage(requirement) : null;
    if (inPython != null && inPython.status() == Status.MET) {
      return inPython;
    }
    if (ecosystems.contains("node")) {
      Optional<NodePackages.Found> found = node.installed(requirement.name());
      if (found.isPresent()) {
        return versioned(requirement, found.get().version(), found.get().folder().toString());
      }
      // A library for Node is mostly installed in a project, which cannot be seen from here.
      boolean only = inPython == null;
      return new CheckedRequirement(
          requirement, Status.UNKNOWN, only ? words.text("found.global") : inPython.found());
    }
    return inPython == null ? unknown(requirement) : inPython;
  }

  /** The package managers a package may come from. */
  private Set<String> ecosystems(String name, List<Requirement> all) {
    Set<String> known = new LinkedHashSet<>(vocabulary.ecosystems(name));
    if (name.startsWith("@")) {
      return Set.of("node");
    }
    Set<String> runtimes = new LinkedHashSet<>();
    for (Requirement each : all) {
      if (each.kind() == Kind.RUNTIME) {
        runtimes.add(each.name());
      }
    }
    if (known.size() == 1) {
      return known;
    }
    Set<String> both = known.isEmpty() ? Set.of("python", "node") : known;
    boolean pythonOnly = runtimes.contains("python") && !runtimes.contains("node");
    return pythonOnly && both.contains("python") ? Set.of("python") : both;
  }

  private CheckedRequirement pythonPackage(Requirement requirement) throws InterruptedException {
    List<String> names = vocabulary.packageNames(requirement.name());
    Optional<Answer> answer = python.installed(names);
    if (answer.isEmpty()) {
      return new CheckedRequirement(
          requirement, Status.MISSING, words.text("found.no-interpreter"));
    }
    String interpreter = answer.get().interpreter().path().toString();
    if (!answer.get().answered()) {
      return unknown(requirement);
    }
    for (String name : names) {
      String version = answer.get().versions().get(name);
      if (version != null) {
        return versioned(requirement, version, interpreter);
      }
    }
    boolean askable = names.stream().anyMatch(PythonPackages::isName);
    String version = answer.get().interpreter().version();
    return new CheckedRequirement(
        requirement,
        askable ? Status.MISSING : Status.UNKNOWN,
        words.text("found.no-package", interpreter, version == null ? "?" : version));
  }

  private CheckedRequirement system(Requirement requirement, List<Requirement> all) {
    String name = requirement.name();
    boolean here =
        name.equals(surroundings.system().word()) || (name.equals("wsl") && underWindows());
    String found = words.text("found.system", surroundings.systemName());
    if (requirement.level() == Level.EXCLUDED) {
      return new CheckedRequirement(
          requirement, here ? Status.MISSING : Status.NOT_APPLICABLE, found);
    }
    if (here) {
      return new CheckedRequirement(requirement, systemVersion(requirement), found);
    }
    boolean otherFits =
        requirement.anyOf() != null
            && all.stream()
                .anyMatch(
                    other ->
                        requirement.anyOf().equals(other.anyOf())
                            && other.name().equals(surroundings.system().word()));
    return new CheckedRequirement(
        requirement, otherFits ? Status.NOT_APPLICABLE : Status.MISSING, found);
  }

  private boolean underWindows() {
    return surroundings.system() == SystemKind.LINUX
        && surroundings.variable("WSL_DISTRO_NAME") != null;
  }

  /** Linux distributions number themselves each in its own way, so only the others are compared. */
  private Status systemVersion(Requirement requirement) {
    if (requirement.version() == null) {
      return Status.MET;
    }
    String version =
        switch (surroundings.system()) {
          case MACOS -> surroundings.systemVersion();
          case WINDOWS -> Probing.version(surroundings.systemName(), "Windows ");
          default -> null;
        };
    return VersionConstraint.satisfied(version, requirement.version())
        .map(fits -> fits ? Status.MET : Status.OUTDATED)
        .orElse(Status.UNKNOWN);
  }

  private CheckedRequirement credential(Requirement requirement) {
    String name = requirement.name();
    boolean variable =
        name.equals(name.toUpperCase(java.util.Locale.ROOT))
            && name.chars().allMatch(c -> c == '_' || c < 128 && Character.isLetterOrDigit(c));
    if (!variable) {
      return unknown(requirement);
    }
    String value = surroundings.variable(name);
    boolean set = value != null && !value.isEmpty();
    return new CheckedRequirement(
        requirement,
        set ? Status.MET : Status.MISSING,
        words.text(set ? "found.set" : "found.not-set"));
  }

  /** An agent that is not found may still be the one in the browser: that cannot be told. */
  private CheckedRequirement agent(Requirement requirement) {
    Optional<Path> path = executables.findAny(data.agentCommands(requirement.name()));
    if (path.isEmpty()) {
      return unknown(requirement);
    }
    Status status = requirement.version() == null ? Status.MET : Status.UNKNOWN;
    return new CheckedRequirement(
        requirement, status, words.text("found.place", path.get().toString()));
  }

  private CheckedRequirement mcp(Requirement requirement) {
    return mcp.listed(requirement.name())
        .map(
            file ->
                new CheckedRequirement(
                    requirement, Status.MET, words.text("found.listed", file.toString())))
        .orElseGet(() -> unknown(requirement));
  }

  private CheckedRequirement hardware(Requirement requirement) throws InterruptedException {
    if (!requirement.name().equals("gpu")) {
      return unknown(requirement);
    }
    // Other makers' cards have no program that everybody has; their absence says nothing.
    return probing
        .program("nvidia-smi")
        .filter(program -> !program.output().isEmpty() && program.version() != null)
        .map(
            program ->
                new CheckedRequirement(
                    requirement, Status.MET, words.text("found.hardware", program.output())))
        .orElseGet(() -> unknown(requirement));
  }

  /** Asks Python for all packages at once, so that it is started once. */
  void prepare(List<Requirement> all) {
    List<String> names = new ArrayList<>();
    for (Requirement each : all) {
      if (each.kind() == Kind.PACKAGE && ecosystems(each.name(), all).contains("python")) {
        names.addAll(vocabulary.packageNames(each.name()));
      }
    }
    python.expect(names);
  }
}
