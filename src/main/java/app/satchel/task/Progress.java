package app.satchel.task;

/** Told how far a piece of work is. Called from the working thread; must return quickly. */
@FunctionalInterface
public interface Progress {
  /**
   * @param done units done so far (bytes for a download, files for a build)
   * @param total units in all, or -1 when nobody knows
   */
  void at(long done, long total);

  /** Tells nobody. */
  static Progress silent() {
    return (done, total) -> {};
  }
}
