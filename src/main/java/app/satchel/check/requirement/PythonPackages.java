package app.satchel.check.requirement;

import app.satchel.check.requirement.Probing.Program;
import app.satchel.check.requirement.ProcessRunner.Output;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the PATH's Python, once a session, which packages it has. Python runs isolated ({@code -I}:
 * nothing from the working folder or PYTHONPATH) and only lists the names of folders; it imports no
 * package, and nothing of a skill is given to it. Thread-safe.
 */
final class PythonPackages {
  private static final int LONGEST_NAME = 80;

  /**
   * Prints Python's version, then a line for every package that is installed: the folders of its
   * metadata are called {@code NAME-VERSION.dist-info}. The folder of packages the user installed
   * for himself, which isolation hides, is looked into as well.
   */
  private static final String SCRIPT =
      """
      import os, sys, site
      try:
          sys.path.append(site.getusersitepackages())
      except Exception:
          pass
      print('python', sys.version.split()[0])
      seen = set()
      for folder in sys.path:
          try:
              entries = os.listdir(folder)
          except OSError:
              continue
          for entry in entries:
              stem, ending = os.path.splitext(entry)
              if ending in ('.dist-info', '.egg-info') and '-' in stem:
                  name, version = stem.split('-')[:2]
                  if name not in seen:
                      seen.add(name)
                      print(name, version)
      """;

  private final Probing probing;

  /** Null before Python was asked; empty when it did not answer. */
  private Optional<Map<String, String>> known;

  /**
   * The answer.
   *
   * @param interpreter the Python that was asked
   * @param versions of what it has, by name as it was asked for
   * @param answered whether it answered at all
   */
  record Answer(Program interpreter, Map<String, String> versions, boolean answered) {}

  PythonPackages(Probing probing) {
    this.probing = probing;
  }

  /** Which of these are installed; empty when there is no Python. */
  Optional<Answer> installed(Collection<String> names) throws InterruptedException {
    Optional<Program> python = probing.program("python");
    if (python.isEmpty()) {
      return Optional.empty();
    }
    Optional<Map<String, String>> all;
    synchronized (this) {
      if (known == null) {
        known = ask(python.get());
      }
      all = known;
    }
    if (all.isEmpty()) {
      return Optional.of(new Answer(python.get(), Map.of(), false));
    }
    Map<String, String> found = new HashMap<>();
    for (String name : names) {
      String version = all.get().get(normal(name));
      if (version != null) {
        found.put(name, version);
      }
    }
    return Optional.of(new Answer(python.get(), Map.copyOf(found), true));
  }

  private Optional<Map<String, String>> ask(Program python) throws InterruptedException {
    Optional<Output> output = probing.run(python.path(), List.of("-I", "-c", SCRIPT));
    if (output.isEmpty() || output.get().exit() != 0) {
      return Optional.empty();
    }
    Map<String, String> found = new HashMap<>();
    for (String line : output.get().text().lines().toList()) {
      int space = line.indexOf(' ');
      if (space > 0) {
        // The first one on the path is the one that Python would take.
        found.putIfAbsent(normal(line.substring(0, space)), line.substring(space + 1).strip());
      }
    }
    return Optional.of(Map.copyOf(found));
  }

  /** A name as the package index compares it (PEP 503). */
  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
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
