package app.satchel.check.upload;

import app.satchel.skill.SkillFolder;
import java.util.List;

/**
 * A repaired copy of a skill; the original is never changed.
 *
 * @param skill the copy, in memory, in a folder named as the skill
 * @param changes what was changed, in order
 * @param proposals what was not changed because nobody has agreed yet
 * @param edits the changes of SKILL.md's text, with the way back
 * @param report what claude.ai would say to the copy
 */
public record Repair(
    SkillFolder skill,
    List<Change> changes,
    List<Change> proposals,
    Edits edits,
    UploadReport report) {
  public Repair {
    changes = List.copyOf(changes);
    proposals = List.copyOf(proposals);
  }

  /** Which changes may be made. */
  public enum Level {
    /** None: the skill as published. */
    AS_IS,
    /** Those that change no meaning. */
    SAFE,
    /** All that help. */
    PROPOSALS
  }
}
