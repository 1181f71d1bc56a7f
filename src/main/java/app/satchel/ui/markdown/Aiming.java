package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Selection.Position;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;

/**
 * Brings a place into sight. Heights on the way there are guesses until what stands there is built,
 * so the place is looked for and aimed at again whenever heights have changed and after each frame,
 * until it has stayed where it is for some frames: scroll panes put themselves right only then.
 */
final class Aiming {
  /** Room left above what was jumped to. */
  private static final double ABOVE = 12;

  /** How far down the seen part a place comes that was out of sight. */
  private static final double SHARE = 0.3;

  /** Frames, and moves, after which a place that goes on moving is given up. */
  private static final int MOST = 24;

  /** Frames in a row in which nothing moved. */
  private static final int STILL = 2;

  /** Looks for something that scrolls before it is taken that there is none. */
  private static final int PATIENCE = 300;

  private final MarkdownPane pane;
  private final Viewport viewport;
  private Position at;

  /** How far down the seen part the place is to stand. */
  private double share;

  /** Whether it may stand anywhere in sight, as long as the page has not been moved for it. */
  private boolean anywhere;

  private int moves;
  private int frames;
  private int waits;
  private int still;
  private boolean moved;

  /** Whose next frame is waited for; null when none is. */
  private Scene awaited;

  Aiming(MarkdownPane pane, Viewport viewport) {
    this.pane = pane;
    this.viewport = viewport;
  }

  /** Gives up. */
  void stop() {
    at = null;
  }

  /** Whether something is aimed at that must come to a certain height of the page. */
  boolean movesThePage() {
    return at != null && !anywhere;
  }

  /** Whether something is aimed at that waited for the pane to be laid out. */
  boolean waitsForThePage() {
    return at != null && (awaited == null || awaited != pane.getScene());
  }

  /** Brings a place to the top. */
  void top(Position wanted) {
    aim(wanted, 0, false);
  }

  /** Scrolls as little as brings a place into sight, and not at all when it is seen. */
  void reveal(Position wanted) {
    aim(wanted, SHARE, true);
  }

  private void aim(Position wanted, double share, boolean anywhere) {
    this.at = wanted;
    this.share = share;
    this.anywhere = anywhere;
    moves = 0;
    frames = 0;
    waits = 0;
    still = 0;
    again();
    revealSideways();
  }

  /** Aims once more; call when heights have changed, or when the pane has been laid out. */
  void again() {
    if (at == null || pane.getScene() == null || pane.getWidth() <= 0) {
      return; // Not on the page yet: aimed at once it is.
    }
    if (!viewport.exists() || viewport.height() <= 0) {
      waits++;
      if (waits > PATIENCE) {
        at = null;
      }
      return; // What scrolls has no size yet, or is not known: aimed at when it has.
    }
    double off = off();
    if (Math.abs(off) >= 1 && moves < MOST) {
      moves++;
      moved = true;
      viewport.scrollBy(off);
      pane.refresh();
      pane.tellHeightSoon();
    }
    afterNextFrame();
  }

  /** How far the page has to move down. */
  private double off() {
    anywhere &= isSeen();
    return anywhere
        ? 0
        : pane.places().topOf(at) - ABOVE - share * viewport.height() - viewport.top();
  }

  private boolean isSeen() {
    if (pane.nodeOf(at.cell()) == null) {
      return false;
    }
    Bounds place = pane.placeOf(at);
    double y = place.getMinY() - viewport.top();
    return y >= 0 && y + place.getHeight() <= viewport.height();
  }

  private void revealSideways() {
    CellNode node = at == null ? null : pane.nodeOf(at.cell());
    if (node != null) {
      node.revealSideways(at.offset());
    }
  }

  private void afterNextFrame() {
    Scene scene = pane.getScene();
    if (awaited == scene) {
      return;
    }
    awaited = scene;
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          scene.removePostLayoutPulseListener(once[0]);
          Platform.runLater(
              () -> {
                if (awaited == scene) {
                  awaited = null;
                  frame();
                }
              });
        };
    scene.addPostLayoutPulseListener(once[0]);
    Platform.requestNextPulse();
  }

  /** A frame has been laid out. */
  private void frame() {
    frames++;
    still = moved ? 0 : still + 1;
    moved = false;
    boolean done = still >= STILL || frames >= MOST;
    if (done) {
      revealSideways();
      at = null;
    } else {
      again();
    }
  }
}
