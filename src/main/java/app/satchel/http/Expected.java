package app.satchel.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a request expects to be answered with, and how to tell that it is something else. */
public enum Expected {
  /** An answer of an API. */
  JSON("application/json"),
  /** A SKILL.md. */
  TEXT("text/markdown, text/plain, */*;q=0.5"),
  /** A picture on a skill's page. */
  PICTURE("image/png, image/jpeg, image/gif, image/*;q=0.5"),
  /** A packed skill. */
  ZIP("application/zip, */*;q=0.5"),
  /** The list of Satchel's own releases. */
  RELEASES("application/json"),
  /** A file of one of them. */
  FILE("application/octet-stream, */*;q=0.5");

  private final String accept;

  Expected(String accept) {
    this.accept = accept;
  }

  /** The {@code Accept} header. */
  String accept() {
    return accept;
  }

  /**
   * Whether the answer is a page for people: an error page, a sign-in page of a hotel. Judged by
   * the first bytes, since the content type of real answers is often wrong, and by the content type
   * where the bytes do not decide.
   *
   * @param contentType as sent, or null
   * @param head the first bytes
   */
  boolean isWebPage(String contentType, byte[] head) {
    boolean html = contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
    String start = opening(head);
    boolean page = start.startsWith("<!doctype html") || start.startsWith("<html");
    return switch (this) {
      case JSON, RELEASES -> page || start.startsWith("<") || (html && !startsLikeJson(start));
      case TEXT -> page || (html && !start.startsWith("---"));
      case PICTURE, FILE -> page;
      case ZIP -> page || (html && !ZipShape.startsLikeZip(head));
    };
  }

  private static boolean startsLikeJson(String start) {
    return start.startsWith("{") || start.startsWith("[");
  }

  private static String opening(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, 256), StandardCharsets.UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text)
        .stripLeading()
        .toLowerCase(Locale.ROOT);
  }
}
