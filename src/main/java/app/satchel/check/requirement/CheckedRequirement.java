package app.satchel.check.requirement;

import java.util.Locale;
import java.util.Objects;

/**
 * A requirement and whether this computer meets it.
 *
 * @param requirement what is needed
 * @param status the answer
 * @param found what was found and where ({@code 3.11.7 in /usr/bin/python3}), or null
 */
public record CheckedRequirement(Requirement requirement, Status status, String found) {
  public CheckedRequirement {
    Objects.requireNonNull(requirement);
    Objects.requireNonNull(status);
  }

  /** The possible answers. */
  public enum Status {
    MET,
    /** There, in a version that does not fit. */
    OUTDATED,
    MISSING,
    /** Cannot be told from here. */
    UNKNOWN,
    /** Meant for another system or situation. */
    NOT_APPLICABLE;

    /** The word of the command line's JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
