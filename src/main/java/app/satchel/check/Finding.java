package app.satchel.check;

import java.util.Objects;

/**
 * Something a check noticed.
 *
 * @param rule stable kebab-case id, documented in the README's rule table
 * @param severity how much it matters
 * @param file path in the skill's folder, or null when it concerns the skill as a whole
 * @param line 1-based line in the file, or null when it concerns the whole file
 * @param message what was found, one sentence for a person
 * @param fix what to do about it, or null when there is nothing to do
 */
public record Finding(
    String rule, Severity severity, String file, Integer line, String message, String fix) {

  public Finding {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
