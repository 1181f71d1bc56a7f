package app.satchel.ui.opened;

import app.satchel.opening.Opening;
import app.satchel.opening.SkillLink;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.SkillTile;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A row of what was opened: its name, where it lies, and whether something is the matter. */
final class OpenedCell extends ListCell<Opening> {
  private static final Words WORDS = Words.of(OpenedCell.class);

  private final SkillTile tile = new SkillTile(SkillTile.Size.ROW);
  private final Label name = Texts.line("", "listing-name");
  private final Label where = Texts.line("", "soft", "small");
  private final Label matter = Texts.line("", "small", "semi");
  private final HBox card;
  private final Function<Opening, OpenedModel.State> states;

  /**
   * @param states tells how far a thing is
   */
  OpenedCell(Function<Opening, OpenedModel.State> states) {
    this.states = states;
    where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    where.managedProperty().bind(where.visibleProperty());
    matter.managedProperty().bind(matter.visibleProperty());
    VBox words = new VBox(name, where, matter);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    card = new HBox(12, tile, words);
    card.getStyleClass().add("listing");
    card.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Opening opening, boolean empty) {
    super.updateItem(opening, empty);
    if (empty || opening == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String shown = name(opening);
    tile.show(shown);
    name.setText(shown);
    where.setText(where(opening));
    where.setVisible(!where.getText().isEmpty());
    switch (states.apply(opening)) {
      case OpenedModel.State.Failed _ -> matter(Tone.BAD, Icon.WARN, "row.failed");
      case OpenedModel.State.Asking _ -> matter(Tone.INFO, Icon.UNKNOWN, "row.asking");
      case null, default -> matter.setVisible(false);
    }
    setGraphic(card);
    setAccessibleText(
        shown
            + (where.isVisible() ? ", " + where.getText() : "")
            + (matter.isVisible() ? ", " + matter.getText() : ""));
  }

  private void matter(Tone tone, Icon icon, String key) {
    matter.setText(WORDS.text(key));
    matter.getStyleClass().setAll("label", "small", "semi", tone.styleClass());
    matter.setGraphic(icon.node("small-icon", tone.styleClass()));
    matter.setVisible(true);
  }

  /** As a person calls it. */
  static String name(Opening opening) {
    return switch (opening) {
      case Opening.Place(Path path) ->
          DisplayText.line(
              path.getFileName() == null ? path.toString() : path.getFileName().toString(), 80);
      case Opening.Link(SkillLink link) -> DisplayText.line(link.skill().skill(), 80);
      case Opening.Unusable unusable -> unusable.word();
    };
  }

  private static String where(Opening opening) {
    return switch (opening) {
      case Opening.Place(Path path) ->
          DisplayText.line(String.valueOf(path.getParent() == null ? path : path.getParent()), 200);
      case Opening.Link(SkillLink link) -> DisplayText.line("@" + link.skill().repository(), 80);
      case Opening.Unusable _ -> "";
    };
  }
}
