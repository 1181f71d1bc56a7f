package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.http.TestServer;
import app.satchel.task.Cancellation;
import app.satchel.workspace.MemoryApiKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Agent Skills API from the command line: the key, and skills sent with it. */
class WorkspaceCommandsTest {
  private static final String KEY = "sk-ant-api03-only-for-tests-wxyz";

  @TempDir Path home;
  private final MemoryApiKeys keyring = new MemoryApiKeys();
  private TestServer server;
  private boolean there;

  @BeforeEach
  void serve() throws IOException {
    server = new TestServer();
    server.always(this::answer);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (!KEY.equals(request.getHeaders().get("x-api-key"))) {
      return json(401, "{\"error\":{\"type\":\"authentication_error\",\"message\":\"no\"}}");
    }
    String version =
        """
        {"id":"skver_7","type":"skill_version","name":"counting","skill_id":"skill_1",
         "created_at":"2026-11-01T00:00:00Z"}
        """;
    String skill =
        """
        {"id":"skill_1","type":"skill","display_name":"counting","latest_version_id":"skver_6",
         "created_at":"2026-11-01T00:00:00Z","source":{"type":"custom"}}
        """;
    if (path.endsWith("/versions") || path.contains("/versions/")) {
      return json(200, version);
    }
    boolean list = request.getMethod().equals("GET");
    return json(200, list ? "{\"data\":[" + (there ? skill : "") + "]}" : skill);
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private CliRun run(String key, String input, String... args) {
    Map<String, String> variables = new HashMap<>();
    variables.put("ANTHROPIC_BASE_URL", server.base().toString());
    if (key != null) {
      variables.put("ANTHROPIC_API_KEY", key);
    }
    return CliRun.of(variables, keyring, home, input, new Cancellation(), args);
  }

  private String skill() {
    return TestSkills.write(home.resolve("repo"), "counting", "version: 2\n").toString();
  }

  @Test
  void aKeyIsKeptShownByItsEndAndForgotten() {
    CliRun none = run(null, "", "api-key", "--json");
    assertThat(none.code()).isEqualTo(ExitCode.NO);
    assertThat(none.json().get("kept").asBoolean()).isFalse();
    CliRun set = run(null, KEY + "\n", "api-key", "--set");
    assertThat(set.code()).isZero();
    assertThat(set.out()).contains("wxyz").doesNotContain(KEY);
    assertThat(run(null, "", "api-key").code()).isZero();
    assertThat(run(null, "too short", "api-key", "--set").code()).isEqualTo(ExitCode.INPUT);
    assertThat(run(null, "", "api-key", "--forget").code()).isZero();
    assertThat(run(null, "", "api-key").code()).isEqualTo(ExitCode.NO);
  }

  @Test
  void withoutAKeyItSaysHowToGiveOne() {
    CliRun run = run(null, "", "add", skill(), "--to", "claude-api");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("ANTHROPIC_API_KEY", "satchel api-key --set");
    assertThat(server.server.getRequestCount()).isZero();
  }

  @Test
  void aSkillIsSentRepairedWithTheKeyOfTheEnvironmentOrOfTheKeyring() throws Exception {
    CliRun sent = run(KEY, "", "add", skill(), "--to", "claude-api", "--json");
    assertThat(sent.code()).isZero();
    assertThat(sent.json().at("/done/0/skillId").asText()).isEqualTo("skill_1");
    assertThat(sent.json().at("/done/0/path").isNull()).isTrue();
    assertThat(sent.json().at("/done/0/changes")).hasSize(1);

    run(null, KEY, "api-key", "--set");
    CliRun again = run(null, "", "add", skill(), "--to", "claude-api");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("skill_1");
    assertThat(everythingWritten()).noneMatch(text -> text.contains(KEY));
  }

  /** Whatever lies in Satchel's folder after all of that: logs, caches, records. */
  private List<String> everythingWritten() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("satchel"))) {
      return files
          .filter(Files::isRegularFile)
          .map(
              file -> {
                try {
                  return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .toList();
    }
  }

  @Test
  void whatIsThereIsKeptUnlessTheCallSaysYes() {
    there = true;
    CliRun kept = run(KEY, "", "add", skill(), "--to", "claude-api", "--json");
    assertThat(kept.code()).isEqualTo(ExitCode.NO);
    assertThat(kept.json().at("/skipped/0/reason").asText()).isEqualTo("kept");
    CliRun version = run(KEY, "", "add", skill(), "--to", "claude-api", "--json", "--yes");
    assertThat(version.code()).isZero();
    assertThat(version.json().at("/done/0/version").asText()).isEqualTo("skver_7");
  }

  @Test
  void aWrongKeyIsSaidAndNotRepeated() {
    String wrong = "sk-ant-api03-another-one-of-the-tests";
    CliRun run = run(wrong, "", "add", skill(), "--to", "claude-api", "--json");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.json().at("/error/code").asText()).isEqualTo("api-key-refused");
    assertThat(run.out() + run.err()).doesNotContain(wrong);
  }

  @Test
  void checkGoesByTheRulesOfTheTarget() {
    String path = TestSkills.write(home.resolve("repo"), "claude-counting", "").toString();
    assertThat(run(null, "", "check", path, "--target", "claude-api").code())
        .isEqualTo(ExitCode.NO);
    CliRun chatGpt = run(null, "", "check", path, "--target", "chatgpt");
    assertThat(chatGpt.code()).isZero();
    assertThat(chatGpt.out()).contains("ChatGPT accepts it as it is");
    assertThat(run(null, "", "check", path, "--target", "moon").code()).isEqualTo(2);
  }
}
