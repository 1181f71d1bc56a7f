package app.satchel.ui.markdown;

import app.satchel.ui.kit.Icon;
import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Cell.Frame;
import app.satchel.ui.markdown.WordFinder.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A cell on the page: its content, indented, with bars for quotes and a mark for a list item. */
final class CellNode extends Region {
  private static final double ITEM = 26;
  private static final double QUOTE = 18;
  private static final double ALERT_RIGHT = 14;

  private final Cell cell;
  private final Region content;
  private final List<Part> parts;
  private final List<Node> marks = new ArrayList<>();

  /** A flow in this cell, and where its words stand in the cell's. */
  record Part(SelectableFlow flow, int start) {}

  CellNode(Cell cell, Region content, List<Part> parts, ContentNodes nodes) {
    this.cell = cell;
    this.content = content;
    this.parts = parts;
    content.setManaged(false);
    setManaged(false);
    for (int i = 0; i < cell.frames().size(); i++) {
      Node mark =
          switch (cell.frames().get(i)) {
            case Frame.Quote _ -> bar();
            case Frame.Alert alert -> ground(alert, i >= cell.shared());
            case Frame.Item item -> i >= cell.shared() ? marker(item, nodes) : null;
          };
      marks.add(mark);
      if (mark != null) {
        mark.setManaged(false);
        getChildren().add(mark);
      }
    }
    // Above the grounds of notices.
    getChildren().add(content);
    accessible(nodes);
  }

  private void accessible(ContentNodes nodes) {
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(cell.text());
    if (cell.content() instanceof Content.Prose prose
        && prose.style().compareTo(Cell.Style.PARAGRAPH) < 0) {
      setAccessibleRoleDescription(nodes.headingWord(prose.style().ordinal() + 1));
    }
  }

  private static Region bar() {
    Region bar = new Region();
    bar.getStyleClass().add("md-quote-bar");
    return bar;
  }

  private Region ground(Frame.Alert alert, boolean first) {
    Region ground = new Region();
    ground
        .getStyleClass()
        .addAll("md-alert", "md-alert-" + alert.kind().name().toLowerCase(Locale.ROOT));
    if (first) {
      ground.getStyleClass().add("md-alert-top");
    }
    if (cell.foot() > 0) {
      ground.getStyleClass().add("md-alert-end");
    }
    return ground;
  }

  private static Node marker(Frame.Item item, ContentNodes nodes) {
    return switch (item.task()) {
      case NONE -> item.marker().isEmpty() ? bullet(item.depth()) : number(item.marker());
      case OPEN, DONE -> box(item, nodes);
    };
  }

  private static Region bullet(int depth) {
    Region bullet = new Region();
    bullet
        .getStyleClass()
        .addAll("md-bullet", depth == 0 ? "md-disc" : depth == 1 ? "md-circle" : "md-square");
    bullet.resize(6, 6);
    return bullet;
  }

  private static Label number(String marker) {
    Label number = new Label(marker);
    number.getStyleClass().add("md-number");
    return number;
  }

  private static Region box(Frame.Item item, ContentNodes nodes) {
    boolean done = item.task() == app.satchel.markdown.Block.TaskState.DONE;
    StackPane box = new StackPane();
    box.getStyleClass().addAll("md-task", done ? "md-done" : "md-open");
    if (done) {
      box.getChildren().add(Icon.OK.node("md-tick"));
    }
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(nodes.taskWord(done));
    box.resize(15, 15);
    return box;
  }

  private double indent() {
    double indent = 0;
    for (Frame frame : cell.frames()) {
      indent += step(frame);
    }
    // Deep nesting shall not push the words off the page.
    return Math.min(indent, 320);
  }

  private static double step(Frame frame) {
    return frame instanceof Frame.Item ? ITEM : QUOTE;
  }

  /** Room at the right: words do not touch the edge of a notice's ground. */
  private double margin() {
    long alerts = cell.frames().stream().filter(Frame.Alert.class::isInstance).count();
    return Math.min(alerts, 4) * ALERT_RIGHT;
  }

  private double inner(double width) {
    return Math.max(60, width - indent() - margin());
  }

  Cell cell() {
    return cell;
  }

  /** The offset in the cell's words nearest to a point of this node. */
  int offsetAt(Point2D point) {
    Part nearest = null;
    double least = Double.MAX_VALUE;
    for (Part part : parts) {
      Point2D local = part.flow().sceneToLocal(localToScene(point));
      double dx = outside(local.getX(), part.flow().getWidth());
      double dy = outside(local.getY(), part.flow().getHeight());
      double distance = dy * 1_000 + dx;
      if (distance < least) {
        least = distance;
        nearest = part;
      }
    }
    if (nearest == null) {
      return point.getY() < getHeight() / 2 ? 0 : cell.text().length();
    }
    Point2D local = nearest.flow().sceneToLocal(localToScene(point));
    return Math.min(cell.text().length(), nearest.start() + nearest.flow().offsetAt(local));
  }

  private static double outside(double at, double size) {
    return at < 0 ? -at : Math.max(0, at - size);
  }

  /** Shows a stretch of the cell's words as selected. */
  void select(int from, int to) {
    for (Part part : parts) {
      int length = part.flow().length();
      int start = Math.clamp((long) from - part.start(), 0, length);
      int end = Math.clamp((long) to - part.start(), start, length);
      part.flow().select(start, end);
    }
    pseudoClassStateChanged(ContentNodes.SELECTED, parts.isEmpty() && to > from);
  }

  /** Marks the places in the cell's words that were looked for. */
  void markFound(List<Hit> hits, Hit current) {
    for (Part part : parts) {
      int length = part.flow().length();
      List<int[]> stretches = new ArrayList<>();
      int shown = -1;
      for (Hit hit : hits) {
        int from = Math.clamp((long) hit.from() - part.start(), 0, length);
        int to = Math.clamp((long) hit.to() - part.start(), from, length);
        if (to > from) {
          shown = hit.equals(current) ? stretches.size() : shown;
          stretches.add(new int[] {from, to});
        }
      }
      part.flow().markFound(stretches, shown);
    }
  }

  /** Where a character of the cell's words stands, in this node. */
  Bounds placeOf(int offset) {
    Part at = partAt(offset);
    if (at == null) {
      return new BoundingBox(0, cell.gap(), getWidth(), getHeight() - cell.gap());
    }
    Bounds place = at.flow().placeOf(Math.max(0, offset - at.start()));
    return sceneToLocal(at.flow().localToScene(place));
  }

  /** Moves what is wider than the page so far that a character of it is seen. */
  void revealSideways(int offset) {
    Part at = partAt(offset);
    for (Node node = at == null ? null : at.flow(); node != null && node != this; ) {
      node = node.getParent();
      if (node instanceof SidewaysPane sideways) {
        Bounds place = at.flow().placeOf(Math.max(0, offset - at.start()));
        sideways.reveal(sideways.sceneToLocal(at.flow().localToScene(place)));
      }
    }
  }

  private Part partAt(int offset) {
    Part found = null;
    for (Part part : parts) {
      if (found == null || part.start() <= offset) {
        found = part;
      }
    }
    return found;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(cell.gap() + content.prefHeight(inner(width)) + cell.foot());
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    double indent = indent();
    for (int i = 0; i < marks.size(); i++) {
      x = Math.min(x + step(cell.frames().get(i)), indent);
      place(marks.get(i), x, i);
    }
    content.resizeRelocate(
        indent, cell.gap(), inner(getWidth()), getHeight() - cell.gap() - cell.foot());
  }

  private void place(Node mark, double x, int frame) {
    switch (mark) {
      case null -> {}
      case Label number -> {
        double width = number.prefWidth(-1);
        number.resizeRelocate(x - 7 - width, cell.gap(), width, number.prefHeight(-1));
      }
      case Region region when cell.frames().get(frame) instanceof Frame.Quote -> {
        double top = frame < cell.shared() ? 0 : cell.gap();
        region.resizeRelocate(x - QUOTE, top, 3, getHeight() - top);
      }
      case Region region when cell.frames().get(frame) instanceof Frame.Alert -> {
        double top = frame < cell.shared() ? 0 : cell.gap();
        double left = x - QUOTE;
        region.resizeRelocate(left, top, Math.max(0, getWidth() - left), getHeight() - top);
      }
      case Region region -> {
        double middle = cell.gap() + 11.5;
        double right = region.getWidth() > 10 ? 6 : 10;
        region.relocate(
            Math.round(x - right - region.getWidth()), Math.round(middle - region.getHeight() / 2));
      }
      default -> {}
    }
  }
}
