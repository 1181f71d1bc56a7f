package app.satchel.catalog;

import static app.satchel.catalog.FakeMarketplace.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.marketplace.Listing;
import app.satchel.marketplace.Marketplace;
import app.satchel.marketplace.ResolvedSkill;
import app.satchel.marketplace.SearchQuery;
import app.satchel.marketplace.Sort;
import app.satchel.problem.ProblemException;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CatalogTest {
  private static final FakeMarketplace FIRST =
      new FakeMarketplace(
          "first",
          row("first", "@o/r/a", 5),
          row("first", "@o/r/b", null),
          row("first", "@o/r/c", 1));
  private static final FakeMarketplace SECOND =
      new FakeMarketplace(
          "second",
          row("second", "@o/r/c", 9),
          row("second", "@o/r/d", 7),
          row("second", "@x/r/e", 2));

  private static Catalog of(Marketplace... marketplaces) {
    return new Catalog(List.of(marketplaces), Duration.ofMillis(50));
  }

  private static SearchQuery query(Sort sort) {
    return new SearchQuery("", sort, 20, 0);
  }

  private static List<String> names(CatalogPage page) {
    return page.skills().stream().map(Listing::name).toList();
  }

  private static Namespace namespace(String text) {
    return Namespace.parse(text).orElseThrow();
  }

  @Test
  void answersAreTakenInTurnEachSkillOnce() {
    CatalogPage page = of(FIRST, SECOND).search(query(Sort.RELEVANCE), Cancellation.none());

    assertThat(names(page)).containsExactly("a", "c", "b", "d", "e");
    assertThat(page.skills().get(1).source()).isEqualTo("first");
    assertThat(page.complete()).isTrue();
    assertThat(page.total()).isEqualTo(6);
    assertThat(page.more()).isFalse();
  }

  @Test
  void otherOrdersGoByTheirFieldUnknownLast() {
    CatalogPage page = of(SECOND, FIRST).search(query(Sort.STARS), Cancellation.none());

    assertThat(names(page)).containsExactly("c", "d", "a", "e", "b");
  }

  @Test
  void aGuestIsAskedByItsNameAlone() {
    Catalog catalog = new Catalog(List.of(FIRST), List.of(SECOND));

    assertThat(names(catalog.search(query(Sort.RELEVANCE), Cancellation.none())))
        .containsExactly("a", "b", "c");
    assertThat(catalog.find(namespace("@o/r/d"), Cancellation.none())).isEmpty();
    assertThat(catalog.marketplaces()).containsExactly(FIRST);
    assertThat(catalog.marketplace("second")).contains(SECOND);
  }

  @Test
  void oneSourceMayBeAskedAlone() {
    CatalogPage page =
        of(FIRST, SECOND).search(query(Sort.RELEVANCE), "second", Cancellation.none());

    assertThat(page.skills()).extracting(Listing::source).containsOnly("second");
  }

  @Test
  void pagesFollowEachOther() {
    Catalog catalog = of(FIRST, SECOND);
    CatalogPage first =
        catalog.search(new SearchQuery("", Sort.RELEVANCE, 2, 0), Cancellation.none());
    CatalogPage second =
        catalog.search(new SearchQuery("", Sort.RELEVANCE, 2, 2), Cancellation.none());

    assertThat(names(first)).containsExactly("a", "c", "b", "d");
    assertThat(first.more()).isTrue();
    assertThat(names(second)).containsExactly("c", "e");
    assertThat(second.more()).isFalse();
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthersBack() {
    CatalogPage page =
        of(FakeMarketplace.failing("down"), FIRST)
            .search(query(Sort.RELEVANCE), Cancellation.none());

    assertThat(names(page)).containsExactly("a", "b", "c");
    assertThat(page.complete()).isFalse();
    assertThat(page.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.source()).isEqualTo("down");
              assertThat(failure.problem().code()).isEqualTo("down-down");
            });
  }

  @Test
  void whenAllFailTheFirstOnesProblemIsTold() {
    Catalog catalog = of(FakeMarketplace.failing("one"), FakeMarketplace.failing("two"));

    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> catalog.search(query(Sort.RELEVANCE), Cancellation.none()))
                .problem()
                .code())
        .isEqualTo("down-one");
  }

  @Test
  void oneThatStaysSilentIsNotWaitedForAndStopped() throws Exception {
    FakeMarketplace silent = FakeMarketplace.silent("slow");

    CatalogPage page = of(silent, FIRST).search(query(Sort.RELEVANCE), Cancellation.none());

    assertThat(names(page)).containsExactly("a", "b", "c");
    assertThat(page.failures().getFirst().problem().code()).isEqualTo("source-late");
    assertThat(silent.cancelled.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void cancellingEndsEverything() throws Exception {
    FakeMarketplace one = FakeMarketplace.silent("one");
    FakeMarketplace two = FakeMarketplace.silent("two");
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                of(one, two).search(query(Sort.RELEVANCE), cancellation);
                ended.complete(null);
              } catch (RuntimeException e) {
                ended.complete(e);
              }
            });
    one.asked.await();

    cancellation.cancel();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    assertThat(one.cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(two.cancelled.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theFirstMarketplaceThatKnowsASkillIsTaken() {
    Catalog catalog = of(FakeMarketplace.failing("down"), FIRST, SECOND);

    assertThat(catalog.find(namespace("@o/r/c"), Cancellation.none()))
        .map(Listing::source)
        .contains("first");
    assertThat(catalog.find(namespace("@o/r/d"), Cancellation.none()))
        .map(Listing::source)
        .contains("second");
    assertThat(of(FIRST, SECOND).find(namespace("@o/r/zz"), Cancellation.none())).isEmpty();
    assertThatThrownBy(() -> catalog.find(namespace("@o/r/zz"), Cancellation.none()))
        .as("the one that is down may have it")
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void resolvingAsksAll() {
    Catalog catalog = of(FIRST, SECOND);

    assertThat(catalog.resolve("o/r", Cancellation.none()))
        .extracting(ResolvedSkill::name)
        .containsExactly("first", "first", "first", "second");
    assertThat(catalog.resolve("x/none", Cancellation.none())).isEmpty();
    assertThatThrownBy(
            () -> of(FIRST, FakeMarketplace.failing("down")).resolve("no/no", Cancellation.none()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aTextComesFromWhoeverListedIt() {
    assertThat(of(FIRST, SECOND).skillMd(row("second", "@o/r/c", null), Cancellation.none()))
        .hasValue("second".getBytes());
    assertThat(of(FIRST).skillMd(row("gone", "@o/r/c", null), Cancellation.none())).isEmpty();
  }

  @Test
  void noMarketplaceIsNoAnswerAndNoFailure() {
    CatalogPage page = of().search(query(Sort.RELEVANCE), Cancellation.none());

    assertThat(page.skills()).isEmpty();
    assertThat(page.complete()).isTrue();
  }

  @Test
  void whatIsThereSoFarIsToldWhileAnotherIsSilent() {
    FakeMarketplace silent = FakeMarketplace.silent("slow");
    List<CatalogPage> sofar = new ArrayList<>();

    of(silent, FIRST).search(query(Sort.RELEVANCE), null, Cancellation.none(), sofar::add);

    assertThat(sofar).hasSize(1);
    assertThat(sofar.getFirst().complete()).isFalse();
    assertThat(sofar.getFirst().failures()).isEmpty();
    assertThat(sofar.getFirst().skills()).isNotEmpty();
  }
}
