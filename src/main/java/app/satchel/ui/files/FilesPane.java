package app.satchel.ui.files;

import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.markdown.MarkdownActions;
import app.satchel.ui.markdown.MarkdownPane;
import app.satchel.ui.markdown.PackageFiles;
import app.satchel.words.Words;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The files of a skill: beside each other where there is room, the tree and the file that was
 * opened; otherwise the file stands below the tree.
 */
public final class FilesPane extends VBox {
  private static final Words WORDS = Words.of(FilesPane.class);

  /** With less room than this, the file stands below the tree. */
  private static final double BESIDE = 700;

  private static final double TREE = 300;
  private static final int MOST_ROWS = 12;
  private static final double LOWEST = 380;
  private static final double HIGHEST = 1_000;

  /** Where this pane stands. */
  public interface Page {
    /** The part of the page that is seen. */
    ObservableValue<Bounds> viewport();

    /** Brings something into sight. */
    void reveal(Region part);

    /** Opens an address in the browser. */
    void browse(URI address);
  }

  private final FilesModel model;
  private final Page page;
  private final FileTree tree;
  private final OpenedView opened;
  private final PackageFiles known = new PackageFiles();
  private boolean beside;

  public FilesPane(FilesModel model, Desktop desktop, Page page) {
    super(10);
    this.model = model;
    this.page = page;
    setMinWidth(0);
    tree = new FileTree(leaf -> model.open(leaf.path(), ""));
    MarkdownPane markdown = new MarkdownPane(new Links(model, known, page::browse), known);
    opened = new OpenedView(desktop, markdown, this::toTree, this::toHead);
    tree.expandedItemCountProperty().subscribe(_ -> sizes());
    model.treeProperty().subscribe(this::showTree);
    model.marksProperty().subscribe(tree::mark);
    model.openedProperty().subscribe(this::showOpened);
    model
        .folderProperty()
        .subscribe(
            folder -> {
              if (folder != null) {
                tree.reveal(folder);
                tree.requestFocus();
              }
            });
    widthProperty().subscribe(_ -> arrange());
    page.viewport().subscribe(_ -> sizes());
  }

  /** What links in a document of the skill do. */
  private record Links(FilesModel model, PackageFiles known, Consumer<URI> browser)
      implements MarkdownActions {
    @Override
    public void openWeb(URI address) {
      browser.accept(address);
    }

    @Override
    public void openMail(String address) {
      browser.accept(URI.create("mailto:" + address));
    }

    @Override
    public void openFile(String path, String anchor) {
      model.open(path, anchor);
    }

    @Override
    public FileState state(String path) {
      return known.state(path);
    }
  }

  private void showTree(FileNode.Folder folder) {
    known.of(model.skill());
    if (folder == null) {
      RowCard card = new RowCard();
      card.getChildren().add(Texts.wrapped(WORDS.text("unknown"), "soft"));
      getChildren().setAll(card);
      return;
    }
    tree.show(folder);
    build();
  }

  private void showOpened(FilesModel.Opened now) {
    opened.show(now);
    if (model.treeProperty().get() == null) {
      return;
    }
    build();
    if (now != null && !now.missing()) {
      tree.reveal(now.path());
    }
    // A document scrolls to its heading itself; a line of code is found within its own list.
    if (now != null
        && now.content() != null
        && (now.anchor().isEmpty() || !(now.content() instanceof FileContent.Markdown))) {
      toHead();
    }
  }

  private void toHead() {
    if (getScene() != null) {
      page.reveal(beside ? this : opened);
    }
  }

  private void toTree() {
    page.reveal(tree);
    tree.requestFocus();
  }

  private void arrange() {
    sizes();
    boolean now = getWidth() >= BESIDE;
    if (now != beside) {
      beside = now;
      opened.beside(now);
      if (model.treeProperty().get() != null) {
        build();
      }
    }
  }

  private void build() {
    FileNode.Folder folder = model.treeProperty().get();
    Region total =
        Texts.wrapped(
            WORDS.text("total", folder.files(), Figures.bytes(folder.bytes())), "soft", "small");
    sizes();
    if (beside) {
      VBox left = new VBox(8, tree, total);
      left.setMinWidth(TREE);
      left.setPrefWidth(TREE);
      left.setMaxWidth(TREE);
      VBox.setVgrow(tree, Priority.ALWAYS);
      HBox.setHgrow(opened, Priority.ALWAYS);
      HBox both = new HBox(20, left, opened);
      getChildren().setAll(both);
    } else if (model.openedProperty().get() == null) {
      getChildren().setAll(tree, total);
    } else {
      getChildren().setAll(tree, total, opened);
    }
  }

  /** Beside each other both are as high as the page lets them be seen at once. */
  private void sizes() {
    double rows = Math.clamp(tree.getExpandedItemCount(), 1, MOST_ROWS) * FileTree.ROW + 14;
    if (!beside) {
      tree.setPrefHeight(rows);
      tree.setMinHeight(rows);
      tree.setMaxHeight(rows);
      opened.setPrefHeight(USE_COMPUTED_SIZE);
      opened.setMaxHeight(Double.MAX_VALUE);
      return;
    }
    Bounds seen = page.viewport().getValue();
    double height = Math.clamp(seen == null ? LOWEST : seen.getHeight() - 48, LOWEST, HIGHEST);
    tree.setMinHeight(0);
    tree.setPrefHeight(height - 32);
    tree.setMaxHeight(height - 32);
    opened.setPrefHeight(height);
    opened.setMaxHeight(height);
  }
}
