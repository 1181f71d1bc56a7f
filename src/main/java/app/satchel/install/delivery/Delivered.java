package app.satchel.install.delivery;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.UploadReport;
import app.satchel.problem.Problem;
import app.satchel.skill.SkillFolder;
import app.satchel.workspace.WorkspaceSkill;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a delivery did.
 *
 * @param target where to
 * @param done the skills that are there now, in the plan's order
 * @param skipped the skills that are not, and why
 */
public record Delivered(Target target, List<Done> done, List<Skipped> skipped) {
  public Delivered {
    Objects.requireNonNull(target);
    done = List.copyOf(done);
    skipped = List.copyOf(skipped);
  }

  /**
   * A skill that was delivered.
   *
   * @param skill the planned skill, with its files
   * @param name the name it has now; differs from the planned one when a repair changed it
   * @param path the ZIP or the folder; null in a workspace
   * @param sha256 of the ZIP, lower-case hex; null for a folder
   * @param bytes size of the ZIP, or of all files in the folder
   * @param files number of files in it
   * @param report what claude.ai would say to it
   * @param changes what was changed, in order
   * @param transaction id of the write in the record of what is installed, for undo; null for a ZIP
   * @param backup where what lay there before is kept, or null
   * @param remote what it is in a workspace; null elsewhere
   */
  public record Done(
      PlannedSkill skill,
      String name,
      Path path,
      String sha256,
      long bytes,
      int files,
      UploadReport report,
      List<Change> changes,
      String transaction,
      Path backup,
      WorkspaceSkill remote) {
    public Done {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A skill that was not delivered.
   *
   * @param skill the planned skill
   * @param reason why
   * @param report what claude.ai would say to it when it is refused, else null
   * @param problem what went wrong with it, else null
   * @param published its files as published when it is refused, so that a person can be asked about
   *     changes that only show now; else null. The files may be gone by then, SKILL.md is not.
   */
  public record Skipped(
      PlannedSkill skill,
      Reason reason,
      UploadReport report,
      Problem problem,
      SkillFolder published) {}

  /** Why a skill was not delivered. */
  public enum Reason {
    /** The person left it out. */
    LEFT_OUT,
    /** It is there already, byte for byte. */
    ALREADY_THERE,
    /** Something different lies there, and was kept. */
    KEPT,
    /** No marketplace has it. */
    MISSING,
    /** Several skills have the name and nobody chose. */
    AMBIGUOUS,
    /** claude.ai would refuse it, and the permitted repairs do not help. */
    REFUSED,
    /** The skill that needs it is not delivered, so it is of no use. */
    NOT_NEEDED,
    /** The person stopped before it was its turn; what was sent before stays. */
    CANCELLED,
    /** A skill that others need could not be fetched or read. */
    FAILED;

    /** The word of the command line's JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
