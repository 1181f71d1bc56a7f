package app.satchel.ui.files;

import app.satchel.skill.SkillFile;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is known of a file that is not opened. */
final class FileDescription extends VBox {
  private static final Words WORDS = Words.of(FileDescription.class);

  private final GridPane table = new GridPane();

  /**
   * @param copySum copies its checksum
   */
  FileDescription(SkillFile file, FileContent.Binary binary, Node copySum) {
    super(12);
    setId("file-description");
    table.getStyleClass().addAll("card", "file-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    table.getColumnConstraints().addAll(names, values);
    row(
        "binary.row.kind",
        Texts.wrapped(binary.kind() == null ? WORDS.text("binary.unknown") : binary.kind()));
    row(
        "binary.row.size",
        Texts.wrapped(
            WORDS.text("binary.size", Figures.bytes(file.bytes()), Figures.exact(file.bytes()))));
    row("binary.row.sha256", sum(binary.sha256(), copySum));
    if (binary.contrary()) {
      getChildren().add(Texts.banner(Tone.WARN, WORDS.text("binary.contrary")));
    }
    if (binary.tooLarge()) {
      getChildren().add(Texts.wrapped(WORDS.text("binary.too-large"), "soft"));
    }
    getChildren().addAll(table, Texts.wrapped(WORDS.text("binary.never"), "soft", "small"));
  }

  /** All of it: whoever compares it needs every digit. */
  private static Region sum(String digits, Node copy) {
    Label sum = Texts.wrapped(digits, "code-text");
    sum.setId("sha-256");
    // Its words begin where the digits do.
    VBox.setMargin(copy, new Insets(0, 0, 0, -8));
    VBox box = new VBox(2, sum, copy);
    box.setMinWidth(0);
    return box;
  }

  private void row(String key, Region value) {
    Label name = Texts.line(WORDS.text(key), "soft", "semi");
    name.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(name, VPos.TOP);
    GridPane.setValignment(value, VPos.TOP);
    table.addRow(table.getRowCount(), name, value);
  }
}
