package app.satchel.ui.discover;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.catalog.CatalogPage;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.SearchQuery;
import app.satchel.marketplace.Sort;
import app.satchel.marketplace.TestListings;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.QueuedBackground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscoverModelTest {
  private final QueuedBackground background = new QueuedBackground();
  private final List<SearchQuery> asked = new ArrayList<>();
  private final List<Cancellation> cancellations = new ArrayList<>();
  private DiscoverModel.Search answer =
      (query, source, cancellation, meanwhile) -> page(query.text() + "-1");

  private final DiscoverModel model =
      new DiscoverModel(
          (query, source, cancellation, meanwhile) -> {
            asked.add(query);
            cancellations.add(cancellation);
            return answer.search(query, source, cancellation, meanwhile);
          },
          background);

  static Listing listing(String skill) {
    return TestListings.named(skill);
  }

  static CatalogPage page(String... skills) {
    return new CatalogPage(
        List.of(skills).stream().map(DiscoverModelTest::listing).toList(),
        skills.length,
        true,
        Duration.ofMillis(3),
        List.of(),
        false);
  }

  private List<String> names() {
    return model.rows().stream().map(Listing::name).toList();
  }

  @Test
  void aLateAnswerNeverOverwritesANewerQuestion() {
    model.queryProperty().set("old");
    background.take(0).run(); // the rest after the keystroke is over: "old" is on its way
    Runnable oldAnswer = background.take(0);
    model.queryProperty().set("new");
    background.runAll();
    assertThat(names()).containsExactly("new-1");

    oldAnswer.run();

    assertThat(names()).containsExactly("new-1");
  }

  @Test
  void everyKeystrokeCancelsTheQuestionBefore() {
    model.queryProperty().set("p");
    background.runAll();
    model.queryProperty().set("py");

    assertThat(cancellations).hasSize(1);
    assertThat(cancellations.getFirst().cancelled()).isTrue();
  }

  @Test
  void keystrokesInARowAskOnce() {
    for (String typed : List.of("p", "py", "pyt", "pyth")) {
      model.queryProperty().set(typed);
    }
    background.runAll();

    assertThat(asked).extracting(SearchQuery::text).containsExactly("pyth");
  }

  @Test
  void selectsTheFirstRowAndKeepsASelectionThatIsStillThere() {
    answer = (query, source, cancellation, meanwhile) -> page("a", "b", "c");
    model.refresh();
    background.runAll();
    assertThat(model.selectedProperty().get().name()).isEqualTo("a");

    model.selectedProperty().set(model.rows().get(1));
    answer = (query, source, cancellation, meanwhile) -> page("c", "b");
    model.refresh();
    background.runAll();

    assertThat(model.selectedProperty().get().name()).isEqualTo("b");
  }

  @Test
  void anEmptyAnswerIsNoneAndAFailureSaysWhy() {
    answer = (query, source, cancellation, meanwhile) -> page();
    model.refresh();
    background.runAll();
    assertThat(model.stateProperty().get()).isEqualTo(DiscoverModel.State.NONE);

    Problem offline =
        new Problem(ProblemKind.NETWORK, "unreachable", "Nobody answers.", "", "", "");
    answer =
        (query, source, cancellation, meanwhile) -> {
          throw new ProblemException(offline);
        };
    model.refresh();
    background.runAll();

    assertThat(model.stateProperty().get()).isEqualTo(DiscoverModel.State.FAILED);
    assertThat(model.problemProperty().get()).isEqualTo(offline);
    assertThat(model.selectedProperty().get()).isNull();
  }

  @Test
  void morePagesAreAppendedWithoutRepeats() {
    List<String> first = IntStream.range(0, DiscoverModel.PAGE).mapToObj(i -> "s" + i).toList();
    answer =
        (query, source, cancellation, meanwhile) ->
            query.offset() == 0
                ? new CatalogPage(
                    first.stream().map(DiscoverModelTest::listing).toList(),
                    32,
                    true,
                    Duration.ZERO,
                    List.of(),
                    true)
                : page("s29", "s30");
    model.refresh();
    background.runAll();
    model.loadMore();
    model.loadMore(); // a second wish while the first is on its way asks nobody
    background.runAll();

    assertThat(asked).extracting(SearchQuery::offset).containsExactly(0, DiscoverModel.PAGE);
    assertThat(names()).hasSize(31).doesNotHaveDuplicates().endsWith("s30");
  }

  @Test
  void aFurtherPageOfAnOldQuestionIsDropped() {
    answer =
        (query, source, cancellation, meanwhile) ->
            new CatalogPage(
                List.of(listing(query.text() + query.offset())),
                90,
                true,
                Duration.ZERO,
                List.of(),
                true);
    model.refresh();
    background.runAll();
    model.loadMore();
    Runnable lateMore = background.take(0);
    model.queryProperty().set("next");
    background.runAll();
    lateMore.run();

    assertThat(names()).containsExactly("next0");
  }

  @Test
  void theOrderAndTheSourceAskAnew() {
    List<String> sources = new ArrayList<>();
    answer =
        (query, source, cancellation, meanwhile) -> {
          sources.add(source);
          return page("x");
        };
    model.sortProperty().set(Sort.STARS);
    background.runAll();
    model.sourceProperty().set("samples");
    background.runAll();

    assertThat(asked).extracting(SearchQuery::sort).containsExactly(Sort.STARS, Sort.STARS);
    assertThat(sources).containsExactly(null, "samples");
  }

  @Test
  void whatIsThereSoFarIsShownWhileAnotherIsStillSilent() {
    List<List<String>> seen = new ArrayList<>();
    answer =
        (query, source, cancellation, meanwhile) -> {
          meanwhile.accept(page("near"));
          seen.add(names());
          assertThat(model.summaryProperty().get().waiting()).isTrue();
          return page("far", "near");
        };
    model.refresh();
    background.runAll();

    assertThat(seen).containsExactly(List.of("near"));
    assertThat(names()).containsExactly("far", "near");
    assertThat(model.summaryProperty().get().waiting()).isFalse();
    assertThat(model.selectedProperty().get().name()).isEqualTo("near");
  }

  @Test
  void nothingSoFarIsNotNothing() {
    answer =
        (query, source, cancellation, meanwhile) -> {
          meanwhile.accept(page());
          assertThat(model.stateProperty().get()).isEqualTo(DiscoverModel.State.LOADING);
          return page("late");
        };
    model.refresh();
    background.runAll();

    assertThat(names()).containsExactly("late");
  }
}
