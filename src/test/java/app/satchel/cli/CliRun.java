package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.task.Cancellation;
import app.satchel.workspace.ApiKeys;
import app.satchel.workspace.MemoryApiKeys;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * One call of the command line in a world of its own: an empty home, no display, no environment but
 * what is given.
 *
 * @param code the exit code
 * @param out what came on the standard output
 * @param err what came on the standard error
 */
record CliRun(int code, String out, String err) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static CliRun of(Path home, String... args) {
    return of(home, "", new Cancellation(), args);
  }

  /** With more variables in the environment. */
  static CliRun of(Map<String, String> variables, Path home, String... args) {
    return of(variables, home, "", new Cancellation(), args);
  }

  static CliRun of(Path home, String input, Cancellation cancellation, String... args) {
    return of(Map.of(), home, input, cancellation, args);
  }

  private static CliRun of(
      Map<String, String> variables,
      Path home,
      String input,
      Cancellation cancellation,
      String... args) {
    return of(variables, new MemoryApiKeys(), home, input, cancellation, args);
  }

  /** The same with a keyring, which outlives the call. */
  static CliRun of(
      Map<String, String> variables,
      ApiKeys keys,
      Path home,
      String input,
      Cancellation cancellation,
      String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home.resolve("person").toString());
    environment.put("SATCHEL_HOME", home.resolve("satchel").toString());
    environment.putAll(variables);
    Properties properties = new Properties();
    properties.setProperty("os.name", "Linux");
    Cli cli =
        new Cli(
            environment,
            properties,
            (_, _, _) -> {
              throw new IllegalStateException("no window here");
            },
            keys,
            cancellation,
            false);
    int code =
        cli.execute(
            args,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    CliRun run =
        new CliRun(
            code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    run.assertNoStackTrace();
    return run;
  }

  private void assertNoStackTrace() {
    assertThat(out + err).as("no stack trace on the terminal").doesNotContain("\tat ");
    assertThat(err).as("words, not class names").doesNotContain("Exception");
  }

  /** The standard output as JSON Lines; fails when there is anything else. */
  List<JsonNode> lines() {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.split("\n")) {
      if (!line.isEmpty()) {
        lines.add(parse(line));
      }
    }
    return lines;
  }

  /** The standard output as the one JSON value that it has to be. */
  JsonNode json() {
    List<JsonNode> lines = lines();
    assertThat(lines).as("one JSON value: %s", out).hasSize(1);
    return lines.getFirst();
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
