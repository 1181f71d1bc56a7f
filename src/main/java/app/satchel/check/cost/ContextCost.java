package app.satchel.check.cost;

import app.satchel.skill.SkillMd;

/**
 * What a skill takes of the room that an agent has for reading, in tokens, estimated.
 *
 * @param always name and description, which stand before an agent all the time
 * @param whenUsed the body of SKILL.md, which is read when the skill is used; files that it points
 *     to come on top
 */
public record ContextCost(int always, int whenUsed) {

  /** The cost of a SKILL.md. */
  public static ContextCost of(SkillMd skillMd) {
    String announced = skillMd.name().orElse("") + "\n" + skillMd.description().orElse("") + "\n";
    return new ContextCost(
        announced.isBlank() ? 0 : TokenEstimate.of(announced), TokenEstimate.of(skillMd.body()));
  }

  /** A figure that promises no more than an estimate can: two digits that count. */
  public static int rounded(int tokens) {
    int step = 1;
    while (tokens / step >= 100) {
      step *= 10;
    }
    return Math.round((float) tokens / step) * step;
  }
}
