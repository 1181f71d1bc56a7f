package app.satchel.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is to be opened in a window, from the first start and from those that hand over to it. Waits
 * here until the window is there. Thread-safe.
 */
public final class OpenRequests {
  /** Starts in a row that nobody takes: the window never came up. */
  private static final int MOST_WAITING = 64;

  private final List<List<String>> waiting = new ArrayList<>();
  private Consumer<List<String>> taker;

  /**
   * Asks for something to be opened.
   *
   * @param words as {@link Opening#absolute} gives them; none to bring the window to the front
   */
  public void add(List<String> words) {
    List<String> kept = List.copyOf(words);
    Consumer<List<String>> now;
    synchronized (this) {
      now = taker;
      if (now == null && waiting.size() < MOST_WAITING) {
        waiting.add(kept);
      }
    }
    if (now != null) {
      now.accept(kept);
    }
  }

  /**
   * Gives everything to the window from now on, and what has waited at once.
   *
   * @param window takes the words of one start; called from any thread
   */
  public void to(Consumer<List<String>> window) {
    List<List<String>> before;
    synchronized (this) {
      taker = window;
      before = List.copyOf(waiting);
      waiting.clear();
    }
    before.forEach(window);
  }
}
