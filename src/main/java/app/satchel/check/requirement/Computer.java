package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.task.Cancellation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This computer, asked whether it has what a skill needs. A skill's words never choose what is run:
 * they name a requirement, and only names of {@code tools.json} have a program with fixed
 * arguments; any other name is at most looked for. Every program is given two seconds; answers are
 * kept for as long as this object lives, which is one session. Thread-safe.
 */
public final class Computer {
  /** After this the rest is {@link Status#UNKNOWN} (issue 4, bar 5). */
  private static final Duration ALL_TOGETHER = Duration.ofMillis(2_900);

  /** More requirements than any real skill has; the rest is not checked. */
  private static final int MOST = RequirementReader.MOST_REQUIREMENTS;

  private static final Logger LOG = LoggerFactory.getLogger(Computer.class);

  private final Checks checks;
  private final InstallHints hints;

  /** The computer this runs on. */
  public Computer() {
    this(Surroundings.ofThisComputer());
  }

  private Computer(Surroundings surroundings) {
    this(surroundings, new SystemProcessRunner(surroundings.home()));
  }

  /**
   * A computer as described.
   *
   * @param runner what runs its programs
   */
  public Computer(Surroundings surroundings, ProcessRunner runner) {
    ToolData data = ToolData.load();
    Executables executables = new Executables(surroundings, data);
    Probing probing = new Probing(data, executables, runner);
    List<Path> settings =
        data.mcpFiles().stream().map(executables::expand).flatMap(Optional::stream).toList();
    Vocabulary vocabulary = Vocabulary.load();
    this.checks =
        new Checks(
            surroundings,
            data,
            executables,
            probing,
            new PythonPackages(probing),
            new NodePackages(surroundings, executables),
            new McpServers(settings),
            vocabulary);
    this.hints = new InstallHints(surroundings, data, executables, vocabulary);
  }

  /** Checks everything and returns the answers in the order of the requirements. */
  public List<CheckedRequirement> check(List<Requirement> requirements, Cancellation cancellation) {
    return check(requirements, cancellation, (_, _) -> {});
  }

  /**
   * Checks everything at once and tells each answer as it comes.
   *
   * @param onAnswer told the index of the requirement and its answer, from a working thread
   * @return all answers in the order of the requirements
   * @throws CancellationException when cancelled; programs that were running have been ended
   */
  public List<CheckedRequirement> check(
      List<Requirement> requirements,
      Cancellation cancellation,
      BiConsumer<Integer, CheckedRequirement> onAnswer) {
    cancellation.throwIfCancelled();
    List<Requirement> checked = requirements.subList(0, Math.min(MOST, requirements.size()));
    checks.prepare(checked);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Cancellation.Registration _ = cancellation.onCancel(threads::shutdownNow)) {
      long deadline = System.nanoTime() + ALL_TOGETHER.toNanos();
      List<Future<CheckedRequirement>> running = new ArrayList<>();
      for (int i = 0; i < checked.size(); i++) {
        int index = i;
        running.add(
            submit(
                threads,
                cancellation,
                () -> {
                  CheckedRequirement answer = checks.check(checked.get(index), checked);
                  onAnswer.accept(index, answer);
                  return answer;
                }));
      }
      List<CheckedRequirement> answers = new ArrayList<>();
      for (int i = 0; i < checked.size(); i++) {
        answers.add(await(running.get(i), checked.get(i), deadline, cancellation));
      }
      threads.shutdownNow();
      for (Requirement rest : requirements.subList(checked.size(), requirements.size())) {
        answers.add(new CheckedRequirement(rest, Status.UNKNOWN, null));
      }
      return List.copyOf(answers);
    }
  }

  private static Future<CheckedRequirement> submit(
      ExecutorService threads,
      Cancellation cancellation,
      java.util.concurrent.Callable<CheckedRequirement> task) {
    try {
      return threads.submit(task);
    } catch (java.util.concurrent.RejectedExecutionException e) {
      cancellation.throwIfCancelled();
      throw e;
    }
  }

  private static CheckedRequirement await(
      Future<CheckedRequirement> running,
      Requirement requirement,
      long deadline,
      Cancellation cancellation) {
    try {
      return running.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      running.cancel(true);
      return new CheckedRequirement(requirement, Status.UNKNOWN, null);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      cancellation.throwIfCancelled();
      if (!(e.getCause() instanceof InterruptedException)) {
        LOG.warn("A requirement could not be checked", e.getCause());
      }
      return new CheckedRequirement(requirement, Status.UNKNOWN, null);
    }
  }

  /**
   * How to get something that is missing: a command line for the package manager of this system, as
   * text to copy. Satchel installs nothing itself.
   *
   * @return empty when nothing is missing or no way is known
   */
  public Optional<String> howToGet(CheckedRequirement checked) {
    boolean missing = checked.status() == Status.MISSING || checked.status() == Status.OUTDATED;
    return missing ? hints.command(checked.requirement()) : Optional.empty();
  }
}
