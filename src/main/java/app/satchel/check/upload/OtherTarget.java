package app.satchel.check.upload;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Another place that takes the same ZIP, by what is known to differ there from claude.ai. Where
 * nothing is known, the rules of claude.ai hold: what it accepts is accepted elsewhere.
 *
 * @param id stable, such as {@code chatgpt}; names the target of a command
 * @param name for a person
 * @param assistant who reads the skill there, for a person
 * @param without ids of the rules that do not hold there
 * @param fileBytes most bytes of one file in the skill, or null when no such limit is known
 * @param zipBytes most bytes of the ZIP, or null when no such limit is known
 * @param menu where the upload is; null where there is no page for it
 * @param sandbox what is true of every skill there
 * @param source id of a {@link UploadRules.Source}
 * @param date when it was last seen there
 */
public record OtherTarget(
    String id,
    String name,
    String assistant,
    List<String> without,
    Long fileBytes,
    Long zipBytes,
    UploadRules.Menu menu,
    List<UploadRules.Note> sandbox,
    String source,
    LocalDate date) {
  public OtherTarget {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(assistant);
    without = List.copyOf(without);
    sandbox = List.copyOf(sandbox);
  }

  boolean lacks(UploadRule rule) {
    return without.contains(rule.id());
  }
}
