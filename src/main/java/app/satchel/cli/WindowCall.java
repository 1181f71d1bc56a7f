package app.satchel.cli;

import app.satchel.assembly.Home;
import java.util.List;

/**
 * How the window was asked for.
 *
 * @param home where Satchel's own state lies
 * @param words what is to be opened, as {@link app.satchel.opening.Opening#absolute} gives it
 * @param meeting how it stands to a window that is open already
 */
public record WindowCall(Home home, List<String> words, Meeting meeting) {
  public WindowCall {
    words = List.copyOf(words);
  }

  /** How a start stands to the window that is open already. */
  public enum Meeting {
    /** That one opens what this one was asked for. */
    HANDS_OVER,
    /** It has options that a running window cannot take: a window of its own. */
    STANDS_ALONE,
    /** A command, which has nothing to do with it. */
    IGNORES
  }
}
