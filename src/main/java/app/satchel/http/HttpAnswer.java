package app.satchel.http;

import java.net.URI;

/**
 * A server's answer, read to its end.
 *
 * @param status 2xx, or a 4xx that asking again would not change
 * @param body empty unless the status is 2xx
 * @param address what was asked in the end, after redirects
 */
public record HttpAnswer(int status, byte[] body, URI address) {
  /** Whether the server did what it was asked. */
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Whether the server says that there is no such thing, in any of the usual ways. */
  public boolean missing() {
    return status == 404 || status == 410;
  }
}
