package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;

/** The command line that gets something for this system, from the data; only ever shown. */
final class InstallHints {
  private final Surroundings surroundings;
  private final ToolData data;
  private final Executables executables;
  private final Vocabulary vocabulary;

  InstallHints(
      Surroundings surroundings, ToolData data, Executables executables, Vocabulary vocabulary) {
    this.surroundings = surroundings;
    this.data = data;
    this.executables = executables;
    this.vocabulary = vocabulary;
  }

  Optional<String> command(Requirement requirement) {
    if (requirement.kind() == Kind.PACKAGE) {
      return packageCommand(requirement.name());
    }
    List<String> managers = data.managers(surroundings.system());
    List<String> having =
        managers.stream()
            .filter(manager -> data.packageName(requirement.name(), manager).isPresent())
            .toList();
    // A manager that is here; where none of them is, the usual one of the system.
    return having.stream()
        .filter(manager -> executables.find(manager).isPresent())
        .findFirst()
        .or(() -> managers.stream().limit(1).filter(having::contains).findFirst())
        .flatMap(manager -> command(requirement, manager));
  }

  private Optional<String> command(Requirement requirement, String manager) {
    return data.packageName(requirement.name(), manager)
        .flatMap(
            name -> data.installCommand(manager).map(line -> MessageFormat.format(line, name)));
  }

  private Optional<String> packageCommand(String name) {
    String ecosystem = name.startsWith("@") ? "node" : vocabulary.ecosystem(name).orElse("");
    if (ecosystem.equals("python") && PythonPackages.isName(name)) {
      String python = executables.find("python3").isPresent() ? "python3" : "python";
      return data.installCommand("pip").map(line -> MessageFormat.format(line, name, python));
    }
    if (ecosystem.equals("node") && NodePackages.isName(name)) {
      return data.installCommand("npm").map(line -> MessageFormat.format(line, name));
    }
    return Optional.empty();
  }
}
