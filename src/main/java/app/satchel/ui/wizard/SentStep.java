package app.satchel.ui.wizard;

import app.satchel.check.upload.UploadRules;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.SkillTile;
import app.satchel.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Step 5 for a developer workspace: what is there now, and under which identity. */
final class SentStep extends StepPane {
  private final Desktop desktop;
  private MissingSkills missing;

  SentStep(WizardModel wizard, Desktop desktop) {
    super("sent-step");
    this.desktop = desktop;
    DeliverModel model = wizard.deliverProperty().get();
    int skills = model.items().size();
    getChildren().add(intro(WORDS.text("sent.title", skills), WORDS.text("sent.words", skills)));
    RowCard card = new RowCard();
    model.items().forEach(item -> card.getChildren().add(row(item)));
    getChildren().add(card);
    if (!model.missing().isEmpty()) {
      missing = new MissingSkills(wizard, desktop);
      getChildren().addAll(section(WORDS.text("upload.missing", model.missing().size())), missing);
    }
    UploadRules rules = wizard.services().rules().forTarget(wizard.plan().rules());
    rules.sandbox().forEach(note -> getChildren().add(soft(note.words())));
  }

  @Override
  void leave() {
    if (missing != null) {
      missing.leave();
    }
  }

  private Node row(DeliverModel.Item item) {
    String name = DisplayText.line(item.name(), 80);
    SkillTile tile = new SkillTile(SkillTile.Size.SMALL);
    tile.show(name);
    String id = DisplayText.line(item.done().remote().id(), 80);
    VBox words = new VBox(2, Texts.line(name, "strong"), Texts.path(id, "soft", "code-text"));
    if (item.done().remote().versionId() != null) {
      String version = DisplayText.line(item.done().remote().versionId(), 60);
      words.getChildren().add(soft(WORDS.text("sent.version", version)));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button copy = new Button(WORDS.text("sent.copy"));
    copy.getStyleClass().add("small-button");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setAccessibleText(WORDS.text("sent.copy-spoken", name));
    copy.setOnAction(
        event -> {
          desktop.copy(id);
          copy.setText(WORDS.text("copied"));
        });
    HBox row = new HBox(12, tile, words, copy);
    row.getStyleClass().add("installed-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
