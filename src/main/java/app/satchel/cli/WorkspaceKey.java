package app.satchel.cli;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import app.satchel.workspace.ApiKey;
import app.satchel.workspace.ApiKeys.Kept;
import java.util.Optional;

/**
 * Where a call of the command line takes the key of a developer workspace from: the environment, as
 * the official tools do, else the system's keyring. Never an argument, which others can see.
 */
final class WorkspaceKey {
  private final Session session;

  WorkspaceKey(Session session) {
    this.session = session;
  }

  /**
   * The key.
   *
   * @throws ProblemException INPUT {@code api-key-needed}, {@code api-key-malformed}
   */
  ApiKey require() {
    Optional<ApiKey> given = session.assembly().environmentKey();
    if (given.isPresent()) {
      return given.get();
    }
    return switch (session.assembly().apiKeys().load(session.cancellation())) {
      case Kept.Found found -> found.key();
      case Kept.Nothing _ -> throw needed("no key is kept");
      case Kept.Unavailable unavailable -> throw needed(unavailable.problem().sentence());
    };
  }

  private static ProblemException needed(String details) {
    return ProblemException.of(
        Words.of(WorkspaceKey.class), ProblemKind.INPUT, "api-key-needed", details);
  }
}
