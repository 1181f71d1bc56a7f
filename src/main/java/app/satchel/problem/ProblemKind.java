package app.satchel.problem;

/** What sort of thing went wrong; decides the exit code and the screen that is shown. */
public enum ProblemKind {
  /** The network or a marketplace did not answer as it should; trying again may help. */
  NETWORK,
  /** What was given (a file, an archive, an answer) cannot be used as it is. */
  INPUT,
  /** Going on would overwrite or contradict something that is already there. */
  CONFLICT,
  /** Asked for, and it does not exist. */
  NOT_FOUND,
  /** This computer's disk refused: full, read-only, no permission. */
  DISK,
  /** Something this needs is not available here: no display, no service. */
  UNAVAILABLE,
  /** Stopped because the person asked for it. */
  CANCELLED,
  /** Our mistake. */
  BUG
}
