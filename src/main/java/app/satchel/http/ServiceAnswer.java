package app.satchel.http;

import java.net.URI;
import java.time.Duration;

/**
 * What a service answered to a request with a key, refusals included.
 *
 * @param status any but a redirect
 * @param body the whole of a 2xx; of everything else at most {@link KeyedAccess#MAX_REFUSAL_BYTES}
 * @param address what was asked in the end
 * @param requestId what the service calls this exchange ({@code request-id}), for its owner to look
 *     up; printable ASCII, or null
 * @param retryAfter the wait it asks for, or null
 */
public record ServiceAnswer(
    int status, byte[] body, URI address, String requestId, Duration retryAfter) {
  /** Whether it did what it was asked. */
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return "ServiceAnswer[" + status + ", " + body.length + " bytes, request " + requestId + "]";
  }
}
