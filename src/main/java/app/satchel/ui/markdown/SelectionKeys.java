package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Selection.Position;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Moves the end of a selection by Shift and the keys that move a caret in every text field. Without
 * Shift the same keys scroll the page, so they are left alone.
 */
final class SelectionKeys {
  private final MarkdownPane pane;

  /** Where up and down aim at from line to line; negative when the last move was sideways. */
  private double column = -1;

  SelectionKeys(MarkdownPane pane) {
    this.pane = pane;
  }

  /** Whether the key has moved the selection. */
  boolean handle(KeyEvent event) {
    if (!event.isShiftDown() || event.isAltDown() || pane.cells().isEmpty()) {
      return false;
    }
    Selection before = pane.selection();
    Position from = before == null ? pane.firstSeen() : before.caret();
    Position to = moved(from, event.getCode(), event.isShortcutDown());
    if (to == null) {
      return false;
    }
    boolean vertical =
        List.of(KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN)
            .contains(event.getCode());
    column = vertical ? column : -1;
    pane.select(new Selection(before == null ? from : before.anchor(), to));
    pane.reveal(to);
    return true;
  }

  private Position moved(Position from, KeyCode key, boolean far) {
    return switch (key) {
      case LEFT -> far ? wordBefore(from) : before(from);
      case RIGHT -> far ? wordAfter(from) : after(from);
      case UP -> far ? null : line(from, false);
      case DOWN -> far ? null : line(from, true);
      case PAGE_UP -> page(from, false);
      case PAGE_DOWN -> page(from, true);
      case HOME -> far ? new Position(0, 0) : edge(from, false);
      case END -> far ? last() : edge(from, true);
      default -> null;
    };
  }

  private String text(Position at) {
    return pane.cells().get(at.cell()).text();
  }

  private Position last() {
    return new Position(pane.cells().size() - 1, pane.cells().getLast().text().length());
  }

  private Position before(Position from) {
    if (from.offset() > 0) {
      return new Position(from.cell(), characters(text(from)).preceding(from.offset()));
    }
    return from.cell() == 0 ? from : end(from.cell() - 1);
  }

  private Position after(Position from) {
    if (from.offset() < text(from).length()) {
      return new Position(from.cell(), characters(text(from)).following(from.offset()));
    }
    return from.cell() == pane.cells().size() - 1 ? from : new Position(from.cell() + 1, 0);
  }

  private Position end(int cell) {
    return new Position(cell, pane.cells().get(cell).text().length());
  }

  /** What a person sees as one character may be several. */
  private static BreakIterator characters(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return characters;
  }

  private Position wordBefore(Position from) {
    if (from.offset() == 0) {
      return before(from);
    }
    String text = text(from);
    int at = from.offset();
    while (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    return new Position(from.cell(), at);
  }

  private Position wordAfter(Position from) {
    String text = text(from);
    if (from.offset() == text.length()) {
      return after(from);
    }
    int at = from.offset();
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return new Position(from.cell(), at);
  }

  private Position line(Position from, boolean down) {
    Bounds place = place(from);
    double y = down ? place.getMaxY() + 2 : place.getMinY() - 2;
    Position to = pane.positionAt(column, y);
    if (to.cell() != from.cell()) {
      // The point may lie in the room between two cells, which belongs to no line of words.
      Position line = down ? new Position(to.cell(), 0) : end(to.cell());
      to = pane.positionAt(column, pane.placeOf(line).getCenterY());
    }
    boolean moved = down ? to.compareTo(from) > 0 : to.compareTo(from) < 0;
    if (moved) {
      return to;
    }
    if (down) {
      boolean end = from.cell() == pane.cells().size() - 1;
      return end ? last() : new Position(from.cell() + 1, 0);
    }
    return from.cell() == 0 ? new Position(0, 0) : end(from.cell() - 1);
  }

  private Position page(Position from, boolean down) {
    Bounds place = place(from);
    double step = pane.seenHeight() * 0.9;
    double y = place.getCenterY() + (down ? step : -step);
    return pane.positionAt(column, Math.clamp(y, 0, Math.max(0, pane.getHeight() - 1)));
  }

  private Bounds place(Position from) {
    Bounds place = pane.placeOf(from);
    column = column < 0 ? place.getMinX() : column;
    return place;
  }

  private Position edge(Position from, boolean right) {
    Bounds place = pane.placeOf(from);
    Position to = pane.positionAt(right ? pane.getWidth() : 0, place.getCenterY());
    return to.cell() == from.cell() ? to : right ? end(from.cell()) : new Position(from.cell(), 0);
  }
}
