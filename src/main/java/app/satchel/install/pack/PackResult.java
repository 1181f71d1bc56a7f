package app.satchel.install.pack;

import app.satchel.check.Finding;
import app.satchel.check.upload.Change;
import app.satchel.skill.SkillFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What became of a skill that was to be packed.
 *
 * @param skill the copy that was packed, repaired, in a folder named as the skill
 * @param zip the ZIP, or null when nothing was written
 * @param sha256 of the ZIP, lower-case hex; null when nothing was written
 * @param bytes size of the ZIP; 0 when nothing was written
 * @param files number of files in it
 * @param accepted whether no known rule refuses it
 * @param findings everything noticed about it after the changes, errors first
 * @param changes what was changed, in order
 * @param proposals what would help and was not changed because nobody has agreed
 */
public record PackResult(
    SkillFolder skill,
    Path zip,
    String sha256,
    long bytes,
    int files,
    boolean accepted,
    List<Finding> findings,
    List<Change> changes,
    List<Change> proposals) {
  public PackResult {
    Objects.requireNonNull(skill);
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    proposals = List.copyOf(proposals);
  }

  public boolean written() {
    return zip != null;
  }
}
