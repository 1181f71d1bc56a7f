package app.satchel.install;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What installing a skill would do. Making it writes nothing.
 *
 * @param target the folder that would hold the skill
 * @param existing what lies there now
 * @param newSkillsFolder whether the agent's skills folder would be made; some agents notice a new
 *     one only after a restart
 * @param files files to write
 * @param bytes size of all files
 */
public record InstallPlan(
    Path target, Existing existing, boolean newSkillsFolder, int files, long bytes) {
  public InstallPlan {
    Objects.requireNonNull(target);
    Objects.requireNonNull(existing);
  }

  /** What lies at the target before installing. */
  public enum Existing {
    NONE,
    /** The same skill, byte for byte: there is nothing to do. */
    SAME,
    /** Something else: another skill, another version, or this one with changes. */
    DIFFERENT
  }
}
