package app.satchel.install.delivery;

import app.satchel.check.Inspection;
import app.satchel.skill.SkillFolder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a delivery would do, before anybody agreed to it. Making a plan writes nothing at the
 * target.
 *
 * @param target where to
 * @param skills the skill asked for first, then what it needs as a tree is read: each one followed
 *     by what it needs itself, {@link Need#depth} deep
 * @param skill the skill asked for as published; its SKILL.md alone where having the other files
 *     would count as an installation
 * @param inspection what the checks say about the skill asked for
 * @param unreachable names of marketplaces that could not be asked, so that a missing skill may
 *     only seem to be missing
 * @param cycles chains of names that lead back to their start ({@code [a, b, a]}); they were cut
 * @param complete false when a bound on depth or number was reached and the rest was not followed
 */
public record DeliveryPlan(
    Target target,
    List<PlannedSkill> skills,
    SkillFolder skill,
    Inspection inspection,
    List<String> unreachable,
    List<List<String>> cycles,
    boolean complete) {
  public DeliveryPlan {
    Objects.requireNonNull(target);
    Objects.requireNonNull(skill);
    Objects.requireNonNull(inspection);
    skills = List.copyOf(skills);
    unreachable = List.copyOf(unreachable);
    cycles = cycles.stream().map(List::copyOf).toList();
  }

  /** The skill that was asked for. */
  public PlannedSkill root() {
    return skills.getFirst();
  }

  /** What the root needs, directly or not. */
  public List<PlannedSkill> dependencies() {
    return skills.subList(1, skills.size());
  }

  /**
   * The skills in the order in which to deliver them: what is needed before who needs it, so that
   * whoever stops half-way has nothing that lacks something. The skill asked for comes last.
   */
  public List<PlannedSkill> inOrder() {
    Map<String, PlannedSkill> ordered = new LinkedHashMap<>();
    Set<String> visited = new HashSet<>();
    visit(root(), ordered, visited);
    skills.forEach(skill -> visit(skill, ordered, visited));
    return List.copyOf(ordered.values());
  }

  private void visit(PlannedSkill skill, Map<String, PlannedSkill> ordered, Set<String> visited) {
    if (!visited.add(skill.id())) {
      return;
    }
    for (PlannedSkill other : dependencies()) {
      if (other.need().by().contains(skill.name())) {
        visit(other, ordered, visited);
      }
    }
    ordered.put(skill.id(), skill);
  }
}
