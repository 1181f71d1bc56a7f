package app.satchel.ui.files;

import app.satchel.check.review.FileMark;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A row of the tree: what it is, its name, what is to be known about it, its size. */
final class FileCell extends TreeCell<FileNode> {
  private static final Words WORDS = Words.of(FileCell.class);

  private final Supplier<Map<String, Set<FileMark>>> marks;

  FileCell(Supplier<Map<String, Set<FileMark>>> marks) {
    this.marks = marks;
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setAccessibleRole(AccessibleRole.TREE_ITEM);
    getStyleClass().add("file-cell");
    // A row is as wide as the tree, however long its name is.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(FileNode node, boolean empty) {
    super.updateItem(node, empty);
    if (empty || node == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Label name = Texts.path(node.shownName(), "file-name");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(8);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    switch (node) {
      case FileNode.Folder folder -> {
        row.getChildren().addAll(Icon.FOLDER.node("file-icon"), name);
        String size = Figures.bytes(folder.bytes());
        row.getChildren().add(end(WORDS.text("folder", folder.files(), size)));
        setAccessibleText(WORDS.text("folder.spoken", node.shownName(), folder.files(), size));
      }
      case FileNode.Leaf leaf -> {
        row.getChildren().addAll(Icon.FILE.node("file-icon"), name);
        FileMark mark = FileMarks.first(marks.get().getOrDefault(leaf.path(), Set.of()));
        if (mark != null) {
          row.getChildren().add(FileMarks.label(mark));
        }
        String size = Figures.bytes(leaf.bytes());
        row.getChildren().add(end(size));
        setAccessibleText(
            WORDS.text(
                "file.spoken",
                node.shownName(),
                size,
                mark == null ? "" : ", " + FileMarks.word(mark)));
      }
    }
    setGraphic(row);
  }

  private static Label end(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("soft", "small");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
