package app.satchel.ui.markdown;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows something too wide, to be moved sideways: by the bar, by a wheel with Shift, by a trackpad.
 * Vertical scrolling passes through to the page, which a scroll pane inside a scroll pane would
 * swallow.
 */
final class SidewaysPane extends Region {
  /** Kept free beside what is brought into sight: room for the words that begin there. */
  private static final double ROOM = 160;

  private final Region content;
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle clip = new Rectangle();

  SidewaysPane(Region content) {
    this.content = content;
    getStyleClass().add("md-sideways");
    bar.setOrientation(Orientation.HORIZONTAL);
    bar.setManaged(false);
    bar.setVisible(false);
    content.setManaged(false);
    setClip(clip);
    getChildren().addAll(content, bar);
    bar.valueProperty().subscribe(value -> content.setLayoutX(-Math.round(value.doubleValue())));
    addEventHandler(
        ScrollEvent.SCROLL,
        event -> {
          if (bar.isVisible() && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaX(), 0, bar.getMax()));
            event.consume();
          }
        });
  }

  /** Moves so far that a place is seen; in this pane's coordinates. */
  void reveal(Bounds place) {
    double room = Math.min(ROOM, getWidth() / 3);
    if (bar.isVisible() && place.getMinX() < 0) {
      bar.setValue(Math.max(0, bar.getValue() + place.getMinX() - room));
    } else if (bar.isVisible() && place.getMaxX() + room > getWidth()) {
      bar.setValue(Math.min(bar.getMax(), bar.getValue() + place.getMaxX() + room - getWidth()));
    }
  }

  private double excess(double width) {
    return Math.max(0, contentWidth(width) - width);
  }

  private double contentWidth(double width) {
    return content.getContentBias() == Orientation.HORIZONTAL
        ? Math.max(width, content.minWidth(-1))
        : Math.max(width, content.prefWidth(-1));
  }

  private double barHeight() {
    return bar.prefHeight(-1) + 4;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? content.prefWidth(-1) : contentWidth(width);
    boolean scrolls = width >= 0 && excess(width) > 0.5;
    return content.prefHeight(inner) + (scrolls ? barHeight() : 0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double excess = excess(width);
    boolean scrolls = excess > 0.5;
    double height = getHeight() - (scrolls ? barHeight() : 0);
    clip.setWidth(width);
    clip.setHeight(getHeight());
    content.resize(contentWidth(width), height);
    bar.setVisible(scrolls);
    bar.setMax(excess);
    bar.setVisibleAmount(scrolls ? excess * width / (width + excess) : 0);
    bar.setUnitIncrement(40);
    bar.setBlockIncrement(width * 0.8);
    bar.setValue(Math.min(bar.getValue(), excess));
    bar.resizeRelocate(0, getHeight() - bar.prefHeight(-1), width, bar.prefHeight(-1));
  }
}
