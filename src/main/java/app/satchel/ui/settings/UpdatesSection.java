package app.satchel.ui.settings;

import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.update.UpdateModel;
import app.satchel.ui.update.UpdateModel.State;
import app.satchel.ui.update.UpdateServices;
import app.satchel.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Whether and where to look for newer versions of Satchel. */
final class UpdatesSection extends RowCard {
  private static final Words WORDS = Words.of(UpdatesSection.class);

  private final UpdateModel model;
  private Subscription watching = Subscription.EMPTY;

  UpdatesSection(UpdateModel model) {
    this.model = model;
    getChildren().addAll(version(), daily(), preReleases(), feed());
    // The model outlives this section, which is made anew at each visit.
    sceneProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                watching.unsubscribe();
              }
            });
  }

  private Node version() {
    Label words = Texts.wrapped("", "soft", "small");
    words.setId("update-state");
    watch(model.stateProperty().subscribe(state -> words.setText(said(state))));
    Button look = Texts.button(WORDS.text("updates.look"), model::look, "small-button");
    look.setId("update-look");
    watch(
        model
            .stateProperty()
            .subscribe(
                state ->
                    look.setDisable(
                        state instanceof State.Looking
                            || model.settingsProperty().get().feed() == null)));
    settings(now -> look.setDisable(now.feed() == null));
    return new SettingRow(WORDS.text("updates.this", model.version()), words, look);
  }

  private void settings(Consumer<UpdateServices.Settings> shown) {
    watch(model.settingsProperty().subscribe(now -> Optional.ofNullable(now).ifPresent(shown)));
  }

  private void watch(Subscription one) {
    watching = watching.and(one);
  }

  private static String said(State state) {
    return switch (state) {
      case State.Idle() -> WORDS.text("updates.idle");
      case State.Looking() -> WORDS.text("updates.looking");
      case State.Newest() -> WORDS.text("updates.newest");
      case State.Newer(var offer) ->
          WORDS.text("updates.newer", DisplayText.line(offer.version(), 40));
      case State.Failed(var problem) ->
          DisplayText.line((problem.what() + " " + problem.meaning()).strip(), 400);
    };
  }

  private Node daily() {
    CheckBox box = box("update-daily", "updates.daily");
    settings(now -> box.setSelected(now.daily()));
    box.setOnAction(event -> model.lookDaily(box.isSelected()));
    return new SettingRow(WORDS.text("updates.daily"), WORDS.text("updates.daily.words"), box);
  }

  private Node preReleases() {
    CheckBox box = box("update-test", "updates.test");
    settings(now -> box.setSelected(now.preReleases()));
    box.setOnAction(event -> model.countPreReleases(box.isSelected()));
    return new SettingRow(WORDS.text("updates.test"), WORDS.text("updates.test.words"), box);
  }

  private static CheckBox box(String id, String key) {
    CheckBox box = new CheckBox();
    box.setId(id);
    box.setAccessibleText(WORDS.text(key));
    box.getStyleClass().add("bare-check");
    return box;
  }

  private Node feed() {
    TextField field = new TextField();
    field.setId("update-feed");
    field.setPromptText("https://");
    field.setAccessibleText(WORDS.text("updates.feed"));
    Label words = Texts.wrapped("", "soft", "small");
    Button use =
        Texts.button(
            WORDS.text("updates.use"), () -> model.lookAt(field.getText()), "small-button");
    use.setId("update-use");
    use.setAccessibleText(WORDS.text("updates.use") + ": " + WORDS.text("updates.feed"));
    field.setOnAction(event -> model.lookAt(field.getText()));
    settings(
        now -> {
          field.setText(now.own() ? now.feed().toString() : "");
          words.setText(
              now.feed() == null
                  ? WORDS.text("updates.feed.none")
                  : WORDS.text(
                      now.own() ? "updates.feed.own" : "updates.feed.usual", now.feed().getHost()));
        });
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(8, field, use);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox row =
        new VBox(8, new VBox(2, Texts.wrapped(WORDS.text("updates.feed"), "semi"), words), line);
    row.getStyleClass().add("setting-row");
    return row;
  }
}
