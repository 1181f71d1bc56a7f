package app.satchel.ui.settings;

import app.satchel.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A setting in its card: its name, a sentence on what it does, and its control. */
final class SettingRow extends HBox {
  /**
   * @param words may be empty
   */
  SettingRow(String title, String words, Node end) {
    this(title, words.isEmpty() ? null : Texts.wrapped(words, "soft", "small"), end);
  }

  /**
   * @param words may be null
   */
  SettingRow(String title, Node words, Node end) {
    super(24);
    VBox left = new VBox(2, Texts.wrapped(title, "semi"));
    if (words != null) {
      left.getChildren().add(words);
    }
    left.setAlignment(Pos.CENTER_LEFT);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    getChildren().addAll(left, end);
    getStyleClass().add("setting-row");
    setAlignment(Pos.CENTER_LEFT);
  }
}
