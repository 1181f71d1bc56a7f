package app.satchel.check.upload;

import java.util.Objects;

/**
 * One change that a repair made or proposes.
 *
 * @param id stable kebab-case id of the kind of change, such as {@code move-key-to-metadata}
 * @param consent whether it may be made unasked
 * @param file path in the skill's folder as published; empty for the folder itself
 * @param line 1-based line as published, or null
 * @param before the text before; empty when something is added
 * @param after the text after; empty when something is left out
 * @param why the reason, for a person
 * @param effect what Claude will see differently, in one sentence; null for a safe change
 */
public record Change(
    String id,
    Consent consent,
    String file,
    Integer line,
    String before,
    String after,
    String why,
    String effect) {
  public Change {
    Objects.requireNonNull(id);
    Objects.requireNonNull(consent);
    Objects.requireNonNull(file);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(why);
    if ((consent == Consent.PROPOSAL) != (effect != null)) {
      throw new IllegalArgumentException("a proposal says what it changes for Claude: " + id);
    }
  }

  /** The reason, and what Claude will see differently where it will. */
  public String sentence() {
    return effect == null ? why : why + " " + effect;
  }

  /** Whether a person has to agree. */
  public enum Consent {
    /** No meaning changes; made by default and shown. */
    SAFE,
    /** Claude will see something else; made only when accepted. */
    PROPOSAL
  }
}
