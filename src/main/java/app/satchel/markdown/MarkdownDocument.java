package app.satchel.markdown;

import java.util.List;
import java.util.Optional;

/**
 * A document, read and made safe to show.
 *
 * @param blocks in the order of the source
 * @param outline the headings, in the same order
 * @param notes what a reader should know about this document: what was left out, what was hidden
 * @param bound which bound was passed, when the document (or its rest) is given as source
 */
public record MarkdownDocument(
    List<Block> blocks, List<Section> outline, List<Note> notes, Optional<Bound> bound) {

  public MarkdownDocument {
    blocks = List.copyOf(blocks);
    outline = List.copyOf(outline);
    notes = List.copyOf(notes);
  }

  /** An empty document. */
  public static MarkdownDocument empty() {
    return new MarkdownDocument(List.of(), List.of(), List.of(), Optional.empty());
  }

  /** The document's words without any style, blocks separated by empty lines. */
  public String plainText() {
    return PlainText.of(blocks);
  }

  /**
   * A heading in the outline.
   *
   * @param level 1 to 6
   * @param anchor as in {@link Block.Heading#anchor}
   * @param title the heading's words
   */
  public record Section(int level, String anchor, String title) {}

  /**
   * Something to know about the document.
   *
   * @param kind what sort
   * @param count how often
   * @param sentence in words for a person
   */
  public record Note(NoteKind kind, int count, String sentence) {}

  /** Sorts of notes. */
  public enum NoteKind {
    /** A bound was passed; the sentence says which. */
    BOUND,
    HIDDEN_COMMENT,
    HIDDEN_CHARACTERS,
    REMOTE_IMAGE,
    ACTIVE_HTML,
    INERT_LINK,
    /** Links that would run something or reach into this computer; none is followed. */
    UNSAFE_LINK
  }

  /** The bounds of reading; each has its sentence in the room's words. */
  public enum Bound {
    /** More characters than {@link MarkdownLimits#maxChars}; the rest is left out. */
    SIZE,
    /** Took longer than {@link MarkdownLimits#deadline}. */
    TIME,
    /** Nested so deeply that the parser gave up, or deeper than {@link MarkdownLimits#maxDepth}. */
    NESTING,
    /** Grew far beyond the size of its source, or holds a table wider than any real one. */
    GROWTH,
    /** The parser failed on it. */
    PARSER
  }
}
