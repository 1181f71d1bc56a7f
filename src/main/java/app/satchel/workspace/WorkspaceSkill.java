package app.satchel.workspace;

import java.time.Instant;
import java.util.Objects;

/**
 * A custom skill of a workspace.
 *
 * @param id as the API knows it ({@code skill_…})
 * @param versionId of the latest version, or of the one that was just made; always a text, whatever
 *     it looks like; null when the API did not tell
 * @param name of SKILL.md; null where the API does not tell it, which is so in lists
 * @param displayName what the console shows, or null; neither unique nor a skill's name
 * @param created when the skill, or the version that was just made, came to be; null when unknown
 */
public record WorkspaceSkill(
    String id, String versionId, String name, String displayName, Instant created) {
  public WorkspaceSkill {
    Objects.requireNonNull(id);
  }

  /** The same with a name. */
  WorkspaceSkill named(String newName) {
    return new WorkspaceSkill(id, versionId, newName, displayName, created);
  }
}
