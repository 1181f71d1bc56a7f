package app.satchel.ui.skill;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
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
   * Brings something into sight and keeps it there while the heights around it become known: a
   * scroll pane keeps how far it is scrolled as a share, and a page that grows below would move.
   */
  static void revealUntilSettled(Region appeared) {
    reveal(appeared);
    ScrollPane scroll = scroll(appeared);
    if (scroll != null && scroll.getScene() != null) {
      new Settling(scroll, appeared).begin();
    }
  }

  /** Follows a page from frame to frame until its height stays, or somebody does something. */
  private static final class Settling {
    /** Frames in which it is the layout that moves a page: a document makes up for its growth. */
    private static final int YOUNG = 10;

    /** Frames of the same height after which a page is taken to be done. */
    private static final int QUIET = 60;

    private final ScrollPane scroll;
    private final Region appeared;
    private final Scene scene;
    private final Runnable frame = this::frame;
    private final EventHandler<InputEvent> input = this::input;
    private double height;
    private double share;
    private int frames;
    private int quiet;

    Settling(ScrollPane scroll, Region appeared) {
      this.scroll = scroll;
      this.appeared = appeared;
      scene = scroll.getScene();
      remember();
    }

    void begin() {
      scene.addPostLayoutPulseListener(frame);
      scene.addEventFilter(InputEvent.ANY, input);
      Platform.requestNextPulse();
    }

    private void end() {
      scene.removePostLayoutPulseListener(frame);
      scene.removeEventFilter(InputEvent.ANY, input);
    }

    private void remember() {
      height = height(scroll);
      share = scroll.getVvalue();
    }

    private void input(InputEvent event) {
      if (event.getEventType() == ScrollEvent.SCROLL
          || event.getEventType() == KeyEvent.KEY_PRESSED
          || event.getEventType() == MouseEvent.MOUSE_PRESSED) {
        end();
      }
    }

    private void frame() {
      boolean moved = scroll.getVvalue() != share;
      frames++;
      if (moved && frames > YOUNG || ++quiet > QUIET || appeared.getScene() != scene) {
        end();
      } else if (moved || height(scroll) != height) {
        reveal(appeared);
        remember();
        quiet = 0;
      }
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
    double room = height(scroll) - scroll.getViewportBounds().getHeight();
    if (room > 0) {
      double step = pixels / room * (scroll.getVmax() - scroll.getVmin());
      scroll.setVvalue(Math.clamp(scroll.getVvalue() + step, scroll.getVmin(), scroll.getVmax()));
      scroll.layout();
    }
  }

  private static double height(ScrollPane scroll) {
    return scroll.getContent().getLayoutBounds().getHeight();
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
