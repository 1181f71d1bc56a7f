package app.satchel.cli;

import app.satchel.catalog.CatalogPage.SourceFailure;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the listing of a skill that was named in full. */
final class Lookup {
  private final Session session;

  Lookup(Session session) {
    this.session = session;
  }

  /**
   * The listing from the first marketplace that has it.
   *
   * @throws ProblemException {@code skill-not-found} (NOT_FOUND); the failure of a marketplace that
   *     did not answer when none has it, because it might
   */
  Listing require(Namespace namespace) {
    List<SourceFailure> failures = new ArrayList<>();
    for (Marketplace marketplace : session.assembly().marketplaces()) {
      try {
        Optional<Listing> found = marketplace.skill(namespace, session.cancellation());
        if (found.isPresent()) {
          return found.get();
        }
      } catch (ProblemException e) {
        failures.add(new SourceFailure(marketplace.name(), e.problem()));
      }
    }
    if (!failures.isEmpty()) {
      throw new ProblemException(failures.getFirst().problem());
    }
    throw ProblemException.of(
        Words.of(Lookup.class),
        ProblemKind.NOT_FOUND,
        "skill-not-found",
        "",
        namespace,
        namespace.skill());
  }
}
