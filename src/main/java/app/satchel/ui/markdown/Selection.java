package app.satchel.ui.markdown;

/**
 * A stretch of a document: from where the person began to where they are. Either may come first.
 */
record Selection(Position anchor, Position caret) {

  /** A place between two characters. */
  record Position(int cell, int offset) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
      return cell != other.cell
          ? Integer.compare(cell, other.cell)
          : Integer.compare(offset, other.offset);
    }
  }

  Position start() {
    return anchor.compareTo(caret) <= 0 ? anchor : caret;
  }

  Position end() {
    return anchor.compareTo(caret) <= 0 ? caret : anchor;
  }

  boolean isEmpty() {
    return anchor.equals(caret);
  }

  /** First selected offset in a cell of the given length; {@code length} when none is. */
  int from(int cell, int length) {
    if (cell < start().cell() || cell > end().cell()) {
      return length;
    }
    return cell == start().cell() ? Math.min(start().offset(), length) : 0;
  }

  /** One past the last selected offset in a cell of the given length. */
  int to(int cell, int length) {
    if (cell < start().cell() || cell > end().cell()) {
      return length;
    }
    return cell == end().cell() ? Math.min(end().offset(), length) : length;
  }
}
