package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.check.requirement.Requirement.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether what a skill needs is there, in numbers. Alternatives count as one, met when any of them
 * is; what is optional or only needed for a part never stands in the way; what does not apply is
 * not counted.
 *
 * @param met how many needs are met
 * @param missing how many are missing or outdated
 * @param unknown how many cannot be told
 * @param extraMissing how many of the optional and conditional ones are missing or outdated
 */
public record RequirementSummary(int met, int missing, int unknown, int extraMissing) {

  /** The answer in one word. */
  public enum Verdict {
    /** Nothing that is needed is missing or unknown. */
    WORKS,
    /** Something that is needed is missing. */
    MISSING,
    /** Nothing is known to be missing, but not everything can be told. */
    CANNOT_TELL;

    /** The word of the command line's JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static RequirementSummary of(List<CheckedRequirement> checked) {
    Map<String, List<CheckedRequirement>> units = new LinkedHashMap<>();
    int single = 0;
    for (CheckedRequirement each : checked) {
      String group = each.requirement().anyOf();
      String unit = group == null ? "#" + single++ : group;
      units.computeIfAbsent(unit, _ -> new ArrayList<>()).add(each);
    }
    int met = 0;
    int missing = 0;
    int unknown = 0;
    int extra = 0;
    for (List<CheckedRequirement> unit : units.values()) {
      Status status = status(unit);
      if (unit.stream().allMatch(RequirementSummary::extra)) {
        extra += status == Status.MISSING ? 1 : 0;
        continue;
      }
      met += status == Status.MET ? 1 : 0;
      missing += status == Status.MISSING ? 1 : 0;
      unknown += status == Status.UNKNOWN ? 1 : 0;
    }
    return new RequirementSummary(met, missing, unknown, extra);
  }

  private static boolean extra(CheckedRequirement checked) {
    Level level = checked.requirement().level();
    return level == Level.OPTIONAL || level == Level.CONDITIONAL;
  }

  /** The status of alternatives together; outdated counts as missing. */
  private static Status status(List<CheckedRequirement> unit) {
    for (Status status : List.of(Status.MET, Status.UNKNOWN)) {
      if (unit.stream().anyMatch(each -> each.status() == status)) {
        return status;
      }
    }
    boolean missing =
        unit.stream().anyMatch(e -> e.status() == Status.MISSING || e.status() == Status.OUTDATED);
    return missing ? Status.MISSING : Status.NOT_APPLICABLE;
  }

  public Verdict verdict() {
    if (missing > 0) {
      return Verdict.MISSING;
    }
    return unknown > 0 ? Verdict.CANNOT_TELL : Verdict.WORKS;
  }
}
