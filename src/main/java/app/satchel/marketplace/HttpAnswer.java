package app.satchel.marketplace;

import java.net.URI;

/**
 * A server's answer, read to its end.
 *
 * @param status 2xx, or a 4xx that asking again would not change
 * @param body empty unless the status is 2xx
 * @param address what was asked in the end, after redirects
 */
record HttpAnswer(int status, byte[] body, URI address) {
  boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Whether the server says that there is no such thing, in any of the usual ways. */
  boolean missing() {
    return status == 404 || status == 410;
  }
}
