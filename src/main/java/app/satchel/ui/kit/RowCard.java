package app.satchel.ui.kit;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A card of rows with a rule between them and none after the last. */
public class RowCard extends VBox {
  private static final String LAST = "last-row";

  @SuppressWarnings("this-escape") // a node is built in its constructor, as all of JavaFX is
  public RowCard() {
    getStyleClass().addAll("card", "row-card");
    getChildren().addListener((ListChangeListener<Node>) change -> markLast());
  }

  private void markLast() {
    ObservableList<Node> rows = getChildren();
    for (Node row : rows) {
      row.getStyleClass().remove(LAST);
    }
    if (!rows.isEmpty()) {
      rows.getLast().getStyleClass().add(LAST);
    }
  }
}
