package app.satchel.ui.markdown;

import app.satchel.markdown.LinkTarget;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Selection.Position;
import app.satchel.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;

/**
 * The column of a document's cells. Stands inside the page's own scroll pane; nodes exist only for
 * the cells near the part that is seen, and heights of the others are guesses until they come into
 * view. The selection lies over the cells' words, not over nodes, so it spans all of them.
 */
public final class MarkdownPane extends Region implements MarkdownView {
  /** How far beyond the seen part cells are built, in pixels. */
  private static final double AHEAD = 600;

  /** Built cells farther away than this are given up. */
  private static final double KEEP = 2_000;

  /** Room left above a section that was jumped to. */
  private static final double ABOVE_TARGET = 12;

  private static final int AIMS = 4;

  private final Words words = Words.of(MarkdownPane.class);
  private final MarkdownActions actions;
  private final Pictures pictures;
  private final ContentNodes nodes;
  private final Viewport viewport = new Viewport(this, this::refresh);
  private final LinkDoubts doubts = new LinkDoubts(this, words);
  private final ReadOnlyStringWrapper currentSection = new ReadOnlyStringWrapper("");
  private final Map<Integer, CellNode> built = new HashMap<>();
  private List<Cell> cells = List.of();
  private CellHeights heights = new CellHeights(List.of());
  private Selection selection;
  private boolean refreshing;
  private boolean telling;

  /** What has grown above the seen part since the page was told of the height. */
  private double pendingShift;

  /** The cell that shall come to the top, or -1; and how often it is still aimed at. */
  private int aim = -1;

  private int aims;

  /**
   * @param actions what links do
   * @param images the skill's own pictures
   */
  public MarkdownPane(MarkdownActions actions, PackageImages images) {
    this(actions, images, WebPictures.none());
  }

  /**
   * @param actions what links do
   * @param images the skill's own pictures
   * @param web pictures of the web, loaded only when the person says so
   */
  public MarkdownPane(MarkdownActions actions, PackageImages images, WebPictures web) {
    this.actions = Objects.requireNonNull(actions);
    this.pictures = new Pictures(Objects.requireNonNull(images), Objects.requireNonNull(web));
    ProseNodes prose =
        new ProseNodes(words, this::follow, actions::showDestination, actions::state);
    nodes = new ContentNodes(words, prose, Highlighter.load(), pictures, MarkdownPane::toClipboard);
    getStyleClass().add("markdown");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(words.text("document"));
    new SelectionInput(this, viewport, words).install();
    parentProperty().subscribe(() -> viewport.find());
    sceneProperty()
        .subscribe(
            scene -> {
              viewport.find();
              requestLayout();
            });
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void show(MarkdownDocument document) {
    pictures.of(document);
    cells = CellBuilder.build(document, words);
    heights = new CellHeights(cells);
    selection = null;
    aim = -1;
    pendingShift = 0;
    built.clear();
    getChildren().clear();
    currentSection.set("");
    requestLayout();
  }

  List<Cell> cells() {
    return cells;
  }

  private void follow(LinkTarget target) {
    if (target instanceof LinkTarget.Web web && !web.claimed().isEmpty()) {
      doubts.ask(web, () -> actions.openWeb(web.uri()));
      return;
    }
    switch (target) {
      case LinkTarget.Web web -> actions.openWeb(web.uri());
      case LinkTarget.Mail mail -> actions.openMail(mail.address());
      case LinkTarget.InPackage file -> actions.openFile(file.path(), file.anchor());
      case LinkTarget.InDocument place -> jumpTo(place.anchor());
      case LinkTarget.Inert _ -> {}
    }
  }

  @Override
  public boolean jumpTo(String anchor) {
    String wanted = anchor.toLowerCase(Locale.ROOT);
    for (int i = 0; i < cells.size(); i++) {
      boolean here =
          wanted.isEmpty()
              || cells.get(i).places().contains(wanted)
              || cells.get(i).content() instanceof Content.Prose prose
                  && !prose.anchor().isEmpty()
                  && prose.anchor().equals(wanted);
      if (here) {
        bringToTop(i);
        return true;
      }
    }
    return false;
  }

  /**
   * Heights on the way are guesses until what stands there is built, so after each move the target
   * is looked for and aimed at again.
   */
  private void bringToTop(int cell) {
    aims = AIMS;
    aim = cell;
    aimAgain();
  }

  private void aimAgain() {
    double off = heights.top(aim) + cells.get(aim).gap() - ABOVE_TARGET - viewport.top();
    aims--;
    if (Math.abs(off) >= 1) {
      viewport.scrollBy(off);
    }
    refresh();
    if (aims > 0) {
      tellHeightSoon();
    } else {
      aim = -1;
    }
  }

  @Override
  public ReadOnlyStringProperty currentSectionProperty() {
    return currentSection.getReadOnlyProperty();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return heights.total();
  }

  @Override
  protected double computeMinHeight(double width) {
    return heights.total();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 680;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 200;
  }

  @Override
  protected void layoutChildren() {
    refresh();
  }

  /** Builds what is near the seen part, places it, and gives up what is far. */
  private void refresh() {
    double width = getWidth();
    if (refreshing || getScene() == null || width <= 0) {
      return;
    }
    refreshing = true;
    try {
      heights.setWidth(width);
      double top = viewport.top();
      double from = top - AHEAD;
      double to = top + viewport.height() + AHEAD;
      double before = heights.total();
      double y = 0;
      String section = "";
      for (int i = 0; i < cells.size(); i++) {
        double height = heights.of(i);
        if (y + height >= from && y <= to) {
          CellNode node = built.computeIfAbsent(i, this::build);
          if (!heights.isMeasured(i)) {
            double measured = node.prefHeight(width);
            heights.measured(i, measured);
            // What grows above the seen part must not push it down.
            pendingShift += y + height <= top ? measured - height : 0;
            height = measured;
          }
          node.resizeRelocate(0, y, width, height);
        } else if (y + height < from - KEEP || y > to + KEEP) {
          giveUp(i);
        } else if (built.containsKey(i)) {
          built.get(i).resizeRelocate(0, y, width, height);
        }
        if (y <= top + 40
            && cells.get(i).content() instanceof Content.Prose prose
            && !prose.anchor().isEmpty()) {
          section = prose.anchor();
        }
        y += height;
      }
      currentSection.set(section);
      if (Math.abs(before - y) > 0.5 || Math.abs(getHeight() - y) > 0.5) {
        tellHeightSoon();
      }
    } finally {
      refreshing = false;
    }
  }

  private CellNode build(int index) {
    CellNode node =
        nodes.node(
            cells.get(index),
            () -> {
              if (index < cells.size() && built.containsKey(index)) {
                heights.forget(index);
                requestLayout();
              }
            });
    getChildren().add(node);
    node.applyCss();
    mark(index, node);
    return node;
  }

  private void giveUp(int index) {
    CellNode node = built.get(index);
    if (node != null && !holdsFocus(node)) {
      built.remove(index);
      getChildren().remove(node);
    }
  }

  private boolean holdsFocus(Node node) {
    Node owner = getScene().getFocusOwner();
    while (owner != null && owner != node) {
      owner = owner.getParent();
    }
    return owner != null;
  }

  /** Parents that are being laid out take no wishes, so they are told right after. */
  private void tellHeightSoon() {
    if (telling) {
      return;
    }
    telling = true;
    Platform.runLater(
        () -> {
          telling = false;
          tellHeight();
          double shift = pendingShift;
          pendingShift = 0;
          if (aim >= 0 && aim < cells.size()) {
            aimAgain();
          } else {
            viewport.scrollBy(shift);
          }
        });
  }

  private void tellHeight() {
    requestLayout();
    viewport.layOut();
  }

  // ---- selection -------------------------------------------------------------------------------

  Selection selection() {
    return selection;
  }

  void select(Selection wanted) {
    selection = wanted;
    built.forEach(this::mark);
  }

  private void mark(int index, CellNode node) {
    int length = cells.get(index).text().length();
    if (selection == null || selection.isEmpty()) {
      node.select(0, 0);
    } else {
      node.select(selection.from(index, length), selection.to(index, length));
    }
  }

  /** The place in the words nearest to a point of this pane. */
  Position positionAt(double x, double y) {
    if (cells.isEmpty()) {
      return new Position(0, 0);
    }
    int index = heights.at(y);
    CellNode node = built.get(index);
    int offset =
        node == null
            ? y < heights.top(index) + heights.of(index) / 2 ? 0 : cells.get(index).text().length()
            : node.offsetAt(new Point2D(x - node.getLayoutX(), y - node.getLayoutY()));
    return new Position(index, offset);
  }

  @Override
  public void selectAll() {
    if (!cells.isEmpty()) {
      select(
          new Selection(
              new Position(0, 0), new Position(cells.size() - 1, cells.getLast().text().length())));
    }
  }

  @Override
  public String selectedText() {
    return selection == null || selection.isEmpty() ? "" : Clip.of(cells, selection).text();
  }

  @Override
  public void copy() {
    if (selection != null && !selection.isEmpty()) {
      Clip clip = Clip.of(cells, selection);
      ClipboardContent content = new ClipboardContent();
      content.putString(clip.text());
      content.putHtml(clip.html());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private static void toClipboard(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
