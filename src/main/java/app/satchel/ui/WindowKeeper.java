package app.satchel.ui;

import app.satchel.assembly.WindowMemory;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a stage where it was left, and remembers where it goes, once it has come to rest. */
final class WindowKeeper {
  private static final Duration REST = Duration.ofMillis(600);

  private final Background background;
  private final Consumer<WindowMemory> keep;
  private final DoubleProperty list;
  private Rectangle2D bounds;
  private Stage stage;
  private WindowMemory kept;
  private Cancellation rest = Cancellation.none();

  /**
   * @param list width of the list in Discover
   * @param keep writes; blocks, and is never called on the UI thread
   */
  WindowKeeper(Background background, DoubleProperty list, Consumer<WindowMemory> keep) {
    this.background = background;
    this.list = list;
    this.keep = keep;
  }

  /**
   * Places a stage that is not shown yet. A size that it was given already is left alone.
   *
   * @param before how the window was left, or null
   */
  void place(Stage stage, WindowMemory before) {
    WindowPlace place = WindowPlace.of(before, screens());
    if (Double.isNaN(stage.getWidth())) {
      bounds = place.bounds();
      stage.setX(bounds.getMinX());
      stage.setY(bounds.getMinY());
      stage.setWidth(bounds.getWidth());
      stage.setHeight(bounds.getHeight());
      stage.setMaximized(place.maximized());
    } else {
      bounds = now(stage);
    }
  }

  /** Remembers from now on; call when the stage is shown. */
  void watch(Stage stage) {
    this.stage = stage;
    kept = memory();
    for (ObservableValue<?> one :
        List.of(
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty(),
            list)) {
      one.subscribe((before, after) -> moved());
    }
  }

  /** The primary screen first. */
  private static List<Rectangle2D> screens() {
    Screen primary = Screen.getPrimary();
    return Screen.getScreens().stream()
        .sorted((one, other) -> Boolean.compare(other.equals(primary), one.equals(primary)))
        .map(Screen::getVisualBounds)
        .toList();
  }

  private static Rectangle2D now(Stage stage) {
    return new Rectangle2D(
        Double.isNaN(stage.getX()) ? 0 : stage.getX(),
        Double.isNaN(stage.getY()) ? 0 : stage.getY(),
        stage.getWidth(),
        stage.getHeight());
  }

  private void moved() {
    rest.cancel();
    Cancellation mine = new Cancellation();
    rest = mine;
    background.later(REST, mine, () -> remember(mine));
  }

  private void remember(Cancellation mine) {
    WindowMemory memory = memory();
    if (memory.equals(kept)) {
      return;
    }
    kept = memory;
    background.run(
        mine,
        () -> {
          keep.accept(memory);
          return memory;
        },
        done -> {},
        // A window that forgets its place is no reason to trouble anybody.
        problem -> {});
  }

  /** What is not remembered yet, for the end of the program; null when all is. */
  WindowMemory unkept() {
    if (stage == null) {
      return null;
    }
    rest.cancel();
    WindowMemory memory = memory();
    return memory.equals(kept) ? null : memory;
  }

  private WindowMemory memory() {
    // What fills the screen, or is out of sight, goes back to the place it had before.
    if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
      bounds = now(stage);
    }
    return new WindowMemory(
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getWidth(),
        bounds.getHeight(),
        stage.isMaximized(),
        list.get());
  }
}
