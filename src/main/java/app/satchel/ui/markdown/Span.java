package app.satchel.ui.markdown;

import app.satchel.markdown.LinkTarget;
import java.util.Objects;
import java.util.Set;

/**
 * A stretch of text in one style.
 *
 * @param text never empty
 * @param marks how it looks
 * @param link where it leads, or null
 * @param hint words to show over it, or null
 */
record Span(String text, Set<Mark> marks, LinkTarget link, String hint) {

  Span {
    Objects.requireNonNull(text);
    marks = Set.copyOf(marks);
  }

  static Span plain(String text) {
    return new Span(text, Set.of(), null, null);
  }

  /** What a style is made of. */
  enum Mark {
    BOLD,
    ITALIC,
    STRUCK,
    CODE,
    KEYS,
    SUBSCRIPT,
    SUPERSCRIPT,
    /** A tag of the author's own. */
    TAG,
    /** Something made visible that was hidden in the source. */
    HIDDEN,
    /** Words in place of an image. */
    IMAGE
  }
}
