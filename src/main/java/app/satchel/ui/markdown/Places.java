package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Selection.Position;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/**
 * From places in a document's words to places on the page, and back.
 *
 * @param cells of the document
 * @param heights of the cells; a guess where a cell was not built yet
 * @param built the nodes that exist now
 */
record Places(List<Cell> cells, CellHeights heights, Map<Integer, CellNode> built) {

  /** The place in the words nearest to a point of the page. */
  Position at(double x, double y) {
    if (cells.isEmpty()) {
      return new Position(0, 0);
    }
    int index = heights.at(y);
    CellNode node = built.get(index);
    int offset =
        node == null
            ? y < heights.top(index) + heights.of(index) / 2 ? 0 : cells.get(index).text().length()
            : node.offsetAt(new Point2D(x - node.getLayoutX(), y - node.getLayoutY()));
    return new Position(index, offset);
  }

  /**
   * Where a place in the words stands on the page.
   *
   * @param width of the page
   */
  Bounds of(Position at, double width) {
    double top = heights.top(at.cell());
    CellNode node = built.get(at.cell());
    Bounds place =
        node == null
            ? new BoundingBox(0, 0, width, heights.of(at.cell()))
            : node.placeOf(at.offset());
    return new BoundingBox(
        place.getMinX(), top + place.getMinY(), place.getWidth(), place.getHeight());
  }

  /** Top of what a place's words begin with: below the room above its cell. */
  double topOf(Position at) {
    CellNode node = built.get(at.cell());
    double within =
        node == null || at.offset() == 0
            ? cells.get(at.cell()).gap()
            : node.placeOf(at.offset()).getMinY();
    return heights.top(at.cell()) + within;
  }

  /** The cell of a heading; the first for an empty anchor, -1 when there is none. */
  int heading(String anchor) {
    String wanted = anchor.toLowerCase(Locale.ROOT);
    for (int i = 0; i < cells.size(); i++) {
      boolean noted = cells.get(i).places().contains(wanted); // a footnote, a reference to one
      if (wanted.isEmpty() || noted || wanted.equals(anchorOf(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The anchor of a cell; empty when it is no heading. */
  String anchorOf(int cell) {
    return cells.get(cell).content() instanceof Content.Prose prose ? prose.anchor() : "";
  }
}
