package app.satchel.cli;

import java.util.HashSet;
import java.util.Set;

/**
 * Lets threads that work on numbered things at once do one step in the order of the numbers, so
 * that the outcome does not depend on which thread was faster. Numbers start at 0; every number has
 * to be {@link #done} at last, whatever happened to it, and has to be begun in order.
 */
final class InTurn {
  private final Set<Integer> early = new HashSet<>();
  private int next;

  /** Waits until everything before {@code number} is done. */
  synchronized void await(int number) throws InterruptedException {
    while (next < number) {
      wait();
    }
  }

  /** The thing's step is behind it, or will never come; may be said more than once. */
  synchronized void done(int number) {
    if (number >= next) {
      early.add(number);
    }
    while (early.remove(next)) {
      next++;
    }
    notifyAll();
  }
}
