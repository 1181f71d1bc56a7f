package app.satchel.check;

/** How much a finding matters. */
public enum Severity {
  /** The target refuses the skill because of it. */
  ERROR,
  /** Sources disagree, or it works only partly. */
  WARNING,
  /** Advice. */
  NOTE
}
