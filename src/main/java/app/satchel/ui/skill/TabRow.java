package app.satchel.ui.skill;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * The tabs of a page, and at the row's end what helps to read. Where both have no room beside each
 * other, the tabs stand below; where they have none themselves, they move together.
 */
final class TabRow extends Region {
  private static final double WIDEST_GAP = 22;
  private static final double SMALLEST_GAP = 8;
  private static final double BETWEEN = 16;

  private final List<Region> tabs;
  private final Region tools;

  TabRow(List<? extends Region> tabs, Region tools) {
    this.tabs = List.copyOf(tabs);
    this.tools = tools;
    getStyleClass().add("page-tabs");
    getChildren().addAll(tabs);
    getChildren().add(tools);
  }

  private double words() {
    return tabs.stream().mapToDouble(tab -> tab.prefWidth(-1)).sum();
  }

  private double wide() {
    return words() + (tabs.size() - 1) * WIDEST_GAP;
  }

  private double inner(double width) {
    Insets insets = getInsets();
    return width - insets.getLeft() - insets.getRight();
  }

  private boolean beside(double inner) {
    return wide() + BETWEEN + tools.prefWidth(-1) <= inner;
  }

  private double tabHeight() {
    return tabs.stream().mapToDouble(tab -> tab.prefHeight(-1)).max().orElse(0);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    Insets insets = getInsets();
    return words() + (tabs.size() - 1) * SMALLEST_GAP + insets.getLeft() + insets.getRight();
  }

  @Override
  protected double computePrefWidth(double height) {
    Insets insets = getInsets();
    return wide() + BETWEEN + tools.prefWidth(-1) + insets.getLeft() + insets.getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    boolean one = width < 0 || beside(inner(width));
    double above = one ? 0 : tools.prefHeight(-1);
    return insets.getTop() + above + tabHeight() + insets.getBottom();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double inner = inner(getWidth());
    double bottom = getHeight() - insets.getBottom();
    double gap =
        Math.clamp((inner - words()) / Math.max(1, tabs.size() - 1), SMALLEST_GAP, WIDEST_GAP);
    double x = insets.getLeft();
    for (Region tab : tabs) {
      double width = tab.prefWidth(-1);
      double height = tab.prefHeight(-1);
      tab.resizeRelocate(snapPositionX(x), snapPositionY(bottom - height), width, height);
      x += width + gap;
    }
    double width = tools.prefWidth(-1);
    double height = tools.prefHeight(-1);
    double y = beside(inner) ? bottom - height : insets.getTop();
    tools.resizeRelocate(
        snapPositionX(insets.getLeft() + inner - width), snapPositionY(y), width, height);
  }
}
