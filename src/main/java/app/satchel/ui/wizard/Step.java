package app.satchel.ui.wizard;

/** The five steps, in order. */
public enum Step {
  WHERE,
  NEEDS,
  REVIEW,
  BUILD,
  DELIVER
}
