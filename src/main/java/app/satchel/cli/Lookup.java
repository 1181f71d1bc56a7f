package app.satchel.cli;

import app.satchel.marketplace.Listing;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.words.Words;

/** Finds the listing of a skill that was named in full. */
final class Lookup {
  private Lookup() {}

  /**
   * The listing from the first marketplace that has it.
   *
   * @throws ProblemException {@code skill-not-found} (NOT_FOUND) when every marketplace answered
   *     and none has it; else the failure of one that did not answer
   */
  static Listing require(Session session, Namespace namespace) {
    return session
        .assembly()
        .catalog()
        .find(namespace, session.cancellation())
        .orElseThrow(
            () ->
                ProblemException.of(
                    Words.of(Lookup.class),
                    ProblemKind.NOT_FOUND,
                    "skill-not-found",
                    "",
                    namespace,
                    namespace.skill()));
  }
}
