package app.satchel.http;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What goes wrong on the network, in words. Details name the address without its query. */
public final class HttpProblems {
  private static final Words WORDS = Words.of(HttpProblems.class);

  private HttpProblems() {}

  /**
   * A status that may be different another time.
   *
   * @param asked the wait the server asked for, or null
   */
  static ProblemException transientStatus(URI address, int status, Duration asked) {
    if (status == 429) {
      String wait = asked == null || asked.isZero() ? "" : wait(asked);
      return network("rate-limited", address, "status 429", null, wait);
    }
    if (status == 408) {
      return network("timeout", address, "status 408", null);
    }
    return network("server-error", address, "status " + status, null, status);
  }

  /** A wait that a server asks for as a sentence, in the unit a person would use, rounded up. */
  public static String wait(Duration asked) {
    long seconds = asked.toSeconds();
    if (seconds < 120) {
      return WORDS.text("wait.seconds", seconds);
    }
    return seconds < 2 * 3600
        ? WORDS.text("wait.minutes", Math.ceilDiv(seconds, 60))
        : WORDS.text("wait.hours", Math.ceilDiv(seconds, 3600));
  }

  /** A status that asking again does not change, and that means neither yes nor no. */
  public static ProblemException unexpectedStatus(HttpAnswer answer) {
    return network(
        "answer-refused", answer.address(), "status " + answer.status(), null, answer.status());
  }

  static ProblemException offline(URI address) {
    return network("offline", address, "not in the cache", null);
  }

  static ProblemException webPage(URI address, String contentType) {
    return network("unexpected-web-page", address, "content type " + contentType, null);
  }

  /**
   * An answer that makes no sense.
   *
   * @param why for the details to copy
   * @param cause or null
   */
  public static ProblemException unreadable(URI address, String why, Throwable cause) {
    return network("unreadable-answer", address, why, cause);
  }

  /** A server sends a request with a key elsewhere. */
  static ProblemException keyedRedirect(URI from, URI to) {
    return input(
        "redirect-with-key",
        from,
        "to " + WebAddress.withoutQuery(to),
        String.valueOf(to.getHost()));
  }

  /** A form left, at least in part, and no answer came back. */
  static ProblemException uploadUnclear(URI address, ProblemException cause) {
    return ProblemException.of(
        WORDS,
        ProblemKind.NETWORK,
        "upload-unclear",
        cause.problem().details(),
        cause,
        host(address));
  }

  static ProblemException tooManyRedirects(URI address) {
    return network("too-many-redirects", address, "more than 5", null);
  }

  static ProblemException tooSlow(URI address) {
    return network("timeout", address, "less than 1 kB/s", null);
  }

  static ProblemException tooLarge(URI address, long cap) {
    return input("answer-too-large", address, "more than " + cap + " bytes", mebibytes(cap));
  }

  static ProblemException notZip(URI address, String contentType) {
    return input("download-not-zip", address, "content type " + contentType);
  }

  static ProblemException truncatedZip(URI address) {
    return input("zip-truncated", address, "no end record");
  }

  static ProblemException downgraded(URI from, URI to) {
    return input("redirect-insecure", from, "to " + WebAddress.withoutQuery(to));
  }

  /** The disk did not take what was downloaded. */
  public static ProblemException disk(Object file, IOException cause) {
    return ProblemException.of(
        WORDS, ProblemKind.DISK, "download-not-written", cause.toString(), cause, file.toString());
  }

  /** A failure before or while the answer was read. */
  static ProblemException of(URI address, IOException cause) {
    String why = cause.toString();
    return switch (cause) {
      case AddressGuard.Refused refused -> AddressGuard.refusal(refused);
      case FormBody.NotReadable unreadable ->
          ProblemException.of(
              WORDS,
              ProblemKind.DISK,
              "upload-not-read",
              unreadable.name() + ": " + unreadable.getMessage(),
              unreadable,
              unreadable.name());
      case InterruptedIOException _ -> network("timeout", address, why, cause);
      case UnknownHostException _, ConnectException _, NoRouteToHostException _ ->
          network("unreachable", address, why, cause);
      case SSLException ssl when untrusted(ssl) ->
          network("connection-untrusted", address, why, cause);
      // OkHttp has no type for this one, only words.
      case IOException e when why.contains("authenticate with proxy") ->
          network("proxy-refused", address, why, e);
      default -> network("answer-cut", address, why, cause);
    };
  }

  /** Whether a second try may go better. A silence has been waited out already. */
  static boolean worthRepeating(IOException cause) {
    return !(cause instanceof InterruptedIOException
        || cause instanceof AddressGuard.Refused
        || cause instanceof FormBody.NotReadable
        || (cause instanceof SSLException ssl && untrusted(ssl)));
  }

  private static boolean untrusted(SSLException cause) {
    if (cause instanceof SSLPeerUnverifiedException) {
      return true;
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  private static ProblemException network(
      String code, URI address, String why, Throwable cause, Object... more) {
    return ProblemException.of(
        WORDS, ProblemKind.NETWORK, code, details(address, why), cause, args(address, more));
  }

  private static ProblemException input(String code, URI address, String why, Object... more) {
    return ProblemException.of(
        WORDS, ProblemKind.INPUT, code, details(address, why), null, args(address, more));
  }

  private static Object[] args(URI address, Object... more) {
    Object[] all = new Object[more.length + 1];
    all[0] = host(address);
    for (int i = 0; i < more.length; i++) {
      // Numbers as digits: MessageFormat would group a status as 1,234.
      all[i + 1] = String.valueOf(more[i]);
    }
    return all;
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost());
  }

  private static String details(URI address, String why) {
    return WebAddress.withoutQuery(address) + ": " + why;
  }

  private static String mebibytes(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : bytes + " B";
  }
}
