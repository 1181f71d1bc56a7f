package app.satchel.install;

import java.util.List;
import java.util.Objects;

/**
 * A program that reads skills, as dated data describes it. Paths are templates: {@code ~} is the
 * home folder, <code>${NAME:-default}</code> an environment variable, {@code cwd:} the project's
 * folder.
 *
 * @param id stable, kebab-case
 * @param name shown to a person
 * @param project the folder for a project's skills, relative to the project
 * @param user the folders for a person's own skills: the first whose parent exists counts, else the
 *     first; empty when the agent has none
 * @param detect it is on this computer when one of these exists; empty when nobody can tell
 */
public record Agent(
    String id, String name, String project, List<String> user, List<Detection> detect) {
  public Agent {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(project);
    user = List.copyOf(user);
    detect = List.copyOf(detect);
  }

  /**
   * A sign that an agent is here.
   *
   * @param path a template
   * @param packageJsonDependency a name that the project's package.json must depend on as well, or
   *     null
   */
  public record Detection(String path, String packageJsonDependency) {
    public Detection {
      Objects.requireNonNull(path);
    }
  }
}
