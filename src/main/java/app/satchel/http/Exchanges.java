package app.satchel.http;

import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests out: each address and redirect judged, each exchange bounded in time and ended
 * by its {@link Cancellation}. Thread-safe.
 */
final class Exchanges {
  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
  private static final int MAX_REDIRECTS = 5;

  private final OkHttpClient client;
  private final AddressGuard guard;
  private final boolean offline;
  private final Patience patience;

  Exchanges(OkHttpClient client, AddressGuard guard, boolean offline, Patience patience) {
    this.client = client;
    this.guard = guard;
    this.offline = offline;
    this.patience = patience;
  }

  /** Carries out a request that changes nothing at the server: it is repeated where that helps. */
  <T> T repeat(Request request, Rules rules, Cancellation cancellation, Handler<T> handler) {
    for (int done = 1; ; done++) {
      try {
        return once(request, rules, cancellation, handler);
      } catch (FailedTry failed) {
        if (offline || !patience.retries().again(done, failed.asked())) {
          throw failed.problem();
        }
        LOG.debug("Try {} failed ({})", done, failed.getMessage());
        pause(done, failed.asked(), cancellation);
      }
    }
  }

  /**
   * Waits before the next try.
   *
   * @param done tries so far
   * @param asked the wait the server asked for, or null
   * @throws CancellationException when cancelled meanwhile
   */
  void pause(int done, Duration asked, Cancellation cancellation) {
    Duration wait = patience.retries().delay(done, asked, patience.random());
    patience.sleeper().sleep(wait, cancellation);
    cancellation.throwIfCancelled();
  }

  /** Carries a request out, with its redirects, one time. */
  <T> T once(Request request, Rules rules, Cancellation cancellation, Handler<T> handler)
      throws FailedTry {
    Request next = request;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      cancellation.throwIfCancelled();
      URI address = next.url().uri();
      guard.check(address);
      Call call = client.newCall(next);
      call.timeout().timeout(rules.limit().toNanos(), TimeUnit.NANOSECONDS);
      try (Cancellation.Registration _ = cancellation.onCancel(call::cancel);
          Response response = call.execute()) {
        if (response.isRedirect()) {
          next = rules.redirects().next(next, response);
          continue;
        }
        if (!rules.refusalsAreAnswers()) {
          judge(response, address);
        }
        T result = handler.handle(new Exchange(response, address));
        if (!rules.changes()) {
          // A short body may have been complete before anybody could stop it. What has been
          // changed at the server is told all the same.
          cancellation.throwIfCancelled();
        }
        return result;
      } catch (IOException e) {
        if (cancellation.cancelled() || Thread.currentThread().isInterrupted()) {
          throw cancelled(e);
        }
        ProblemException problem = HttpProblems.of(address, e);
        if (HttpProblems.worthRepeating(e)) {
          throw new FailedTry(problem, null);
        }
        throw problem;
      } catch (ProblemException e) {
        // An answer that cannot be used must not come back from the cache.
        if (!offline) {
          forget(address);
        }
        throw e;
      }
    }
    throw HttpProblems.tooManyRedirects(request.url().uri());
  }

  /** Forgets what the cache keeps for an address. */
  void forget(URI address) {
    Cache cache = client.cache();
    if (cache == null) {
      return;
    }
    String url = HttpUrl.get(address).toString();
    try {
      for (Iterator<String> urls = cache.urls(); urls.hasNext(); ) {
        if (urls.next().equals(url)) {
          urls.remove();
        }
      }
    } catch (IOException e) {
      LOG.debug("Cache entry not removed", e);
    }
  }

  private static CancellationException cancelled(IOException cause) {
    CancellationException cancelled = new CancellationException();
    cancelled.initCause(cause);
    return cancelled;
  }

  private void judge(Response response, URI address) throws FailedTry {
    int status = response.code();
    if (offline && status == 504 && response.networkResponse() == null) {
      throw HttpProblems.offline(address);
    }
    if (RetryPolicy.transientStatus(status)) {
      Duration asked = retryAfter(response);
      throw new FailedTry(HttpProblems.transientStatus(address, status, asked), asked);
    }
  }

  /** The wait that an answer asks for, or null. */
  Duration retryAfter(Response response) {
    return RetryPolicy.retryAfter(response.header("Retry-After"), patience.clock().instant())
        .orElse(null);
  }

  /**
   * How one kind of request is treated.
   *
   * @param limit for the whole exchange
   * @param redirects where it may be sent on to
   * @param refusalsAreAnswers whether 4xx and 5xx are given to the handler instead of thrown
   * @param changes whether the request changes something at the server
   */
  record Rules(Duration limit, Redirects redirects, boolean refusalsAreAnswers, boolean changes) {
    /** Of a question without secrets. */
    static Rules usual(Duration limit) {
      return new Rules(limit, Exchanges::anywhere, false, false);
    }

    /** Of a question that carries a key. */
    static Rules keyed(Duration limit) {
      return new Rules(limit, Exchanges::withinTheOrigin, true, false);
    }

    /** Of a change that is made with a key. */
    static Rules keyedChange(Duration limit) {
      return new Rules(limit, Exchanges::nowhere, true, true);
    }
  }

  /** Decides what to ask after a redirect, or throws. */
  @FunctionalInterface
  interface Redirects {
    Request next(Request from, Response response);
  }

  private static Request anywhere(Request from, Response response) {
    Request.Builder next = from.newBuilder().url(target(from, response));
    // A question keeps its body wherever it is sent; only 303 says to fetch the answer instead.
    return (response.code() == 303 && from.body() != null ? next.get() : next).build();
  }

  private static Request withinTheOrigin(Request from, Response response) {
    HttpUrl to = target(from, response);
    HttpUrl here = from.url();
    if (!to.scheme().equals(here.scheme())
        || !to.host().equals(here.host())
        || to.port() != here.port()) {
      throw HttpProblems.keyedRedirect(here.uri(), to.uri());
    }
    return from.newBuilder().url(to).build();
  }

  private static Request nowhere(Request from, Response response) {
    // Following would send the body a second time, or (303) lose it.
    throw HttpProblems.keyedRedirect(from.url().uri(), target(from, response).uri());
  }

  private static HttpUrl target(Request from, Response response) {
    HttpUrl to = from.url().resolve(Objects.requireNonNullElse(response.header("Location"), ""));
    if (to == null || response.header("Location") == null) {
      throw HttpProblems.unreadable(from.url().uri(), "redirect without an address", null);
    }
    if (from.url().isHttps() && !to.isHttps()) {
      throw HttpProblems.downgraded(from.url().uri(), to.uri());
    }
    return to;
  }

  /**
   * An answer whose head has arrived.
   *
   * @param response open until the handler returns
   * @param address what was asked
   */
  record Exchange(Response response, URI address) {}

  /** Makes something of an answer. */
  @FunctionalInterface
  interface Handler<T> {
    T handle(Exchange call) throws IOException, FailedTry;
  }
}
