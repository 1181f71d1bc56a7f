package app.satchel.workspace;

import static app.satchel.http.TestServer.answer;
import static app.satchel.http.TestServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.http.TestServer;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API says no to, and what a person is told. */
class SkillsApiRefusalsTest {
  private static final ApiKey KEY = ApiKey.parse("sk-ant-api03-abcdefghijklwxyz");
  private static final Cancellation NEVER = Cancellation.none();

  private TestServer service;
  private SkillsApi api;

  @BeforeEach
  void start() throws IOException {
    service = new TestServer();
    api = new SkillsApi(service.http((Path) null), service.base());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static SkillFolder skill() {
    String text = "---\nname: pdf-forms\ndescription: Fills forms.\n---\n";
    return SkillFolder.of("pdf-forms", List.of(SkillFile.of("SKILL.md", text.getBytes(UTF_8))));
  }

  private Problem failure(Runnable question) {
    return catchThrowableOfType(ProblemException.class, question::run).problem();
  }

  private WorkspaceSkill create() {
    return api.create(KEY, skill(), null, Progress.silent(), NEVER);
  }

  @ParameterizedTest
  @CsvSource({
    "401, INPUT, api-key-refused",
    "403, INPUT, api-forbidden",
    "409, CONFLICT, api-conflict",
    "413, INPUT, api-skill-too-large",
    "429, NETWORK, api-rate-limited",
    "400, INPUT, api-skill-refused",
    "422, INPUT, api-skill-refused",
    "404, NETWORK, api-unexpected",
    "405, NETWORK, api-unexpected",
    "408, NETWORK, api-unavailable",
    "500, NETWORK, api-unavailable",
    "529, NETWORK, api-unavailable"
  })
  void everyRefusalHasItsMeaning(int status, ProblemKind kind, String code) {
    service.always(
        _ ->
            answer(
                    status,
                    "{\"type\":\"error\",\"error\":{\"type\":\"some_error\",\"message\":\"Because"
                        + " of {0} it\\u001b[2J isn't. Key sk-ant-api03-abcdefghijklwxyz\"}}")
                .addHeader("request-id", "req_011C")
                .build());

    Problem problem = failure(this::create);

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.details())
        .contains("/v1/skills: status " + status + ", some_error, request-id req_011C");
    assertThat(problem.report())
        .doesNotContain("abcdefghijkl", "\u001b", "null")
        .doesNotContainPattern("\\{[1-9]}");
    assertThat(service.server.getRequestCount()).as("sent once").isEqualTo(1);
  }

  @Test
  void theApisOwnSentenceIsToldWithAHint() {
    service.then(
        json(
            400,
            "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"The folder name 'skills'"
                + " must match the skill name 'my-skill' in SKILL.md.\"}}"),
        json(400, "{\"error\":{\"message\":\"" + "long ".repeat(1000) + "\"}}"));

    Problem known = failure(this::create);
    assertThat(known.what())
        .contains("The folder name 'skills' must match the skill name 'my-skill' in SKILL.md.");
    assertThat(known.next()).startsWith("Give the folder the name");
    Problem other = failure(this::create);
    assertThat(other.what().length()).isLessThan(600);
    assertThat(other.next()).startsWith("Put right what it says");
  }

  @Test
  void aRefusalThatIsNoJsonIsOneAllTheSame() {
    service.then(json(502, "<html>Bad gateway</html>"), json(400, "nonsense"), json(418, "[1,2]"));

    assertThat(failure(this::create).code()).isEqualTo("api-unavailable");
    assertThat(failure(this::create).code()).isEqualTo("api-unexpected");
    assertThat(failure(this::create).code()).isEqualTo("api-unexpected");
  }

  @Test
  void aVersionForASkillThatIsGone() {
    service.then(json(404, "{\"error\":{\"type\":\"not_found_error\",\"message\":\"no\"}}"));

    Problem problem =
        failure(() -> api.addVersion(KEY, "skill_01", skill(), Progress.silent(), NEVER));
    assertThat(problem.code()).isEqualTo("api-skill-gone");
    assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_FOUND);
  }

  @Test
  void aWishToWaitIsTold() {
    service.always(_ -> answer(429, "{}").addHeader("Retry-After", "3600").build());

    assertThat(failure(this::create).meaning()).isEqualTo("It asks to wait 60 minutes.");
    assertThat(failure(() -> api.list(KEY, NEVER)).code()).isEqualTo("api-rate-limited");
  }

  @Test
  void anUnclearAnswerToWhatWasSentSaysSo() {
    service.then(json(200, "{\"id\":\"/\"}"), json(500, "{}"));

    assertThat(failure(this::create).meaning()).contains("may have arrived");
    assertThat(failure(this::create).meaning()).contains("may have arrived");
  }
}
