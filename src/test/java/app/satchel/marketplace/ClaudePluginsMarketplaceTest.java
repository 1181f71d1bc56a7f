package app.satchel.marketplace;

import static app.satchel.marketplace.Service.code;
import static app.satchel.marketplace.Service.json;
import static app.satchel.marketplace.Service.never;
import static app.satchel.marketplace.Service.row;
import static app.satchel.marketplace.Service.status;
import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.Namespace;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaudePluginsMarketplaceTest {
  private static final Namespace NAMESPACE = new Namespace("o", "r", "s");

  private Service service;

  @BeforeEach
  void start() throws Exception {
    service = new Service();
  }

  @AfterEach
  void stop() {
    service.close();
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
    Listing listing = TestListings.from(null, service.base() + "/raw/SKILL.md", null);

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
    Listing listing = TestListings.from(null, service.base() + "/raw/SKILL.md", null);

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
      assertThat(
              code(
                  () -> service.marketplace().skillMd(TestListings.from(null, raw, null), never())))
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
            code(
                () ->
                    known.skillMd(
                        TestListings.from(null, "http://example.org/SKILL.md", null), never())))
        .isEqualTo("address-insecure");
    assertThat(
            code(
                () -> known.skillMd(TestListings.from(null, service.base() + "/x", null), never())))
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
    assertThat(RawAddress.of(TestListings.from("https://example.org/o/r/tree/main/s", null, null)))
        .isEmpty();
    assertThat(RawAddress.of(TestListings.from(null, null, null))).isEmpty();
  }

  private String raw(String sourceUrl, String directory) {
    return RawAddress.of(TestListings.from(sourceUrl, null, directory)).orElseThrow().toString();
  }

  // Installs

  @Test
  void anInstallIsReportedOnceWhateverComesBack() throws Exception {
    service.always(_ -> status(503));

    assertThat(code(() -> service.marketplace().reportInstall(NAMESPACE, never())))
        .isEqualTo("server-error");
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(service.server.takeRequest().getTarget()).isEqualTo("/api/skills/o/r/s/install");
  }
}
