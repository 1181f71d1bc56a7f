package app.satchel.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.assembly.AssemblyOptions.Marketplaces;
import app.satchel.problem.ProblemException;
import app.satchel.release.ReleaseKeys;
import app.satchel.release.Signer;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import app.satchel.workspace.MemoryApiKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfUpdatesTest {
  private static final Instant NOW = Instant.parse("2027-02-01T10:00:00Z");

  @TempDir Path folder;

  private final MockWebServer server = new MockWebServer();
  private Assembly assembly;
  private Instant now = NOW;

  @BeforeEach
  void start() throws Exception {
    server.start();
    assembly =
        Assembly.of(
            new AssemblyOptions(
                folder.resolve("state"),
                List.of(),
                Marketplaces.CONFIGURED,
                false,
                Map.of("HOME", folder.resolve("person").toString()),
                new MemoryApiKeys(),
                false));
  }

  @AfterEach
  void stop() {
    assembly.close();
    server.close();
  }

  private SelfUpdates updates(String version, ReleaseKeys keys) {
    return assembly.updates(version, keys, () -> now);
  }

  private SelfUpdates updates() {
    return updates("0.1.0", ReleaseKeys.bundled());
  }

  private void on() {
    SelfUpdates updates = updates();
    updates.choose(updates.choices().withDaily(true).withFeed(server.url("/feed.json").uri()));
  }

  private void answer(String version) throws Exception {
    Signer signer = new Signer("k");
    server.enqueue(
        new MockResponse.Builder()
            .body(
                Signer.feed(
                        signer.release(
                            version, "linux", "x.deb", new byte[] {1}, "https://a.b/x.deb"))
                    .toString())
            .build());
  }

  @Test
  void nothingIsAskedUntilThePersonSaysSo() {
    SelfUpdates updates = updates();
    assertThat(updates.choices().daily()).isFalse();
    assertThat(updates.due()).isFalse();
    updates.choose(updates.choices().withFeed(server.url("/feed.json").uri()));
    assertThat(updates.due()).isFalse();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void withoutAFeedThereIsNothingToAsk() {
    SelfUpdates updates = updates();
    updates.choose(updates.choices().withDaily(true));
    assertThat(updates.due()).isFalse();
    ProblemException e =
        catchThrowableOfType(ProblemException.class, () -> updates.look(Cancellation.none()));
    assertThat(e.problem().code()).isEqualTo("no-feed");
  }

  @Test
  void itIsDueOnceADayAlsoWhenTheFeedFails() throws Exception {
    on();
    assertThat(updates().due()).isTrue();
    answer("0.2.0");
    assertThat(updates().look(Cancellation.none()).release().version().toString())
        .isEqualTo("0.2.0");
    assertThat(updates().due()).isFalse();
    now = NOW.plus(Duration.ofHours(23));
    assertThat(updates().due()).isFalse();
    now = NOW.plus(Duration.ofHours(25));
    assertThat(updates().due()).isTrue();

    server.enqueue(new MockResponse.Builder().body("garbage").build());
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> updates().look(Cancellation.none())))
        .isNotNull();
    assertThat(updates().due()).isFalse();

    // A clock that was put back must not silence it for years.
    now = NOW.minus(Duration.ofDays(900));
    assertThat(updates().due()).isTrue();
  }

  @Test
  void whatIsNotNewerIsNotOffered() throws Exception {
    on();
    answer("0.1.0");
    assertThat(updates().look(Cancellation.none()).release()).isNull();
    answer("0.2.0-rc.1");
    assertThat(updates().look(Cancellation.none()).release()).isNull();
    updates().choose(updates().choices().withPreReleases(true));
    answer("0.2.0-rc.1");
    assertThat(updates().look(Cancellation.none()).release()).isNotNull();
  }

  @Test
  void aProgramThatWasNotReleasedAsksNobody() {
    on();
    SelfUpdates updates = updates("development", ReleaseKeys.bundled());
    assertThat(updates.due()).isFalse();
    ProblemException e =
        catchThrowableOfType(ProblemException.class, () -> updates.look(Cancellation.none()));
    assertThat(e.problem().code()).isEqualTo("not-released");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aDownloadGoesIntoThePersonsFolder() throws Exception {
    on();
    byte[] bytes = "package".getBytes();
    Signer signer = new Signer("k");
    String system =
        System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT).startsWith("linux")
            ? "linux"
            : "other";
    org.junit.jupiter.api.Assumptions.assumeTrue(system.equals("linux"));
    var release =
        signer.release("0.2.0", system, "x.tar.gz", bytes, server.url("/x.tar.gz").toString());
    ((com.fasterxml.jackson.databind.node.ObjectNode) release.at("/downloads/0"))
        .put("arch", System.getProperty("os.arch").equals("amd64") ? "x64" : "aarch64");
    server.enqueue(new MockResponse.Builder().body(Signer.feed(release).toString()).build());
    server.enqueue(new MockResponse.Builder().body(new Buffer().write(bytes)).build());

    SelfUpdates updates = updates("0.1.0", signer.keys());
    SelfUpdates.Found found = updates.look(Cancellation.none());
    assertThat(found.downloadable()).isTrue();
    Path file = updates.download(found.release(), null, Progress.silent(), Cancellation.none());

    assertThat(file).isEqualTo(folder.resolve("person/Downloads/x.tar.gz")).hasBinaryContent(bytes);
    assertThat(updates.page(found.release()))
        .contains(URI.create("https://satchel.example/download"));
  }
}
