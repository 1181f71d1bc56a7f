package app.satchel.check.requirement;

import app.satchel.check.requirement.Requirement.Kind;
import java.text.MessageFormat;
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
    for (String manager : data.managers(surroundings.system())) {
      Optional<String> name = data.packageName(requirement.name(), manager);
      boolean here = manager.equals(data.managers(surroundings.system()).getFirst());
      if (name.isPresent() && (here || executables.find(manager).isPresent())) {
        return data.installCommand(manager).map(line -> MessageFormat.format(line, name.get()));
      }
    }
    return Optional.empty();
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
