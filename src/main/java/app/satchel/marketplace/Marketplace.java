package app.satchel.marketplace;

import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where skills come from. One class per protocol. Calls block (run them on a virtual thread), are
 * ended by their {@link Cancellation} with a {@link java.util.concurrent.CancellationException},
 * and fail with a {@link ProblemException} of kind NETWORK (try again), INPUT (the answer cannot be
 * used) or DISK.
 */
public interface Marketplace {
  /** The name a person gave it; also {@link Listing#source}. */
  String name();

  /** Its address, for a person to recognise it by. */
  URI address();

  /** Whether {@link #download} raises the skill's install count at the marketplace. */
  boolean countsDownloads();

  /** Searches. */
  SearchPage search(SearchQuery query, Cancellation cancellation);

  /** One skill's listing; empty when the marketplace does not know it. */
  Optional<Listing> skill(Namespace namespace, Cancellation cancellation);

  /**
   * The skills of an {@code owner}, {@code owner/repo}, {@code owner/repo/skill} or GitHub address;
   * empty when there are none.
   */
  List<ResolvedSkill> resolve(String target, Cancellation cancellation);

  /** The bytes of a skill's SKILL.md; empty when it is no longer where the listing says. */
  Optional<byte[]> skillMd(Listing listing, Cancellation cancellation);

  /**
   * Downloads a skill's ZIP as it is offered into a new file.
   *
   * @param target the file to write; it exists only when the download is complete
   * @return empty when the marketplace does not have the skill
   */
  Optional<Path> download(
      Listing listing, Path target, Progress progress, Cancellation cancellation);

  /**
   * The same files by a way that raises no count: for looking at a skill rather than taking it.
   *
   * @return empty when the marketplace does not have the skill, or offers no such way
   */
  default Optional<Path> downloadUncounted(
      Listing listing, Path target, Progress progress, Cancellation cancellation) {
    return countsDownloads() ? Optional.empty() : download(listing, target, progress, cancellation);
  }
}
