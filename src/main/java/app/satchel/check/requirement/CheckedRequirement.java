package app.satchel.check.requirement;

import java.util.Locale;
import java.util.Objects;

/**
 * A requirement and whether a {@link Host} meets it.
 *
 * @param requirement what is needed
 * @param status the answer
 * @param found what was found and where ({@code 3.11.7 in /usr/bin/python3}), or null
 * @param why one sentence on why it cannot be told; null for every other answer
 * @param howToGet a command line that gets what is missing, as text to copy; null when nothing is
 *     missing or no way is known. Satchel runs none of these
 */
public record CheckedRequirement(
    Requirement requirement, Status status, String found, String why, String howToGet) {
  public CheckedRequirement {
    Objects.requireNonNull(requirement);
    Objects.requireNonNull(status);
  }

  /** An answer that needs no explanation. */
  public CheckedRequirement(Requirement requirement, Status status, String found) {
    this(requirement, status, found, null, null);
  }

  /** That it cannot be told, and why. */
  static CheckedRequirement unknown(Requirement requirement, String found, String why) {
    return new CheckedRequirement(requirement, Status.UNKNOWN, found, why, null);
  }

  /** The same answer with a way to get what is missing. */
  CheckedRequirement withHowToGet(String command) {
    return new CheckedRequirement(requirement, status, found, why, command);
  }

  /** Whether it is known not to be there, or not in a version that fits. */
  public boolean lacking() {
    return status == Status.MISSING || status == Status.OUTDATED;
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
    NOT_APPLICABLE,
    /** Not answered yet; only while a check is running. */
    OPEN;

    /** The word of the command line's JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
