package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import java.util.List;

/** What a required operating system means on a host with another one. */
final class Systems {
  private Systems() {}

  /** Whether a requirement's name is that of a system, or of a distribution of it. */
  private static boolean names(String name, String system) {
    return name.equals(system) || system.equals("linux") && Distributions.is(name);
  }

  /**
   * Whether a requirement of the kind {@link Kind#OS} is met, its version aside.
   *
   * @param here whether it names the host's system
   * @param system the host's system, as requirements name it
   * @param all everything the skill needs, because another system may be enough
   */
  static Status status(
      Requirement requirement, boolean here, String system, List<Requirement> all) {
    if (requirement.level() == Level.EXCLUDED) {
      return here ? Status.MISSING : Status.NOT_APPLICABLE;
    }
    if (here) {
      return Status.MET;
    }
    boolean part = requirement.level() != Level.REQUIRED;
    boolean otherFits =
        requirement.anyOf() != null
            && all.stream()
                .filter(other -> requirement.anyOf().equals(other.anyOf()))
                .anyMatch(other -> other.kind() == Kind.OS && names(other.name(), system));
    return part || otherFits ? Status.NOT_APPLICABLE : Status.MISSING;
  }
}
