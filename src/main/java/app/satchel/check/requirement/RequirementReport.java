package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a skill says it needs, and whether its host has it. While a check is running, what has no
 * answer yet is {@link Status#OPEN}.
 *
 * @param declared from the frontmatter; only this decides whether the skill works
 * @param mentioned from the text's own sections, without what is declared
 */
public record RequirementReport(
    List<CheckedRequirement> declared, List<CheckedRequirement> mentioned) {
  public RequirementReport {
    declared = List.copyOf(declared);
    mentioned = List.copyOf(mentioned);
  }

  /** Nothing needed, nothing mentioned. */
  public static RequirementReport nothing() {
    return new RequirementReport(List.of(), List.of());
  }

  /** What is declared, in numbers. */
  public RequirementSummary summary() {
    return RequirementSummary.of(declared);
  }

  /** How many have no answer yet. */
  public int open() {
    return (int) all().filter(one -> one.status() == Status.OPEN).count();
  }

  private Stream<CheckedRequirement> all() {
    return Stream.concat(declared.stream(), mentioned.stream());
  }
}
