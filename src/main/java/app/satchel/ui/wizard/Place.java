package app.satchel.ui.wizard;

import app.satchel.install.delivery.Target;
import app.satchel.workspace.ApiKey;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Somewhere a skill can go.
 *
 * @param id the site's id, such as {@code claude-ai}, the agent's, or {@code claude-api}
 * @param name as people call it
 * @param kind what sort of place
 * @param folder the person's own skills folder of an agent, or where ZIPs for a site are put; null
 *     for an agent that only has projects
 * @param projectFolder where an agent looks in a project, relative to it with {@code /}; null when
 *     it has none
 * @param found whether the agent was found on this computer; always true for a site and a workspace
 */
public record Place(
    String id, String name, Kind kind, Path folder, String projectFolder, boolean found) {
  public Place {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    if (kind != Kind.WORKSPACE && folder == null && projectFolder == null) {
      throw new IllegalArgumentException(id + " has no folder at all");
    }
  }

  /** What sort of place it is. */
  public enum Kind {
    /** A person uploads ZIPs there. */
    SITE,
    /** Satchel puts folders there. */
    AGENT,
    /** Satchel sends skills there. */
    WORKSPACE
  }

  /**
   * The target that this place stands for.
   *
   * @param project a project's folder, or null for the person's own skills
   * @param key of the workspace, or null
   * @return null while something is missing
   */
  Target target(Path project, ApiKey key) {
    return switch (kind) {
      case SITE -> new Target.Zips(id, folder);
      case AGENT -> folder == null && project == null ? null : new Target.AgentFolder(id, project);
      case WORKSPACE -> key == null ? null : new Target.Workspace(key);
    };
  }
}
