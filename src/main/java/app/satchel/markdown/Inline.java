package app.satchel.markdown;

import java.util.List;

/** A piece of running text. Every string is fit to be shown: hidden characters are made visible. */
public sealed interface Inline {

  /** Plain words. Never empty; line ends of the source are spaces here. */
  record Text(String text) implements Inline {}

  /** Usually shown in italics. */
  record Emphasis(List<Inline> content) implements Inline {
    public Emphasis {
      content = List.copyOf(content);
    }
  }

  /** Usually shown bold. */
  record Strong(List<Inline> content) implements Inline {
    public Strong {
      content = List.copyOf(content);
    }
  }

  /** Words that no longer hold. */
  record Strikethrough(List<Inline> content) implements Inline {
    public Strikethrough {
      content = List.copyOf(content);
    }
  }

  /**
   * Words that HTML marks as something.
   *
   * @param sort as what
   */
  record Phrase(Sort sort, List<Inline> content) implements Inline {
    public Phrase {
      content = List.copyOf(content);
    }
  }

  /** What a phrase is. */
  enum Sort {
    CODE,
    KEYS,
    SUBSCRIPT,
    SUPERSCRIPT
  }

  /**
   * A place that links of the document can lead to. Shows nothing.
   *
   * @param anchor in lower case
   */
  record Place(String anchor) implements Inline {}

  /** A code span. */
  record Code(String text) implements Inline {}

  /**
   * A link.
   *
   * @param title the author's tooltip; empty when there is none
   * @param content what is shown; never a link itself
   */
  record Link(LinkTarget target, String title, List<Inline> content) implements Inline {
    public Link {
      content = List.copyOf(content);
    }
  }

  /**
   * An image. Only {@link LinkTarget.InPackage} may be loaded by itself; a remote one ({@link
   * LinkTarget.Web}) is a placeholder.
   *
   * @param alt the words instead of the image; may be empty
   * @param title the author's tooltip; empty when there is none
   */
  record Image(LinkTarget source, String alt, String title) implements Inline {}

  /** A line break the author asked for. */
  record LineBreak() implements Inline {}

  /**
   * A tag that is no HTML element, such as {@code <name>}: authors write them as placeholders and
   * as sections for the agent, so they are shown as written. A browser would drop them.
   */
  record PseudoTag(String source) implements Inline {}

  /** Something that a browser would not show, made visible as a small mark. */
  record Hidden(HiddenContent content) implements Inline {}
}
