package app.satchel.install.delivery;

import app.satchel.check.Inspection;
import app.satchel.skill.SkillFolder;
import java.util.List;
import java.util.Objects;

/**
 * What a delivery would do, before anybody agreed to it. Making a plan writes nothing at the
 * target.
 *
 * @param target where to
 * @param skills the skill asked for first, then what it needs in the order in which it was found
 * @param skill the skill asked for as published; its SKILL.md alone where having the other files
 *     would count as an installation
 * @param inspection what the checks say about the skill asked for
 * @param unreachable names of marketplaces that could not be asked, so that a missing skill may
 *     only seem to be missing
 */
public record DeliveryPlan(
    Target target,
    List<PlannedSkill> skills,
    SkillFolder skill,
    Inspection inspection,
    List<String> unreachable) {
  public DeliveryPlan {
    Objects.requireNonNull(target);
    Objects.requireNonNull(skill);
    Objects.requireNonNull(inspection);
    skills = List.copyOf(skills);
    unreachable = List.copyOf(unreachable);
  }

  /** The skill that was asked for. */
  public PlannedSkill root() {
    return skills.getFirst();
  }

  /** What the root needs, directly or not. */
  public List<PlannedSkill> dependencies() {
    return skills.subList(1, skills.size());
  }
}
