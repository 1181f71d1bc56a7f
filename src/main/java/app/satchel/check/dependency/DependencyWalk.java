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

  /** Circles that are told; one is enough to know that there are some. */
  private static final int MOST_CYCLES = 20;

  private final KnownSkill root;
  private final Map<String, DependencyPlan.Step> steps = new LinkedHashMap<>();

  /** Who needs whom, by key. */
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  private boolean complete = true;

  DependencyWalk(KnownSkill root) {
    this.root = root;
  }

  private static String key(KnownSkill skill) {
    return skill.namespace().toString();
  }

  /** Whether this is the first time that the skill is needed, and it is in the plan now. */
  boolean note(Resolved one, Visit visit) {
    String by = visit.skill().name();
    boolean circle = isRoot(one);
    String key =
        circle
            ? key(root)
            : one.skill() == null
                ? one.dependency().name().toLowerCase(Locale.ROOT)
                : key(one.skill());
    DependencyPlan.Step before = steps.get(key);
    boolean room =
        visit.chain().size() <= DependencyResolver.MAX_DEPTH
            && steps.size() < DependencyResolver.MAX_STEPS;
    if (!circle && before == null && !room) {
      complete = false;
      return false;
    }
    needs.computeIfAbsent(key(visit.skill()), _ -> new LinkedHashSet<>()).add(key);
    if (circle) {
      return false;
    }
    if (before == null) {
      steps.put(
          key,
          new DependencyPlan.Step(
              one.dependency(), one.skill(), List.of(by), visit.chain().size()));
      return true;
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

  /** Something was left out. */
  void cut() {
    complete = false;
  }

  DependencyPlan plan() {
    Set<List<String>> cycles = new LinkedHashSet<>();
    follow(key(root), new ArrayList<>(), new LinkedHashSet<>(), cycles);
    return new DependencyPlan(List.copyOf(steps.values()), List.copyOf(cycles), complete);
  }

  /**
   * Finds the circles on the ways from a skill.
   *
   * @param way the keys that led to it
   * @param done skills whose ways have all been followed
   */
  private void follow(String key, List<String> way, Set<String> done, Set<List<String>> cycles) {
    way.add(key);
    for (String needed : needs.getOrDefault(key, Set.of())) {
      int start = way.indexOf(needed);
      if (start >= 0 && cycles.size() < MOST_CYCLES) {
        List<String> cycle = new ArrayList<>();
        way.subList(start, way.size()).forEach(one -> cycle.add(name(one)));
        cycle.add(name(needed));
        cycles.add(cycle);
      } else if (start < 0 && !done.contains(needed)) {
        follow(needed, way, done, cycles);
      }
    }
    way.removeLast();
    done.add(key);
  }

  private String name(String key) {
    DependencyPlan.Step step = steps.get(key);
    return step == null || step.skill() == null ? root.name() : step.skill().name();
  }
}
