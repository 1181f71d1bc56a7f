package app.satchel.ui.skill;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Moves the page that something is on, so that a person does not have to look for it. */
final class PageScroll {
  private static final double MARGIN = 16;

  private PageScroll() {}

  /** Brings what has just appeared into sight, its beginning first. */
  static void reveal(Region appeared) {
    ScrollPane scroll = scroll(appeared);
    if (scroll == null) {
      return;
    }
    scroll.applyCss();
    scroll.layout();
    Bounds seen = scroll.localToScene(scroll.getLayoutBounds());
    double above = top(appeared) - MARGIN - seen.getMinY();
    double below = top(appeared) + appeared.getHeight() + MARGIN - seen.getMaxY();
    if (below > 0) {
      move(scroll, Math.min(below, above));
    } else if (above < 0) {
      move(scroll, above);
    }
  }

  /**
   * Keeps what a person works at where it is on the screen while the page around it changes.
   *
   * @param page part of what scrolls
   * @param anchor what must not move; found before and after, null when there is nothing
   * @param change of the page
   */
  static void keep(Region page, Supplier<? extends Node> anchor, Runnable change) {
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
    if (after != null) {
      move(scroll, top(after) - was);
    }
  }

  /** Moves a page by so many pixels; down when positive. */
  static void by(ScrollPane scroll, double pixels) {
    move(scroll, pixels);
  }

  private static void move(ScrollPane scroll, double pixels) {
    double room =
        scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    if (room > 0) {
      double step = pixels / room * (scroll.getVmax() - scroll.getVmin());
      scroll.setVvalue(Math.clamp(scroll.getVvalue() + step, scroll.getVmin(), scroll.getVmax()));
      scroll.layout();
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
