package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Selection.Position;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What lies over a document's words: the selection, and the places of words that are looked for.
 * Both are kept as places in the cells' words, so they outlive the nodes that show them.
 */
final class Marks {
  private final Supplier<List<Cell>> cells;
  private final Map<Integer, CellNode> built;
  private final Finding finding = new Finding();
  private Selection selection;

  /**
   * @param cells those of the document that is shown
   * @param built the nodes that exist now
   */
  Marks(Supplier<List<Cell>> cells, Map<Integer, CellNode> built) {
    this.cells = cells;
    this.built = built;
  }

  /** Forgets all, for another document. */
  void clear() {
    selection = null;
    finding.clear();
  }

  Selection selection() {
    return selection;
  }

  void select(Selection wanted) {
    selection = wanted;
    built.forEach(this::select);
  }

  private void select(int index, CellNode node) {
    int length = cells.get().get(index).text().length();
    if (selection == null || selection.isEmpty()) {
      node.select(0, 0);
    } else {
      node.select(selection.from(index, length), selection.to(index, length));
    }
  }

  /** Marks a node that was built just now. */
  void mark(int index, CellNode node) {
    select(index, node);
    node.markFound(finding.in(index), finding.current());
  }

  /**
   * Looks for words.
   *
   * @param from where the person is reading
   */
  Found look(String words, Position from) {
    Found found = finding.look(cells.get(), words, from);
    showFound();
    return found;
  }

  /** Goes to the next or previous place. */
  Found move(boolean forward) {
    Found found = finding.move(forward);
    showFound();
    return found;
  }

  /** Takes the marks away; what was shown last is selected, as in a browser. */
  void endFind() {
    WordFinder.Hit last = finding.current();
    finding.clear();
    showFound();
    if (last != null) {
      select(
          new Selection(
              new Position(last.cell(), last.from()), new Position(last.cell(), last.to())));
    }
  }

  /** The place that is shown, or null. */
  Position current() {
    WordFinder.Hit hit = finding.current();
    return hit == null ? null : new Position(hit.cell(), hit.from());
  }

  private void showFound() {
    built.forEach((index, node) -> node.markFound(finding.in(index), finding.current()));
  }

  /** The selection for the clipboard; null when nothing is selected. */
  Clip clip() {
    return selection == null || selection.isEmpty() ? null : Clip.of(cells.get(), selection);
  }
}
