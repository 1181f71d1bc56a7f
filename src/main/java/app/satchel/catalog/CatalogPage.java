package app.satchel.catalog;

import app.satchel.marketplace.Listing;
import app.satchel.problem.Problem;
import java.time.Duration;
import java.util.List;

/**
 * The answers of all marketplaces to one question.
 *
 * @param skills rows in the order asked for, without repeats
 * @param total how many there are in all, as far as known
 * @param complete whether every marketplace answered
 * @param took how long it took
 * @param failures the marketplaces that did not answer
 * @param more whether a further page may exist
 */
public record CatalogPage(
    List<Listing> skills,
    int total,
    boolean complete,
    Duration took,
    List<SourceFailure> failures,
    boolean more) {
  public CatalogPage {
    skills = List.copyOf(skills);
    failures = List.copyOf(failures);
  }

  /**
   * A marketplace that did not answer.
   *
   * @param source its name
   * @param problem why
   */
  public record SourceFailure(String source, Problem problem) {}
}
