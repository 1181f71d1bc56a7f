package app.satchel.ui.markdown;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Words with an icon before their first line. */
final class IconLine extends Region {
  private static final double STEP = 24;
  private static final double FIRST_LINE = 22;

  private final Node icon;
  private final SelectableFlow flow;
  private final double head;

  /**
   * @param head room above, in pixels
   */
  IconLine(Node icon, SelectableFlow flow, double head) {
    this.icon = icon;
    this.flow = flow;
    this.head = head;
    icon.setManaged(false);
    getChildren().addAll(icon, flow);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return head + Math.max(FIRST_LINE, flow.prefHeight(width < 0 ? -1 : inner(width)));
  }

  private static double inner(double width) {
    return Math.max(40, width - STEP);
  }

  @Override
  protected void layoutChildren() {
    double height = icon.getLayoutBounds().getHeight();
    icon.relocate(0, Math.round(head + (FIRST_LINE - height) / 2));
    flow.resizeRelocate(STEP, head, inner(getWidth()), Math.max(0, getHeight() - head));
  }
}
