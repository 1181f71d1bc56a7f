package app.satchel.archive;

import java.time.Duration;

/**
 * Adds up the time spent on an archive's content, so that waiting for a slow disk is not held
 * against it.
 */
final class WorkingTime {
  private final Duration limit;
  private final Refusals refusals;
  private long spentNanos;
  private long startedNanos;

  WorkingTime(Duration limit, Refusals refusals) {
    this.limit = limit;
    this.refusals = refusals;
  }

  void start() {
    startedNanos = System.nanoTime();
  }

  /** Ends what {@link #start} began; refuses the archive when the sum is over the limit. */
  void stop() {
    spentNanos += System.nanoTime() - startedNanos;
    if (spentNanos > limit.toNanos()) {
      throw refusals.archive("zip-too-slow", "", limit.toSeconds());
    }
  }
}
