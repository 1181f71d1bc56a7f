package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Cell.Content;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** The cells of a table, laid out on columns whose widths were reckoned before. */
final class TableGrid extends Region {
  private static final double PAD_Y = 7;

  private final ColumnWidths widths;
  private final List<Region> grounds = new ArrayList<>();
  private final List<List<SelectableFlow>> rows = new ArrayList<>();

  TableGrid(Content.Grid grid, ProseNodes prose) {
    this.widths = grid.widths();
    getStyleClass().add("md-table");
    setAccessibleRole(AccessibleRole.PARENT);
    for (int row = 0; row < grid.rows().size(); row++) {
      boolean header = grid.header() && row == 0;
      Region ground = new Region();
      ground.getStyleClass().add(header ? "md-table-header" : "md-table-row");
      ground.setManaged(false);
      grounds.add(ground);
      getChildren().add(ground);
      List<SelectableFlow> flows = new ArrayList<>();
      List<List<Span>> cells = grid.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        SelectableFlow flow = prose.flow(cells.get(column), header ? "md-th" : "md-td");
        flow.setManaged(false);
        flow.setTextAlignment(
            switch (grid.columns().get(column)) {
              case START -> TextAlignment.LEFT;
              case CENTER -> TextAlignment.CENTER;
              case END -> TextAlignment.RIGHT;
            });
        flows.add(flow);
        getChildren().add(flow);
      }
      rows.add(flows);
    }
  }

  /** The flows of all cells, row by row. */
  List<List<SelectableFlow>> rows() {
    return rows;
  }

  private double rowHeight(List<SelectableFlow> row, double[] columns) {
    double height = 20;
    for (int i = 0; i < row.size(); i++) {
      height = Math.max(height, row.get(i).prefHeight(columns[i] - ColumnWidths.PADDING));
    }
    return Math.ceil(height) + 2 * PAD_Y;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return widths.least().stream().mapToDouble(w -> w).sum();
  }

  @Override
  protected double computePrefWidth(double height) {
    return widths.wanted().stream().mapToDouble(w -> w).sum();
  }

  @Override
  protected double computePrefHeight(double width) {
    double[] columns = widths.fit(width < 0 ? computePrefWidth(-1) : width);
    return rows.stream().mapToDouble(row -> rowHeight(row, columns)).sum();
  }

  @Override
  protected void layoutChildren() {
    double[] columns = widths.fit(getWidth());
    double y = 0;
    for (int row = 0; row < rows.size(); row++) {
      double height = rowHeight(rows.get(row), columns);
      grounds.get(row).resizeRelocate(0, y, getWidth(), height);
      double x = 0;
      for (int column = 0; column < rows.get(row).size(); column++) {
        rows.get(row)
            .get(column)
            .resizeRelocate(
                x + ColumnWidths.PADDING / 2,
                y + PAD_Y,
                columns[column] - ColumnWidths.PADDING,
                height - 2 * PAD_Y);
        x += columns[column];
      }
      y += height;
    }
  }
}
