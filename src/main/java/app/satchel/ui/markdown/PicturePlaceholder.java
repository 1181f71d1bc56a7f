package app.satchel.ui.markdown;

import app.satchel.markdown.Inline;
import app.satchel.ui.kit.Icon;
import app.satchel.words.Words;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The words that stand for a picture, and what can be done about it. */
final class PicturePlaceholder extends VBox {
  private final Words words;
  private final Label explanation = new Label();
  private final HBox actions = new HBox(8);

  PicturePlaceholder(Inline.Image image, Words words) {
    this.words = words;
    getStyleClass().add("md-placeholder");
    Label title =
        new Label(
            image.alt().isBlank() ? words.text("image.nameless") : image.alt(),
            Icon.PICTURE.node("md-placeholder-icon"));
    title.getStyleClass().add("md-placeholder-title");
    explanation.getStyleClass().add("md-placeholder-words");
    for (Label label : new Label[] {title, explanation}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    actions.getStyleClass().add("md-placeholder-actions");
    getChildren().addAll(title, explanation);
  }

  /** Says what it is; nothing can be done. */
  void say(String what) {
    show(what);
  }

  /**
   * Says what it is, and offers to load it.
   *
   * @param show loads this one
   * @param always loads this one and others
   */
  void ask(String what, Runnable show, Consumer<WebPictures.Scope> always) {
    SplitMenuButton button = new SplitMenuButton();
    button.setText(words.text("image.show"));
    button.getStyleClass().addAll("small-button", "md-show-picture");
    button.setOnAction(event -> show.run());
    for (WebPictures.Scope scope : WebPictures.Scope.values()) {
      MenuItem item = new MenuItem(words.text("image.always." + scope));
      item.setOnAction(event -> always.accept(scope));
      button.getItems().add(item);
    }
    show(what, button);
  }

  /** Says that it is being loaded. */
  void waiting(String what, Runnable cancel) {
    show(what, button("image.cancel", cancel));
  }

  /** Says why it could not be loaded. */
  void failed(String why, Runnable again) {
    show(why, button("image.again", again));
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(words.text(key));
    button.getStyleClass().add("small-button");
    button.setOnAction(event -> action.run());
    return button;
  }

  private void show(String what, Node... buttons) {
    explanation.setText(what);
    actions.getChildren().setAll(buttons);
    getChildren().remove(actions);
    if (buttons.length > 0) {
      getChildren().add(actions);
    }
  }
}
