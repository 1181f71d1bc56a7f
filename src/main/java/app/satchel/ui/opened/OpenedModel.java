package app.satchel.ui.opened;

import app.satchel.marketplace.Listing;
import app.satchel.opening.Opening;
import app.satchel.opening.SkillLink;
import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.opened.OpenedServices.Answer;
import app.satchel.ui.skill.SkillPageModel;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What was opened with Satchel since it runs, and which of it is shown. Each thing is looked at
 * when it is shown for the first time. Knows no control; lives on the UI thread.
 */
public final class OpenedModel {
  /** Beyond this the oldest give way. */
  static final int MOST = 300;

  /** How far a thing is. */
  public sealed interface State {
    /** Nobody has looked at it yet. */
    record Waiting() implements State {}

    /** It is being read or looked for. */
    record Loading() implements State {}

    /**
     * Its page is shown.
     *
     * @param listing of the page
     */
    record Ready(Listing listing) implements State {}

    /**
     * The person is asked whether an address may be asked for it.
     *
     * @param link what was opened
     * @param address where the skill would be fetched
     */
    record Asking(SkillLink link, URI address) implements State {}

    /**
     * It cannot be shown.
     *
     * @param problem why
     */
    record Failed(Problem problem) implements State {}
  }

  private final OpenedServices services;
  private final Background background;
  private final SkillPageModel page;
  private final ObservableList<Opening> openings = FXCollections.observableArrayList();
  private final Map<Opening, State> states = new HashMap<>();
  private final Map<Opening, Cancellation> running = new HashMap<>();
  private final ObjectProperty<Opening> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();

  /**
   * @param page shows what can be shown
   */
  public OpenedModel(OpenedServices services, SkillPageModel page, Background background) {
    this.services = services;
    this.page = page;
    this.background = background;
    selected.subscribe((before, now) -> turn(now));
  }

  /** The page of what is shown. */
  public SkillPageModel page() {
    return page;
  }

  /** Everything, what came last first. */
  public ObservableList<Opening> openings() {
    return openings;
  }

  /** What is shown; null when there is nothing. */
  public ObjectProperty<Opening> selectedProperty() {
    return selected;
  }

  /** How far that is; null when there is nothing. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far one of them is. */
  State state(Opening opening) {
    return states.get(opening);
  }

  /**
   * Opens things, anew where they were opened before: the first is shown, the others stand below it
   * in the list.
   */
  public void open(List<Opening> asked) {
    List<Opening> fresh = List.copyOf(new LinkedHashSet<>(asked));
    if (fresh.isEmpty()) {
      return;
    }
    selected.set(null);
    fresh.forEach(this::forget);
    openings.removeAll(fresh);
    openings.addAll(0, fresh);
    fresh.forEach(one -> states.put(one, new State.Waiting()));
    while (openings.size() > MOST) {
      forget(openings.removeLast());
    }
    selected.set(fresh.getFirst());
  }

  private void forget(Opening opening) {
    Cancellation work = running.remove(opening);
    if (work != null) {
      work.cancel();
    }
    states.remove(opening);
  }

  /** Takes what is shown out of the list; the next one is shown. */
  public void dismiss() {
    Opening gone = selected.get();
    if (gone == null) {
      return;
    }
    int at = openings.indexOf(gone);
    forget(gone);
    openings.remove(gone);
    selected.set(openings.isEmpty() ? null : openings.get(Math.min(at, openings.size() - 1)));
  }

  /** Tries what is shown again. */
  public void retry() {
    if (selected.get() != null) {
      start(selected.get());
    }
  }

  /** Asks the address that the person was asked about, this once. */
  public void allow() {
    Opening opening = selected.get();
    if (opening != null && states.get(opening) instanceof State.Asking(SkillLink link, URI where)) {
      Cancellation mine = begin(opening);
      load(opening, mine, () -> new Answer.Found(services.findAt(where, link, mine)));
    }
  }

  private void turn(Opening now) {
    if (now != null && states.get(now) instanceof State.Waiting) {
      start(now);
    } else {
      show();
    }
  }

  private void start(Opening opening) {
    Cancellation mine = begin(opening);
    switch (opening) {
      case Opening.Place place ->
          load(opening, mine, () -> new Answer.Found(services.local(place.path(), mine)));
      case Opening.Link link -> load(opening, mine, () -> services.find(link.link(), mine));
      case Opening.Unusable unusable -> put(opening, new State.Failed(unusable.problem()));
    }
  }

  private Cancellation begin(Opening opening) {
    forget(opening);
    Cancellation mine = new Cancellation();
    running.put(opening, mine);
    put(opening, new State.Loading());
    return mine;
  }

  private void load(Opening opening, Cancellation mine, Callable<Answer> work) {
    background.run(
        mine,
        work,
        answer ->
            put(
                opening,
                switch (answer) {
                  case Answer.Found(Listing listing) -> new State.Ready(listing);
                  case Answer.AskFirst(URI address) ->
                      new State.Asking(((Opening.Link) opening).link(), address);
                }),
        problem -> put(opening, new State.Failed(problem)));
  }

  private void put(Opening opening, State now) {
    states.put(opening, now);
    if (opening.equals(selected.get())) {
      show();
    }
  }

  private void show() {
    State now = selected.get() == null ? null : states.get(selected.get());
    Listing listing = now instanceof State.Ready(Listing ready) ? ready : null;
    if (page.listingProperty().get() != listing) {
      // The page keeps what it shows when it is asked for an equal skill; this one was read anew.
      page.show(null);
      page.show(listing);
    }
    state.set(now);
  }
}
