package app.satchel.marketplace;

import static app.satchel.marketplace.Service.answer;
import static app.satchel.marketplace.Service.json;
import static app.satchel.marketplace.Service.never;
import static app.satchel.marketplace.Service.page;
import static app.satchel.marketplace.Service.query;
import static app.satchel.marketplace.Service.row;
import static app.satchel.marketplace.Service.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.http.HttpSettings;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpFaultsTest {
  private Service service;

  @BeforeEach
  void start() throws Exception {
    service = new Service();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Problem failure(Marketplace marketplace) {
    return catchThrowableOfType(
            ProblemException.class, () -> marketplace.search(query(20, 0), never()))
        .problem();
  }

  private static MockResponse good() {
    return json(answer(1, 0, row("@o/r/s")));
  }

  private static MockResponse retryAfter(int code, String value) {
    return new MockResponse.Builder().code(code).addHeader("Retry-After", value).build();
  }

  @Test
  void aShortTroubleIsWaitedOut() {
    service.then(status(503), status(500), good());

    assertThat(service.marketplace().search(query(20, 0), never()).skills()).hasSize(1);
    // Half a second, doubled; the jitter of this test is the largest there is.
    assertThat(service.waits).extracting(Duration::toMillis).containsExactly(499L, 999L);
  }

  @Test
  void aLastingTroubleIsToldAfterThreeTries() {
    service.always(_ -> status(503));

    Problem problem = failure(service.marketplace());

    assertThat(problem.code()).isEqualTo("server-error");
    assertThat(problem.kind()).isEqualTo(ProblemKind.NETWORK);
    assertThat(problem.details()).contains("/api/skills: status 503").doesNotContain("q=");
    assertThat(problem.what()).contains("(status 503)");
    assertThat(service.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aServersWishToWaitIsHonoured() {
    service.then(retryAfter(429, "3"), retryAfter(503, "Fri, 20 Nov 2026 12:00:07 GMT"), good());

    service.marketplace().search(query(20, 0), never());

    assertThat(service.waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(7));
  }

  @Test
  void noWaitIsLongerThanTheCap() {
    service.then(retryAfter(429, "45"), good());

    service.marketplace().search(query(20, 0), never());

    assertThat(service.waits).containsExactly(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3600", "1000000000000", "Sat, 20 Nov 2027 12:00:00 GMT"})
  void aWishNobodyWaitsForIsToldAtOnce(String value) {
    service.always(_ -> retryAfter(429, value));

    Problem problem = failure(service.marketplace());

    assertThat(problem.code()).isEqualTo("rate-limited");
    assertThat(problem.meaning())
        .as("nobody counts hours in seconds")
        .containsPattern("wait [0-9,]+ (minutes|hours)");
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(service.waits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5"})
  void garbageForAWaitIsAsGoodAsNone(String value) {
    service.then(retryAfter(429, value), good());

    service.marketplace().search(query(20, 0), never());

    assertThat(service.waits).extracting(Duration::toMillis).containsExactly(499L);
  }

  @Test
  void refusalsAreNotRepeated() {
    service.always(_ -> status(403));

    assertThat(failure(service.marketplace()).code()).isEqualTo("answer-refused");
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWebPageInsteadOfDataIsNamedAndNotKept(@TempDir Path cache) {
    service.then(page(), good());
    Marketplace marketplace = service.marketplace(service.settings(cache));

    assertThat(failure(marketplace).code()).isEqualTo("unexpected-web-page");
    // The page said that it may be kept for an hour.
    assertThat(marketplace.search(query(20, 0), never()).skills()).hasSize(1);
  }

  @Test
  void brokenJsonIsNotKeptEither(@TempDir Path cache) {
    service.then(
        new MockResponse.Builder().addHeader("Cache-Control", "max-age=60").body("{\"sk").build(),
        good());
    Marketplace marketplace = service.marketplace(service.settings(cache));

    assertThat(failure(marketplace).code()).isEqualTo("unreadable-answer");
    assertThat(marketplace.search(query(20, 0), never()).skills()).hasSize(1);
  }

  @Test
  void aCutBodyIsFetchedAgain() {
    MockResponse cut =
        new MockResponse.Builder()
            .body(answer(1, 0, row("@o/r/s")) + " ".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build();
    service.then(cut, good());
    assertThat(service.marketplace().search(query(20, 0), never()).skills()).hasSize(1);

    service.then(cut, cut, cut);
    assertThat(failure(service.marketplace()).code()).isEqualTo("answer-cut");
  }

  @Test
  void nobodyThereIsUnreachable() throws Exception {
    MockWebServer gone = new MockWebServer();
    gone.start();
    URI base = URI.create("http://localhost:" + gone.getPort());
    gone.close();

    Problem problem =
        failure(
            new ClaudePluginsMarketplace(
                "gone", base, base, null, service.http(service.settings(null))));

    assertThat(problem.code()).isEqualTo("unreachable");
    assertThat(service.waits).hasSize(2);
  }

  @Test
  void silenceEnds() {
    HttpSettings impatient = patience(Duration.ofMillis(150));
    service.then(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());

    assertThat(failure(service.marketplace(impatient)).code()).isEqualTo("timeout");
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  private HttpSettings patience(Duration patience) {
    HttpSettings usual = service.settings(null);
    return new HttpSettings(
        null,
        0,
        "0.1.0",
        false,
        usual.waitCap(),
        patience,
        patience,
        patience,
        patience,
        10_000,
        10_000,
        10_000);
  }

  @Test
  void cancellingEndsASlowAnswer() throws Exception {
    service.then(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
    Cancellation cancellation = new Cancellation();
    Marketplace marketplace = service.marketplace();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                marketplace.search(query(20, 0), cancellation);
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
  void whatIsCancelledBeforeDoesNotAsk() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () -> service.marketplace().search(query(20, 0), cancellation)))
        .isNotNull();
    assertThat(service.server.getRequestCount()).isZero();
  }

  @Test
  void aGzipBombIsNotUnfolded() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] blanks = " ".repeat(1 << 20).getBytes();
      for (int i = 0; i < 64; i++) {
        gzip.write(blanks);
      }
    }
    assertThat(packed.size()).isLessThan(100_000);
    service.then(
        new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body(new Buffer().write(packed.toByteArray()))
            .build());

    Problem problem = failure(service.marketplace());

    assertThat(problem.code()).isEqualTo("answer-too-large");
    assertThat(problem.kind()).isEqualTo(ProblemKind.INPUT);
    assertThat(problem.what()).contains("16 MB");
  }

  @Test
  void anEndlessBodyIsStopped() {
    service.then(
        new MockResponse.Builder().chunkedBody(new Buffer().write(new byte[50_000]), 1000).build());

    assertThat(failure(service.marketplace(patience(Duration.ofSeconds(10)))).code())
        .isEqualTo("answer-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]:1/x",
        "http://127.0.0.1:1/x",
        "http://2130706433/x",
        "http://0/x",
        "http://[::ffff:192.168.1.1]/x",
        "http://[64:ff9b::a00:1]/x"
      })
  void noRedirectLeadsIntoThisNetwork(String address) {
    service.then(redirect(address));

    Problem problem = failure(service.marketplace());

    assertThat(problem.code()).isEqualTo("address-refused");
    assertThat(problem.kind()).isEqualTo(ProblemKind.INPUT);
    assertThat(service.waits).isEmpty();
  }

  private static MockResponse redirect(String address) {
    return new MockResponse.Builder().code(302).addHeader("Location", address).build();
  }

  @Test
  void redirectsWithinTheMarketplaceAreFollowed() {
    service.then(redirect("/moved"), redirect(service.base() + "/again"), good());

    assertThat(service.marketplace().search(query(20, 0), never()).skills()).hasSize(1);
  }

  @Test
  void aLoopOfRedirectsEnds() {
    service.always(_ -> redirect("/round"));

    assertThat(failure(service.marketplace()).code()).isEqualTo("too-many-redirects");
    assertThat(service.server.getRequestCount()).isEqualTo(6);
  }

  @Test
  void answersAreKeptAndCheckedWithTheirValidator(@TempDir Path cache) throws Exception {
    service.then(
        new MockResponse.Builder().addHeader("ETag", "\"1\"").body(answer(0, 0)).build(),
        new MockResponse.Builder().code(304).build());
    Marketplace marketplace = service.marketplace(service.settings(cache));
    marketplace.search(query(20, 0), never());
    marketplace.search(query(20, 0), never());

    service.server.takeRequest();
    assertThat(service.server.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"1\"");
  }

  @Test
  void offlineOnlyWhatIsKeptAnswers(@TempDir Path cache) {
    service.then(good(), json("{\"status\":\"success\",\"skills\":[" + row("@o/r/s") + "]}"));
    Marketplace online = service.marketplace(service.settings(cache));
    online.search(query(20, 0), never());
    online.resolve("o/r", never());
    service.close();

    Marketplace offline = service.marketplace(service.settings(cache).withOffline(true));
    // The first cache is still locked in this process when it was not closed.
    assertThat(offline.search(query(20, 0), never()).skills()).hasSize(1);
    assertThat(offline.resolve("o/r", never())).hasSize(1);
    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> offline.search(query(20, 20), never()))
            .problem();
    assertThat(problem.code()).isEqualTo("offline");
    assertThat(service.waits).isEmpty();
  }

  @Test
  void twoProgramsDoNotShareACacheFolder(@TempDir Path cache) {
    service.always(_ -> good());
    List<Marketplace> two =
        List.of(
            service.marketplace(service.settings(cache)),
            service.marketplace(service.settings(cache)));

    two.forEach(marketplace -> marketplace.search(query(20, 0), never()));

    assertThat(cache.resolve("0")).isDirectory();
    assertThat(cache.resolve("1")).isDirectory();
  }
}
