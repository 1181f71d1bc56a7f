package app.satchel.task;

/** Told what a start has reached; for measuring. Any thread. */
@FunctionalInterface
public interface Milestones {
  /** What a start reaches, in this order. */
  enum Milestone {
    /** Our own code runs. */
    JVM_UP,
    /** What draws windows has started. */
    TOOLKIT_UP,
    /** The window can be seen. */
    FIRST_FRAME,
    /** The first skills are listed. */
    SEARCH_USABLE
  }

  /** A milestone was reached, now. */
  void reached(Milestone milestone);

  /** Tells nobody. */
  static Milestones untold() {
    return _ -> {};
  }
}
