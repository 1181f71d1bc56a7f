package app.satchel.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One part of a {@code multipart/form-data} body (RFC 7578).
 *
 * @param name the field's name
 * @param fileName as the server shall see it, folders and all; null for a plain field
 * @param bytes exact size of the content
 * @param source where the content comes from; opened again when the body is sent again
 */
public record FormPart(String name, String fileName, long bytes, Source source) {
  public FormPart {
    Objects.requireNonNull(source);
    if (!sendable(name) || (fileName != null && !sendable(fileName))) {
      throw new IllegalArgumentException("a part's name cannot be sent as it is");
    }
  }

  /** A field with a text. */
  public static FormPart text(String name, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return new FormPart(name, null, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** A file. */
  public static FormPart file(String name, String fileName, long bytes, Source source) {
    return new FormPart(name, Objects.requireNonNull(fileName), bytes, source);
  }

  /**
   * Whether a name arrives as it is. Quotes and line breaks would be replaced on the way, and what
   * a backslash means differs from server to server.
   */
  public static boolean sendable(String name) {
    return !name.isEmpty()
        && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '"' || c == '\\');
  }

  /** Opens the content. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }
}
