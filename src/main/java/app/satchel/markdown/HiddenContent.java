package app.satchel.markdown;

import java.util.Objects;

/**
 * Something in the source that a reader would not see and an agent would.
 *
 * @param kind what sort
 * @param text what it holds, made visible: the comment's words, the code points, the smuggled
 *     message. May be empty
 */
public record HiddenContent(Kind kind, String text) {

  public HiddenContent {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
  }

  /** Sorts of hidden content. */
  public enum Kind {
    /** An HTML comment; agents read it, readers of the web page do not. */
    COMMENT,
    /** Characters that take no room: zero width, fillers, soft hyphens, stray variation marks. */
    INVISIBLE,
    /** Characters that change the order in which text is displayed. */
    BIDI,
    /** Tag characters (U+E0000 block): a whole message can be written in them. */
    TAGS,
    /** Control characters. */
    CONTROL,
    /** Active HTML that was left out: scripts, frames, style sheets, forms. */
    ELEMENT
  }
}
