package app.satchel.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/**
 * Looks at a laid out scene as a careful person would: no words are cut without an ellipsis,
 * nothing lies on its neighbour, nothing sticks out of the window or of what scrolls only
 * downwards.
 */
final class LayoutAudit {
  /** Snapping moves an edge by less than this. */
  private static final double TOLERANCE = 1.5;

  private final List<String> problems = new ArrayList<>();

  private LayoutAudit() {}

  /** What is wrong; empty when nothing is. Call on the UI thread. */
  static List<String> of(Parent root) {
    LayoutAudit audit = new LayoutAudit();
    audit.walk(root, new Room(root.getLayoutBounds(), true, true));
    return audit.problems;
  }

  /**
   * Where things may be.
   *
   * @param across whether they may not stick out sideways
   * @param down whether they may not stick out below
   */
  private record Room(Bounds bounds, boolean across, boolean down) {}

  private void walk(Node node, Room room) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Room inner = room;
    if (node instanceof ScrollPane pane) {
      inner = new Room(bounds, pane.getHbarPolicy() == ScrollBarPolicy.NEVER, false);
    } else if (node.getStyleClass().contains("clipped-container")) {
      inner = new Room(bounds, true, false);
    } else if (node.getClip() != null && !(node.getParent() instanceof ScrollPane)) {
      inner = new Room(bounds, false, false);
    }
    if (seen(bounds, room)) {
      checkInside(node, bounds, room);
      if (node instanceof Labeled labeled) {
        checkWords(labeled);
      }
      if (node instanceof Parent parent) {
        checkNeighbours(parent);
      }
    }
    // What a control is made of is its own affair.
    if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        walk(child, inner);
      }
    }
  }

  private static boolean seen(Bounds bounds, Room room) {
    return room.down || room.bounds.intersects(bounds);
  }

  private void checkInside(Node node, Bounds bounds, Room room) {
    boolean says =
        node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()
            || node instanceof TextInputControl
            || node instanceof Text text && !text.getText().isEmpty()
            || node.isFocusTraversable();
    // A handle at an edge reaches over it by design; it is not managed by its parent.
    if (!says || !node.isManaged() && !(node instanceof Text) || bounds.getWidth() == 0) {
      return;
    }
    if (room.across
        && (bounds.getMinX() < room.bounds.getMinX() - TOLERANCE
            || bounds.getMaxX() > room.bounds.getMaxX() + TOLERANCE)) {
      problem(node, "sticks out sideways: " + span(bounds) + " of " + span(room.bounds));
    }
    if (room.down
        && (bounds.getMinY() < room.bounds.getMinY() - TOLERANCE
            || bounds.getMaxY() > room.bounds.getMaxY() + TOLERANCE)) {
      problem(node, "sticks out below or above: " + span(bounds) + " of " + span(room.bounds));
    }
  }

  private void checkWords(Labeled labeled) {
    String whole = labeled.getText();
    if (whole == null
        || whole.isBlank()
        || labeled.getContentDisplay().name().contains("GRAPHIC_ONLY")) {
      return;
    }
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child == labeled.getGraphic() || !(child instanceof Text text) || !text.isVisible()) {
        continue;
      }
      String shown = text.getText();
      String ellipsis = labeled.getEllipsisString();
      boolean cut = shown.length() < whole.length();
      if (cut && !shown.contains(ellipsis)) {
        problem(labeled, "is cut without an ellipsis: " + shown);
      } else if (cut && shown.replace(ellipsis, "").strip().length() < 3) {
        problem(labeled, "says nothing any more: " + shown);
      }
      Bounds words = text.getBoundsInParent();
      if (words.getMaxX() > labeled.getWidth() + TOLERANCE
          || words.getMinX() < -TOLERANCE
          || words.getMaxY() > labeled.getHeight() + TOLERANCE + 1
          || words.getMinY() < -TOLERANCE - 1) {
        problem(
            labeled,
            "is smaller than its words: "
                + span(words)
                + " in "
                + labeled.getWidth()
                + " x "
                + labeled.getHeight());
      }
    }
  }

  private void checkNeighbours(Parent parent) {
    if (!(parent instanceof HBox
        || parent instanceof VBox
        || parent instanceof FlowPane
        || parent instanceof GridPane)) {
      return;
    }
    List<Node> shown =
        parent.getChildrenUnmodifiable().stream()
            .filter(child -> child.isVisible() && child.isManaged())
            .toList();
    for (int i = 0; i < shown.size(); i++) {
      Bounds one = place(shown.get(i));
      if (one.getMaxX() > parent.getLayoutBounds().getMaxX() + TOLERANCE && one.getWidth() > 0) {
        problem(
            shown.get(i),
            "is wider than "
                + parent.getClass().getSimpleName()
                + parent.getStyleClass()
                + ": "
                + span(one));
      }
      for (int j = i + 1; j < shown.size(); j++) {
        Bounds other = place(shown.get(j));
        double across =
            Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double down =
            Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        if (across > TOLERANCE && down > TOLERANCE) {
          problem(shown.get(i), "lies on " + name(shown.get(j)));
        }
      }
    }
  }

  private static Bounds place(Node node) {
    return node.localToParent(node.getLayoutBounds());
  }

  private void problem(Node node, String what) {
    problems.add(name(node) + " " + what);
  }

  private static String name(Node node) {
    String words = node instanceof Labeled labeled ? " '" + labeled.getText() + "'" : "";
    return node.getClass().getSimpleName()
        + (node.getId() == null ? "" : "#" + node.getId())
        + node.getStyleClass()
        + words;
  }

  private static String span(Bounds bounds) {
    return String.format(
        Locale.ROOT,
        "%.1f..%.1f, %.1f..%.1f",
        bounds.getMinX(),
        bounds.getMaxX(),
        bounds.getMinY(),
        bounds.getMaxY());
  }
}
