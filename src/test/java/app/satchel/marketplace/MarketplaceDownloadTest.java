package app.satchel.marketplace;

import static app.satchel.marketplace.Service.code;
import static app.satchel.marketplace.Service.json;
import static app.satchel.marketplace.Service.never;
import static app.satchel.marketplace.Service.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ZIP of a skill: fetched whole or not at all, and named when it is none. */
class MarketplaceDownloadTest {
  @TempDir Path folder;
  private Service service;

  @BeforeEach
  void start() throws Exception {
    service = new Service();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static MockResponse zip(byte[] bytes) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/zip")
        .body(new Buffer().write(bytes))
        .build();
  }

  private Optional<Path> download(Marketplace marketplace) {
    return marketplace.download(
        TestListings.from("https://github.com/o/r/tree/main/s", null, null),
        folder.resolve("s.zip"),
        Progress.silent(),
        never());
  }

  private List<String> left() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDownloadIsWrittenWholeAndCounted() throws Exception {
    byte[] bytes = Zips.of("s/SKILL.md", Zips.skillMd("s"));
    service.then(zip(bytes));
    List<Long> told = new ArrayList<>();

    Optional<Path> file =
        service
            .marketplace()
            .download(
                TestListings.from(null, null, null),
                folder.resolve("s.zip"),
                (done, total) -> {
                  told.add(done);
                  assertThat(total).isEqualTo(bytes.length);
                },
                never());

    assertThat(file.orElseThrow()).hasBinaryContent(bytes);
    assertThat(told).startsWith(0L).endsWith((long) bytes.length).isSorted();
    assertThat(left()).containsExactly("s.zip");
    assertThat(service.server.takeRequest().getTarget())
        .isEqualTo("/api/download?namespace=%40o%2Fr%2Fs");
  }

  @Test
  void aCutDownloadIsRepeatedAndNeverHalf() {
    byte[] bytes = Zips.of("s/SKILL.md", Zips.skillMd("s"), "s/a", "x".repeat(50_000));
    MockResponse cut =
        new MockResponse.Builder()
            .body(new Buffer().write(bytes))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build();
    service.then(cut, zip(bytes));
    assertThat(download(service.marketplace())).isPresent();

    service.then(cut, cut, cut);
    assertThat(code(() -> download(service.marketplace()))).isEqualTo("answer-cut");
    assertThat(left()).containsExactly("s.zip");
  }

  @Test
  void aZipCutBeforeItWasSentIsFetchedAgainAndThenNamed() {
    byte[] bytes = Zips.of("s/SKILL.md", Zips.skillMd("s"));
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    service.then(zip(cut), zip(bytes));
    assertThat(download(service.marketplace())).isPresent();

    service.always(_ -> zip(cut));
    int before = service.server.getRequestCount();
    assertThat(code(() -> download(service.marketplace()))).isEqualTo("zip-truncated");
    assertThat(service.server.getRequestCount() - before).isEqualTo(3);
  }

  @Test
  void otherThingsThanAZipAreNamed() {
    service.then(Service.page(), json("{\"sourceRef\":\"public-github\"}"), zip(new byte[0]));
    Marketplace marketplace = service.marketplace();

    assertThat(code(() -> download(marketplace))).isEqualTo("unexpected-web-page");
    assertThat(code(() -> download(marketplace))).isEqualTo("download-not-zip");
    assertThat(code(() -> download(marketplace))).isEqualTo("download-not-zip");
    assertThat(left()).isEmpty();
  }

  @Test
  void aSkillTheSiteDoesNotKnowIsEmpty() {
    service.then(status(404));

    assertThat(download(service.marketplace())).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void aDownloadBeyondTheLimitIsNotKept() {
    service.then(
        new MockResponse.Builder().body("PK").setHeader("Content-Length", 33L << 20).build());

    assertThat(code(() -> download(service.marketplace()))).isEqualTo("answer-too-large");
    assertThat(left()).isEmpty();
  }

  @Test
  void cancellingLeavesNothing() {
    service.then(zip(Zips.of("s/SKILL.md", "x".repeat(100_000))));
    Cancellation cancellation = new Cancellation();

    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () ->
                    service
                        .marketplace()
                        .download(
                            TestListings.from(null, null, null),
                            folder.resolve("s.zip"),
                            (done, _) -> cancellation.cancel(),
                            cancellation)))
        .isNotNull();
    assertThat(left()).isEmpty();
  }

  @Test
  void whenTheSiteFailsTheZipMakerIsAsked() throws Exception {
    byte[] bytes = Zips.of("SKILL.md", Zips.skillMd("s"));
    service.always(request -> request.getTarget().startsWith("/zip?") ? zip(bytes) : status(502));
    URI base = service.base();
    Marketplace two =
        new ClaudePluginsMarketplace("two", base, base, base, service.http(service.settings(null)));

    assertThat(download(two)).isPresent();
    assertThat(service.server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void whenBothFailTheSitesTroubleIsTold() {
    service.always(request -> status(request.getTarget().startsWith("/zip?") ? 404 : 502));
    URI base = service.base();
    Marketplace two =
        new ClaudePluginsMarketplace("two", base, base, base, service.http(service.settings(null)));

    assertThat(code(() -> download(two))).isEqualTo("server-error");
    assertThat(left()).isEmpty();
  }

  @Test
  void lookingAtAPublicSkillTakesTheWayThatCountsNothing() throws Exception {
    service.then(zip(Zips.of("SKILL.md", Zips.skillMd("s"))));
    MarketplaceConfig known = BuiltInMarketplaces.get().getFirst();
    Marketplace watched =
        new ClaudePluginsMarketplace(
            new MarketplaceConfig("known", known.site(), known.registry(), service.base()),
            service.http(service.settings(null)));

    assertThat(watched.countsDownloads()).isTrue();
    assertThat(
            watched.downloadUncounted(
                TestListings.from("https://github.com/o/r/tree/main/s", null, null),
                folder.resolve("s.zip"),
                Progress.silent(),
                never()))
        .isPresent();
    assertThat(service.server.takeRequest().getTarget())
        .isEqualTo("/zip?source=https%3A%2F%2Fgithub.com%2Fo%2Fr%2Ftree%2Fmain%2Fs");
    assertThat(
            watched.downloadUncounted(
                TestListings.from(null, null, null),
                folder.resolve("t.zip"),
                Progress.silent(),
                never()))
        .isEmpty();
  }
}
