package app.satchel.http;

import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the network, and the only place that knows OkHttp. Every answer is bounded in size and
 * time, every redirect and look-up judged (see {@link AddressGuard}), every request ends when its
 * {@link Cancellation} says so. Requests that change nothing at the server are repeated after
 * connection errors, cut bodies and statuses 408, 429 and 5xx (see {@link RetryPolicy}).
 *
 * <p>Thread-safe; one per process, closed at its end.
 */
public final class HttpAccess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpAccess.class);
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int MAX_REDIRECTS = 5;

  private final HttpSettings settings;
  private final Sleeper sleeper;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final RetryPolicy retries;
  private final OkHttpClient client;
  private final AddressGuard guard;
  private final Set<String> proxies;
  private final CacheSlot slot;
  private final boolean owner;

  /** Opens the network. */
  public HttpAccess(HttpSettings settings) {
    this(settings, Sleeper.real(), InstantSource.system(), RandomGenerator.getDefault());
  }

  /** Opens the network with another sense of time. */
  public HttpAccess(
      HttpSettings settings, Sleeper sleeper, InstantSource clock, RandomGenerator random) {
    this.settings = settings;
    this.sleeper = sleeper;
    this.clock = clock;
    this.random = random;
    this.retries = RetryPolicy.standard(settings.waitCap());
    this.proxies = AddressGuard.noProxies();
    this.guard = new AddressGuard(List.of(), proxies);
    this.slot =
        settings.cacheFolder() == null ? null : CacheSlot.take(settings.cacheFolder()).orElse(null);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.readTimeout())
            .writeTimeout(settings.readTimeout())
            .followRedirects(false) // followed here, one judged step at a time
            .followSslRedirects(false)
            .proxySelector(new RememberedProxies(ProxySelector.getDefault(), proxies))
            .dns(guard::lookup);
    if (slot != null) {
      builder.cache(new Cache(slot.folder().toFile(), settings.cacheBytes()));
    }
    this.client = builder.build();
    this.owner = true;
  }

  private HttpAccess(
      HttpAccess parent, AddressGuard guard, HttpSettings settings, OkHttpClient.Builder client) {
    this.settings = settings;
    this.sleeper = parent.sleeper;
    this.clock = parent.clock;
    this.random = parent.random;
    this.retries = parent.retries;
    this.proxies = parent.proxies;
    this.slot = parent.slot;
    this.guard = guard;
    this.client = client.dns(guard::lookup).build();
    this.owner = false;
  }

  /**
   * The same network for a marketplace at addresses that a person configured: these may be private,
   * and may use plain HTTP. Shares connections and cache with this one, and ends with it.
   */
  public HttpAccess reaching(List<URI> origins) {
    AddressGuard own = new AddressGuard(origins, proxies);
    return new HttpAccess(this, own, settings, client.newBuilder());
  }

  /**
   * The same for what this process serves itself: always there, so neither offline nor cached
   * (under a port that is another one next time).
   */
  public HttpAccess withinThisProcess() {
    return new HttpAccess(
        this, guard, settings.withOffline(false), client.newBuilder().cache(null));
  }

  /** Whether only the cache answers. */
  public boolean offline() {
    return settings.offline();
  }

  /**
   * Gets a JSON answer or a text.
   *
   * @throws ProblemException NETWORK or INPUT
   */
  public HttpAnswer get(URI address, Expected expected, Cancellation cancellation) {
    long cap = expected == Expected.JSON ? settings.maxAnswerBytes() : settings.maxTextBytes();
    Request request = request(address, expected).build();
    return repeat(request, cancellation, call -> read(call, expected, cap));
  }

  /**
   * Posts a question that changes nothing at the server, so that it may be repeated and its answer
   * kept like that of a GET.
   *
   * @param cacheKey an address that stands for question and body together
   */
  public HttpAnswer ask(URI address, URI cacheKey, byte[] json, Cancellation cancellation) {
    Request request =
        request(address, Expected.JSON)
            .post(RequestBody.create(json, JSON))
            .cacheUrlOverride(HttpUrl.get(cacheKey))
            .build();
    return repeat(
        request, cancellation, call -> read(call, Expected.JSON, settings.maxAnswerBytes()));
  }

  /** Posts an empty body, once: the server counts something. */
  public HttpAnswer tell(URI address, Cancellation cancellation) {
    if (offline()) {
      throw HttpProblems.offline(address);
    }
    Request request = request(address, Expected.JSON).post(RequestBody.create(new byte[0])).build();
    try {
      return once(
          request, cancellation, call -> read(call, Expected.JSON, settings.maxAnswerBytes()));
    } catch (FailedTry e) {
      throw e.problem();
    }
  }

  /**
   * Downloads a ZIP into a file that is overwritten, and makes sure that it begins and ends like
   * one.
   *
   * @return the status: 2xx, or a 4xx that asking again would not change (then nothing is written)
   */
  public int download(URI address, Path file, Progress progress, Cancellation cancellation) {
    Request request =
        request(address, Expected.ZIP)
            // What is counted is what was sent: progress is honest, and no gzip bomb can unfold.
            .header("Accept-Encoding", "identity")
            .cacheControl(
                offline() ? CacheControl.FORCE_CACHE : new CacheControl.Builder().noStore().build())
            .build();
    return repeat(
        request,
        cancellation,
        call -> {
          if (!call.response().isSuccessful()) {
            return call.response().code();
          }
          BodyReader body = body(call, settings.maxDownloadBytes());
          body.writeTo(file, progress);
          if (!ZipShape.startsLikeZip(body.head())) {
            throw Expected.ZIP.isWebPage(contentType(call.response()), body.head())
                ? HttpProblems.webPage(call.address(), contentType(call.response()))
                : HttpProblems.notZip(call.address(), contentType(call.response()));
          }
          if (!endsLikeZip(file)) {
            // Complete by its own account, and still cut: some proxies do that.
            throw new FailedTry(HttpProblems.truncatedZip(call.address()), null);
          }
          return call.response().code();
        });
  }

  /** Forgets what the cache keeps for an address, because it turned out to be unusable. */
  public void forget(URI address) {
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

  @Override
  public void close() {
    if (!owner) {
      return;
    }
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    try {
      if (client.cache() != null) {
        client.cache().close();
      }
    } catch (IOException e) {
      LOG.debug("Cache not closed cleanly", e);
    }
    if (slot != null) {
      slot.close();
    }
  }

  private Request.Builder request(URI address, Expected expected) {
    Request.Builder builder =
        new Request.Builder()
            .url(HttpUrl.get(address))
            .header("User-Agent", "Satchel/" + settings.version())
            .header("Accept", expected.accept());
    return offline() ? builder.cacheControl(CacheControl.FORCE_CACHE) : builder;
  }

  private HttpAnswer read(Exchange call, Expected expected, long cap)
      throws IOException, FailedTry {
    if (!call.response().isSuccessful()) {
      return new HttpAnswer(call.response().code(), new byte[0], call.address());
    }
    byte[] bytes = body(call, cap).readAll();
    if (expected.isWebPage(contentType(call.response()), bytes)) {
      throw HttpProblems.webPage(call.address(), contentType(call.response()));
    }
    return new HttpAnswer(call.response().code(), bytes, call.address());
  }

  private BodyReader body(Exchange call, long cap) {
    return new BodyReader(
        call.response().body().byteStream(),
        call.response().body().contentLength(),
        cap,
        call.address(),
        clock);
  }

  private static boolean endsLikeZip(Path file) {
    try {
      return ZipShape.hasEndRecord(file);
    } catch (IOException e) {
      throw HttpProblems.disk(file, e);
    }
  }

  private static String contentType(Response response) {
    return response.header("Content-Type");
  }

  private <T> T repeat(Request request, Cancellation cancellation, Handler<T> handler) {
    for (int done = 1; ; done++) {
      try {
        return once(request, cancellation, handler);
      } catch (FailedTry failed) {
        if (offline() || !retries.again(done, failed.asked())) {
          throw failed.problem();
        }
        Duration wait = retries.delay(done, failed.asked(), random);
        LOG.debug("Try {} failed ({}), next in {}", done, failed.getMessage(), wait);
        sleeper.sleep(wait, cancellation);
        cancellation.throwIfCancelled();
      }
    }
  }

  private <T> T once(Request request, Cancellation cancellation, Handler<T> handler)
      throws FailedTry {
    Request next = request;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      cancellation.throwIfCancelled();
      URI address = next.url().uri();
      guard.check(address);
      Call call = client.newCall(next);
      boolean zip = request.header("Accept").equals(Expected.ZIP.accept());
      Duration limit = zip ? settings.downloadTimeout() : settings.answerTimeout();
      call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
      try (Cancellation.Registration _ = cancellation.onCancel(call::cancel);
          Response response = call.execute()) {
        if (response.isRedirect()) {
          next = redirected(next, response);
          continue;
        }
        judge(response, address);
        T result = handler.handle(new Exchange(response, address));
        // A short body may have been complete before anybody could stop it.
        cancellation.throwIfCancelled();
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
        if (!offline()) {
          forget(address);
        }
        throw e;
      }
    }
    throw HttpProblems.tooManyRedirects(request.url().uri());
  }

  private static CancellationException cancelled(IOException cause) {
    CancellationException cancelled = new CancellationException();
    cancelled.initCause(cause);
    return cancelled;
  }

  private void judge(Response response, URI address) throws FailedTry {
    int status = response.code();
    if (offline() && status == 504 && response.networkResponse() == null) {
      throw HttpProblems.offline(address);
    }
    if (RetryPolicy.transientStatus(status)) {
      Duration asked =
          RetryPolicy.retryAfter(response.header("Retry-After"), clock.instant()).orElse(null);
      throw new FailedTry(HttpProblems.transientStatus(address, status, asked), asked);
    }
  }

  private static Request redirected(Request from, Response response) {
    HttpUrl to = from.url().resolve(Objects.requireNonNullElse(response.header("Location"), ""));
    if (to == null || response.header("Location") == null) {
      throw HttpProblems.unreadable(from.url().uri(), "redirect without an address", null);
    }
    if (from.url().isHttps() && !to.isHttps()) {
      throw HttpProblems.downgraded(from.url().uri(), to.uri());
    }
    Request.Builder next = from.newBuilder().url(to);
    // A question keeps its body wherever it is sent; only 303 says to fetch the answer instead.
    return (response.code() == 303 && from.body() != null ? next.get() : next).build();
  }

  /**
   * An answer whose head has arrived.
   *
   * @param response open until the handler returns
   * @param address what was asked
   */
  private record Exchange(Response response, URI address) {}

  @FunctionalInterface
  private interface Handler<T> {
    T handle(Exchange call) throws IOException, FailedTry;
  }
}
