package app.satchel.ui.library;

import app.satchel.problem.Problem;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.library.LibraryServices.Entry;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is installed, and taking it back. Knows no control; lives on the UI thread. */
public final class LibraryModel {
  /** What the list shows. */
  public enum State {
    LOADING,
    READY,
    FAILED
  }

  private final LibraryServices services;
  private final Background background;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private Cancellation current = Cancellation.none();

  public LibraryModel(LibraryServices services, Background background) {
    this.services = services;
    this.background = background;
  }

  /** What is installed, the newest first. */
  public ObservableList<Entry> entries() {
    return entries;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why the list could not be read, or why the last change did not work; or null. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether something is being taken back. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Reads what is installed. */
  public void refresh() {
    problem.set(null);
    read();
  }

  private void read() {
    current.cancel();
    Cancellation mine = new Cancellation();
    current = mine;
    background.run(
        mine,
        services::installed,
        (List<Entry> found) -> {
          entries.setAll(found);
          state.set(State.READY);
        },
        why -> {
          entries.clear();
          problem.set(why);
          state.set(State.FAILED);
        });
  }

  /**
   * Finds out which other skills would miss one. Nothing is known to be better than no answer, so a
   * failure counts as nobody.
   *
   * @param answer told their names
   */
  public void askNeededBy(Entry entry, Consumer<List<String>> answer) {
    background.run(
        Cancellation.none(),
        () -> services.neededBy(entry),
        answer,
        ignored -> answer.accept(List.of()));
  }

  /** Takes an installation back. */
  public void takeBack(Entry entry) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    problem.set(null);
    background.run(
        Cancellation.none(),
        () -> {
          services.takeBack(entry);
          return true;
        },
        done -> {
          busy.set(false);
          read();
        },
        why -> {
          busy.set(false);
          problem.set(why);
          // What is there now may be another thing than was shown.
          read();
        });
  }
}
