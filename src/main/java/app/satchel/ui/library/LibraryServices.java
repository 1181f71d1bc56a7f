package app.satchel.ui.library;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the library needs from the rooms below. Every method may block, is called off the UI thread,
 * and fails with a {@link app.satchel.problem.ProblemException}.
 */
public interface LibraryServices {
  /** What Satchel installed, the newest first. */
  List<Entry> installed();

  /** Names of the skills in the same agent's folder that need an installed one. */
  List<String> neededBy(Entry entry);

  /** Takes an installation back: what was there before is there again. */
  void takeBack(Entry entry);

  /**
   * An installed skill.
   *
   * @param id names the installation in the record
   * @param name the skill's name: its folder's
   * @param agent the agent, as people call it
   * @param folder where it lies, absolute
   * @param installedAt when
   * @param from the marketplace or folder it came from, or null
   * @param namespace {@code @owner/repo/skill}, or null
   * @param state whether it is still as it was installed
   * @param backup whether something was there before and is kept
   */
  record Entry(
      String id,
      String name,
      String agent,
      Path folder,
      Instant installedAt,
      String from,
      String namespace,
      State state,
      boolean backup) {
    public Entry {
      Objects.requireNonNull(id);
      Objects.requireNonNull(name);
      Objects.requireNonNull(agent);
      Objects.requireNonNull(folder);
      Objects.requireNonNull(installedAt);
      Objects.requireNonNull(state);
    }
  }

  /** How an installed skill looks now. */
  enum State {
    /** As it was installed. */
    UNCHANGED,
    /** Somebody edited it; it is not taken back, so that no edit is lost. */
    CHANGED,
    /** It is no longer there. */
    GONE
  }
}
