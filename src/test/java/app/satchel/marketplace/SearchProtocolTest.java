package app.satchel.marketplace;

import static app.satchel.marketplace.Service.answer;
import static app.satchel.marketplace.Service.json;
import static app.satchel.marketplace.Service.never;
import static app.satchel.marketplace.Service.query;
import static app.satchel.marketplace.Service.row;
import static app.satchel.marketplace.Service.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchProtocolTest {
  private Service service;

  @BeforeEach
  void start() throws Exception {
    service = new Service();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static List<String> names(SearchPage page) {
    return page.skills().stream().map(skill -> skill.namespace().toString()).toList();
  }

  @Test
  void everyFieldOfARowIsRead() {
    service.then(
        json(
            """
            {"skills":[{"id":"1","name":"tables","namespace":"@o/r/tables",
              "sourceUrl":"https://github.com/o/r/tree/main/skills/tables","description":" Draws. ",
              "version":1.2,"dependencies":["a",null,"b"],"author":"o","stars":"12","installs":3.0,
              "verified":true,"unknown":{"deep":[1]},
              "metadata":{"repoOwner":"o","directoryPath":"./skills/tables/",
                "rawFileUrl":"/raw/o/r/tables/SKILL.md"},
              "updatedAt":"2026-02-03T04:05:06.000Z"}],"total":1,"limit":20,"offset":0}
            """));

    Listing listing = service.marketplace().search(query(20, 0), never()).skills().getFirst();

    assertThat(listing.name()).isEqualTo("tables");
    assertThat(listing.description()).isEqualTo("Draws.");
    assertThat(listing.version()).isEqualTo("1.2");
    assertThat(listing.dependencies()).containsExactly("a", "b");
    assertThat(listing.stars()).isEqualTo(12);
    assertThat(listing.installs()).isEqualTo(3);
    assertThat(listing.directoryPath()).isEqualTo("skills/tables");
    assertThat(listing.updatedAt()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
    assertThat(listing.sourceUrl())
        .isEqualTo(URI.create("https://github.com/o/r/tree/main/skills/tables"));
    assertThat(listing.rawFileUrl())
        .isEqualTo(URI.create(service.base() + "/raw/o/r/tables/SKILL.md"));
    assertThat(listing.source()).isEqualTo("test");
  }

  @Test
  void onlyTheNamespaceIsNeeded() {
    service.then(
        json(
            """
            {"skills":[
              {"namespace":"@o/r/bare","name":null,"description":null,"stars":null,"installs":-4,
               "metadata":null,"updatedAt":"soon","sourceUrl":"javascript:alert(1)","dependencies":null},
              {"namespace":"@o/r/folded","name":"","description":">"},
              {"namespace":"@o/r/block","description":"|-"},
              {"name":"nobody"},{"namespace":"@o/r"},{"namespace":"@o/../x"},null,7,"text",[]],
             "total":null}
            """));

    SearchPage page = service.marketplace().search(query(20, 0), never());

    assertThat(names(page)).containsExactly("@o/r/bare", "@o/r/folded", "@o/r/block");
    assertThat(page.skills()).extracting(Listing::name).containsExactly("bare", "folded", "block");
    assertThat(page.skills()).extracting(Listing::description).containsOnlyNulls();
    assertThat(page.skills()).extracting(Listing::installs).containsOnlyNulls();
    assertThat(page.skills()).extracting(Listing::sourceUrl).containsOnlyNulls();
    assertThat(page.total()).isNull();
  }

  @Test
  void theQuestionIsEncodedAndHonestAboutWhoAsks() throws Exception {
    service.then(json(answer(0, 0)));

    service.marketplace().search(new SearchQuery("café & crème", Sort.INSTALLS, 7, 14), never());

    RecordedRequest request = service.server.takeRequest();
    assertThat(request.getTarget())
        .isEqualTo(
            "/api/skills?q=caf%C3%A9%20%26%20cr%C3%A8me&limit=7&offset=14&orderBy=downloads&order=desc");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Satchel/0.1.0");
    assertThat(request.getHeaders().get("Cookie")).isNull();
  }

  @Test
  void aRegistryWithoutTheSitesPathIsAskedAtItsOwn() throws Exception {
    service.then(status(404), json(answer(1, 0, row("@o/r/s"))));

    assertThat(names(service.marketplace().search(query(20, 0), never())))
        .containsExactly("@o/r/s");
    service.server.takeRequest();
    assertThat(service.server.takeRequest().getTarget()).startsWith("/api/skills/search?q=pdf");
  }

  @Test
  void moreThanAHundredRowsComeInSeveralPagesWithoutRepeats() {
    service.always(
        request -> {
          int offset = Integer.parseInt(request.getUrl().queryParameter("offset"));
          int limit = Integer.parseInt(request.getUrl().queryParameter("limit"));
          assertThat(limit).isLessThanOrEqualTo(100);
          // The list moved by five while it was read: five rows come twice.
          int first = offset == 0 ? 0 : offset - 5;
          return json(
              answer(
                  1000,
                  offset,
                  IntStream.range(first, first + limit)
                      .mapToObj(i -> row("@o/r/s" + i))
                      .toArray(String[]::new)));
        });

    SearchPage page = service.marketplace().search(query(250, 0), never());

    assertThat(page.skills()).hasSize(245).doesNotHaveDuplicates();
    assertThat(page.nextOffset()).isEqualTo(250);
  }

  @Test
  void aTotalThatShrinksEndsTheList() {
    service.then(json(answer(3, 0, row("@o/r/a"), row("@o/r/b"))), json(answer(2, 2)));
    Marketplace marketplace = service.marketplace();

    assertThat(marketplace.search(query(2, 0), never()).nextOffset()).isEqualTo(2);
    SearchPage second = marketplace.search(query(2, 2), never());

    assertThat(second.skills()).isEmpty();
    assertThat(second.nextOffset()).isNull();
    assertThat(second.total()).isEqualTo(2);
  }

  @Test
  void anEmptyPageIsTheEndWhateverTheTotalSays() {
    service.then(json(answer(49_089, 20)));

    assertThat(service.marketplace().search(query(20, 20), never()).nextOffset()).isNull();
  }

  @Test
  void aPageOfUselessRowsIsNotTheEnd() {
    service.then(json(answer(5, 0, "null", "{}")));

    SearchPage page = service.marketplace().search(query(2, 0), never());

    assertThat(page.skills()).isEmpty();
    assertThat(page.nextOffset()).isEqualTo(2);
  }

  @Test
  void moreRowsThanAskedForAreLeftForTheNextPage() {
    service.then(json(answer(3, 0, row("@o/r/a"), row("@o/r/b"), row("@o/r/c"))));

    SearchPage page = service.marketplace().search(query(2, 0), never());

    assertThat(names(page)).containsExactly("@o/r/a", "@o/r/b");
    assertThat(page.nextOffset()).isEqualTo(2);
  }

  @Test
  void newestFirstIsSortedHereUnknownDatesLast() throws Exception {
    service.always(
        _ ->
            json(
                answer(
                    3,
                    0,
                    "{\"namespace\":\"@o/r/old\",\"updatedAt\":\"2025-01-01T00:00:00Z\"}",
                    "{\"namespace\":\"@o/r/unknown\"}",
                    "{\"namespace\":\"@o/r/new\",\"updatedAt\":\"1780000000000\"}")));
    Marketplace marketplace = service.marketplace();

    SearchPage first = marketplace.search(new SearchQuery("", Sort.UPDATED, 2, 0), never());
    SearchPage second =
        marketplace.search(new SearchQuery("", Sort.UPDATED, 2, first.nextOffset()), never());

    assertThat(names(first)).containsExactly("@o/r/new", "@o/r/old");
    assertThat(names(second)).containsExactly("@o/r/unknown");
    assertThat(second.nextOffset()).isNull();
    assertThat(service.server.takeRequest().getTarget()).doesNotContain("orderBy");
  }

  @Test
  void brokenJsonIsAnUnreadableAnswer() {
    for (String broken :
        List.of(
            "",
            "{",
            "{\"skills\":[{\"namespace\":\"@o/r/s\"}",
            "\"text\"",
            "{\"error\":\"no\"}",
            "[".repeat(5000),
            "{\"skills\":{}}")) {
      service.then(json(broken));
      assertThatThrownBy(() -> service.marketplace().search(query(20, 0), never()))
          .as(broken)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo("unreadable-answer"));
    }
  }

  @Test
  void aPageThatOnlyRepeatsIsTheEnd() {
    service.always(_ -> json(answer(1_000_000, 0, row("@o/r/a"), row("@o/r/b"))));

    SearchPage page = service.marketplace().search(query(100, 0), never());

    assertThat(names(page)).containsExactly("@o/r/a", "@o/r/b");
    assertThat(page.nextOffset()).isNull();
    assertThat(service.server.getRequestCount()).isEqualTo(2);
  }
}
