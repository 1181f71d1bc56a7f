package app.satchel.workspace;

import java.util.List;

/**
 * The custom skills of a workspace.
 *
 * @param skills in the API's order
 * @param complete false when there are more than Satchel reads
 */
public record WorkspaceSkills(List<WorkspaceSkill> skills, boolean complete) {
  public WorkspaceSkills {
    skills = List.copyOf(skills);
  }
}
