package app.satchel.workspace;

import static app.satchel.http.TestServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.http.Multipart;
import app.satchel.http.TestServer;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillsApiTest {
  private static final ApiKey KEY = ApiKey.parse("sk-ant-api03-abcdefghijklwxyz");
  private static final Cancellation NEVER = Cancellation.none();

  private static final String SKILL =
      """
      {"id":"skill_01","type":"skill","created_at":"2026-11-20T10:00:00.123456Z",
       "updated_at":"2026-11-20T10:00:00Z","display_name":"PDF forms",
       "latest_version_id":"skver_01","source":{"type":"custom"},"new_field":[1,{"a":null}]}\
      """;

  private static final String SKILL_OF_THE_BETA =
      """
      {"id":"skill_02","type":"skill","created_at":"2025-10-30T23:58:27.427722Z",
       "display_title":"pdf-forms","latest_version":"1759178010641129","source":"custom"}\
      """;

  private static final String VERSION =
      """
      {"id":"skver_07","type":"skill_version","created_at":"2026-11-20T10:00:00Z",
       "name":"pdf-forms","description":"Fills forms.","skill_id":"skill_01"}\
      """;

  private static final String VERSION_OF_THE_BETA =
      """
      {"id":"skillver_01JAbc","type":"skill_version","created_at":"2025-10-30T23:58:27Z",
       "name":"pdf-forms","directory":"pdf-forms","skill_id":"skill_02",
       "version":"1759178010641129"}\
      """;

  private TestServer service;
  private SkillsApi api;

  @BeforeEach
  void start() throws IOException {
    service = new TestServer();
    api = new SkillsApi(service.http((java.nio.file.Path) null), service.base());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static SkillFolder skill(SkillFile... more) {
    List<SkillFile> files = new ArrayList<>(List.of(more));
    files.add(
        SkillFile.of(
            "SKILL.md", "---\nname: pdf-forms\ndescription: Fills forms.\n---\n".getBytes(UTF_8)));
    return SkillFolder.of("some-folder", files);
  }

  private static String page(String next, String... rows) {
    return "{\"data\":[" + String.join(",", rows) + "],\"next_page\":" + next + "}";
  }

  private Problem failure(Runnable question) {
    return catchThrowableOfType(ProblemException.class, question::run).problem();
  }

  @Test
  void bothShapesOfAListAreRead() throws Exception {
    service.then(
        json(200, page("\"page_2\"", SKILL)),
        json(200, "{\"data\":[" + SKILL_OF_THE_BETA + "],\"has_more\":false,\"next_page\":\"x\"}"));

    WorkspaceSkills found = api.list(KEY, NEVER);

    assertThat(found.complete()).isTrue();
    assertThat(found.skills())
        .containsExactly(
            new WorkspaceSkill(
                "skill_01",
                "skver_01",
                null,
                "PDF forms",
                Instant.parse("2026-11-20T10:00:00.123456Z")),
            new WorkspaceSkill(
                "skill_02",
                "1759178010641129",
                null,
                "pdf-forms",
                Instant.parse("2025-10-30T23:58:27.427722Z")));
    RecordedRequest first = service.server.takeRequest();
    assertThat(first.getTarget()).isEqualTo("/v1/skills?source=custom&limit=100");
    assertThat(first.getHeaders().get("x-api-key")).isEqualTo("sk-ant-api03-abcdefghijklwxyz");
    assertThat(first.getHeaders().get("anthropic-version")).isEqualTo("2023-06-01");
    assertThat(first.getHeaders().get("anthropic-beta")).isNull();
    assertThat(service.server.takeRequest().getTarget()).endsWith("&page=page_2");
  }

  @Test
  void rowsThatMakeNoSenseOrAreNotCustomAreLeftOut() {
    service.then(
        json(
            200,
            page(
                "null",
                "null",
                "7",
                "{}",
                "{\"id\":\"../../v1/messages\"}",
                "{\"id\":\"a/b\"}",
                "{\"id\":\"\"}",
                "{\"id\":\"pdf\",\"source\":{\"type\":\"anthropic\"}}",
                "{\"id\":\"xlsx\",\"source\":\"anthropic\"}",
                "{\"id\":\"skill_9\",\"latest_version\":1759178010641129,\"created_at\":\"soon\","
                    + "\"display_name\":\"two\\nlines\\u001b[31m\"}")));

    assertThat(api.list(KEY, NEVER).skills())
        .containsExactly(
            new WorkspaceSkill("skill_9", "1759178010641129", null, "two lines [31m", null));
  }

  @Test
  void aListWithoutAnEndIsCutAndSaysSo() {
    service.always(
        request -> json(200, page("\"p" + service.server.getRequestCount() + "\"", SKILL)));

    WorkspaceSkills found = api.list(KEY, NEVER);

    assertThat(found.complete()).isFalse();
    assertThat(found.skills()).hasSize(20);
    assertThat(service.server.getRequestCount()).isEqualTo(20);
  }

  @Test
  void pagesThatGoRoundInACircleAreTrouble() {
    service.always(_ -> json(200, page("\"again\"", SKILL)));

    assertThat(failure(() -> api.list(KEY, NEVER)).code()).isEqualTo("api-unreadable");
    assertThat(service.server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"data\":{}}", "{\"data\":[[[[", "\"data\""})
  void whatIsNoListIsTrouble(String body) {
    service.then(json(200, body));

    Problem problem = failure(() -> api.list(KEY, NEVER));
    assertThat(problem.code()).isEqualTo("api-unreadable");
    assertThat(problem.kind()).isEqualTo(ProblemKind.NETWORK);
  }

  @Test
  void deepNestingIsNotFollowed() {
    service.then(json(200, "{\"data\":" + "[".repeat(100_000)));

    assertThat(failure(() -> api.list(KEY, NEVER)).code()).isEqualTo("api-unreadable");
  }

  @Test
  void aSkillIsFoundByItsNameWithOneLookWhenItIsShownUnderIt() {
    service.always(
        request ->
            request.getTarget().equals("/v1/skills/skill_02/versions/1759178010641129")
                ? json(200, VERSION_OF_THE_BETA)
                : json(200, page("null", SKILL, SKILL_OF_THE_BETA)));

    assertThat(api.find(KEY, "pdf-forms", NEVER))
        .hasValueSatisfying(
            skill -> {
              assertThat(skill.id()).isEqualTo("skill_02");
              assertThat(skill.name()).isEqualTo("pdf-forms");
            });
    assertThat(service.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aNameThatTheConsoleDoesNotShowIsLookedForInVersions() {
    service.then(
        json(200, page("null", SKILL.replace("PDF forms", "Another"))), json(200, VERSION));

    assertThat(api.find(KEY, "pdf-forms", NEVER)).isPresent();
  }

  @Test
  void whatIsDeletedMeanwhileOrHasAnotherNameIsNotIt() {
    service.then(
        json(200, page("null", SKILL, SKILL_OF_THE_BETA)),
        json(404, "{\"error\":{\"type\":\"not_found_error\",\"message\":\"no\"}}"),
        json(200, VERSION.replace("pdf-forms", "pdf-forms-2")));

    assertThat(api.find(KEY, "pdf-forms", NEVER)).isEmpty();
  }

  @Test
  void aSkillWithoutALatestVersionIsAskedForItsVersions() throws Exception {
    service.then(
        json(200, page("null", "{\"id\":\"skill_03\"}")), json(200, page("null", VERSION)));

    assertThat(api.find(KEY, "pdf-forms", NEVER)).isPresent();
    service.server.takeRequest();
    assertThat(service.server.takeRequest().getTarget())
        .isEqualTo("/v1/skills/skill_03/versions?limit=1");
  }

  @Test
  void tooManyToLookThroughIsNotTheSameAsNone() {
    String[] rows =
        IntStream.range(0, 150)
            .mapToObj(i -> "{\"id\":\"skill_" + i + "\",\"latest_version_id\":\"v\"}")
            .toArray(String[]::new);
    service.always(
        request ->
            request.getTarget().contains("/versions/")
                ? json(200, VERSION.replace("pdf-forms", "other"))
                : json(200, page("null", rows)));

    Problem problem = failure(() -> api.find(KEY, "pdf-forms", NEVER));
    assertThat(problem.code()).isEqualTo("api-too-many-skills");
    assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
    assertThat(service.server.getRequestCount()).isEqualTo(101);
  }

  @Test
  void aSkillIsSentWholeBelowAFolderOfItsName() throws Exception {
    service.then(json(200, SKILL));
    byte[] script = "print('ü')\r\n".getBytes(UTF_8);

    WorkspaceSkill made =
        api.create(
            KEY,
            skill(SkillFile.of("scripts/run.py", script)),
            " PDF forms ",
            Progress.silent(),
            NEVER);

    assertThat(made.id()).isEqualTo("skill_01");
    assertThat(made.versionId()).isEqualTo("skver_01");
    assertThat(made.name()).isEqualTo("pdf-forms");
    RecordedRequest request = service.server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/v1/skills");
    List<Multipart.Part> parts = Multipart.of(request).parts();
    assertThat(parts)
        .extracting(Multipart.Part::fileName)
        .containsExactly(null, "pdf-forms/SKILL.md", "pdf-forms/scripts/run.py");
    assertThat(parts.get(0).disposition()).isEqualTo("form-data; name=\"display_name\"");
    assertThat(parts.get(0).content()).isEqualTo("PDF forms".getBytes(UTF_8));
    assertThat(parts.get(2).disposition()).startsWith("form-data; name=\"files[]\"; ");
    assertThat(parts.get(2).content()).isEqualTo(script);
  }

  @Test
  void bothShapesOfANewVersionAreRead() throws Exception {
    service.then(json(200, VERSION), json(200, VERSION_OF_THE_BETA));

    WorkspaceSkill now = api.addVersion(KEY, "skill_01", skill(), Progress.silent(), NEVER);
    WorkspaceSkill beta = api.addVersion(KEY, "skill_02", skill(), Progress.silent(), NEVER);

    assertThat(now)
        .isEqualTo(
            new WorkspaceSkill(
                "skill_01", "skver_07", "pdf-forms", null, Instant.parse("2026-11-20T10:00:00Z")));
    assertThat(beta.versionId()).isEqualTo("1759178010641129");
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/v1/skills/skill_01/versions");
  }

  @Test
  void whatCannotBeSentIsNotBegun() {
    SkillFile link =
        new SkillFile("a", 0, SkillFile.Type.LINK, false, SkillFile.Content.of(new byte[0]));
    for (SkillFile file : List.of(link, SkillFile.of("a\"b", new byte[1]))) {
      assertThat(failure(() -> api.create(KEY, skill(file), null, Progress.silent(), NEVER)).code())
          .isEqualTo("api-file-unusable");
    }
    SkillFolder nameless =
        SkillFolder.of("x", List.of(SkillFile.of("SKILL.md", "# Hi\n".getBytes(UTF_8))));
    assertThat(failure(() -> api.create(KEY, nameless, null, Progress.silent(), NEVER)).code())
        .isEqualTo("api-name-missing");
    for (String shown : List.of("two\nlines", "x".repeat(256))) {
      assertThat(failure(() -> api.create(KEY, skill(), shown, Progress.silent(), NEVER)).code())
          .isEqualTo("api-display-name-malformed");
    }
    assertThat(service.server.getRequestCount()).isZero();
  }

  @Test
  void progressReachesTheEndAndCancellingEnds() throws Exception {
    service.then(
        json(200, SKILL), new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
    List<Long> done = new ArrayList<>();
    api.create(KEY, skill(), null, (now, total) -> done.add(total - now), NEVER);
    assertThat(done).endsWith(0L);
    service.server.takeRequest();

    Cancellation cancellation = new Cancellation();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                api.create(KEY, skill(), null, Progress.silent(), cancellation);
                ended.complete(null);
              } catch (RuntimeException e) {
                ended.complete(e);
              }
            });
    service.server.takeRequest();
    cancellation.cancel();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
  }

  @Test
  void theAddressIsTheUsualOneOrAProtectedOne() {
    assertThat(SkillsApi.base(null)).isEqualTo(URI.create("https://api.anthropic.com"));
    assertThat(SkillsApi.base(" ")).isEqualTo(SkillsApi.DEFAULT_BASE);
    assertThat(SkillsApi.base("https://gateway.example.org/anthropic/"))
        .isEqualTo(URI.create("https://gateway.example.org/anthropic/"));
    assertThat(SkillsApi.base("http://localhost:8080")).isNotNull();
    assertThat(SkillsApi.base("http://[::1]:8080")).isNotNull();
    for (String text :
        List.of(
            "http://gateway.example.org",
            "http://10.0.0.1",
            "http://localhost.example.org",
            "https://me:pw@gateway.example.org",
            "ftp://x",
            "gateway")) {
      assertThatThrownBy(() -> SkillsApi.base(text))
          .as(text)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo("api-address-malformed"));
    }
  }

  @Test
  void aGatewaysPathIsKept() throws Exception {
    service.then(json(200, page("null")));

    new SkillsApi(
            service.http((java.nio.file.Path) null), URI.create(service.base() + "/anthropic/"))
        .list(KEY, NEVER);

    assertThat(service.server.takeRequest().getTarget()).startsWith("/anthropic/v1/skills?");
  }
}
