package app.satchel.problem;

import app.satchel.words.Words;

/** A {@link Problem} on its way to whoever shows it. Unchecked: it passes through, or is shown. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.report(), cause);
    this.problem = problem;
  }

  /**
   * Builds the problem from a room's words: {@code problem.CODE.what}, {@code .meaning} and {@code
   * .next} (the last two may be absent), each formatted with the same arguments.
   */
  public static ProblemException of(
      Words words, ProblemKind kind, String code, String details, Throwable cause, Object... args) {
    String key = "problem." + code;
    return new ProblemException(
        new Problem(
            kind,
            code,
            words.text(key + ".what", args),
            words.optional(key + ".meaning", args),
            words.optional(key + ".next", args),
            details),
        cause);
  }

  /** The same without a cause. */
  public static ProblemException of(
      Words words, ProblemKind kind, String code, String details, Object... args) {
    return of(words, kind, code, details, null, args);
  }

  public Problem problem() {
    return problem;
  }
}
