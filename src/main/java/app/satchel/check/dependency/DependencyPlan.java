package app.satchel.check.dependency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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

  /** Nothing is needed. */
  public static DependencyPlan nothing() {
    return new DependencyPlan(List.of(), List.of(), true);
  }

  /**
   * The steps as a tree is read: each followed by what it needs first of all, below the skill that
   * was found first to need it.
   *
   * @param root the name of the skill that was planned for
   */
  public List<Step> inTreeOrder(String root) {
    List<Step> ordered = new ArrayList<>();
    Set<Step> placed = new HashSet<>();
    below(root, ordered, placed);
    steps.stream().filter(placed::add).forEach(ordered::add);
    return ordered;
  }

  private void below(String name, List<Step> ordered, Set<Step> placed) {
    for (Step step : steps) {
      if (step.neededBy().getFirst().equals(name) && placed.add(step)) {
        ordered.add(step);
        if (step.skill() != null) {
          below(step.skill().name(), ordered, placed);
        }
      }
    }
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
