package app.satchel.ui.wizard;

import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Under the row of the developer workspace: its key, found or to be typed. */
final class KeyPane extends VBox {
  private static final Words WORDS = StepPane.WORDS;

  private final KeyModel model;
  private final Runnable next;
  private final Desktop desktop;
  private final Subscription subscription;

  /**
   * @param next what Enter in the field means
   */
  KeyPane(KeyModel model, Runnable next, Desktop desktop) {
    super(8);
    this.model = model;
    this.next = next;
    this.desktop = desktop;
    getStyleClass().add("place-scope");
    subscription =
        model
            .phaseProperty()
            .subscribe(phase -> render())
            .and(model.problemProperty().subscribe((before, now) -> render()));
  }

  void leave() {
    subscription.unsubscribe();
  }

  private void render() {
    getChildren().clear();
    switch (model.phaseProperty().get()) {
      case UNASKED, LOOKING ->
          getChildren().add(Texts.status(Tone.SOFT, WORDS.text("key.looking")));
      case FOUND -> showFound();
      case TYPING -> showField();
    }
    if (model.problemProperty().get() != null) {
      getChildren().add(new ProblemPane(model.problemProperty().get(), desktop, null));
    }
  }

  private void showFound() {
    boolean kept = model.knownProperty().get().source() == KnownKey.Source.KEYRING;
    String key = model.knownProperty().get().key().toString();
    getChildren()
        .add(Texts.status(Tone.OK, WORDS.text(kept ? "key.kept" : "key.environment", key)));
    HBox actions = new HBox(12, Texts.button(WORDS.text("key.another"), model::another, "link"));
    if (kept) {
      actions.getChildren().add(Texts.button(WORDS.text("key.forget"), model::forget, "link"));
    }
    actions.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(actions);
  }

  private void showField() {
    PasswordField field = new PasswordField();
    field.setId("workspace-key");
    field.setPromptText(WORDS.text("key.prompt"));
    field.setAccessibleText(WORDS.text("key.prompt"));
    field.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(field, Priority.ALWAYS);
    field.textProperty().subscribe((before, now) -> model.type(now));
    field.setOnAction(event -> next.run());
    CheckBox keep = new CheckBox(WORDS.text("key.keep"));
    keep.selectedProperty().set(model.keepProperty().get());
    keep.setOnAction(event -> model.keepProperty().set(keep.isSelected()));
    getChildren().addAll(new HBox(field), keep, StepPane.soft(WORDS.text("key.words")));
    if (!model.canKeep()) {
      keep.setSelected(false);
      keep.setDisable(true);
      getChildren().add(StepPane.soft(WORDS.text("key.no-keyring")));
    }
  }
}
