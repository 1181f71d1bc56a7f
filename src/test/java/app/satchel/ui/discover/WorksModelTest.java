package app.satchel.ui.discover;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.catalog.CatalogPage;
import app.satchel.check.requirement.RequirementSummary.Verdict;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.TestListings;
import app.satchel.ui.discover.WorksModel.Answer;
import app.satchel.ui.discover.WorksModel.Filter;
import app.satchel.ui.kit.HandBackground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorksModelTest {
  private static final Map<String, Answer> KNOWN =
      Map.of(
          "works", new Answer(Verdict.WORKS, 0, false),
          "asks-nothing", new Answer(Verdict.WORKS, 0, true),
          "lacks", new Answer(Verdict.MISSING, 2, false),
          "unclear", new Answer(Verdict.CANNOT_TELL, 0, false));

  private final List<List<String>> asked = new ArrayList<>();
  private List<String> names = List.of("works", "lacks", "unclear", "asks-nothing");
  private int pages = 1;

  private static Listing listing(String name) {
    return TestListings.named(name);
  }

  private DiscoverModel discover(HandBackground background) {
    DiscoverModel model =
        new DiscoverModel(
            (query, source, cancellation, meanwhile) -> {
              int page = query.offset() / DiscoverModel.PAGE;
              List<Listing> rows =
                  names.stream()
                      .map(name -> listing(page == 0 ? name : name + "-" + page))
                      .toList();
              return new CatalogPage(rows, 100, true, Duration.ZERO, List.of(), page + 1 < pages);
            },
            background);
    model.refresh();
    return model;
  }

  private WorksModel works(DiscoverModel discover) {
    return new WorksModel(
        discover,
        (rows, cancellation, answer) -> {
          asked.add(rows.stream().map(Listing::name).toList());
          rows.forEach(
              row ->
                  answer.accept(
                      row, KNOWN.getOrDefault(row.name(), new Answer(Verdict.MISSING, 1, false))));
        },
        HandBackground.immediate());
  }

  private static List<String> shown(WorksModel works) {
    return works.shown().stream().map(Listing::name).toList();
  }

  @Test
  void asksNobodyUntilSomebodyWantsToKnow() {
    WorksModel works = works(discover(HandBackground.immediate()));
    assertThat(shown(works)).isEqualTo(names);
    assertThat(asked).isEmpty();
  }

  @Test
  void everyFilterShowsItsRows() {
    WorksModel works = works(discover(HandBackground.immediate()));
    works.filterProperty().set(Filter.WORKS);
    assertThat(shown(works)).containsExactly("works", "asks-nothing");
    works.filterProperty().set(Filter.MISSING);
    assertThat(shown(works)).containsExactly("lacks");
    works.filterProperty().set(Filter.CANNOT_TELL);
    assertThat(shown(works)).containsExactly("unclear");
    assertThat(asked).as("each row is asked about once").containsExactly(names);
    works.filterProperty().set(Filter.ALL);
    assertThat(shown(works)).isEqualTo(names);
    assertThat(works.openProperty().get()).isZero();
  }

  @Test
  void aRowThatIsHiddenDoesNotStaySelected() {
    DiscoverModel discover = discover(HandBackground.immediate());
    WorksModel works = works(discover);
    works.filterProperty().set(Filter.MISSING);
    assertThat(discover.selectedProperty().get().name()).isEqualTo("lacks");
  }

  @Test
  void looksFurtherWhileTooFewFitButNotForEver() {
    pages = 1_000;
    names = IntStream.range(0, 30).mapToObj(i -> "row-" + i).toList();
    WorksModel works = works(discover(HandBackground.immediate()));
    works.filterProperty().set(Filter.WORKS);
    assertThat(works.rows()).isEqualTo(WorksModel.MOST_UNASKED);
    assertThat(works.shown()).isEmpty();
    assertThat(works.canLookFurther()).isTrue();
    works.lookFurther();
    assertThat(works.rows()).isEqualTo(WorksModel.MOST_UNASKED + 30);
  }

  @Test
  void forgetsWhatWasAskedOfAnotherPlace() {
    WorksModel works = works(discover(HandBackground.immediate()));
    works.filterProperty().set(Filter.WORKS);
    works.forget();
    assertThat(asked).hasSize(2);
  }
}
