package app.satchel.ui;

import app.satchel.words.Words;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The line between list and page: it can be dragged, moved with the arrow keys, and put back with a
 * double click or Home. The line is one pixel wide; what takes the mouse is wider.
 */
final class ListDivider extends Region {
  private static final Words WORDS = Words.of(ListDivider.class);
  private static final double REACH = 4;
  private static final double STEP = 16;

  private final Region handle = new Region();
  private final DoubleProperty list;
  private final double normal;
  private final double least;
  private final DoubleUnaryOperator fitting;
  private double grabbedAt;
  private double widthThen;

  /**
   * @param list the list's width
   * @param normal the width that it goes back to
   * @param least the width below which it does not go
   * @param fitting what becomes of a wished width
   */
  ListDivider(DoubleProperty list, double normal, double least, DoubleUnaryOperator fitting) {
    this.list = list;
    this.normal = normal;
    this.least = least;
    this.fitting = fitting;
    getStyleClass().add("list-divider");
    setId("list-divider");
    handle.getStyleClass().add("handle");
    handle.setManaged(false);
    handle.setCursor(Cursor.H_RESIZE);
    getChildren().add(handle);
    setMinWidth(1);
    setMaxWidth(1);
    // Before its neighbours: what takes the mouse lies over both.
    setViewOrder(-1);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(WORDS.text("divider"));
    handle.setOnMousePressed(this::grab);
    handle.setOnMouseDragged(event -> widen(widthThen + event.getSceneX() - grabbedAt));
    list.subscribe((before, now) -> notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE));
    setOnKeyPressed(this::key);
  }

  private void grab(MouseEvent event) {
    grabbedAt = event.getSceneX();
    widthThen = list.get();
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      widen(normal);
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> widen(list.get() - STEP);
      case RIGHT -> widen(list.get() + STEP);
      case HOME -> widen(normal);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void widen(double width) {
    list.set(fitting.applyAsDouble(width));
  }

  @Override
  protected void layoutChildren() {
    handle.resizeRelocate(-REACH, 0, 2 * REACH + 1, getHeight());
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> list.get();
      case MIN_VALUE -> least;
      case MAX_VALUE -> fitting.applyAsDouble(Double.MAX_VALUE);
      case ORIENTATION -> Orientation.HORIZONTAL;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT -> widen(list.get() + STEP);
      case DECREMENT -> widen(list.get() - STEP);
      case SET_VALUE -> {
        if (parameters.length > 0 && parameters[0] instanceof Number width) {
          widen(width.doubleValue());
        }
      }
      default -> super.executeAccessibleAction(action, parameters);
    }
  }
}
