package app.satchel.http;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A service that is spoken to with a key. The key goes to one origin and nowhere else: no redirect
 * takes it along, no cache keeps what was asked or answered, and no problem names it. Refusals come
 * back as answers, because such a service explains them in their body. Thread-safe.
 */
public final class KeyedAccess {
  /** Most bytes that are read of a refusal: an explanation is some sentences long. */
  public static final int MAX_REFUSAL_BYTES = 64 << 10;

  private final HttpUrl base;
  private final RequestHeaders headers;
  private final Exchanges exchanges;
  private final HttpSettings settings;
  private final Patience patience;

  KeyedAccess(
      URI base,
      RequestHeaders headers,
      Exchanges exchanges,
      HttpSettings settings,
      Patience patience) {
    this.base = HttpUrl.get(base);
    this.headers = headers;
    this.exchanges = exchanges;
    this.settings = settings;
    this.patience = patience;
  }

  /**
   * Asks for something. Repeated after connection errors and statuses 408, 429 and 5xx like every
   * question; what the last try was answered is the answer. Redirects are followed within the
   * origin.
   *
   * @param address of the service's origin
   * @throws ProblemException NETWORK when there is no answer, or one that is a web page; INPUT when
   *     it is too large or leads elsewhere
   * @throws CancellationException when cancelled
   */
  public ServiceAnswer get(URI address, Cancellation cancellation) {
    Request request = request(address).build();
    for (int done = 1; ; done++) {
      Duration asked;
      try {
        ServiceAnswer answer =
            exchanges.once(
                request,
                Exchanges.Rules.keyed(settings.answerTimeout()),
                cancellation,
                this::readData);
        if (!RetryPolicy.transientStatus(answer.status())
            || !patience.retries().again(done, answer.retryAfter())) {
          return answer;
        }
        asked = answer.retryAfter();
      } catch (FailedTry failed) {
        if (!patience.retries().again(done, failed.asked())) {
          throw failed.problem();
        }
        asked = failed.asked();
      }
      exchanges.pause(done, asked, cancellation);
    }
  }

  /**
   * Sends a form, once. It is sent again in two cases only, since a server may well have acted on a
   * body whose answer got lost: when not one byte of it had left, and after status 429 with {@code
   * Retry-After}, with which a server says that it did nothing and when to come back (RFC 6585,
   * section 4). Redirects are not followed. Once an answer is there it is given back, even when
   * cancelled meanwhile.
   *
   * @param address of the service's origin
   * @param progress in bytes of the form; begins again with a second try
   * @throws ProblemException NETWORK, {@code upload-unclear} when the form may have arrived; DISK
   *     {@code upload-not-read} when a part cannot be read, or is not as long as it said; INPUT
   *     when it is sent elsewhere
   * @throws CancellationException when cancelled; the form may have arrived
   */
  public ServiceAnswer post(
      URI address, List<FormPart> form, Progress progress, Cancellation cancellation) {
    for (int done = 1; ; done++) {
      FormBody body = new FormBody(form, progress);
      Request request = request(address).post(body).build();
      Duration asked;
      try {
        ServiceAnswer answer =
            exchanges.once(
                request,
                Exchanges.Rules.keyedChange(settings.downloadTimeout()),
                cancellation,
                this::read);
        if (answer.status() != 429
            || answer.retryAfter() == null
            || !patience.retries().again(done, answer.retryAfter())) {
          return answer;
        }
        asked = answer.retryAfter();
      } catch (FailedTry failed) {
        if (body.begun() || !patience.retries().again(done, failed.asked())) {
          throw unclear(body, address, failed.problem());
        }
        asked = failed.asked();
      } catch (ProblemException e) {
        throw unclear(body, address, e);
      }
      exchanges.pause(done, asked, cancellation);
    }
  }

  private static ProblemException unclear(FormBody body, URI address, ProblemException problem) {
    return body.begun() && problem.problem().kind() == ProblemKind.NETWORK
        ? HttpProblems.uploadUnclear(address, problem)
        : problem;
  }

  private Request.Builder request(URI address) {
    HttpUrl url = HttpUrl.get(address);
    if (!url.host().equals(base.host())
        || url.port() != base.port()
        || !url.scheme().equals(base.scheme())) {
      throw new IllegalArgumentException("the key is not for " + WebAddress.withoutQuery(address));
    }
    if (settings.offline()) {
      throw HttpProblems.offline(address);
    }
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "Satchel/" + settings.version())
            .header("Accept", Expected.JSON.accept())
            .cacheControl(new CacheControl.Builder().noStore().build());
    headers.forEach(request::header);
    return request;
  }

  private ServiceAnswer readData(Exchanges.Exchange call) throws IOException {
    ServiceAnswer answer = read(call);
    String type = call.response().header("Content-Type");
    if (answer.ok() && Expected.JSON.isWebPage(type, answer.body())) {
      throw HttpProblems.webPage(call.address(), type);
    }
    return answer;
  }

  private ServiceAnswer read(Exchanges.Exchange call) throws IOException {
    Response response = call.response();
    byte[] bytes;
    if (response.isSuccessful()) {
      bytes =
          new BodyReader(
                  response.body().byteStream(),
                  response.body().contentLength(),
                  settings.maxAnswerBytes(),
                  call.address(),
                  patience.clock())
              .readAll();
    } else {
      bytes = refusal(response);
    }
    return new ServiceAnswer(
        response.code(),
        bytes,
        call.address(),
        requestId(response),
        exchanges.retryAfter(response));
  }

  /** The status is the answer; a body that breaks off is no reason to lose it. */
  private static byte[] refusal(Response response) {
    try {
      return response.peekBody(MAX_REFUSAL_BYTES).bytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static String requestId(Response response) {
    String id = response.header("request-id");
    return id != null && id.matches("[!-~]{1,128}") ? id : null;
  }
}
