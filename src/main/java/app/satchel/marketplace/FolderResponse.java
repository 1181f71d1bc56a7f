package app.satchel.marketplace;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the served folder.
 *
 * @param status HTTP status
 * @param type content type
 * @param body may be empty
 * @param headers further headers
 */
record FolderResponse(int status, String type, byte[] body, Map<String, String> headers) {
  static FolderResponse of(int status, String type, byte[] body) {
    return new FolderResponse(status, type, body, Map.of());
  }

  FolderResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new FolderResponse(status, type, body, more);
  }

  /**
   * The same with a validator, or the short answer when the asker has these very bytes already.
   *
   * @param ifNoneMatch what the asker has, or null
   */
  FolderResponse validated(String ifNoneMatch) {
    String tag = "\"" + Hashes.sha256(body).substring(0, 32) + "\"";
    boolean same =
        ifNoneMatch != null
            && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(tag))
            && status == 200;
    FolderResponse answer = same ? new FolderResponse(304, type, new byte[0], headers) : this;
    return answer.with("ETag", tag).with("Cache-Control", "max-age=0");
  }

  void send(HttpExchange exchange) throws IOException {
    Headers sent = exchange.getResponseHeaders();
    headers.forEach(sent::set);
    // Whatever a browser is shown, it must not take for a page.
    sent.set("X-Content-Type-Options", "nosniff");
    sent.set("Content-Security-Policy", "default-src 'none'; sandbox");
    if (status == 304) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    sent.set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
