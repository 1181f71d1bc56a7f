package app.satchel.http;

import static app.satchel.http.TestServer.answer;
import static app.satchel.http.TestServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedAccessTest {
  private static final String KEY = "sk-ant-test-0123456789abcdef";
  private static final RequestHeaders HEADERS =
      RequestHeaders.none().with("anthropic-version", "2023-06-01").withSecret("x-api-key", KEY);

  private TestServer service;

  @BeforeEach
  void start() throws Exception {
    service = new TestServer();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private KeyedAccess access(Path cache) {
    return service.http(cache).keyed(service.base(), HEADERS);
  }

  private URI at(String path) {
    return URI.create(service.base() + path);
  }

  private ServiceAnswer get(String path) {
    return access(null).get(at(path), Cancellation.none());
  }

  private ServiceAnswer post(FormPart... parts) {
    return access(null)
        .post(at("/v1/skills"), List.of(parts), Progress.silent(), Cancellation.none());
  }

  private static FormPart file(String path, byte[] content) {
    return FormPart.file("files[]", path, content.length, () -> new ByteArrayInputStream(content));
  }

  private static FormPart someFile() {
    return file("my-skill/SKILL.md", "---\nname: my-skill\n---\n".getBytes(UTF_8));
  }

  private Problem failure(Runnable question) {
    return catchThrowableOfType(ProblemException.class, question::run).problem();
  }

  @Test
  void theKeyIsSentAndNothingElseTellsIt() throws Exception {
    service.then(json(200, "{}"));

    get("/v1/skills?limit=1");

    RecordedRequest request = service.server.takeRequest();
    assertThat(request.getHeaders().get("x-api-key")).isEqualTo(KEY);
    assertThat(request.getHeaders().get("anthropic-version")).isEqualTo("2023-06-01");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Satchel/0.1.0");
    assertThat(HEADERS.toString()).doesNotContain(KEY).contains("anthropic-version: 2023-06-01");
  }

  @Test
  void whatCannotBeAHeaderIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> RequestHeaders.none().withSecret("x-api-key", KEY + "\nHost: x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(KEY);
  }

  @Test
  void refusalsKeepTheirBodyAndTheNameOfTheExchange() {
    String why = "{\"error\":{\"message\":\"no\"}}";
    service.then(answer(400, why).addHeader("request-id", "req_1").build());

    ServiceAnswer answer = get("/v1/skills");

    assertThat(answer.ok()).isFalse();
    assertThat(new String(answer.body(), UTF_8)).isEqualTo(why);
    assertThat(answer.requestId()).isEqualTo("req_1");
  }

  @Test
  void aLongRefusalIsCut() {
    service.then(json(400, "x".repeat(1_000_000)));

    assertThat(get("/v1/skills").body()).hasSize(KeyedAccess.MAX_REFUSAL_BYTES);
  }

  @Test
  void aQuestionIsRepeatedAndItsLastAnswerGiven() {
    service.always(_ -> json(503, "{\"error\":{}}"));

    assertThat(get("/v1/skills").status()).isEqualTo(503);
    assertThat(service.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void nothingIsKeptOnDisk(@TempDir Path cache) throws Exception {
    service.then(
        answer(200, "{\"first\":\"" + KEY + "\"}")
            .addHeader("Cache-Control", "max-age=600")
            .build(),
        json(200, "{\"second\":1}"));
    KeyedAccess access = access(cache);

    access.get(at("/v1/skills"), Cancellation.none());
    ServiceAnswer second = access.get(at("/v1/skills"), Cancellation.none());
    service.close();

    assertThat(new String(second.body(), UTF_8)).contains("second");
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(KEY, "/v1/skills");
      }
    }
  }

  @Test
  void offlineNothingIsSent() {
    HttpAccess http = service.http(HttpSettings.of(null, "0.1.0").withOffline(true));
    KeyedAccess access = http.keyed(service.base(), HEADERS);

    assertThat(failure(() -> access.get(at("/v1/skills"), Cancellation.none())).code())
        .isEqualTo("offline");
    assertThat(service.server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectTakesTheKeyToAnotherHost(int status) throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      MockResponse away =
          answer(status, "").addHeader("Location", other.url("/v1/skills").toString()).build();
      service.then(away, away);

      Problem problem = failure(() -> get("/v1/skills"));
      assertThat(problem.code()).isEqualTo("redirect-with-key");
      assertThat(problem.kind()).isEqualTo(ProblemKind.INPUT);
      assertThat(problem.report()).doesNotContain(KEY);
      assertThat(failure(() -> post(someFile())).code()).isEqualTo("redirect-with-key");
      assertThat(other.getRequestCount()).isZero();
    }
  }

  @Test
  void aRedirectWithinTheServiceIsFollowedByAQuestionOnly() {
    MockResponse on = answer(307, "").addHeader("Location", "/moved").build();
    service.then(on, json(200, "{}"), on);

    assertThat(get("/v1/skills").ok()).isTrue();
    assertThat(failure(() -> post(someFile())).code()).isEqualTo("redirect-with-key");
    assertThat(service.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void theKeyIsForItsOriginAlone() {
    assertThatThrownBy(
            () -> access(null).get(URI.create("https://example.org/v1"), Cancellation.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFormArrivesWithPathsAndBytesAsTheyAre() throws Exception {
    service.then(json(200, "{}"));
    byte[] random = new byte[200_000];
    new Random(7).nextBytes(random);
    byte[] tricky = "--\r\n--boundary--\r\nContent-Disposition: form-data".getBytes(UTF_8);

    post(
        FormPart.text("display_name", "Größe"),
        file("my-skill/SKILL.md", tricky),
        file("my-skill/scripts/run.py", random),
        file("my-skill/größe & maß;%20.txt", new byte[0]));

    RecordedRequest request = service.server.takeRequest();
    Multipart form = Multipart.of(request);
    assertThat(form.parts())
        .extracting(Multipart.Part::disposition)
        .containsExactly(
            "form-data; name=\"display_name\"",
            "form-data; name=\"files[]\"; filename=\"my-skill/SKILL.md\"",
            "form-data; name=\"files[]\"; filename=\"my-skill/scripts/run.py\"",
            "form-data; name=\"files[]\"; filename=\"my-skill/größe & maß;%20.txt\"");
    assertThat(form.parts().get(0).content()).isEqualTo("Größe".getBytes(UTF_8));
    assertThat(form.parts().get(1).content()).isEqualTo(tricky);
    assertThat(form.parts().get(2).content()).isEqualTo(random);
    assertThat(form.parts().get(3).content()).isEmpty();
    assertThat(request.getHeaders().get("Content-Length"))
        .as("a body of known size is not sent in chunks")
        .isEqualTo(String.valueOf(request.getBodySize()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\nb", "a\\b", ""})
  void aNameThatWouldArriveAsAnotherIsNotSent(String name) {
    assertThatThrownBy(() -> file(name, new byte[1])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void progressEndsWithTheWholeForm() throws Exception {
    service.then(json(200, "{}"));
    List<Long> seen = new ArrayList<>();
    List<Long> totals = new ArrayList<>();

    access(null)
        .post(
            at("/v1/skills"),
            List.of(file("s/a", new byte[300_000])),
            (done, total) -> {
              seen.add(done);
              totals.add(total);
            },
            Cancellation.none());

    long size = service.server.takeRequest().getBodySize();
    assertThat(seen).isSorted().startsWith(0L).endsWith(size).hasSizeGreaterThan(5);
    assertThat(totals).containsOnly(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 529, 429})
  void aFormIsNotSentAgain(int status) {
    service.always(_ -> answer(status, "{}").addHeader("X", "y").build());

    assertThat(post(someFile()).status()).isEqualTo(status);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(service.waits).isEmpty();
  }

  @Test
  void notEvenWhenTheServerAsksForItWithoutSayingThatItDidNothing() {
    service.always(_ -> answer(503, "{}").addHeader("Retry-After", "0").build());

    assertThat(post(someFile()).status()).isEqualTo(503);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aFormThatCameTooEarlyIsSentWhenTheServerIsReady() throws Exception {
    service.then(answer(429, "{}").addHeader("Retry-After", "7").build(), json(200, "{}"));

    assertThat(post(someFile()).ok()).isTrue();
    assertThat(service.waits).containsExactly(Duration.ofSeconds(7));
    service.server.takeRequest();
    assertThat(Multipart.of(service.server.takeRequest()).parts()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksAfterTheFormIsNotTriedAgain() {
    // The first answer leaves a connection in the pool, whose end OkHttp alone would mend by
    // sending once more.
    service.then(json(200, "{}"));
    KeyedAccess access = access(null);
    access.get(at("/v1/skills"), Cancellation.none());
    service.then(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
        json(200, "{}"));

    Problem problem =
        failure(
            () ->
                access.post(
                    at("/v1/skills"), List.of(someFile()), Progress.silent(), Cancellation.none()));

    assertThat(problem.code()).isEqualTo("upload-unclear");
    assertThat(problem.kind()).isEqualTo(ProblemKind.NETWORK);
    assertThat(problem.report()).doesNotContain(KEY);
    assertThat(service.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void whatNeverLeftIsTriedAgain() throws Exception {
    URI gone;
    try (MockWebServer closed = new MockWebServer()) {
      closed.start();
      gone = URI.create(closed.url("/").toString());
    }
    KeyedAccess access = service.http((Path) null).keyed(gone, HEADERS);

    Problem problem =
        failure(
            () -> access.post(gone, List.of(someFile()), Progress.silent(), Cancellation.none()));

    assertThat(problem.code()).isEqualTo("unreachable");
    assertThat(service.waits).hasSize(2);
  }

  @Test
  void aFileThatChangesMeanwhileIsOurTrouble() {
    service.always(_ -> json(200, "{}"));

    for (int said : new int[] {3, 9}) {
      FormPart part =
          FormPart.file("files[]", "s/a.txt", said, () -> new ByteArrayInputStream(new byte[5]));
      Problem problem = failure(() -> post(part));
      assertThat(problem.code()).isEqualTo("upload-not-read");
      assertThat(problem.kind()).isEqualTo(ProblemKind.DISK);
      assertThat(problem.what()).contains("s/a.txt");
    }
    FormPart gone =
        FormPart.file(
            "files[]",
            "s/b.txt",
            5,
            () -> {
              throw new IOException("gone");
            });
    assertThat(failure(() -> post(gone)).code()).isEqualTo("upload-not-read");
  }

  @Test
  void cancellingEndsAnUpload() throws Exception {
    Cancellation cancellation = new Cancellation();
    KeyedAccess access = access(null);
    service.then(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                access.post(at("/v1/skills"), List.of(someFile()), Progress.silent(), cancellation);
                ended.complete(null);
              } catch (RuntimeException e) {
                ended.complete(e);
              }
            });
    service.server.takeRequest();

    cancellation.cancel();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whatIsCancelledBeforeIsNotSent() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(
            () ->
                access(null).post(at("/v1"), List.of(someFile()), Progress.silent(), cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(service.server.getRequestCount()).isZero();
  }
}
