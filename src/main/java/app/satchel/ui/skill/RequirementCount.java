package app.satchel.ui.skill;

import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many of a skill's requirements hold here; alternatives of which one is enough count as one.
 * What is optional or only for a part is counted only when it is met.
 */
record RequirementCount(int met, int missing, int unknown) {
  static RequirementCount of(List<CheckedRequirement> all) {
    Map<String, CheckedRequirement.Status> groups = new HashMap<>();
    int each = 0;
    for (CheckedRequirement one : all) {
      if (one.status() == CheckedRequirement.Status.NOT_APPLICABLE
          || one.requirement().level() == Requirement.Level.EXCLUDED) {
        continue;
      }
      String label = one.requirement().anyOf();
      String key = label == null ? "#" + each++ : "any:" + label;
      groups.merge(key, one.status(), RequirementCount::better);
    }
    int met = 0;
    int missing = 0;
    int unknown = 0;
    for (CheckedRequirement.Status status : groups.values()) {
      switch (status) {
        case MET -> met++;
        case MISSING, OUTDATED -> missing++;
        default -> unknown++;
      }
    }
    return new RequirementCount(met, missing, unknown);
  }

  private static CheckedRequirement.Status better(
      CheckedRequirement.Status left, CheckedRequirement.Status right) {
    return rank(left) <= rank(right) ? left : right;
  }

  private static int rank(CheckedRequirement.Status status) {
    return switch (status) {
      case MET -> 0;
      case UNKNOWN -> 1;
      case OUTDATED -> 2;
      case MISSING -> 3;
      case NOT_APPLICABLE -> 4;
    };
  }
}
