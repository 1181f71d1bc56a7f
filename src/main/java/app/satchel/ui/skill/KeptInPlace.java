package app.satchel.ui.skill;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Keeps what a person works at where it is on the screen while the page around it changes. */
final class KeptInPlace {
  private KeptInPlace() {}

  /**
   * @param page part of what scrolls
   * @param anchor what must not move; found before and after, null when there is nothing
   * @param change of the page
   */
  static void during(Region page, Supplier<? extends Node> anchor, Runnable change) {
    ScrollPane scroll = scroll(page);
    Node before = anchor.get();
    if (scroll == null || before == null) {
      change.run();
      return;
    }
    double was = top(before);
    change.run();
    scroll.applyCss();
    scroll.layout();
    Node after = anchor.get();
    double room =
        scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    if (after != null && room > 0) {
      double moved = (top(after) - was) / room * (scroll.getVmax() - scroll.getVmin());
      scroll.setVvalue(Math.clamp(scroll.getVvalue() + moved, scroll.getVmin(), scroll.getVmax()));
    }
  }

  private static double top(Node node) {
    Bounds place = node.localToScene(node.getLayoutBounds());
    return place.getMinY();
  }

  private static ScrollPane scroll(Node node) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (one instanceof ScrollPane pane) {
        return pane;
      }
    }
    return null;
  }
}
