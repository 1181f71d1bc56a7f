package app.satchel.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A place with one column of content: a title, a sentence, and cards below. */
public class Screen extends ScrollPane {
  private final VBox column = new VBox();

  /**
   * @param title the place's name
   * @param words one sentence on what it is for
   */
  @SuppressWarnings("this-escape") // a node is built in its constructor, as all of JavaFX is
  public Screen(String title, String words) {
    getStyleClass().addAll("screen", "column-screen");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    Label heading = Texts.asHeading(Texts.wrapped(title, "title"), 1);
    VBox head = new VBox(4, heading, Texts.wrapped(words, "soft"));
    head.getStyleClass().add("screen-head");
    column.getStyleClass().add("screen-column");
    column.getChildren().add(head);
    // The measure stays readable however wide the window is.
    column.setMaxWidth(720);
    StackPane holder = new StackPane(column);
    holder.getStyleClass().add("screen-holder");
    StackPane.setAlignment(column, Pos.TOP_LEFT);
    setContent(holder);
  }

  /** Replaces everything below the head. */
  public void show(Node... content) {
    column.getChildren().remove(1, column.getChildren().size());
    column.getChildren().addAll(content);
  }

  /** Adds below what is there. */
  public void add(Node... content) {
    column.getChildren().addAll(content);
  }

  /** A heading within the place. */
  public static Label section(String words) {
    return Texts.asHeading(Texts.wrapped(words, "screen-section", "strong"), 2);
  }
}
