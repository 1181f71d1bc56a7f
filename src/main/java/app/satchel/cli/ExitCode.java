package app.satchel.cli;

import app.satchel.problem.ProblemKind;

/** The exit codes of the command line; they are promised in the README. */
public final class ExitCode {
  /** Done, or what was asked holds. */
  public static final int OK = 0;

  /** Asked, and the answer is no: refused, unmet, not found. */
  static final int NO = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  /** What was given cannot be used. */
  static final int INPUT = 65;

  /** No display, or no service. */
  static final int UNAVAILABLE = 69;

  /** Our bug. */
  static final int BUG = 70;

  /** This computer's disk refused. */
  static final int DISK = 74;

  /** The network or a marketplace; try again. */
  static final int NETWORK = 75;

  /** Stopped by the person, as shells count it: 128 and the number of the interrupt signal. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** The exit code of a failure. */
  public static int of(ProblemKind kind) {
    return switch (kind) {
      case NETWORK -> NETWORK;
      case INPUT -> INPUT;
      case CONFLICT, NOT_FOUND -> NO;
      case DISK -> DISK;
      case UNAVAILABLE -> UNAVAILABLE;
      case CANCELLED -> INTERRUPTED;
      case BUG -> BUG;
    };
  }
}
