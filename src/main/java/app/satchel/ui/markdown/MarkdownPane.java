package app.satchel.ui.markdown;

import app.satchel.markdown.LinkTarget;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.ui.markdown.Selection.Position;
import app.satchel.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
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
  private final Marks marks = new Marks(() -> cells, built);
  private boolean refreshing;
  private boolean telling;

  /** What has grown above the seen part since the page was told of the height. */
  private double pendingShift;

  private final Aiming aiming = new Aiming(this, viewport);

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
    nodes = new ContentNodes(words, prose, Highlighter.load(), pictures, Clip::copy);
    getStyleClass().add("markdown");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(words.text("document"));
    new SelectionInput(this, viewport, words).install();
    focusedProperty()
        .subscribe(
            now -> {
              if (now) {
                stay();
              }
            });
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
    marks.clear();
    aiming.stop();
    pendingShift = 0;
    built.clear();
    getChildren().clear();
    currentSection.set("");
    requestLayout();
  }

  List<Cell> cells() {
    return cells;
  }

  void follow(LinkTarget target) {
    if (target instanceof LinkTarget.Web web && !web.claimed().isEmpty()) {
      doubts.ask(web, () -> actions.openWeb(web.uri()));
    } else {
      actions.follow(target, this::jumpTo);
    }
  }

  void askToFind() {
    actions.find();
  }

  Places places() {
    return new Places(cells, heights, built);
  }

  @Override
  public boolean jumpTo(String anchor) {
    int cell = places().heading(anchor);
    if (cell >= 0) {
      aiming.top(new Position(cell, 0));
    }
    return cell >= 0;
  }

  void reveal(Position at) {
    aiming.reveal(at);
  }

  /** The node of a cell, or null while it is not built. */
  CellNode nodeOf(int cell) {
    return built.get(cell);
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
    if (aiming.waitsForThePage() && getWidth() > 0) {
      tellHeightSoon();
    }
  }

  /** Builds what is near the seen part, places it, and gives up what is far. */
  void refresh() {
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
      Places places = places();
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
        if (y <= top + 40 && !places.anchorOf(i).isEmpty()) {
          section = places.anchorOf(i);
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
    marks.mark(index, node);
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
  void tellHeightSoon() {
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
          if (!aiming.movesThePage()) {
            viewport.scrollBy(shift);
          }
          aiming.again();
        });
  }

  /**
   * Keeps the page where it is while the keyboard comes to it. A scroll pane brings what gets the
   * focus into sight; of something higher than itself, it shows the end, wherever one was reading.
   */
  private void stay() {
    if (!viewport.shows()) {
      return;
    }
    double top = viewport.top();
    // The scroll pane is told after the focus has moved, and before this runs.
    Platform.runLater(
        () -> {
          pendingShift = 0; // What was measured at the end is not above what is read.
          viewport.scrollBy(top - viewport.top());
        });
  }

  private void tellHeight() {
    requestLayout();
    viewport.layOut();
  }

  // ---- selection and find ----------------------------------------------------------------------

  Selection selection() {
    return marks.selection();
  }

  void select(Selection wanted) {
    marks.select(wanted);
  }

  /** The place in the words nearest to a point of this pane. */
  Position positionAt(double x, double y) {
    return places().at(x, y);
  }

  /** Where a place in the words stands on this pane; a guess while it is far away. */
  Bounds placeOf(Position at) {
    return places().of(at, getWidth());
  }

  /** The first place in the words that is seen. */
  Position firstSeen() {
    return positionAt(0, Math.max(0, viewport.top()));
  }

  /** Height of the part that is seen, in pixels. */
  double seenHeight() {
    return viewport.height();
  }

  @Override
  public Found find(String wanted) {
    Found found = marks.look(wanted, cells.isEmpty() ? new Position(0, 0) : firstSeen());
    return revealed(found);
  }

  @Override
  public Found findNext(boolean forward) {
    return revealed(marks.move(forward));
  }

  private Found revealed(Found found) {
    if (marks.current() != null) {
      reveal(marks.current());
    }
    return found;
  }

  @Override
  public void endFind() {
    marks.endFind();
  }

  @Override
  public void wrapCode(boolean wrap) {
    if (nodes.wrapCode(wrap)) {
      for (int i = 0; i < cells.size(); i++) {
        if (cells.get(i).content() instanceof Cell.Content.Code) {
          heights.forget(i);
          CellNode node = built.remove(i);
          getChildren().remove(node);
        }
      }
      requestLayout();
    }
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
    Clip clip = marks.clip();
    return clip == null ? "" : clip.text();
  }

  @Override
  public void copy() {
    Clip clip = marks.clip();
    if (clip != null) {
      clip.copy();
    }
  }
}
