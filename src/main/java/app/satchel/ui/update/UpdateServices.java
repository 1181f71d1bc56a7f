package app.satchel.ui.update;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.net.URI;
import java.nio.file.Path;

/**
 * What is asked of the rooms below about new versions of Satchel. Everything but {@link #settings}
 * and {@link #version} blocks, and fails with a {@link app.satchel.problem.ProblemException}.
 */
public interface UpdateServices {
  /** The version that runs. Answers at once. */
  String version();

  /** What the person chose. Answers at once. */
  Settings settings();

  /**
   * What the person chose.
   *
   * @param daily whether to look once a day
   * @param preReleases whether test versions count
   * @param feed where to look, or null when nobody knows
   * @param own whether the person named that place
   */
  record Settings(boolean daily, boolean preReleases, URI feed, boolean own) {}

  void setDaily(boolean daily);

  void setPreReleases(boolean count);

  /**
   * Keeps where to look; fails with INPUT when it is no address that is safe.
   *
   * @param address empty for the place that came with Satchel
   */
  void setFeed(String address);

  /** Whether it is time to look without having been asked. */
  boolean due();

  /** Looks; null when there is nothing newer. */
  Offer look(Cancellation cancellation);

  /**
   * A newer version.
   *
   * @param version its number
   * @param notes what is new, a stranger's Markdown; may be empty
   * @param page where to get it, or null
   * @param downloadable whether it can be downloaded and verified here
   * @param skipped whether the person did not want to hear of it
   */
  record Offer(String version, String notes, URI page, boolean downloadable, boolean skipped) {}

  /** Says nothing of a version any more. */
  void skip(Offer offer);

  /**
   * Downloads and verifies the version that was found last.
   *
   * @param folder where to, or null for the person's folder for downloads
   */
  Path download(Offer offer, Path folder, Progress progress, Cancellation cancellation);

  /** What is new, as blocks. */
  MarkdownDocument notes(Offer offer);
}
