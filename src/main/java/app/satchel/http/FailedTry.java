package app.satchel.http;

import app.satchel.problem.ProblemException;
import java.time.Duration;

/** One try failed in a way that another may not. Never leaves this room. */
final class FailedTry extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Duration asked;

  /**
   * @param problem what to say when there is no further try
   * @param asked the wait the server asked for, or null
   */
  FailedTry(ProblemException problem, Duration asked) {
    super(problem.problem().code(), problem, false, false);
    this.asked = asked;
  }

  ProblemException problem() {
    return (ProblemException) getCause();
  }

  Duration asked() {
    return asked;
  }
}
