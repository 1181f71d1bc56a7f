package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Selection.Position;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;

/**
 * Brings a place into sight. Heights on the way there are guesses until what stands there is built,
 * so after each move the place is looked for and aimed at again, until it stays where it is.
 */
final class Aiming {
  /** Room left above what was jumped to. */
  private static final double ABOVE = 12;

  /** How far down the seen part a place comes that was out of sight. */
  private static final double SHARE = 0.3;

  /** Rounds after which a place that moves on is given up. */
  private static final int MOST = 24;

  /** Rounds in a row in which nothing moved. */
  private static final int STILL = 3;

  /** Looks for something that scrolls before it is taken that there is none. */
  private static final int PATIENCE = 300;

  private final MarkdownPane pane;
  private final Viewport viewport;
  private Position at;
  private double share;
  private int rounds;
  private int waits;
  private int still;

  Aiming(MarkdownPane pane, Viewport viewport) {
    this.pane = pane;
    this.viewport = viewport;
  }

  /** Gives up. */
  void stop() {
    at = null;
  }

  /** Whether something is still aimed at. */
  boolean underWay() {
    return at != null;
  }

  /** Brings a place to the top. */
  void top(Position wanted) {
    aim(wanted, 0);
  }

  /** Scrolls as little as brings a place into sight, and not at all when it is seen. */
  void reveal(Position wanted) {
    CellNode node = pane.nodeOf(wanted.cell());
    if (node != null) {
      node.revealSideways(wanted.offset());
      Bounds place = pane.placeOf(wanted);
      double y = place.getMinY() - viewport.top();
      if (y >= 0 && y + place.getHeight() <= viewport.height()) {
        return;
      }
    }
    aim(wanted, SHARE);
  }

  private void aim(Position wanted, double share) {
    this.at = wanted;
    this.share = share;
    rounds = 0;
    waits = 0;
    still = 0;
    again();
  }

  /** Aims once more; call when heights have changed, or when the pane has been laid out. */
  void again() {
    if (pane.getScene() == null || pane.getWidth() <= 0) {
      return; // Not on the page yet: aimed at once it is.
    }
    if (!viewport.exists() || viewport.height() <= 0) {
      waits++;
      if (waits > PATIENCE) {
        at = null;
      }
      return; // What scrolls has no size yet, or is not known: aimed at when it has.
    }
    double off = pane.places().topOf(at) - ABOVE - share * viewport.height() - viewport.top();
    rounds++;
    if (Math.abs(off) >= 1) {
      viewport.scrollBy(off);
      still = 0;
    } else {
      still++;
    }
    pane.refresh();
    if (rounds < MOST && still < STILL) {
      if (still == 0) {
        pane.tellHeightSoon();
      } else {
        afterNextFrame();
      }
      return;
    }
    CellNode node = pane.nodeOf(at.cell());
    if (node != null) {
      node.revealSideways(at.offset());
    }
    at = null;
  }

  /** Looks again when a frame has been laid out: scroll panes put themselves right only then. */
  private void afterNextFrame() {
    Scene scene = pane.getScene();
    Position aimed = at;
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          scene.removePostLayoutPulseListener(once[0]);
          Platform.runLater(
              () -> {
                if (at == aimed && at != null) {
                  again();
                }
              });
        };
    scene.addPostLayoutPulseListener(once[0]);
    Platform.requestNextPulse();
  }
}
