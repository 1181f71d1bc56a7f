package app.satchel.ui.kit;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger or smaller, as a browser zooms a page: the content is laid out for the
 * width that is left at that size, so lines wrap anew and nothing runs out of the window.
 */
public final class ZoomBox extends Region {
  private final Region content;
  private final Scale scale = new Scale();
  private final DoubleProperty zoom = new SimpleDoubleProperty(1);

  /**
   * @param content whose height may depend on its width
   */
  public ZoomBox(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
    zoom.subscribe(
        () -> {
          scale.setX(zoom.get());
          scale.setY(zoom.get());
          requestLayout();
        });
  }

  /** How large, 1 being as it is. */
  public DoubleProperty zoomProperty() {
    return zoom;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width < 0 ? -1 : width / zoom.get()) * zoom.get();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * zoom.get();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / zoom.get(), getHeight() / zoom.get());
  }
}
