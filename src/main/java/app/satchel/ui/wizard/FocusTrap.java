package app.satchel.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;

/** Keeps the keyboard inside a part of the window while that part is there. */
final class FocusTrap {
  private final Parent inside;
  private final ChangeListener<Node> listener = (focus, before, now) -> bringBack(now);
  private Scene scene;

  FocusTrap(Parent inside) {
    this.inside = inside;
  }

  void start(Scene where) {
    scene = where;
    scene.focusOwnerProperty().addListener(listener);
  }

  void end() {
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(listener);
    }
  }

  private void bringBack(Node now) {
    if (now != null && contains(now)) {
      return;
    }
    // Whatever the way out was, the part itself takes the keys: a control that got the focus
    // unasked might be worked by a key meant for another.
    inside.requestFocus();
  }

  boolean contains(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == inside) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the next or previous control; from the last to the first and back. */
  boolean move(Node from, boolean forward) {
    List<Node> stops = stops(inside);
    if (stops.isEmpty()) {
      return false;
    }
    int at = stops.indexOf(from);
    int next =
        at < 0
            ? forward ? 0 : stops.size() - 1
            : Math.floorMod(at + (forward ? 1 : -1), stops.size());
    focusVisibly(stops.get(next), stops);
    return true;
  }

  /** Focuses a control as the keyboard does, so that its focus ring shows. */
  void focusVisibly(Node node) {
    focusVisibly(node, stops(inside));
  }

  private void focusVisibly(Node node, List<Node> stops) {
    node.requestFocus();
    // JavaFX shows the ring only after a traversal: one step aside and back again, on the side
    // where the neighbour is one of ours.
    boolean first = stops.isEmpty() || stops.getFirst() == node;
    node.requestFocusTraversal(first ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
    Node aside = scene.getFocusOwner();
    if (aside != node && aside != null) {
      aside.requestFocusTraversal(first ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
    if (scene.getFocusOwner() != node) {
      node.requestFocus();
    }
  }

  /** Where Tab stops, in reading order; of a group of radio buttons only the selected one. */
  static List<Node> stops(Parent parent) {
    List<Node> found = new ArrayList<>();
    collect(parent, found);
    return found;
  }

  private static void collect(Parent parent, List<Node> found) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible() || child.isDisabled()) {
        continue;
      }
      if (child.isFocusTraversable() && !(child instanceof ScrollPane) && isStop(child, found)) {
        found.add(child);
      }
      if (child instanceof Parent inner) {
        collect(inner, found);
      }
    }
  }

  private static boolean isStop(Node node, List<Node> found) {
    if (!(node instanceof RadioButton radio) || radio.getToggleGroup() == null) {
      return true;
    }
    Toggle selected = radio.getToggleGroup().getSelectedToggle();
    return selected == null
        ? found.stream()
            .noneMatch(
                other ->
                    other instanceof RadioButton earlier
                        && earlier.getToggleGroup() == radio.getToggleGroup())
        : selected == radio;
  }
}
