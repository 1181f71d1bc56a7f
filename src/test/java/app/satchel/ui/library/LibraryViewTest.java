package app.satchel.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.HandBackground;
import app.satchel.ui.kit.TestToolkit;
import app.satchel.ui.library.LibraryServices.Entry;
import app.satchel.ui.library.LibraryServices.State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LibraryViewTest implements LibraryServices {
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private List<String> neededBy = List.of();
  private Stage stage;
  private LibraryView view;

  @BeforeAll
  static void startToolkit() throws Exception {
    TestToolkit.start();
  }

  private static <T> T onUi(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(20, TimeUnit.SECONDS);
  }

  private void open() throws Exception {
    onUi(
        () -> {
          view =
              new LibraryView(
                  new LibraryModel(this, HandBackground.immediate()),
                  new Nothing(),
                  Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC),
                  () -> asked.add("discover"));
          stage = new Stage();
          stage.setScene(new Scene(view, 900, 600));
          stage.show();
          view.applyCss();
          view.layout();
          return null;
        });
  }

  @AfterEach
  void close() throws Exception {
    onUi(
        () -> {
          stage.close();
          return null;
        });
  }

  private Button button(String words) {
    view.applyCss();
    return view.lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(button -> words.equals(button.getText()))
        .findFirst()
        .orElse(null);
  }

  private void add(String id, State state, boolean backup) {
    entries.add(
        new Entry(id, id, "Claude Code", Path.of(id), Instant.EPOCH, "here", null, state, backup));
  }

  @Test
  void removesOnlyAfterAYesAndTheFocusIsOnNo() throws Exception {
    add("a", State.UNCHANGED, false);
    open();
    onUi(
        () -> {
          Button remove = button("Remove");
          remove.requestFocus();
          remove.fire();
          assertThat(asked).isEmpty();
          assertThat(stage.getScene().getFocusOwner()).isSameAs(button("Keep"));
          Node focus = stage.getScene().getFocusOwner();
          Event.fireEvent(
              focus,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
          assertThat(stage.getScene().getFocusOwner()).as("Esc means no").isSameAs(remove);
          remove.fire();
          button("Remove").fire();
          return null;
        });

    assertThat(asked).containsExactly("take back a");
    assertThat(entries).isEmpty();
    assertThat(onUi(() -> button("Find a skill"))).as("the empty place has a way on").isNotNull();
  }

  @Test
  void saysWhoNeedsItBeforeItGoes() throws Exception {
    neededBy = List.of("python-database-ops", "python-fastapi-ops");
    add("a", State.UNCHANGED, false);
    open();
    onUi(
        () -> {
          button("Remove").fire();
          view.applyCss();
          assertThat(view.lookupAll(".label"))
              .extracting(node -> ((Label) node).getText())
              .anySatisfy(
                  words ->
                      assertThat(words)
                          .contains("python-database-ops, python-fastapi-ops")
                          .contains("all the same"));
          assertThat(asked).isEmpty();
          return null;
        });
  }

  @Test
  void whatWasEditedHasNoRemove() throws Exception {
    add("a", State.CHANGED, false);
    open();

    assertThat(onUi(() -> button("Remove"))).isNull();
    assertThat(onUi(() -> button("Show"))).isNotNull();
  }

  @Test
  void whatReplacedSomethingOffersToBringItBack() throws Exception {
    add("a", State.UNCHANGED, true);
    open();

    assertThat(onUi(() -> button("Undo"))).isNotNull();
  }

  @Override
  public List<Entry> installed() {
    return List.copyOf(entries);
  }

  @Override
  public List<String> neededBy(Entry entry) {
    return neededBy;
  }

  @Override
  public void takeBack(Entry entry) {
    asked.add("take back " + entry.id());
    entries.remove(entry);
  }

  private static final class Nothing implements Desktop {
    @Override
    public void open(URI address) {}

    @Override
    public void show(Path path) {}

    @Override
    public void copy(String text) {}

    @Override
    public Optional<Path> chooseFolder(String title, Path start) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFile(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
      return Optional.empty();
    }
  }
}
