package app.satchel.check.dependency;

import java.util.List;
import java.util.Objects;

/**
 * Everything a skill needs, directly or through what it needs.
 *
 * @param steps in the order found, nearest first; each skill once
 * @param cycles chains of names that lead back to their start, if any ({@code [a, b, a]})
 * @param complete false when a bound on depth or number was reached and the rest was not followed
 */
public record DependencyPlan(List<Step> steps, List<List<String>> cycles, boolean complete) {
  public DependencyPlan {
    steps = List.copyOf(steps);
    cycles = cycles.stream().map(List::copyOf).toList();
  }

  /**
   * One skill that is needed.
   *
   * @param dependency the name and what became of it
   * @param skill where it was found, or null when it is missing or ambiguous
   * @param neededBy names of the skills that need it
   * @param depth 1 for what the skill itself names
   */
  public record Step(Dependency dependency, KnownSkill skill, List<String> neededBy, int depth) {
    public Step {
      Objects.requireNonNull(dependency);
      neededBy = List.copyOf(neededBy);
    }
  }
}
