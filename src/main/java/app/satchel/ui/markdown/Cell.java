package app.satchel.ui.markdown;

import app.satchel.markdown.Block.AlertKind;
import app.satchel.markdown.Block.Alignment;
import app.satchel.markdown.Block.TaskState;
import app.satchel.markdown.Inline;
import java.util.List;

/**
 * One row of the column: a paragraph, a list item's first line, a table, a code block.
 *
 * @param frames what it stands in (quotes, list items), outermost first
 * @param shared how many of the outer frames it shares with the cell above
 * @param gap room above it, in pixels at 100 %
 * @param foot room below it within its frames, in pixels at 100 %
 * @param content what it shows
 * @param text its words, as selected and copied
 * @param places anchors in it that links lead to, beside a heading's own
 */
record Cell(
    List<Frame> frames,
    int shared,
    double gap,
    double foot,
    Content content,
    String text,
    List<String> places) {

  Cell {
    frames = List.copyOf(frames);
    places = List.copyOf(places);
  }

  /** The same with room below. */
  Cell withFoot(double room) {
    return new Cell(frames, shared, gap, room, content, text, places);
  }

  /** Something that indents. */
  sealed interface Frame {
    /** A bar at the left. */
    record Quote() implements Frame {}

    /** A tinted ground with a bar at the left. */
    record Alert(AlertKind kind) implements Frame {}

    /**
     * An item of a list.
     *
     * @param marker its number with a dot, or empty for a bullet
     * @param depth how many lists it stands in, from 0
     */
    record Item(String marker, TaskState task, int depth) implements Frame {}
  }

  /** What a cell shows. */
  sealed interface Content {
    /** Running text. */
    record Prose(Style style, String anchor, List<Span> spans) implements Content {
      public Prose {
        spans = List.copyOf(spans);
      }
    }

    /**
     * Code, or a slice of a very long one.
     *
     * @param whole the whole block, for the copy button
     * @param first whether this is its first slice
     * @param last whether this is its last slice
     */
    record Code(String language, String text, String whole, boolean first, boolean last)
        implements Content {}

    /**
     * A table, or a slice of a very long one.
     *
     * @param widths of the columns, the same for all slices
     * @param rows cells as spans; the first row is the header when {@code header}
     */
    record Grid(
        List<Alignment> columns,
        ColumnWidths widths,
        boolean header,
        int firstRow,
        List<List<List<Span>>> rows)
        implements Content {
      public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
      }
    }

    /** An image that stands alone. */
    record Picture(Inline.Image image) implements Content {}

    /** A line across. */
    record Rule() implements Content {}

    /** Plain source, a slice of it. */
    record Source(String text) implements Content {}

    /** What to know about the document, at its top. */
    record Notes(List<String> sentences) implements Content {
      public Notes {
        sentences = List.copyOf(sentences);
      }
    }
  }

  /** Looks of running text. */
  enum Style {
    HEADING_1,
    HEADING_2,
    HEADING_3,
    HEADING_4,
    HEADING_5,
    HEADING_6,
    PARAGRAPH,
    /** What remains of raw HTML. */
    HTML,
    /** The word over a notice. */
    ALERT,
    /** The words over a fold. */
    SUMMARY
  }
}
