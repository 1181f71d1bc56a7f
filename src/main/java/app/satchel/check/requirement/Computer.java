package app.satchel.check.requirement;

import app.satchel.check.requirement.CheckedRequirement.Status;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
public final class Computer implements Host {
  /** After this the rest is {@link Status#UNKNOWN} (issue 4, bar 5). */
  private static final Duration ALL_TOGETHER = Duration.ofMillis(2_900);

  /** More requirements than any real skill has; the rest is not checked. */
  private static final int MOST = RequirementReader.MOST_REQUIREMENTS;

  private static final Logger LOG = LoggerFactory.getLogger(Computer.class);

  private final Checks checks;
  private final InstallHints hints;
  private final Words words = Words.of(Computer.class);

  /**
   * The computer this runs on.
   *
   * @param environment the environment's variables
   * @param window whether a person works with the window, which may know less of the person's shell
   */
  public static Computer here(Map<String, String> environment, boolean window) {
    Surroundings here = Surroundings.ofThisComputer(environment, window);
    return new Computer(here, new SystemProcessRunner(here.home()));
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
    List<McpServers.Settings> settings =
        data.mcpFiles().stream()
            .flatMap(
                file ->
                    executables.expandAll(file.file()).stream()
                        .map(path -> new McpServers.Settings(path, file)))
            .toList();
    Vocabulary vocabulary = Vocabulary.load();
    this.checks =
        new Checks(
            surroundings,
            data,
            executables,
            probing,
            new PythonPackages(probing),
            new NodePackages(surroundings, executables, data),
            new McpServers(settings),
            vocabulary);
    this.hints = new InstallHints(surroundings, data, executables, vocabulary);
  }

  @Override
  public String id() {
    return COMPUTER;
  }

  @Override
  public List<CheckedRequirement> check(
      List<Requirement> requirements,
      Cancellation cancellation,
      BiConsumer<Integer, CheckedRequirement> onAnswer) {
    cancellation.throwIfCancelled();
    List<Requirement> checked = requirements.subList(0, Math.min(MOST, requirements.size()));
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
                  CheckedRequirement answer = withHint(checks.check(checked.get(index), checked));
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
        answers.add(CheckedRequirement.unknown(rest, null, words.text("reason.too-many")));
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

  private CheckedRequirement await(
      Future<CheckedRequirement> running,
      Requirement requirement,
      long deadline,
      Cancellation cancellation) {
    try {
      return running.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      running.cancel(true);
      return CheckedRequirement.unknown(requirement, null, words.text("reason.late"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      cancellation.throwIfCancelled();
      if (!(e.getCause() instanceof InterruptedException)) {
        LOG.warn("A requirement could not be checked", e.getCause());
      }
      return CheckedRequirement.unknown(requirement, null, words.text("reason.failed"));
    }
  }

  private CheckedRequirement withHint(CheckedRequirement answer) {
    return answer.lacking()
        ? hints.command(answer.requirement()).map(answer::withHowToGet).orElse(answer)
        : answer;
  }
}
