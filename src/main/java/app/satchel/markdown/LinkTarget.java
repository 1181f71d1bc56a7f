package app.satchel.markdown;

import java.net.URI;

/**
 * Where a link or an image leads, after the link policy: only these five things can be done with
 * it. A scheme that is not on the allow-list ends as {@link Inert}, so a view cannot follow it by
 * mistake.
 */
public sealed interface LinkTarget {

  /**
   * A page on the web, to be opened in the browser after the person saw where it goes.
   *
   * @param uri absolute, http or https, with a host, without user information
   * @param host the host as a person should read it: lower case; for an internationalised name the
   *     decoded form followed by the form that is asked for, in parentheses
   * @param claimed the host that the link's words name, when that is another one; else empty. Such
   *     a link is followed only after the person was asked
   */
  record Web(URI uri, String host, String claimed) implements LinkTarget {
    public Web(URI uri, String host) {
      this(uri, host, "");
    }
  }

  /** Somebody's mail address. */
  record Mail(String address) implements LinkTarget {}

  /**
   * A place in this document.
   *
   * @param anchor a heading's anchor; empty for the top of the document
   */
  record InDocument(String anchor) implements LinkTarget {}

  /**
   * A file of the same skill; whether it exists is not known here.
   *
   * @param path relative to the skill's folder, normalised, never above it, segments joined with
   *     {@code /}; empty for the folder itself
   * @param anchor the part after {@code #}; empty when there is none
   */
  record InPackage(String path, String anchor) implements LinkTarget {}

  /**
   * Goes nowhere.
   *
   * @param source what was written, hidden characters made visible
   * @param reason why it is not followed
   */
  record Inert(String source, Reason reason) implements LinkTarget {}

  /** Why a target is not followed. */
  enum Reason {
    /** A scheme other than http, https and mailto: {@code javascript:}, {@code file:}, … */
    SCHEME,
    /** A path that leaves the skill's folder. */
    OUTSIDE_PACKAGE,
    /** Not readable as a link at all. */
    MALFORMED
  }
}
