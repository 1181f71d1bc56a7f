package app.satchel.cli;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import app.satchel.workspace.ApiKey;
import app.satchel.workspace.ApiKeys;
import app.satchel.workspace.ApiKeys.Kept;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code satchel api-key}: keeps the key of a developer workspace in the system's keyring. */
@Command(name = "api-key")
final class ApiKeyCommand extends SatchelCommand {
  /** More than a key can have. */
  private static final int MOST = 4096;

  @ArgGroup Change change = new Change();

  /** At most one of the two. */
  static final class Change {
    @Option(names = "--set", descriptionKey = "api-key.set")
    boolean set;

    @Option(names = "--forget", descriptionKey = "api-key.forget")
    boolean forget;
  }

  @Override
  int run(Session session) {
    ApiKeys keys = session.assembly().apiKeys();
    if (change.set) {
      ApiKey key = ApiKey.parse(read(session));
      must(keys.keep(key, session.cancellation()));
      return answer(session, key);
    }
    if (change.forget) {
      must(keys.forget(session.cancellation()));
      return answer(session, null);
    }
    return switch (keys.load(session.cancellation())) {
      case Kept.Found found -> answer(session, found.key());
      case Kept.Nothing _ -> answer(session, null);
      case Kept.Unavailable unavailable -> throw new ProblemException(unavailable.problem());
    };
  }

  private static void must(Optional<Problem> problem) {
    problem.ifPresent(
        why -> {
          throw new ProblemException(why);
        });
  }

  private int answer(Session session, ApiKey kept) {
    boolean environment = session.assembly().environmentKey().isPresent();
    ObjectNode node = JsonShapes.JSON.objectNode();
    node.put("kept", kept != null);
    node.set("key", JsonShapes.text(kept));
    node.put("environment", environment);
    session.json().line(node);
    session
        .terminal()
        .line(
            kept != null
                ? session.text("api-key.kept", kept)
                : session.text(change.forget ? "api-key.forgotten" : "api-key.none"));
    if (environment) {
      session.terminal().note(session.text("api-key.environment"));
    }
    return kept != null || change.forget ? ExitCode.OK : ExitCode.NO;
  }

  /** The key as typed, unseen, or the first line of what is piped in. */
  private static String read(Session session) {
    Console console = System.console();
    if (session.in() == System.in && console != null && console.isTerminal()) {
      char[] typed = console.readPassword("%s ", session.text("api-key.ask"));
      return typed == null ? "" : new String(typed);
    }
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c >= 0 && c != '\n' && line.length() < MOST; c = in.read()) {
        line.append((char) c);
      }
      return line.toString();
    } catch (IOException e) {
      throw ProblemException.of(
          Words.of(ApiKeyCommand.class), ProblemKind.INPUT, "input-unreadable", e.toString(), e);
    }
  }
}
