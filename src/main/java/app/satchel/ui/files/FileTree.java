package app.satchel.ui.files;

import app.satchel.check.review.FileMark;
import app.satchel.words.Words;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/**
 * The tree of files: arrows walk, open and close; Enter and a click open a file. Rows exist for
 * what is seen alone.
 */
final class FileTree extends TreeView<FileNode> {
  static final double ROW = 32;

  private static final Words WORDS = Words.of(FileTree.class);

  /** With no more files than this, all folders begin open. */
  private static final int FEW = 40;

  private final Consumer<FileNode.Leaf> open;
  private Map<String, Set<FileMark>> marks = Map.of();

  FileTree(Consumer<FileNode.Leaf> open) {
    this.open = open;
    setId("file-tree");
    getStyleClass().add("file-tree");
    setShowRoot(false);
    setFixedCellSize(ROW);
    setAccessibleText(WORDS.text("tree"));
    setMinWidth(0);
    setCellFactory(
        _ -> {
          FileCell cell = new FileCell(() -> marks);
          cell.setOnMouseClicked(
              event -> {
                if (event.getButton() == MouseButton.PRIMARY && cell.getTreeItem() != null) {
                  act(cell.getTreeItem());
                }
              });
          return cell;
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          TreeItem<FileNode> item = getSelectionModel().getSelectedItem();
          boolean enter = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
          if (enter && item != null) {
            act(item);
            event.consume();
          }
        });
  }

  private void act(TreeItem<FileNode> item) {
    if (item.getValue() instanceof FileNode.Leaf leaf) {
      open.accept(leaf);
    } else {
      item.setExpanded(!item.isExpanded());
    }
  }

  void show(FileNode.Folder folder) {
    TreeItem<FileNode> root = item(folder, folder.files() <= FEW);
    root.setExpanded(true);
    setRoot(root);
    getSelectionModel().clearSelection();
  }

  private static TreeItem<FileNode> item(FileNode node, boolean expanded) {
    TreeItem<FileNode> item = new TreeItem<>(node);
    if (node instanceof FileNode.Folder folder) {
      folder.children().forEach(child -> item.getChildren().add(item(child, expanded)));
      item.setExpanded(expanded);
    }
    return item;
  }

  void mark(Map<String, Set<FileMark>> now) {
    marks = now;
    refresh();
  }

  /** Opens the folders on the way to a path and selects what is there. */
  void reveal(String path) {
    TreeItem<FileNode> item = getRoot();
    while (item != null && !item.getValue().path().equals(path)) {
      item.setExpanded(true);
      item =
          item.getChildren().stream()
              .filter(child -> leads(child.getValue(), path))
              .findFirst()
              .orElse(null);
    }
    if (item == null || item == getRoot()) {
      return;
    }
    item.setExpanded(true);
    getSelectionModel().select(item);
    // Only when it is out of sight: what a person has just clicked must not jump.
    int row = getRow(item);
    if (!isSeen(row)) {
      scrollTo(Math.max(0, row - 3));
    }
  }

  private boolean isSeen(int row) {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && row >= flow.getFirstVisibleCell().getIndex()
        && row < flow.getLastVisibleCell().getIndex();
  }

  private static boolean leads(FileNode node, String path) {
    return node.path().equals(path)
        || node instanceof FileNode.Folder && path.startsWith(node.path() + "/");
  }
}
