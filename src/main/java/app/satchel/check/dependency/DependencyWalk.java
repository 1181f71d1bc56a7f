package app.satchel.check.dependency;

import app.satchel.check.dependency.Dependency.Status;
import app.satchel.check.dependency.DependencyResolver.Resolved;
import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What has been seen so far on the way from a skill through everything that it needs. Confined to
 * one thread.
 */
final class DependencyWalk {
  /**
   * A skill on the way.
   *
   * @param md its text; null before it has been read
   * @param chain the names that led to it, the root's first and its own last
   */
  record Visit(KnownSkill skill, SkillMd md, List<String> chain) {
    /** What it leads to, not read yet. */
    Visit next(KnownSkill to) {
      List<String> longer = new ArrayList<>(chain);
      longer.add(to.name());
      return new Visit(to, null, longer);
    }

    Visit with(SkillMd text) {
      return new Visit(skill, text, chain);
    }
  }

  private final KnownSkill root;
  private final Map<String, DependencyPlan.Step> steps = new LinkedHashMap<>();
  private final Set<List<String>> cycles = new LinkedHashSet<>();
  private boolean complete = true;

  DependencyWalk(KnownSkill root) {
    this.root = root;
  }

  /** Whether this is the first time that the skill is needed. */
  boolean note(Resolved one, Visit visit) {
    String by = visit.skill().name();
    if (isRoot(one)) {
      noteCycle(root.name(), visit.chain());
      return false;
    }
    String key =
        one.skill() == null
            ? one.dependency().name().toLowerCase(Locale.ROOT)
            : one.skill().namespace().toString();
    DependencyPlan.Step before = steps.get(key);
    if (before == null && full()) {
      complete = false;
      return false;
    }
    if (before == null) {
      steps.put(
          key,
          new DependencyPlan.Step(
              one.dependency(), one.skill(), List.of(by), visit.chain().size()));
      return true;
    }
    if (one.skill() != null) {
      noteCycle(one.skill().name(), visit.chain());
    }
    Set<String> neededBy = new LinkedHashSet<>(before.neededBy());
    neededBy.add(by);
    steps.put(
        key,
        new DependencyPlan.Step(
            before.dependency(), before.skill(), List.copyOf(neededBy), before.depth()));
    return false;
  }

  /** The root itself; a skill from a folder may be unknown to the world it is resolved in. */
  private boolean isRoot(Resolved one) {
    return one.skill() == null
        ? one.dependency().status() == Status.MISSING && root.isCalled(one.dependency().name())
        : one.skill().namespace().equals(root.namespace());
  }

  private void noteCycle(String name, List<String> chain) {
    int start = chain.indexOf(name);
    if (start >= 0) {
      List<String> cycle = new ArrayList<>(chain.subList(start, chain.size()));
      cycle.add(name);
      cycles.add(cycle);
    }
  }

  boolean full() {
    return steps.size() >= DependencyResolver.MAX_STEPS;
  }

  void cut() {
    complete = false;
  }

  DependencyPlan plan() {
    return new DependencyPlan(List.copyOf(steps.values()), List.copyOf(cycles), complete);
  }
}
