package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Selection.Position;
import app.satchel.ui.markdown.WordFinder.Hit;
import java.util.List;

/** The places of the words that are looked for, and which of them is shown. */
final class Finding {
  private List<Hit> hits = List.of();
  private int current = -1;

  /**
   * Looks anew.
   *
   * @param from where the person is reading: the first place from there on is shown
   */
  Found look(List<Cell> cells, String words, Position from) {
    hits = WordFinder.find(cells, words);
    current = hits.isEmpty() ? -1 : 0;
    for (int i = 0; i < hits.size(); i++) {
      if (position(hits.get(i)).compareTo(from) >= 0) {
        current = i;
        break;
      }
    }
    return found();
  }

  /** Goes to the next or previous place; from the last to the first and back. */
  Found move(boolean forward) {
    if (!hits.isEmpty()) {
      current = Math.floorMod(current + (forward ? 1 : -1), hits.size());
    }
    return found();
  }

  void clear() {
    hits = List.of();
    current = -1;
  }

  private Found found() {
    return new Found(current + 1, hits.size(), hits.size() == WordFinder.MOST);
  }

  /** The place that is shown, or null. */
  Hit current() {
    return current < 0 ? null : hits.get(current);
  }

  /** The places in a cell. */
  List<Hit> in(int cell) {
    int first = firstIn(cell);
    int end = first;
    while (end < hits.size() && hits.get(end).cell() == cell) {
      end++;
    }
    return hits.subList(first, end);
  }

  private int firstIn(int cell) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).cell() < cell) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Position position(Hit hit) {
    return new Position(hit.cell(), hit.from());
  }
}
