package app.satchel.problem;

import java.util.Objects;

/**
 * A failure in words for a person.
 *
 * @param kind what sort of failure
 * @param code stable, kebab-case, the same for the same cause (for example {@code
 *     zip-path-escapes})
 * @param what what happened, one sentence
 * @param meaning what it means for the person, one sentence; empty when {@code what} says it all
 * @param next what to do next, one sentence; empty when there is nothing to do
 * @param details technical details to copy (entry names, HTTP status, exception); never secrets;
 *     may be empty
 */
public record Problem(
    ProblemKind kind, String code, String what, String meaning, String next, String details) {

  public Problem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(what, "what");
    meaning = Objects.requireNonNullElse(meaning, "");
    next = Objects.requireNonNullElse(next, "");
    details = Objects.requireNonNullElse(details, "");
  }

  /** One line: what happened, what it means and what to do, in that order. */
  public String sentence() {
    StringBuilder line = new StringBuilder(what);
    if (!meaning.isEmpty()) {
      line.append(' ').append(meaning);
    }
    if (!next.isEmpty()) {
      line.append(' ').append(next);
    }
    return line.toString();
  }

  /** Everything, for the clipboard or a log: code, sentence and details. */
  public String report() {
    return "["
        + code
        + "] "
        + sentence()
        + (details.isEmpty() ? "" : System.lineSeparator() + details);
  }
}
