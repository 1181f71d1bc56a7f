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
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the network. Every answer is bounded in size and time, every redirect and look-up
 * judged (see {@link AddressGuard}), every request ends when its {@link Cancellation} says so.
 * Requests that change nothing at the server are repeated after connection errors, cut bodies and
 * statuses 408, 429 and 5xx (see {@link RetryPolicy}).
 *
 * <p>Thread-safe; one per process, closed at its end.
 */
public final class HttpAccess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpAccess.class);

  /** Largest picture on a page; as many bytes as one of the skill's own may have. */
  private static final long MAX_PICTURE_BYTES = 8L << 20;

  /** Largest list of Satchel's own releases. */
  private static final long MAX_RELEASES_BYTES = 1L << 20;

  /** Longest time for a whole file that was announced with its size: 80 MB at a slow line. */
  private static final Duration FILE_TIMEOUT = Duration.ofHours(1);

  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpSettings settings;
  private final Patience patience;
  private final OkHttpClient client;
  private final AddressGuard guard;
  private final Exchanges exchanges;
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
    this.patience = new Patience(RetryPolicy.standard(settings.waitCap()), sleeper, clock, random);
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
    this.exchanges = new Exchanges(this.client, guard, settings.offline(), patience);
    this.owner = true;
  }

  private HttpAccess(
      HttpAccess parent, AddressGuard guard, HttpSettings settings, OkHttpClient.Builder client) {
    this.settings = settings;
    this.patience = parent.patience;
    this.proxies = parent.proxies;
    this.slot = parent.slot;
    this.guard = guard;
    this.client = client.dns(guard::lookup).build();
    this.exchanges = new Exchanges(this.client, guard, settings.offline(), patience);
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

  /**
   * The same network for one service that is spoken to with a key: nothing of it is kept on disk,
   * and the headers go to no other origin. Shares connections with this one, and ends with it.
   *
   * @param base the service's address, as configured; it may be private
   * @param headers what every request carries
   */
  public KeyedAccess keyed(URI base, RequestHeaders headers) {
    AddressGuard own = new AddressGuard(List.of(base), proxies);
    OkHttpClient keyless =
        client
            .newBuilder()
            .cache(null)
            .dns(own::lookup)
            // A service that has been sent megabytes thinks about them before it answers.
            .readTimeout(settings.downloadTimeout())
            .build();
    Exchanges through = new Exchanges(keyless, own, settings.offline(), patience);
    return new KeyedAccess(base, headers, through, settings, patience);
  }

  /** Whether only the cache answers. */
  public boolean offline() {
    return settings.offline();
  }

  /**
   * Gets a JSON answer, a text or a picture.
   *
   * @throws ProblemException NETWORK or INPUT
   */
  public HttpAnswer get(URI address, Expected expected, Cancellation cancellation) {
    long cap =
        switch (expected) {
          case JSON -> settings.maxAnswerBytes();
          case PICTURE -> MAX_PICTURE_BYTES;
          case RELEASES -> MAX_RELEASES_BYTES;
          case TEXT, ZIP, FILE -> settings.maxTextBytes();
        };
    Request request = request(address, expected).build();
    return exchanges.repeat(request, answers(), cancellation, call -> read(call, expected, cap));
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
    return exchanges.repeat(
        request,
        answers(),
        cancellation,
        call -> read(call, Expected.JSON, settings.maxAnswerBytes()));
  }

  /** Posts an empty body, once: the server counts something. */
  public HttpAnswer tell(URI address, Cancellation cancellation) {
    if (offline()) {
      throw HttpProblems.offline(address);
    }
    Request request = request(address, Expected.JSON).post(new NothingOnce()).build();
    try {
      return exchanges.once(
          request,
          answers(),
          cancellation,
          call -> read(call, Expected.JSON, settings.maxAnswerBytes()));
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
    return exchanges.repeat(
        request,
        Exchanges.Rules.usual(settings.downloadTimeout()),
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

  /**
   * Downloads a file of which the size is known, over what is there. Nothing is made of it.
   *
   * @param bytes its size; one that is longer is not read to its end
   * @return the status: 2xx, or a 4xx that asking again would not change (then nothing is written)
   */
  public int downloadFile(
      URI address, Path file, long bytes, Progress progress, Cancellation cancellation) {
    if (offline()) {
      throw HttpProblems.offline(address);
    }
    Request request =
        request(address, Expected.FILE)
            .header("Accept-Encoding", "identity")
            .cacheControl(new CacheControl.Builder().noStore().build())
            .build();
    return exchanges.repeat(
        request,
        Exchanges.Rules.usual(FILE_TIMEOUT),
        cancellation,
        call -> {
          if (call.response().isSuccessful()) {
            BodyReader body = body(call, bytes);
            body.writeTo(file, progress);
            if (Expected.FILE.isWebPage(contentType(call.response()), body.head())) {
              throw HttpProblems.webPage(call.address(), contentType(call.response()));
            }
          }
          return call.response().code();
        });
  }

  /** Forgets what the cache keeps for an address, because it turned out to be unusable. */
  public void forget(URI address) {
    exchanges.forget(address);
  }

  /**
   * Forgets everything the cache keeps, also what other runs kept.
   *
   * @return how many parts of it are in use by other Satchels, and stay
   */
  public int forgetAll() throws IOException {
    if (client.cache() != null) {
      client.cache().evictAll();
    }
    return settings.cacheFolder() == null
        ? 0
        : CacheFolder.clear(
            settings.cacheFolder(), slot == null ? "" : slot.folder().getFileName().toString());
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

  private Exchanges.Rules answers() {
    return Exchanges.Rules.usual(settings.answerTimeout());
  }

  private Request.Builder request(URI address, Expected expected) {
    Request.Builder builder =
        new Request.Builder()
            .url(HttpUrl.get(address))
            .header("User-Agent", "Satchel/" + settings.version())
            .header("Accept", expected.accept());
    return offline() ? builder.cacheControl(CacheControl.FORCE_CACHE) : builder;
  }

  private HttpAnswer read(Exchanges.Exchange call, Expected expected, long cap)
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

  private BodyReader body(Exchanges.Exchange call, long cap) {
    return new BodyReader(
        call.response().body().byteStream(),
        call.response().body().contentLength(),
        cap,
        call.address(),
        patience.clock());
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

  /** An empty body that OkHttp does not send again on its own, as it would any other. */
  private static final class NothingOnce extends RequestBody {
    @Override
    public MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return 0;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) {
      // Nothing to write.
    }
  }
}
