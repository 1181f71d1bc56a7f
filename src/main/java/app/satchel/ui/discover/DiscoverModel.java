package app.satchel.ui.discover;

import app.satchel.catalog.CatalogPage;
import app.satchel.marketplace.Listing;
import app.satchel.marketplace.SearchQuery;
import app.satchel.marketplace.Sort;
import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Live search: a question, its rows, and what state the answer is in. Knows no control; lives on
 * the UI thread.
 */
public final class DiscoverModel {
  /** Rows asked for at once. */
  static final int PAGE = 30;

  /** Rest after the last keystroke before a marketplace is asked. */
  private static final Duration REST = Duration.ofMillis(140);

  /** Asks all marketplaces; blocks. */
  @FunctionalInterface
  public interface Search {
    /**
     * @param source only this marketplace, or null for all
     * @param meanwhile given what is there so far while a marketplace is still silent
     */
    CatalogPage search(
        SearchQuery query,
        String source,
        Cancellation cancellation,
        Consumer<CatalogPage> meanwhile);
  }

  /** What the list shows. */
  public enum State {
    /** Waiting for the first rows of a question. */
    LOADING,
    RESULTS,
    /** Everybody answered: nothing fits. */
    NONE,
    /** Nobody answered. */
    FAILED
  }

  /**
   * What is known about the answer.
   *
   * @param total skills in all, as far as the marketplaces say
   * @param millis how long the answer took
   * @param failures marketplaces that did not answer
   * @param waiting whether a marketplace is still being waited for
   */
  public record Summary(
      int total, long millis, List<CatalogPage.SourceFailure> failures, boolean waiting) {}

  private final Search search;
  private final Background background;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.RELEVANCE);
  private final StringProperty source = new SimpleStringProperty(null);
  private final ObservableList<Listing> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<Summary> summary =
      new ReadOnlyObjectWrapper<>(new Summary(0, 0, List.of(), false));
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loadingMore = new ReadOnlyBooleanWrapper(false);
  private final ObjectProperty<Listing> selected = new SimpleObjectProperty<>();

  private Cancellation current = Cancellation.none();
  private boolean more;
  private int nextOffset;

  public DiscoverModel(Search search, Background background) {
    this.search = search;
    this.background = background;
    query.subscribe((before, now) -> ask(REST));
    sort.subscribe((before, now) -> ask(Duration.ZERO));
    source.subscribe((before, now) -> ask(Duration.ZERO));
  }

  public StringProperty queryProperty() {
    return query;
  }

  public ObjectProperty<Sort> sortProperty() {
    return sort;
  }

  /** The only marketplace to ask, by name; null for all. */
  public StringProperty sourceProperty() {
    return source;
  }

  public ObservableList<Listing> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Summary> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Why nobody answered; null unless {@link State#FAILED}. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingMoreProperty() {
    return loadingMore.getReadOnlyProperty();
  }

  public ObjectProperty<Listing> selectedProperty() {
    return selected;
  }

  /** Asks the question as it stands now, again. */
  public void refresh() {
    ask(Duration.ZERO);
  }

  private void ask(Duration rest) {
    current.cancel();
    Cancellation mine = new Cancellation();
    current = mine;
    loadingMore.set(false);
    if (rest.isZero()) {
      start(mine);
    } else {
      background.later(rest, mine, () -> start(mine));
    }
  }

  private void start(Cancellation mine) {
    SearchQuery question = new SearchQuery(query.get().strip(), sort.get(), PAGE, 0);
    String only = source.get();
    // Rows of the question before stay while the new answer is on its way: no flicker. Only a
    // place without rows shows that it waits.
    if (rows.isEmpty()) {
      state.set(State.LOADING);
    }
    background.run(
        mine,
        () -> search.search(question, only, mine, page -> meanwhile(page, mine)),
        page -> show(page, false),
        this::fail);
  }

  /** On the working thread: what is there so far, when a person can do something with it. */
  private void meanwhile(CatalogPage page, Cancellation mine) {
    if (!page.skills().isEmpty()) {
      background.onUi(
          () -> {
            if (!mine.cancelled()) {
              show(page, true);
            }
          });
    }
  }

  private void show(CatalogPage page, boolean waiting) {
    problem.set(null);
    Listing before = selected.get();
    // Whoever hears of the rows may ask for the next ones at once.
    more = page.more() && !waiting;
    nextOffset = PAGE;
    if (!rows.equals(page.skills())) {
      rows.setAll(page.skills());
    }
    summary.set(
        new Summary(
            Math.max(page.total(), rows.size()), page.took().toMillis(), page.failures(), waiting));
    state.set(rows.isEmpty() ? State.NONE : State.RESULTS);
    selected.set(
        rows.stream()
            .filter(row -> before != null && row.namespace().equals(before.namespace()))
            .findFirst()
            .orElse(rows.isEmpty() ? null : rows.getFirst()));
  }

  private void fail(Problem why) {
    rows.clear();
    selected.set(null);
    problem.set(why);
    state.set(State.FAILED);
  }

  /** Whether there are further rows. */
  public boolean hasMore() {
    return more;
  }

  /** Fetches the next rows, if there are any and none are on their way. */
  public void loadMore() {
    if (!more || loadingMore.get() || state.get() != State.RESULTS) {
      return;
    }
    loadingMore.set(true);
    Cancellation mine = current;
    SearchQuery question = new SearchQuery(query.get().strip(), sort.get(), PAGE, nextOffset);
    String only = source.get();
    background.run(
        mine,
        () -> search.search(question, only, mine, page -> {}),
        this::append,
        why -> {
          // The rows that are there stay; scrolling on asks again.
          loadingMore.set(false);
        });
  }

  private void append(CatalogPage page) {
    loadingMore.set(false);
    Set<Object> known = new HashSet<>();
    rows.forEach(row -> known.add(row.namespace()));
    List<Listing> fresh = page.skills().stream().filter(row -> known.add(row.namespace())).toList();
    more = page.more() && !page.skills().isEmpty();
    nextOffset += PAGE;
    rows.addAll(fresh);
    summary.set(
        new Summary(
            Math.max(page.total(), rows.size()), summary.get().millis(), page.failures(), false));
  }
}
