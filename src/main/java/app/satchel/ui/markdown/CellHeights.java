package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Cell.Content;
import java.util.Arrays;
import java.util.List;

/** How high each cell is: measured where it was built, guessed from its words elsewhere. */
final class CellHeights {
  private static final double LINE = 23;
  private static final double CODE_LINE = 20;
  private static final double CHAR = 7;

  private final List<Cell> cells;
  private final double[] heights;
  private final boolean[] measured;
  private double width;

  CellHeights(List<Cell> cells) {
    this.cells = cells;
    heights = new double[cells.size()];
    measured = new boolean[cells.size()];
    setWidth(680);
  }

  /** Another width makes guesses of what was measured. */
  void setWidth(double newWidth) {
    if (newWidth == width) {
      return;
    }
    width = newWidth;
    Arrays.fill(measured, false);
    for (int i = 0; i < heights.length; i++) {
      heights[i] = guess(cells.get(i));
    }
  }

  private double guess(Cell cell) {
    double inner = Math.max(60, width - 24.0 * cell.frames().size());
    String text = cell.text();
    long lines = 1 + text.chars().filter(c -> c == '\n').count();
    double wrapped = Math.ceil(Math.max(1, text.length() * CHAR / inner));
    double content =
        switch (cell.content()) {
          case Content.Prose prose ->
              prose.style().ordinal() < 2 ? LINE * 1.3 * wrapped : LINE * Math.max(lines, wrapped);
          case Content.Code code -> lines * CODE_LINE + (code.first() ? 46 : 0);
          case Content.Grid grid -> Math.max(grid.rows().size() * 35.0, wrapped * 30);
          case Content.Picture _ -> 120;
          case Content.Rule _ -> 1;
          case Content.Source _ -> Math.max(lines, wrapped) * CODE_LINE;
          case Content.Notes notes -> 24 + 26.0 * notes.sentences().size();
        };
    return Math.ceil(cell.gap() + content + cell.foot());
  }

  boolean isMeasured(int cell) {
    return measured[cell];
  }

  void measured(int cell, double height) {
    heights[cell] = height;
    measured[cell] = true;
  }

  /** Makes a guess of a measured height: its content has changed. */
  void forget(int cell) {
    measured[cell] = false;
  }

  double of(int cell) {
    return heights[cell];
  }

  double total() {
    return top(heights.length);
  }

  /** Where a cell begins. */
  double top(int cell) {
    double top = 0;
    for (int i = 0; i < cell; i++) {
      top += heights[i];
    }
    return top;
  }

  /** The cell at a height; the first above, the last below. */
  int at(double y) {
    double bottom = 0;
    for (int i = 0; i < heights.length; i++) {
      bottom += heights[i];
      if (y < bottom) {
        return i;
      }
    }
    return heights.length - 1;
  }
}
