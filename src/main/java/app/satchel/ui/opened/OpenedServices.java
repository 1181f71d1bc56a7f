package app.satchel.ui.opened;

import app.satchel.marketplace.Listing;
import app.satchel.opening.SkillLink;
import app.satchel.task.Cancellation;
import java.net.URI;
import java.nio.file.Path;

/** What is asked of the rooms below for things that are opened. Every call blocks. */
public interface OpenedServices {
  /**
   * Reads a skill of this computer, so that a page can be shown of it.
   *
   * @throws app.satchel.problem.ProblemException when there is none, or none that can be read
   */
  Listing local(Path path, Cancellation cancellation);

  /**
   * Looks for the skill of a link where that may be done without asking.
   *
   * @throws app.satchel.problem.ProblemException when it is not there, or nobody answers
   */
  Answer find(SkillLink link, Cancellation cancellation);

  /**
   * Looks for the skill of a link at an address that the person has just agreed to.
   *
   * @throws app.satchel.problem.ProblemException as {@link #find}
   */
  Listing findAt(URI address, SkillLink link, Cancellation cancellation);

  /** What became of a link. */
  sealed interface Answer {
    /**
     * The skill is there.
     *
     * @param listing what is shown
     */
    record Found(Listing listing) implements Answer {}

    /**
     * The link names a marketplace that the person does not have. Nothing has been fetched.
     *
     * @param address where it is
     */
    record AskFirst(URI address) implements Answer {}
  }
}
