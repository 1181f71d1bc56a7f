package app.satchel.marketplace;

import static app.satchel.marketplace.Service.json;
import static app.satchel.marketplace.Service.never;
import static app.satchel.marketplace.Service.row;
import static app.satchel.marketplace.Service.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
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

class ClaudePluginsMarketplaceTest {
  private static final Namespace NAMESPACE = new Namespace("o", "r", "s");

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

  private Listing listing(String sourceUrl, String rawFileUrl, String directory) {
    return new Listing(
        NAMESPACE,
        "s",
        null,
        null,
        null,
        null,
        null,
        null,
        sourceUrl == null ? null : URI.create(sourceUrl),
        rawFileUrl == null ? null : URI.create(rawFileUrl),
        directory,
        List.of(),
        "test");
  }

  private static String code(Runnable work) {
    return catchThrowableOfType(ProblemException.class, work::run).problem().code();
  }

  // One skill

  @Test
  void aSkillIsAskedForWithTheSignAndThenWithout() throws Exception {
    service.then(status(404), json(row("@o/r/s")));

    Optional<Listing> found = service.marketplace().skill(NAMESPACE, never());

    assertThat(found).map(Listing::namespace).contains(NAMESPACE);
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/api/skills/@o/r/s");
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/api/skills/o/r/s");
  }

  @Test
  void segmentsAreEncodedOneByOne() throws Exception {
    service.then(status(404), status(404));
    Namespace odd = new Namespace("ö", "a+b", "c&d.md");

    assertThat(service.marketplace().skill(odd, never())).isEmpty();
    assertThat(service.server.takeRequest().getTarget())
        .isEqualTo("/api/skills/@%C3%B6/a%2Bb/c%26d.md");
  }

  @Test
  void anAnswerAboutAnotherSkillIsNone() {
    service.then(json(row("@evil/r/s")));

    assertThat(service.marketplace().skill(NAMESPACE, never())).isEmpty();
  }

  @Test
  void aSkillMayComeWrappedOrWithoutItsNamespace() {
    service.then(
        json("{\"skill\":{\"name\":\"x\"}}"), json("{\"error\":\"none\"}"), json(" null "));

    assertThat(service.marketplace().skill(NAMESPACE, never())).map(Listing::name).contains("x");
    assertThat(service.marketplace().skill(NAMESPACE, never())).isEmpty();
    assertThat(service.marketplace().skill(NAMESPACE, never())).isEmpty();
  }

  // Resolve

  @Test
  void resolvingReadsAllPages() throws Exception {
    service.then(
        json(
            "{\"status\":\"success\",\"skills\":["
                + "{\"namespace\":\"@o/r/a\",\"name\":\"a\",\"relDir\":\"skills/a\"},"
                + "{\"namespace\":\"@o/r/b\",\"relDir\":\".\"},{\"namespace\":\"?\"}],"
                + "\"page\":{\"hasMore\":true}}"),
        json(
            "{\"status\":\"success\",\"skills\":[{\"namespace\":\"@o/r/b\"},"
                + "{\"namespace\":\"@o/r/c\",\"relDir\":\"../up\"}],\"page\":{\"hasMore\":false}}"));

    List<ResolvedSkill> found = service.marketplace().resolve("o/r", never());

    assertThat(found).extracting(ResolvedSkill::name).containsExactly("a", "b", "c");
    assertThat(found).extracting(ResolvedSkill::directory).containsExactly("skills/a", ".", ".");
    assertThat(service.server.takeRequest().getBody().utf8())
        .contains("\"target\":\"o/r\"", "\"limit\":100", "\"offset\":0");
    assertThat(service.server.takeRequest().getBody().utf8()).contains("\"offset\":3");
  }

  @Test
  void aResolveQuestionIsRepeatedLikeAGet() {
    service.then(status(503), json("{\"status\":\"success\",\"skills\":[" + row("@o/r/s") + "]}"));

    assertThat(service.marketplace().resolve("o", never())).hasSize(1);
  }

  @Test
  void nothingFoundIsNoTroubleAndTroubleIsNotNothing() {
    service.then(
        status(404),
        json("{\"status\":\"error\",\"error\":\"Repository not found\"}"),
        json("{\"status\":\"error\",\"error\":\"GitHub token pool is empty\"}"));
    Marketplace marketplace = service.marketplace();

    assertThat(marketplace.resolve("o/none", never())).isEmpty();
    assertThat(marketplace.resolve("o/none", never())).isEmpty();
    assertThat(code(() -> marketplace.resolve("o/r", never()))).isEqualTo("marketplace-error");
  }

  // SKILL.md

  @Test
  void theTextIsReadFromWhereTheListingSays() {
    service.then(new MockResponse.Builder().body("---\nname: s\n---\n").build(), status(404));
    Marketplace marketplace = service.marketplace();
    Listing listing = listing(null, service.base() + "/raw/SKILL.md", null);

    assertThat(marketplace.skillMd(listing, never()))
        .hasValueSatisfying(bytes -> assertThat(bytes).startsWith("---".getBytes()));
    assertThat(marketplace.skillMd(listing, never())).isEmpty();
  }

  @Test
  void aWebPageIsNoSkillMdButMarkdownOfTheWrongTypeIs() {
    service.then(
        Service.page(),
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html; charset=utf-8")
            .body("---\nname: s\n---\n")
            .build());
    Marketplace marketplace = service.marketplace();
    Listing listing = listing(null, service.base() + "/raw/SKILL.md", null);

    assertThat(code(() -> marketplace.skillMd(listing, never()))).isEqualTo("unexpected-web-page");
    assertThat(marketplace.skillMd(listing, never())).isPresent();
  }

  @Test
  void aListingCannotSendUsToANeighbour() {
    for (String raw :
        List.of(
            "http://127.0.0.1:1/SKILL.md",
            "http://192.168.0.1/SKILL.md",
            "http://[::1]/SKILL.md")) {
      assertThat(code(() -> service.marketplace().skillMd(listing(null, raw, null), never())))
          .isEqualTo("address-refused");
    }
    assertThat(service.server.getRequestCount()).isZero();
  }

  @Test
  void thePublicServiceIsNotFollowedToUnprotectedAddresses() {
    Marketplace known =
        new ClaudePluginsMarketplace(
            BuiltInMarketplaces.get().getFirst(), service.http(service.settings(null)));

    assertThat(
            code(() -> known.skillMd(listing(null, "http://example.org/SKILL.md", null), never())))
        .isEqualTo("address-insecure");
    assertThat(code(() -> known.skillMd(listing(null, service.base() + "/x", null), never())))
        .isEqualTo("address-insecure");
  }

  @Test
  void theTextsPlaceIsWorkedOutOfTheGitHubAddress() {
    String tree = "https://github.com/o/r/tree/";
    assertThat(raw(tree + "main/skills/s", "skills/s")).endsWith("/o/r/main/skills/s/SKILL.md");
    assertThat(raw(tree + "master/s", null)).endsWith("/o/r/master/s/SKILL.md");
    assertThat(raw(tree + "feature/x/skills/s", "skills/s"))
        .endsWith("/o/r/feature/x/skills/s/SKILL.md");
    assertThat(raw(tree + "main/SKILL.md", null)).endsWith("/o/r/main/SKILL.md");
    assertThat(raw(tree + "main", ".")).endsWith("/o/r/main/SKILL.md");
    assertThat(raw(null, "skills/s")).endsWith("/o/r/HEAD/skills/s/SKILL.md");
    assertThat(RawAddress.of(listing("https://example.org/o/r/tree/main/s", null, null))).isEmpty();
    assertThat(RawAddress.of(listing(null, null, null))).isEmpty();
  }

  private String raw(String sourceUrl, String directory) {
    return RawAddress.of(listing(sourceUrl, null, directory)).orElseThrow().toString();
  }

  // Download

  private static MockResponse zip(byte[] bytes) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/zip")
        .body(new Buffer().write(bytes))
        .build();
  }

  private Optional<Path> download(Marketplace marketplace) {
    return marketplace.download(
        listing("https://github.com/o/r/tree/main/s", null, null),
        folder.resolve("s.zip"),
        Progress.silent(),
        never());
  }

  private List<String> left() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
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
                listing(null, null, null),
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
                            listing(null, null, null),
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
                listing("https://github.com/o/r/tree/main/s", null, null),
                folder.resolve("s.zip"),
                Progress.silent(),
                never()))
        .isPresent();
    assertThat(service.server.takeRequest().getTarget())
        .isEqualTo("/zip?source=https%3A%2F%2Fgithub.com%2Fo%2Fr%2Ftree%2Fmain%2Fs");
    assertThat(
            watched.downloadUncounted(
                listing(null, null, null), folder.resolve("t.zip"), Progress.silent(), never()))
        .isEmpty();
  }

  @Test
  void anInstallIsReportedOnceWhateverComesBack() throws Exception {
    service.always(_ -> status(503));

    assertThat(code(() -> service.marketplace().reportInstall(NAMESPACE, never())))
        .isEqualTo("server-error");
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/api/skills/o/r/s/install");
  }
}
