package app.satchel.check.requirement;

import app.satchel.task.Cancellation;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;

/**
 * What would run a skill, asked whether it has what the skill needs: this computer, or the sandbox
 * of a product that skills are uploaded to. Implementations are thread-safe.
 */
public interface Host {
  /** The id of {@link Computer}; every other host has the id of an upload target. */
  String COMPUTER = "computer";

  /** {@link #COMPUTER} or the id of the upload target whose sandbox this is. */
  String id();

  /**
   * Checks everything. May block for as long as programs are given to tell their versions, which is
   * never more than three seconds in all.
   *
   * @param requirements more than any real skill has are answered with {@link
   *     CheckedRequirement.Status#UNKNOWN} unchecked
   * @param onAnswer told the index of a requirement and its answer as soon as it is known, from any
   *     thread
   * @return all answers in the order of the requirements
   * @throws CancellationException when cancelled; programs that were running have been ended
   */
  List<CheckedRequirement> check(
      List<Requirement> requirements,
      Cancellation cancellation,
      BiConsumer<Integer, CheckedRequirement> onAnswer);

  /** The same for who waits for all answers. */
  default List<CheckedRequirement> check(
      List<Requirement> requirements, Cancellation cancellation) {
    return check(requirements, cancellation, (_, _) -> {});
  }
}
