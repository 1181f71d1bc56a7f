package app.satchel.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/** A text flow with grounds behind some of its words, and a stretch that can be selected. */
final class SelectableFlow extends Region {
  /** More would touch the words beside it: a space is 3 pixels wide. */
  private static final double GROUND_PADDING = 1;

  private final TextFlow flow = new TextFlow();
  private final List<Ground> grounds = new ArrayList<>();
  private final List<Region> groundNodes = new ArrayList<>();
  private final List<Region> foundNodes = new ArrayList<>();
  private final List<Region> selectionNodes = new ArrayList<>();
  private final boolean wraps;
  private int length;
  private int selectedFrom;
  private int selectedTo;
  private List<Ground> found = List.of();

  /** A coloured ground behind a stretch of the text. */
  private record Ground(int from, int to, String styleClass) {}

  SelectableFlow(boolean wraps) {
    this.wraps = wraps;
    flow.setManaged(false);
    flow.getStyleClass().add("md-flow");
    getChildren().add(flow);
  }

  /** Adds words at the end. */
  void add(Text text) {
    flow.getChildren().add(text);
    length += text.getText().length();
  }

  /** Adds words at the end, on a ground of their own. */
  void add(Text text, String groundStyle) {
    grounds.add(new Ground(length, length + text.getText().length(), groundStyle));
    add(text);
  }

  void setTextAlignment(TextAlignment alignment) {
    flow.setTextAlignment(alignment);
  }

  /** Characters in it. */
  int length() {
    return length;
  }

  /** Shows a stretch as selected; none when it is empty. */
  void select(int from, int to) {
    if (from != selectedFrom || to != selectedTo) {
      selectedFrom = from;
      selectedTo = to;
      placeSelection();
    }
  }

  /**
   * Marks stretches that were looked for.
   *
   * @param stretches pairs of offsets in this flow
   * @param current which of them is shown; -1 for none
   */
  void markFound(List<int[]> stretches, int current) {
    if (stretches.isEmpty() && found.isEmpty()) {
      return;
    }
    List<Ground> marks = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      int[] stretch = stretches.get(i);
      marks.add(new Ground(stretch[0], stretch[1], i == current ? "md-found-current" : "md-found"));
    }
    found = marks;
    placeFound();
  }

  /** Where a character stands, in this region; its line when there is none. */
  Bounds placeOf(int offset) {
    int from = Math.clamp(offset, 0, Math.max(0, length - 1));
    List<double[]> boxes = boxes(flow.getRangeShape(from, Math.min(length, from + 1), false));
    if (boxes.isEmpty()) {
      return new BoundingBox(0, 0, 0, flow.getHeight());
    }
    double[] box = boxes.getFirst();
    double x = offset > from ? box[2] : box[0];
    return new BoundingBox(x, box[1], box[2] - x, box[3] - box[1]);
  }

  /** The offset between two characters that is nearest to a point of this region. */
  int offsetAt(Point2D point) {
    if (point.getY() < 0) {
      return 0;
    }
    if (point.getY() > flow.getHeight()) {
      return length;
    }
    return Math.clamp(flow.getHitInfo(point).getInsertionIndex(), 0, length);
  }

  @Override
  protected double computePrefWidth(double height) {
    return flow.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(wraps ? width : -1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(
        0, 0, wraps ? getWidth() : Math.max(getWidth(), flow.prefWidth(-1)), getHeight());
    flow.layout();
    put(groundNodes, 0, grounds, GROUND_PADDING);
    placeFound();
    placeSelection();
  }

  private void placeFound() {
    put(foundNodes, groundNodes.size(), found, 0);
  }

  private void placeSelection() {
    List<Ground> selected =
        selectedTo > selectedFrom
            ? List.of(new Ground(selectedFrom, selectedTo, "md-selection"))
            : List.of();
    put(selectionNodes, groundNodes.size() + foundNodes.size(), selected, 0);
  }

  /**
   * Places one region for each line of each stretch. Those that exist are moved: a child that comes
   * or goes asks for another layout, so with new ones at each layout there would be no end of it.
   */
  private void put(List<Region> nodes, int index, List<Ground> wanted, double padding) {
    int at = 0;
    for (Ground ground : wanted) {
      for (double[] box : boxes(flow.getRangeShape(ground.from(), ground.to(), false))) {
        if (at == nodes.size()) {
          Region added = new Region();
          added.setManaged(false);
          added.setMouseTransparent(true);
          nodes.add(added);
          getChildren().add(index + at, added);
        }
        Region node = nodes.get(at++);
        if (!node.getStyleClass().equals(List.of(ground.styleClass()))) {
          node.getStyleClass().setAll(ground.styleClass());
        }
        node.resizeRelocate(
            box[0] - padding, box[1], box[2] - box[0] + 2 * padding, box[3] - box[1]);
      }
    }
    if (at < nodes.size()) {
      getChildren().subList(index + at, index + nodes.size()).clear();
      nodes.subList(at, nodes.size()).clear();
    }
  }

  /** One box for each line of a range's shape; boxes that touch on a line become one. */
  private static List<double[]> boxes(PathElement[] shape) {
    List<double[]> boxes = new ArrayList<>();
    // A shape begins with a move.
    double[] box = new double[4];
    for (PathElement element : shape) {
      switch (element) {
        case MoveTo move -> {
          add(boxes, box);
          box = new double[] {move.getX(), move.getY(), move.getX(), move.getY()};
        }
        case LineTo line -> grow(box, line.getX(), line.getY());
        default -> {}
      }
    }
    add(boxes, box);
    return boxes;
  }

  private static void grow(double[] box, double x, double y) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }

  private static void add(List<double[]> boxes, double[] box) {
    double[] last = boxes.isEmpty() ? null : boxes.getLast();
    if (last != null && Math.abs(last[1] - box[1]) < 2 && box[0] - last[2] < 2) {
      grow(last, box[2], box[3]);
    } else if (box[2] > box[0]) {
      boxes.add(box);
    }
  }
}
