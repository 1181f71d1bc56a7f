package app.satchel.ui;

import app.satchel.ui.Rail.Place;
import app.satchel.ui.skill.SkillPageView;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys of the window; what lies over it has its own. */
final class WindowKeys {
  private final Scene scene;
  private final BooleanSupplier free;
  private final DiscoverPlace discover;
  private final Supplier<SkillPageView> page;
  private final Consumer<Place> go;

  /**
   * @param free whether nothing lies over the window now
   * @param page the page that can be read now; null when there is none
   * @param go shows a place
   */
  WindowKeys(
      Scene scene,
      BooleanSupplier free,
      DiscoverPlace discover,
      Supplier<SkillPageView> page,
      Consumer<Place> go) {
    this.scene = scene;
    this.free = free;
    this.discover = discover;
    this.page = page;
    this.go = go;
  }

  /** Listens to the scene from now on. */
  void connect() {
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typedAnywhere);
    shortcut(KeyCode.K, this::search);
    shortcut(KeyCode.F, this::find);
    shortcut(KeyCode.G, () -> onPage(one -> one.findNext(true)));
    keys(new KeyCodeCombination(KeyCode.F3), () -> onPage(one -> one.findNext(true)));
    for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
      shortcut(plus, () -> onPage(SkillPageView::larger));
    }
    for (KeyCode minus : List.of(KeyCode.MINUS, KeyCode.SUBTRACT)) {
      shortcut(minus, () -> onPage(SkillPageView::smaller));
    }
    for (KeyCode zero : List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0)) {
      shortcut(zero, () -> onPage(SkillPageView::normalSize));
    }
    shortcut(KeyCode.DIGIT1, () -> go.accept(Place.DISCOVER));
    shortcut(KeyCode.DIGIT2, () -> go.accept(Place.LIBRARY));
    shortcut(KeyCode.DIGIT3, () -> go.accept(Place.SOURCES));
    shortcut(KeyCode.COMMA, () -> go.accept(Place.SETTINGS));
  }

  private void shortcut(KeyCode key, Runnable action) {
    keys(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
  }

  private void keys(KeyCombination combination, Runnable action) {
    scene
        .getAccelerators()
        .put(
            combination,
            () -> {
              if (free.getAsBoolean()) {
                action.run();
              }
            });
  }

  /** Goes to where words are looked for, with those that are there. */
  private void search() {
    String words = discover.query();
    go.accept(Place.DISCOVER);
    discover.search(words);
  }

  /** Finds words on the page where one can be read, and skills where none is. */
  private void find() {
    SkillPageView shown = page.get();
    if (shown != null) {
      shown.find();
    } else {
      search();
    }
  }

  private void onPage(Consumer<SkillPageView> action) {
    SkillPageView shown = page.get();
    if (shown != null) {
      action.accept(shown);
    }
  }

  /** Typing where nothing takes text searches, as long as Discover is shown. */
  private void typedAnywhere(KeyEvent event) {
    String typed = event.getCharacter();
    boolean text =
        !typed.isEmpty()
            && !Character.isISOControl(typed.codePointAt(0))
            && !typed.isBlank()
            && !event.isShortcutDown()
            && !event.isAltDown();
    if (text
        && free.getAsBoolean()
        && discover.isShown()
        && !(scene.getFocusOwner() instanceof TextInputControl)) {
      discover.searchNode().requestFocus();
      discover.searchNode().appendText(typed);
      event.consume();
    }
  }
}
