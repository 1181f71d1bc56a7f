package app.satchel.ui;

import app.satchel.ui.kit.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Goes through the main screens of the real window by itself, so that the Java runtime can remember
 * what a start and a first use need (the AOT cache; docs/decisions/0016). Lives on a thread of its
 * own. What is not there is left out, but rows, a page and a ZIP must come, or the cache would be
 * one for a window that does not work.
 */
final class WindowRehearsal {
  private static final long PATIENCE_MILLIS = 60_000;
  private static final int BETWEEN_MILLIS = 150;

  /** A sample that is refused as published, can be repaired, and needs two others. */
  private static final String SAMPLE = "python-report-patterns";

  private static final String ADD = "add";
  private static final int STEPS_OF_THE_WIZARD = 3;

  private final SatchelWindow window;
  private final Stage stage;
  private final Path picture;

  /**
   * @param picture where to put a picture of the window, or null for none
   */
  WindowRehearsal(SatchelWindow window, Stage stage, Path picture) {
    this.window = window;
    this.stage = stage;
    this.picture = picture;
  }

  /**
   * Plays it and closes the window.
   *
   * @throws IllegalStateException when something did not come
   */
  void play() {
    try {
      await("rows", () -> rows() != null && !rows().getItems().isEmpty());
      await("a page", () -> find(".md-heading-1") != null);
      if (picture != null) {
        pause(6);
        keep(ui(() -> window.scene().snapshot(null)));
      }
      for (int row = 1; row < 4; row++) {
        int next = row;
        ui(() -> select(next));
        pause(4);
      }
      tabs();
      search();
      theme();
      wizard();
      for (String place : new String[] {"library", "sources", "settings", "discover"}) {
        ui(() -> press("#place-" + place));
        pause(3);
      }
    } finally {
      ui(
          () -> {
            stage.close();
            return true;
          });
    }
  }

  private void keep(Image shown) {
    int width = (int) shown.getWidth();
    int height = (int) shown.getHeight();
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.setRGB(x, y, shown.getPixelReader().getArgb(x, y));
      }
    }
    try {
      ImageIO.write(pixels, "png", picture.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tabs() {
    for (String tab : new String[] {"files", "upload", "requirements", "review", "skill_md"}) {
      ui(() -> press("#tab-" + tab));
      pause(2);
    }
  }

  private void search() {
    ui(
        () -> {
          ((TextField) find("#search")).setText(SAMPLE);
          return true;
        });
    await("the sample", () -> rows().getItems().size() == 1);
    pause(6);
    ui(() -> press("#tile-upload"));
    pause(6);
  }

  private void theme() {
    for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.DARK, Theme.Choice.SYSTEM}) {
      ui(
          () -> {
            window.theme().choiceProperty().set(choice);
            return true;
          });
      pause(2);
    }
  }

  private void wizard() {
    ui(() -> press("#" + ADD));
    Node before = null;
    for (int step = 0; step < STEPS_OF_THE_WIZARD; step++) {
      Node left = before;
      await("a way on", () -> find(".wizard-step") != left && canGoOn());
      before = ui(() -> find(".wizard-step"));
      pause(1);
      ui(() -> press("#wizard-next"));
    }
    await("the ZIPs", () -> find(".zip-row") != null);
    pause(2);
    ui(() -> press("#wizard-cancel"));
    pause(1);
  }

  private boolean canGoOn() {
    return find("#wizard-next") != null && !find("#wizard-next").isDisabled();
  }

  private ListView<?> rows() {
    return (ListView<?>) find("#results");
  }

  private boolean select(int row) {
    rows().getSelectionModel().select(row);
    return true;
  }

  private Node find(String selector) {
    return window.scene().lookup(selector);
  }

  private boolean press(String selector) {
    if (find(selector) instanceof ButtonBase button && !button.isDisabled()) {
      button.fire();
      return true;
    }
    return false;
  }

  private void await(String what, Callable<Boolean> condition) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!ui(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The rehearsal waited in vain for " + what);
      }
      pause(1);
    }
  }

  private static <T> T ui(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    try {
      return task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The rehearsal failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause(int times) {
    try {
      Thread.sleep((long) times * BETWEEN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
