package app.satchel.marketplace;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as far as the folder's protocol reads it.
 *
 * @param method in capitals
 * @param path the segments, each decoded once; null when it cannot be decoded
 * @param query the parameters, the first of each name
 * @param body at most {@link #MAX_BODY} bytes; null when there were more
 * @param local whether it was sent to this computer by a name of this computer, and not by a web
 *     page of another
 * @param ifNoneMatch the header, or null
 */
record FolderRequest(
    String method,
    List<String> path,
    Map<String, String> query,
    byte[] body,
    boolean local,
    String ifNoneMatch) {
  static final int MAX_BODY = 64 << 10;

  static FolderRequest of(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    return new FolderRequest(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        segments(exchange.getRequestURI().getRawPath()),
        parameters(exchange.getRequestURI().getRawQuery()),
        body.length > MAX_BODY ? null : body,
        isLocal(headers.getFirst("Host"))
            && (headers.getFirst("Origin") == null || isLocalOrigin(headers.getFirst("Origin"))),
        headers.getFirst("If-None-Match"));
  }

  /** A name that an attacker's web page had point here ("DNS rebinding") is none of ours. */
  private static boolean isLocal(String host) {
    if (host == null) {
      return false;
    }
    String name = host.strip().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
    return name.equals("127.0.0.1") || name.equals("localhost") || name.equals("[::1]");
  }

  private static boolean isLocalOrigin(String origin) {
    String name = origin.strip().toLowerCase(Locale.ROOT);
    return (name.startsWith("http://") || name.startsWith("https://"))
        && isLocal(name.substring(name.indexOf("://") + 3));
  }

  private static List<String> segments(String rawPath) {
    List<String> all = new ArrayList<>();
    for (String segment : (rawPath == null ? "" : rawPath).split("/")) {
      if (!segment.isEmpty()) {
        // A plus is a plus in a path.
        String decoded = decode(segment.replace("+", "%2B"));
        if (decoded == null) {
          return null;
        }
        all.add(decoded);
      }
    }
    return all;
  }

  private static Map<String, String> parameters(String rawQuery) {
    Map<String, String> all = new HashMap<>();
    for (String pair : (rawQuery == null ? "" : rawQuery).split("&")) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
      if (name != null && value != null && !name.isEmpty()) {
        all.putIfAbsent(name, value);
      }
    }
    return all;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign without its digits: whoever asks gets "not found".
      return null;
    }
  }
}
