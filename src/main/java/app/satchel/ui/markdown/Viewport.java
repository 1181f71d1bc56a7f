package app.satchel.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;

/** The scroll pane around a node: which part of the node is seen, and moving it. */
final class Viewport {
  private final Node node;
  private final Runnable changed;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private ScrollPane pane;

  /**
   * @param changed called when another part of the node may be seen
   */
  Viewport(Node node, Runnable changed) {
    this.node = node;
    this.changed = changed;
  }

  /** Looks for the scroll pane anew; called when the node has come to another place. */
  void find() {
    ScrollPane found = null;
    for (Parent parent = node.getParent(); parent != null && found == null; ) {
      if (parent instanceof ScrollPane scrollPane) {
        found = scrollPane;
      }
      parent = parent.getParent();
    }
    if (found == pane) {
      return;
    }
    subscriptions.forEach(Subscription::unsubscribe);
    subscriptions.clear();
    pane = found;
    if (found != null) {
      subscriptions.add(found.vvalueProperty().subscribe(() -> changed.run()));
      subscriptions.add(found.viewportBoundsProperty().subscribe(() -> changed.run()));
    }
  }

  /**
   * Top of the seen part in the node's coordinates; may be negative. Reckoned from the scroll
   * position, because the skin moves the content only after it has told others of a new position.
   */
  double top() {
    if (pane == null) {
      return 0;
    }
    double above = pane.getContent().sceneToLocal(node.localToScene(0, 0)).getY();
    double share = (pane.getVvalue() - pane.getVmin()) / (pane.getVmax() - pane.getVmin());
    return (share * range() - above) / scale();
  }

  /** How much larger the node is shown than it is laid out: a page can be zoomed as a whole. */
  private double scale() {
    double content = pane.getContent().getLocalToSceneTransform().getMyy();
    return content == 0 ? 1 : node.getLocalToSceneTransform().getMyy() / content;
  }

  /** How far the page can be scrolled, in pixels. */
  private double range() {
    return Math.max(
        0, pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight());
  }

  /** Height of the seen part; without a scroll pane, everything is seen. */
  double height() {
    return pane == null ? Double.MAX_VALUE / 4 : pane.getViewportBounds().getHeight() / scale();
  }

  boolean exists() {
    return pane != null;
  }

  /** Moves the page by so many of the node's pixels; down when positive. */
  void scrollBy(double pixels) {
    if (pane == null || pixels == 0) {
      return;
    }
    double range = range();
    if (range > 0) {
      double span = pane.getVmax() - pane.getVmin();
      pane.setVvalue(
          Math.clamp(
              pane.getVvalue() + pixels * scale() / range * span, pane.getVmin(), pane.getVmax()));
    }
  }

  /** Whether some of the node is in sight. */
  boolean shows() {
    double top = top();
    return pane != null && top < node.getLayoutBounds().getHeight() && top > -height();
  }

  /** Gives the page its new height now, rather than at the next frame. */
  void layOut() {
    if (pane != null) {
      pane.layout();
    }
  }
}
