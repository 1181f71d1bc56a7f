package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.words.Words;

/** What to tell a person about an answer, beyond what was found. */
public final class RequirementWords {
  private final Words words = Words.of(RequirementWords.class);

  /**
   * Why it cannot be told whether a requirement is met, as one sentence.
   *
   * @return empty for every other answer
   */
  public String reason(CheckedRequirement checked) {
    if (checked.status() != Status.UNKNOWN) {
      return "";
    }
    Requirement requirement = checked.requirement();
    String key =
        switch (requirement.kind()) {
          case RUNTIME, TOOL -> checked.found() == null ? "late" : "no-answer";
          case PACKAGE -> checked.found() == null ? "package" : "node-package";
          case OS -> "system";
          case AGENT -> checked.found() == null ? "agent" : "no-answer";
          case MCP -> "mcp";
          case NETWORK -> "network";
          case CREDENTIAL -> "credential";
          case SERVICE -> "service";
          case HARDWARE -> "hardware";
          case SKILL -> "skill";
        };
    return words.text("reason." + key);
  }
}
