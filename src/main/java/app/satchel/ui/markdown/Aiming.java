package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Selection.Position;
import javafx.geometry.Bounds;

/**
 * Brings a place into sight. Heights on the way there are guesses until what stands there is built,
 * so after each move the place is looked for and aimed at again, a few times.
 */
final class Aiming {
  /** Room left above what was jumped to. */
  private static final double ABOVE = 12;

  /** How far down the seen part a place comes that was out of sight. */
  private static final double SHARE = 0.3;

  private static final int TIMES = 4;

  private final MarkdownPane pane;
  private final Viewport viewport;
  private Position at;
  private double share;
  private int left;

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
    left = TIMES;
    again();
  }

  /** Aims once more; call when heights have changed, or when the pane has been laid out. */
  void again() {
    if (pane.getScene() == null || pane.getWidth() <= 0) {
      return; // Not on the page yet: aimed at once it is.
    }
    double off = pane.places().topOf(at) - ABOVE - share * viewport.height() - viewport.top();
    left--;
    if (Math.abs(off) >= 1) {
      viewport.scrollBy(off);
    }
    pane.refresh();
    if (left > 0) {
      pane.tellHeightSoon();
      return;
    }
    CellNode node = pane.nodeOf(at.cell());
    if (node != null) {
      node.revealSideways(at.offset());
    }
    at = null;
  }
}
