package app.satchel.cli;

import app.satchel.marketplace.SourceSpec;
import app.satchel.problem.ProblemException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What all commands share: they get their session when they run, not when they are described. */
abstract class SatchelCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private Supplier<Session> sessions;

  /** The command, knowing where its session will come from. */
  SatchelCommand in(Supplier<Session> newSessions) {
    this.sessions = newSessions;
    return this;
  }

  @Override
  public final Integer call() {
    requireNothingBefore();
    try (Session session = sessions.get()) {
      requireSources(session);
      return run(session);
    }
  }

  /** What is to be opened comes without a command, and a command without that. */
  private void requireNothingBefore() {
    if (spec.root().userObject() instanceof RootCommand root
        && root != this
        && !root.what.isEmpty()) {
      throw new UnmatchedArgumentException(spec.root().commandLine(), root.what);
    }
  }

  private void requireSources(Session session) {
    Set<String> names = new HashSet<>();
    for (String source : session.sources()) {
      try {
        String name = SourceSpec.parse(source).name();
        if (!names.add(name)) {
          throw usage(session.text("usage.source-twice", name));
        }
      } catch (ProblemException e) {
        throw usage(e.problem().sentence());
      }
    }
  }

  /** Does the work and gives the exit code. */
  abstract int run(Session session);

  /** The call was not understood; the sentence says why. */
  final CommandLine.ParameterException usage(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }
}
