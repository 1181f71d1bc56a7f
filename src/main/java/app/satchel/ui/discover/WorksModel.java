package app.satchel.ui.discover;

import app.satchel.check.requirement.RequirementSummary.Verdict;
import app.satchel.marketplace.Listing;
import app.satchel.skill.Namespace;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.transformation.FilteredList;

/**
 * Which of the rows work where the person uses skills. A marketplace does not know, so each row's
 * SKILL.md is read and its requirements are checked, but only while somebody asks for it. Knows no
 * control; lives on the UI thread.
 */
public final class WorksModel {
  /** Rows that fit are looked for until there are this many, as long as there are more rows. */
  static final int WANTED = 10;

  /** Rows looked at for one question without the person asking for more. */
  static final int MOST_UNASKED = 120;

  /** Finds out about rows. */
  @FunctionalInterface
  public interface Works {
    /**
     * Blocks until every row has its answer.
     *
     * @param answer told each row's as soon as it is known, from any thread
     */
    void ask(List<Listing> rows, Cancellation cancellation, BiConsumer<Listing, Answer> answer);
  }

  /**
   * What is known of a row.
   *
   * @param verdict whether it works
   * @param missing how many needed things are missing
   * @param asksForNothing whether its author declares no requirement at all
   */
  public record Answer(Verdict verdict, int missing, boolean asksForNothing) {
    public Answer {
      Objects.requireNonNull(verdict);
    }
  }

  /** Which rows are shown. */
  public enum Filter {
    ALL(null),
    WORKS(Verdict.WORKS),
    MISSING(Verdict.MISSING),
    CANNOT_TELL(Verdict.CANNOT_TELL);

    private final Verdict verdict;

    Filter(Verdict verdict) {
      this.verdict = verdict;
    }
  }

  private final DiscoverModel discover;
  private final Works works;
  private final Background background;
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final ObservableMap<Namespace, Answer> answers = FXCollections.observableHashMap();
  private final FilteredList<Listing> shown;
  private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper(0);
  private Cancellation current = Cancellation.none();

  public WorksModel(DiscoverModel discover, Works works, Background background) {
    this.discover = discover;
    this.works = works;
    this.background = background;
    this.shown = new FilteredList<>(discover.rows());
    discover.rows().addListener((ListChangeListener<Listing>) change -> ask());
    filter.subscribe((before, now) -> filterChanged());
  }

  /** Which rows are shown; others than all are found out about as long as it is set. */
  public ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  /** The rows that are shown. */
  public ObservableList<Listing> shown() {
    return shown;
  }

  /** What is known so far, by the skill's identity. */
  public ObservableMap<Namespace, Answer> answers() {
    return answers;
  }

  /** How many rows have no answer yet; 0 when nobody asks. */
  public ReadOnlyIntegerProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** How many rows are looked at in all. */
  public int rows() {
    return discover.rows().size();
  }

  /** Forgets what is known, because it is asked of another place from now on. */
  public void forget() {
    answers.clear();
    ask();
  }

  /** Looks at further rows. */
  public void lookFurther() {
    discover.loadMore();
  }

  public boolean canLookFurther() {
    return discover.hasMore();
  }

  private void filterChanged() {
    if (filter.get() == Filter.ALL) {
      current.cancel();
      open.set(0);
    } else {
      ask();
    }
    show();
  }

  private void show() {
    Verdict wanted = filter.get().verdict;
    shown.setPredicate(
        wanted == null
            ? null
            : row -> {
              Answer answer = answers.get(row.namespace());
              return answer != null && answer.verdict() == wanted;
            });
    boolean gone =
        discover.selectedProperty().get() == null
            || !shown.contains(discover.selectedProperty().get());
    if (gone && !shown.isEmpty()) {
      discover.selectedProperty().set(shown.getFirst());
    }
  }

  private void ask() {
    current.cancel();
    if (filter.get() == Filter.ALL) {
      return;
    }
    Cancellation mine = new Cancellation();
    current = mine;
    List<Listing> unknown =
        discover.rows().stream().filter(row -> !answers.containsKey(row.namespace())).toList();
    open.set(unknown.size());
    if (unknown.isEmpty()) {
      answered();
      return;
    }
    background.run(
        mine,
        () -> {
          works.ask(unknown, mine, (row, answer) -> background.onUi(() -> take(row, answer, mine)));
          return true;
        },
        _ -> {
          open.set(0);
          answered();
        },
        _ -> open.set(0));
  }

  private void take(Listing row, Answer answer, Cancellation mine) {
    if (!mine.cancelled()) {
      answers.put(row.namespace(), answer);
      open.set(Math.max(0, open.get() - 1));
      show();
    }
  }

  /** With few rows that fit there is nothing to scroll, so further ones are fetched unasked. */
  private void answered() {
    if (shown.size() < WANTED && discover.rows().size() < MOST_UNASKED) {
      discover.loadMore();
    }
  }
}
