package app.satchel.markdown;

import java.util.List;

/** A block of a document. Immutable; knows nothing of a toolkit. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 to 6
   * @param anchor unique in the document, made as the large code hosts make it
   */
  record Heading(int level, String anchor, List<Inline> content) implements Block {
    public Heading {
      content = List.copyOf(content);
    }
  }

  /** Running text. */
  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /**
   * A list with bullets.
   *
   * @param tight whether the items stand close together
   */
  record BulletList(boolean tight, List<Item> items) implements Block {
    public BulletList {
      items = List.copyOf(items);
    }
  }

  /**
   * A numbered list.
   *
   * @param start the first item's number
   * @param tight whether the items stand close together
   */
  record OrderedList(int start, boolean tight, List<Item> items) implements Block {
    public OrderedList {
      items = List.copyOf(items);
    }
  }

  /** An item of a list. */
  record Item(TaskState task, List<Block> content) {
    public Item {
      content = List.copyOf(content);
    }
  }

  /** Whether an item has a box, and whether it is ticked. */
  enum TaskState {
    NONE,
    OPEN,
    DONE
  }

  /**
   * A table. A row may have fewer cells than there are columns; the rest are empty. Never more.
   *
   * @param columns one alignment for each column
   */
  record Table(List<Alignment> columns, List<Cell> header, List<List<Cell>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  /** A cell of a table. */
  record Cell(List<Inline> content) {
    public Cell {
      content = List.copyOf(content);
    }
  }

  /** How a column's text stands. */
  enum Alignment {
    START,
    CENTER,
    END
  }

  /**
   * A code block, fenced or indented.
   *
   * @param language the first word after the fence in lower case; empty when there is none
   * @param text lines end with LF, the last one without. Hidden characters are replaced by their
   *     names in brackets, so that what is copied is what was seen
   */
  record CodeBlock(String language, String text) implements Block {}

  /** Something quoted. */
  record Quote(List<Block> content) implements Block {
    public Quote {
      content = List.copyOf(content);
    }
  }

  /**
   * A quote that its author marked as one of five notices, as the large code hosts show them.
   *
   * @param content without the line that marks it
   */
  record Alert(AlertKind kind, List<Block> content) implements Block {
    public Alert {
      content = List.copyOf(content);
    }
  }

  /** Sorts of notices, from harmless to grave. */
  enum AlertKind {
    NOTE,
    TIP,
    IMPORTANT,
    WARNING,
    CAUTION
  }

  /**
   * The words over a fold ({@code <summary>}). What is folded away in a browser follows it, open:
   * an agent reads it too.
   */
  record Summary(List<Inline> content) implements Block {
    public Summary {
      content = List.copyOf(content);
    }
  }

  /** What stands at the end of the document and is referred to in the text. */
  record Footnotes(List<Footnote> notes) implements Block {
    public Footnotes {
      notes = List.copyOf(notes);
    }
  }

  /**
   * A footnote.
   *
   * @param marker its number, or its author's name for it when nothing refers to it
   * @param anchor its place
   * @param back the place of the first reference to it; empty when nothing refers to it
   */
  record Footnote(String marker, String anchor, String back, List<Block> content) {
    public Footnote {
      content = List.copyOf(content);
    }
  }

  /** A line across. */
  record ThematicBreak() implements Block {}

  /** An image that stands alone. */
  record ImageBlock(Inline.Image image) implements Block {}

  /** What remains of raw HTML: its words, and marks for what was left out or hidden. */
  record HtmlNote(List<Inline> content) implements Block {
    public HtmlNote {
      content = List.copyOf(content);
    }
  }

  /** Source that is shown as it is, because a bound was passed. */
  record SourceText(String text) implements Block {}
}
