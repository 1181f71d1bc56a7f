package app.satchel.ui;

import app.satchel.opening.Opening;
import app.satchel.opening.SkillLink;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The whole window as a place to drop files, folders and links on. They are copied in the sense of
 * the desktop: what is dropped stays where it is.
 */
final class DropZone extends StackPane {
  private static final Words WORDS = Words.of(DropZone.class);

  private final BooleanSupplier open;
  private final Consumer<List<Opening>> taker;

  /**
   * Shown over everything else while something that can be dropped hangs over the window.
   *
   * @param window what can be dropped on
   * @param open whether something can be opened now
   * @param taker opens what was dropped
   */
  DropZone(StackPane window, BooleanSupplier open, Consumer<List<Opening>> taker) {
    this.open = open;
    this.taker = taker;
    VBox card =
        new VBox(
            Icon.PACKAGE.node(),
            Texts.line(WORDS.text("drop.title"), "heading"),
            Texts.line(WORDS.text("drop.words"), "soft"));
    card.getStyleClass().add("drop-card");
    getStyleClass().add("drop-cue");
    getChildren().add(card);
    setId("drop-cue");
    setMouseTransparent(true);
    setVisible(false);
    window.addEventHandler(DragEvent.DRAG_OVER, this::over);
    window.addEventHandler(DragEvent.DRAG_EXITED, this::left);
    window.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private void over(DragEvent event) {
    // What is dragged out of the window itself is on its way to somebody else.
    if (event.getGestureSource() == null && open.getAsBoolean() && fits(event.getDragboard())) {
      event.acceptTransferModes(TransferMode.COPY);
      setVisible(true);
      event.consume();
    }
  }

  private void left(DragEvent event) {
    setVisible(false);
  }

  private void dropped(DragEvent event) {
    setVisible(false);
    List<Opening> openings =
        event.getGestureSource() == null && open.getAsBoolean()
            ? openings(event.getDragboard())
            : List.of();
    event.setDropCompleted(!openings.isEmpty());
    event.consume();
    if (!openings.isEmpty()) {
      taker.accept(openings);
    }
  }

  private static boolean fits(Dragboard board) {
    return board.hasFiles() || !link(board).isEmpty();
  }

  private static List<Opening> openings(Dragboard board) {
    List<Opening> openings = new ArrayList<>();
    if (board.hasFiles()) {
      for (File file : board.getFiles()) {
        openings.add(Opening.of(file.getAbsolutePath()));
      }
    } else if (!link(board).isEmpty()) {
      openings.add(Opening.of(link(board)));
    }
    return openings;
  }

  /**
   * The text of a link of ours, as browsers and mail programs give it; empty when there is none.
   */
  private static String link(Dragboard board) {
    for (String text : new String[] {board.getUrl(), board.getString()}) {
      if (text != null && SkillLink.isMeant(text.strip())) {
        return text.strip();
      }
    }
    return "";
  }
}
