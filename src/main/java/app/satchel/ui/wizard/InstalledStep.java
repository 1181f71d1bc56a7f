package app.satchel.ui.wizard;

import app.satchel.install.delivery.Delivered;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.SkillTile;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Step 5 for an agent: where it is now, and how to take it back. */
final class InstalledStep extends StepPane {
  private final DeliverModel model;
  private final String agent;
  private final Desktop desktop;
  private final Subscription subscription;

  InstalledStep(DeliverModel model, String agent, Desktop desktop) {
    super("installed-step");
    this.model = model;
    this.agent = agent;
    this.desktop = desktop;
    subscription = model.undoProperty().subscribe(state -> render());
  }

  @Override
  void leave() {
    subscription.unsubscribe();
  }

  private void render() {
    getChildren().clear();
    switch (model.undoProperty().get()) {
      case UNDONE ->
          getChildren()
              .add(
                  intro(
                      WORDS.text("installed.undone"), WORDS.text("installed.undone-words", agent)));
      case POSSIBLE, WORKING, FAILED -> showInstalled();
    }
  }

  private void showInstalled() {
    int count = model.items().size();
    getChildren()
        .add(
            intro(
                WORDS.text("installed.title", count, agent), WORDS.text("installed.words", agent)));
    if (model.madeSkillsFolder()) {
      getChildren().add(Texts.banner(Tone.INFO, WORDS.text("installed.restart", agent)));
    }
    RowCard card = new RowCard();
    model.items().forEach(item -> card.getChildren().add(row(item)));
    getChildren().add(card);
    for (Delivered.Skipped skipped : model.missing()) {
      getChildren().add(new BuildStep.SkippedCard(skipped, desktop));
    }
    if (model.undoProperty().get() == DeliverModel.Undo.FAILED) {
      getChildren().add(new ProblemPane(model.problemProperty().get(), desktop, model::undo));
    }
    if (model.canUndo()) {
      boolean working = model.undoProperty().get() == DeliverModel.Undo.WORKING;
      Button undo =
          Texts.button(WORDS.text(working ? "installed.undoing" : "installed.undo"), model::undo);
      undo.setGraphic(Icon.UNDO.node());
      undo.setDisable(working);
      HBox line = new HBox(12, undo, soft(WORDS.text("installed.undo-words")));
      line.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(line.getChildren().get(1), Priority.ALWAYS);
      getChildren().add(line);
    }
  }

  private Node row(DeliverModel.Item item) {
    String name = DisplayText.line(item.name(), 80);
    SkillTile tile = new SkillTile(SkillTile.Size.SMALL);
    tile.show(name);
    Label title = Texts.line(name, "strong");
    Label path = Texts.path(WhereStep.shortened(item.path()), "soft", "code-text");
    VBox words = new VBox(2, title, path);
    if (item.done() == null) {
      words.getChildren().add(soft(WORDS.text("installed.same")));
    } else if (item.done().backup() != null) {
      words
          .getChildren()
          .add(soft(WORDS.text("installed.backup", WhereStep.shortened(item.done().backup()))));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button show = Texts.button(WORDS.text("show"), () -> desktop.show(item.path()), "small-button");
    show.setAccessibleText(WORDS.text("show-spoken", name));
    HBox row = new HBox(12, tile, words, show);
    row.getStyleClass().add("installed-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
