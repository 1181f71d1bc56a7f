package app.satchel.check.dependency;

import app.satchel.skill.Namespace;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Another skill that a skill names.
 *
 * @param name as its author wrote it, without a version tail
 * @param field where it was named: {@code depends-on}, {@code related-skills}, or the key's own
 *     spelling with a leading {@code metadata.} when it stood there
 * @param needed true when the skill depends on it, false when it is only related
 * @param status what became of it
 * @param namespace the skill it was resolved to, or null
 * @param candidates other skills it could mean, best first
 * @param reason what the skill's text says about it, or null
 */
public record Dependency(
    String name,
    String field,
    boolean needed,
    Status status,
    Namespace namespace,
    List<Namespace> candidates,
    String reason) {
  public Dependency {
    Objects.requireNonNull(name);
    Objects.requireNonNull(field);
    Objects.requireNonNull(status);
    candidates = List.copyOf(candidates);
  }

  /** What became of a name. */
  public enum Status {
    /** Part of what is being delivered, or beside the skill in the same folder. */
    INCLUDED,
    /** Already installed in the target. */
    INSTALLED,
    /** To be had from a marketplace. */
    AVAILABLE,
    /** Not there under this name, but found under another in the same repository. */
    RENAMED,
    /** Several skills have the name; a person has to choose. */
    AMBIGUOUS,
    MISSING;

    /** The word of the command line's JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
