package app.satchel.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Headers that requests to one service carry. Immutable. What was added as a secret can be sent and
 * nothing else: {@link #toString} hides it, and there is no way to ask for it.
 */
public final class RequestHeaders {
  private final List<Header> headers;

  private RequestHeaders(List<Header> headers) {
    this.headers = headers;
  }

  /** No header. */
  public static RequestHeaders none() {
    return new RequestHeaders(List.of());
  }

  /**
   * The same and one more.
   *
   * @throws IllegalArgumentException when a header cannot be written so; the value is not named
   */
  public RequestHeaders with(String name, String value) {
    return and(new Header(name, value, false));
  }

  /** The same and a secret one, as {@link #with}. */
  public RequestHeaders withSecret(String name, String value) {
    return and(new Header(name, value, true));
  }

  private RequestHeaders and(Header header) {
    List<Header> all = new ArrayList<>(headers);
    all.add(header);
    return new RequestHeaders(Collections.unmodifiableList(all));
  }

  /** Gives each name and value to a request in the making. */
  void forEach(BiConsumer<String, String> request) {
    headers.forEach(header -> request.accept(header.name, header.value));
  }

  @Override
  public String toString() {
    return headers.toString();
  }

  private record Header(String name, String value, boolean secret) {
    Header {
      // Checked here because OkHttp's own complaint repeats the value.
      if (!name.matches("[A-Za-z0-9-]+") || !value.chars().allMatch(c -> c >= ' ' && c < 127)) {
        throw new IllegalArgumentException("not a header: " + name.replaceAll("[^\\w-]", "?"));
      }
    }

    @Override
    public String toString() {
      return name + ": " + (secret ? "(hidden)" : value);
    }
  }
}
