package app.satchel.check.requirement;

import app.satchel.check.requirement.Probing.Program;
import app.satchel.check.requirement.ProcessRunner.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the PATH's Python which packages it has. Python runs isolated ({@code -I}: nothing from the
 * working folder or PYTHONPATH), only reads the installed packages' metadata, and imports none of
 * them; the names are arguments, and only such that are package names. Thread-safe.
 */
final class PythonPackages {
  private static final int LONGEST_NAME = 80;
  private static final int MOST = 1_000;

  /**
   * Prints Python's version, then a line for every name that is installed. The folder of packages
   * the user installed for himself, which isolation hides, is looked into as well.
   */
  private static final String SCRIPT =
      """
      import sys, site
      from importlib import metadata
      try:
          sys.path.append(site.getusersitepackages())
      except Exception:
          pass
      print('python', sys.version.split()[0])
      for name in sys.argv[1:]:
          try:
              print(name, metadata.version(name))
          except Exception:
              pass
      """;

  private final Probing probing;
  private final Map<String, String> versions = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> expected = ConcurrentHashMap.newKeySet();

  /**
   * The answer.
   *
   * @param interpreter the Python that was asked
   * @param versions of what it has, by name
   * @param answered whether it answered at all
   */
  record Answer(Program interpreter, Map<String, String> versions, boolean answered) {}

  PythonPackages(Probing probing) {
    this.probing = probing;
  }

  /** Names that will be asked for soon: the next question includes them. */
  void expect(Collection<String> names) {
    names.stream().filter(PythonPackages::isName).forEach(expected::add);
  }

  /** Which of these are installed; empty when there is no Python. */
  Optional<Answer> installed(Collection<String> names) throws InterruptedException {
    Optional<Program> python = probing.program("python");
    if (python.isEmpty()) {
      return Optional.empty();
    }
    synchronized (this) {
      expect(names);
      boolean known = names.stream().filter(PythonPackages::isName).allMatch(asked::contains);
      List<String> unknown = expected.stream().filter(n -> !asked.contains(n)).limit(MOST).toList();
      if (!known && !ask(python.get(), unknown)) {
        return Optional.of(new Answer(python.get(), Map.of(), false));
      }
    }
    Map<String, String> found = new HashMap<>();
    for (String name : names) {
      String version = versions.get(name);
      if (version != null) {
        found.put(name, version);
      }
    }
    return Optional.of(new Answer(python.get(), Map.copyOf(found), true));
  }

  private boolean ask(Program python, List<String> names) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-I", "-c", SCRIPT));
    arguments.addAll(names);
    Optional<Output> output = probing.run(python.path(), arguments);
    if (output.isEmpty() || output.get().exit() != 0) {
      return false;
    }
    for (String line : output.get().text().lines().toList()) {
      int space = line.indexOf(' ');
      if (space > 0 && names.contains(line.substring(0, space))) {
        versions.put(line.substring(0, space), line.substring(space + 1).strip());
      }
    }
    asked.addAll(names);
    return true;
  }

  /** Whether a name can be a Python package's: letters, digits, dots, hyphens, underscores. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && Character.isLetterOrDigit(name.charAt(0))
        && name.chars()
            .allMatch(
                c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'));
  }
}
