package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Probing.Program;
import app.satchel.check.requirement.PythonPackages.Answer;
import app.satchel.check.requirement.Requirement.Level;
import app.satchel.check.requirement.Surroundings.SystemKind;
import app.satchel.words.Words;
import java.nio.file.Path;
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
      case RUNTIME, TOOL -> program(requirement, all);
      case PACKAGE -> packaged(requirement, all);
      case OS -> system(requirement, all);
      case CREDENTIAL -> credential(requirement);
      case AGENT -> agent(requirement);
      case MCP -> mcp(requirement);
      case HARDWARE -> hardware(requirement);
      case SERVICE -> service(requirement);
      case NETWORK -> unknown(requirement, "network");
      case SKILL -> unknown(requirement, "skill");
    };
  }

  private CheckedRequirement unknown(Requirement requirement, String reason) {
    return CheckedRequirement.unknown(requirement, null, words.text("reason." + reason));
  }

  private CheckedRequirement program(Requirement requirement, List<Requirement> all)
      throws InterruptedException {
    Optional<Program> program = probing.program(requirement.name());
    if (program.isEmpty()) {
      // "On macOS requires brew": nothing that is only for a part which other systems have.
      boolean elsewhere =
          requirement.level() != Level.REQUIRED && data.foreign(requirement.name(), system());
      return new CheckedRequirement(
          requirement,
          elsewhere ? Status.NOT_APPLICABLE : Status.MISSING,
          words.text(elsewhere ? "found.other-system" : "found.not-on-path"));
    }
    String path = program.get().path().toString();
    if (program.get().fails()) {
      return CheckedRequirement.unknown(
          requirement, words.text("found.place", path), words.text("reason.fails"));
    }
    return versioned(requirement, program.get().version(), path);
  }

  private SystemKind system() {
    return surroundings.system();
  }

  /** Compares a version that was found with the one that is wanted. */
  private CheckedRequirement versioned(Requirement requirement, String version, String place) {
    String found =
        version == null
            ? words.text("found.place", place)
            : words.text("found.version", version, place);
    return VersionConstraint.satisfied(version, requirement.version())
        .map(fits -> fits ? Status.MET : Status.OUTDATED)
        .map(status -> new CheckedRequirement(requirement, status, found))
        .orElseGet(
            () -> CheckedRequirement.unknown(requirement, found, words.text("reason.no-version")));
  }

  private CheckedRequirement packaged(Requirement requirement, List<Requirement> all)
      throws InterruptedException {
    Set<String> ecosystems = vocabulary.ecosystems(requirement.name(), all);
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
      String looked = inPython == null ? words.text("found.global") : inPython.found();
      return CheckedRequirement.unknown(requirement, looked, words.text("reason.node-package"));
    }
    return inPython == null ? unknown(requirement, "package") : inPython;
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
      return CheckedRequirement.unknown(
          requirement, words.text("found.place", interpreter), words.text("reason.python-silent"));
    }
    for (String name : names) {
      String version = answer.get().versions().get(name);
      if (version != null) {
        return versioned(requirement, version, interpreter);
      }
    }
    if (names.stream().noneMatch(PythonPackages::isName)) {
      return unknown(requirement, "package");
    }
    String version = answer.get().interpreter().version();
    return new CheckedRequirement(
        requirement,
        Status.MISSING,
        words.text("found.no-package", interpreter, version == null ? "?" : version));
  }

  private CheckedRequirement system(Requirement requirement, List<Requirement> all) {
    String name = requirement.name();
    if (Distributions.is(name) && system() == SystemKind.LINUX) {
      return distribution(requirement);
    }
    boolean here = name.equals(system().word()) || (name.equals("wsl") && underWindows());
    Status status = Systems.status(requirement, here, system().word(), all);
    String found = words.text("found.system", surroundings.systemName());
    return here && requirement.level() != Level.EXCLUDED
        ? systemVersion(requirement, found)
        : new CheckedRequirement(requirement, status, found);
  }

  /** Another distribution may do as well, so it is never said to be wrong. */
  private CheckedRequirement distribution(Requirement requirement) {
    Optional<Distributions.Release> release = Distributions.read(surroundings.etc());
    String found =
        release
            .map(r -> words.text("found.distribution", r.id(), r.version()).strip())
            .orElseGet(() -> words.text("found.system", surroundings.systemName()));
    if (release.filter(r -> Distributions.same(requirement.name(), r)).isEmpty()) {
      return CheckedRequirement.unknown(requirement, found, words.text("reason.distribution"));
    }
    return VersionConstraint.satisfied(release.get().version(), requirement.version())
        .map(fits -> fits ? Status.MET : Status.OUTDATED)
        .map(status -> new CheckedRequirement(requirement, status, found))
        .orElseGet(
            () -> CheckedRequirement.unknown(requirement, found, words.text("reason.system")));
  }

  private boolean underWindows() {
    return surroundings.system() == SystemKind.LINUX
        && surroundings.variable("WSL_DISTRO_NAME") != null;
  }

  /** Linux distributions number themselves each in its own way, so only the others are compared. */
  private CheckedRequirement systemVersion(Requirement requirement, String found) {
    String version =
        switch (system()) {
          case MACOS -> surroundings.systemVersion();
          case WINDOWS -> Probing.version(surroundings.systemName(), "Windows ");
          default -> null;
        };
    return VersionConstraint.satisfied(version, requirement.version())
        .map(fits -> fits ? Status.MET : Status.OUTDATED)
        .map(status -> new CheckedRequirement(requirement, status, found))
        .orElseGet(
            () -> CheckedRequirement.unknown(requirement, found, words.text("reason.system")));
  }

  private CheckedRequirement credential(Requirement requirement) {
    String name = requirement.name();
    boolean variable =
        name.equals(name.toUpperCase(java.util.Locale.ROOT))
            && name.chars().allMatch(c -> c == '_' || c < 128 && Character.isLetterOrDigit(c));
    if (!variable) {
      return unknown(requirement, "credential");
    }
    String value = surroundings.variable(name);
    boolean set = value != null && !value.isEmpty();
    if (!set && surroundings.desktop() && system() != SystemKind.WINDOWS) {
      return CheckedRequirement.unknown(
          requirement, words.text("found.not-set"), words.text("reason.desktop-variables"));
    }
    return new CheckedRequirement(
        requirement,
        set ? Status.MET : Status.MISSING,
        words.text(set ? "found.set" : "found.not-set"));
  }

  /** An agent that is not found may still be the one in the browser: that cannot be told. */
  private CheckedRequirement agent(Requirement requirement) {
    Optional<Path> path = executables.findAny(data.agentCommands(requirement.name()));
    if (path.isEmpty()) {
      return unknown(requirement, "agent");
    }
    String found = words.text("found.place", path.get().toString());
    return requirement.version() == null
        ? new CheckedRequirement(requirement, Status.MET, found)
        : CheckedRequirement.unknown(requirement, found, words.text("reason.no-version"));
  }

  private CheckedRequirement mcp(Requirement requirement) {
    return mcp.listed(requirement.name())
        .map(
            file ->
                new CheckedRequirement(
                    requirement, Status.MET, words.text("found.listed", file.toString())))
        .orElseGet(() -> unknown(requirement, "mcp"));
  }

  /** A service may run elsewhere; all that can be seen is whether its own programs are here. */
  private CheckedRequirement service(Requirement requirement) {
    return executables
        .findAny(data.servicePrograms(requirement.name()))
        .map(
            program ->
                CheckedRequirement.unknown(
                    requirement,
                    words.text("found.place", program.toString()),
                    words.text("reason.service-program")))
        .orElseGet(() -> unknown(requirement, "service"));
  }

  private CheckedRequirement hardware(Requirement requirement) throws InterruptedException {
    return requirement.name().equals("gpu")
        ? graphics(requirement)
        : unknown(requirement, "hardware");
  }

  private CheckedRequirement graphics(Requirement requirement) throws InterruptedException {
    // Other makers' cards have no program that everybody has; their absence says nothing.
    return probing
        .program("nvidia-smi")
        .filter(program -> !program.output().isEmpty() && program.version() != null)
        .map(
            program ->
                new CheckedRequirement(
                    requirement, Status.MET, words.text("found.hardware", program.output())))
        .orElseGet(() -> unknown(requirement, "hardware"));
  }
}
