package app.satchel.check.requirement;

import app.satchel.check.requirement.ProcessRunner.Output;
import app.satchel.check.requirement.ToolData.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks programs for their versions, each once per session and a few at a time. What is run is the
 * executable found for a name of {@link ToolData}, with the arguments that stand there.
 * Thread-safe.
 */
final class Probing {
  /** A program that has not answered by then is ended (issue 4, bar 5). */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final int AT_ONCE = 8;
  private static final int LONGEST_VERSION = 40;
  private static final Logger LOG = LoggerFactory.getLogger(Probing.class);

  private final ToolData data;
  private final Executables executables;
  private final ProcessRunner runner;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Map<String, Program> answers = new ConcurrentHashMap<>();
  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  /**
   * A program of this computer.
   *
   * @param path where it is
   * @param version what it says; null when it was not asked or said nothing of use
   * @param output what it printed, first line; empty when it was not run
   * @param fails whether it ended with an error when it was asked: a stand-in of a version manager
   *     that has no version, or a file that cannot be run
   */
  record Program(Path path, String version, String output, boolean fails) {}

  Probing(ToolData data, Executables executables, ProcessRunner runner) {
    this.data = data;
    this.executables = executables;
    this.runner = runner;
  }

  /** Finds a program and, when the data says how, asks it for its version. */
  Optional<Program> program(String name) throws InterruptedException {
    Program known = answers.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Probe> probe = data.probe(name);
    Optional<Path> path =
        probe.isPresent() ? executables.findAny(probe.get().commands()) : executables.find(name);
    if (path.isEmpty()) {
      return Optional.empty(); // Not remembered: it may be installed while Satchel runs.
    }
    if (probe.isEmpty()) {
      return Optional.of(new Program(path.get(), null, "", false));
    }
    // Two requirements on one program ask it once.
    synchronized (locks.computeIfAbsent(name, _ -> new Object())) {
      Program answered = answers.get(name);
      if (answered == null) {
        answered = ask(path.get(), probe.get());
        answers.put(name, answered);
      }
      return Optional.of(answered);
    }
  }

  private Program ask(Path path, Probe probe) throws InterruptedException {
    Optional<Output> output = run(path, probe.arguments());
    String text = output.filter(Output::ended).map(Output::text).orElse("");
    // Some tell their version and still end with an error; then the data's word must be there.
    boolean said = !probe.after().isEmpty() && text.contains(probe.after());
    boolean fails = output.isEmpty() || output.get().ended() && output.get().exit() != 0 && !said;
    if (fails) {
      return new Program(path, null, "", true);
    }
    String firstLine =
        text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    return new Program(path, version(text, probe.after()), firstLine, false);
  }

  /** Runs an executable with given arguments; empty when it could not be started. */
  Optional<Output> run(Path executable, List<String> arguments) throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(arguments);
    places.acquire();
    try {
      return Optional.of(runner.run(command, LIMIT));
    } catch (IOException e) {
      LOG.debug("{} could not be asked for its version", executable, e);
      return Optional.empty();
    } finally {
      places.release();
    }
  }

  /** The version in what a program printed; null when there is none. */
  static String version(String output, String after) {
    int from = 0;
    if (!after.isEmpty()) {
      int at = output.indexOf(after);
      from = at < 0 ? 0 : at + after.length();
    }
    String single = null;
    for (int i = from; i < output.length(); i++) {
      boolean starts = isDigit(output.charAt(i)) && (i == 0 || !isDigit(output.charAt(i - 1)));
      if (!starts) {
        continue;
      }
      int end = i;
      while (end < output.length()
          && (isDigit(output.charAt(end))
              || (output.charAt(end) == '.'
                  && end + 1 < output.length()
                  && isDigit(output.charAt(end + 1))))) {
        end++;
      }
      if (end - i > LONGEST_VERSION) {
        return null;
      }
      String found = output.substring(i, end);
      if (found.indexOf('.') > 0 || i == from && !after.isEmpty()) {
        return found;
      }
      single = single == null ? found : single;
      i = end;
    }
    return single;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
