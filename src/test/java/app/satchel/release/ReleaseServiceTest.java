package app.satchel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.http.HttpAccess;
import app.satchel.http.HttpSettings;
import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semver4j.Semver;

class ReleaseServiceTest {
  private static final Semver MINE = Semver.parse("0.1.0");
  private static final String NAME = "satchel_0.2.0_amd64.deb";
  private static final byte[] PACKAGE = "a package, honestly".repeat(1000).getBytes();

  @TempDir Path folder;

  private final MockWebServer server = new MockWebServer();
  private final HttpAccess http =
      new HttpAccess(HttpSettings.of(null, "0.1.0").withWaitCap(Duration.ZERO));
  private Signer signer;

  @BeforeEach
  void start() throws Exception {
    server.start();
    signer = new Signer("2027-a");
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  private ReleaseService service(ReleaseKeys keys) {
    return new ReleaseService(
        http,
        server.url("/feed.json").uri(),
        keys,
        new OwnSystem("linux", "x64", List.of(".deb", ".tar.gz")));
  }

  private ReleaseService service() {
    return service(signer.keys());
  }

  private void answer(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }

  private void answer(byte[] body) {
    server.enqueue(new MockResponse.Builder().body(new Buffer().write(body)).build());
  }

  private ObjectNode release() throws Exception {
    return signer.release("0.2.0", "linux", NAME, PACKAGE, server.url("/" + NAME).toString());
  }

  private Release newest(ReleaseService service, ObjectNode release) {
    answer(Signer.feed(release).toString());
    return service.ask(Cancellation.none()).newerThan(MINE, false).orElseThrow();
  }

  private List<String> left() throws IOException {
    if (!Files.isDirectory(folder.resolve("Downloads"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("Downloads"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path download(ReleaseService service, Release release) {
    return service.download(
        release, folder.resolve("Downloads"), Progress.silent(), Cancellation.none());
  }

  private String refused(Runnable action) {
    ProblemException e = catchThrowableOfType(ProblemException.class, action::run);
    assertThat(e).isNotNull();
    return e.problem().code();
  }

  @Test
  void aSignedFileIsDownloadedVerifiedAndRunByNobody() throws Exception {
    ReleaseService service = service();
    Release release = newest(service, release());
    assertThat(service.offered(release)).isPresent();
    answer(PACKAGE);
    Path file = download(service, release);
    assertThat(file).hasBinaryContent(PACKAGE).hasFileName(NAME);
    assertThat(Files.isExecutable(file)).isFalse();

    // Another file of that name stays, and so does its sibling.
    Files.writeString(file, "mine");
    answer(PACKAGE);
    assertThat(download(service, release)).hasFileName("satchel_0.2.0_amd64 (2).deb");
    assertThat(file).hasContent("mine");
    assertThat(left()).hasSize(2);
  }

  @Test
  void nothingOfThePersonIsSent() throws Exception {
    newest(service(), release());
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Satchel/0.1.0");
    assertThat(request.getHeaders().names())
        .isSubsetOf("User-Agent", "Accept", "Host", "Connection", "Accept-Encoding");
    assertThat(request.getUrl().encodedPath()).isEqualTo("/feed.json");
    assertThat(request.getUrl().query()).isNull();
  }

  @Test
  void withoutAKeyThereIsNoDownload() throws Exception {
    ReleaseService service = service(ReleaseKeys.bundled());
    assertThat(ReleaseKeys.bundled().isEmpty()).isTrue();
    Release release = newest(service, release());
    assertThat(service.offered(release)).isEmpty();
    assertThat(refused(() -> download(service, release))).isEqualTo("release-unsigned");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  /** What a feed may change after the fact: each makes the signature one of something else. */
  @ParameterizedTest
  @ValueSource(strings = {"version", "file", "size", "sha256", "key", "value", "none", "other"})
  void whatWasNotSignedSoIsNotEvenAskedFor(String lie) throws Exception {
    ObjectNode release = release();
    ObjectNode file = (ObjectNode) release.at("/downloads/0");
    ObjectNode signature = (ObjectNode) file.get("signature");
    switch (lie) {
      case "version" -> release.put("version", "9.0.0"); // an old file as a new version
      case "file" -> file.put("file", "other.deb");
      case "size" -> file.put("size", PACKAGE.length + 1);
      case "sha256" -> file.put("sha256", Signer.sha256(new byte[] {1}));
      case "key" -> signature.put("key", "2026-z");
      case "value" -> signature.put("value", "AAAA");
      case "none" -> file.remove("signature");
      default -> signature.put("value", new Signer("2027-a").sign("0.2.0", NAME, PACKAGE));
    }
    ReleaseService service = service();
    Release read = newest(service, release);
    assertThat(service.offered(read)).isEmpty();
    assertThat(refused(() -> download(service, read))).isEqualTo("release-unsigned");
    assertThat(left()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed", "short", "empty"})
  void aFileThatIsNotTheSignedOneIsDeletedAndSaid(String how) throws Exception {
    ReleaseService service = service();
    Release release = newest(service, release());
    byte[] other = PACKAGE.clone();
    other[100] ^= 1;
    answer(
        switch (how) {
          case "changed" -> other;
          case "short" -> java.util.Arrays.copyOf(PACKAGE, 100);
          default -> new byte[0];
        });
    assertThat(refused(() -> download(service, release))).isEqualTo("release-differs");
    assertThat(left()).isEmpty();
  }

  @Test
  void aFileThatDoesNotEndIsNotReadToItsEnd() throws Exception {
    ReleaseService service = service();
    Release release = newest(service, release());
    server.enqueue(
        new MockResponse.Builder()
            .chunkedBody(new Buffer().write(new byte[PACKAGE.length * 50]), 8192)
            .build());
    assertThat(refused(() -> download(service, release))).isEqualTo("answer-too-large");
    assertThat(left()).isEmpty();
  }

  @Test
  void whatIsGoneOrASignInPageIsSaid() throws Exception {
    ReleaseService service = service();
    Release release = newest(service, release());
    server.enqueue(new MockResponse.Builder().code(404).build());
    assertThat(refused(() -> download(service, release))).isEqualTo("release-gone");
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .body("<!doctype html><html>sign in")
            .build());
    assertThat(refused(() -> download(service, release))).isEqualTo("unexpected-web-page");
    assertThat(left()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    ReleaseService service = service();
    Release release = newest(service, release());
    Files.writeString(folder.resolve("Downloads"), "a file");
    assertThat(refused(() -> download(service, release))).isEqualTo("release-not-written");
  }

  @Test
  void stoppingLeavesNothing() throws Exception {
    ReleaseService service = service();
    Release release = newest(service, release());
    answer(PACKAGE);
    Cancellation cancellation = new Cancellation();
    CancellationException e =
        catchThrowableOfType(
            CancellationException.class,
            () ->
                service.download(
                    release,
                    folder.resolve("Downloads"),
                    (done, total) -> cancellation.cancel(),
                    cancellation));
    assertThat(e).isNotNull();
    assertThat(left()).isEmpty();
  }

  @Test
  void aFeedThatIsHugeGarbageOrAPageDoesNoHarm() {
    answer("{\"releases\":[\"" + "x".repeat(2 << 20) + "\"]}");
    assertThat(refused(() -> service().ask(Cancellation.none()))).isEqualTo("answer-too-large");
    answer("\u0000\u0001garbage");
    assertThat(refused(() -> service().ask(Cancellation.none()))).isEqualTo("feed-unreadable");
    answer("<html>sign in</html>");
    assertThat(refused(() -> service().ask(Cancellation.none()))).isEqualTo("unexpected-web-page");
    server.enqueue(new MockResponse.Builder().code(404).build());
    assertThat(refused(() -> service().ask(Cancellation.none()))).isEqualTo("feed-missing");
  }

  @Test
  void aFeedThatSendsElsewhereIsJudgedLikeEveryAddress() {
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", "http://169.254.169.254/latest/meta-data")
            .build());
    assertThat(refused(() -> service().ask(Cancellation.none()))).isEqualTo("address-refused");
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "file:///etc/passwd").build());
    assertThat(refused(() -> service().ask(Cancellation.none()))).isNotEmpty();
  }

  @Test
  void aFeedThatIsNotThereIsANetworkProblem() {
    ReleaseService service = service();
    server.close();
    assertThat(refused(() -> service.ask(Cancellation.none()))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://a.b/feed", "ftp://a.b", "file:///etc", "a.b", "", "https://u:p@a.b/x"})
  void whatCouldBeChangedOnItsWayIsNoFeed(String address) {
    assertThat(ReleaseService.feed(address)).isEmpty();
  }

  @Test
  void anAddressThatIsSafeIsOne() {
    assertThat(ReleaseService.feed(" https://a.b/feed.json "))
        .contains(URI.create("https://a.b/feed.json"));
    assertThat(ReleaseService.feed("http://localhost:8080/feed.json")).isPresent();
  }
}
