package app.satchel.marketplace;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.http.HttpAccess;
import app.satchel.http.HttpSettings;
import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server with faults, and a client whose waits are noted instead of waited. */
final class Service implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  final MockWebServer server = new MockWebServer();
  final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private final List<HttpAccess> opened = new ArrayList<>();

  Service() throws IOException {
    server.start();
  }

  URI base() {
    String url = server.url("/").toString();
    return URI.create(url.substring(0, url.length() - 1));
  }

  HttpSettings settings(Path cache) {
    return HttpSettings.of(cache, "0.1.0");
  }

  HttpAccess http(HttpSettings settings) {
    RandomGenerator most = () -> -1L; // nextDouble gives almost 1
    HttpAccess http =
        new HttpAccess(settings, (wait, _) -> waits.add(wait), InstantSource.fixed(NOW), most);
    opened.add(http);
    return http;
  }

  ClaudePluginsMarketplace marketplace() {
    return marketplace(settings(null));
  }

  ClaudePluginsMarketplace marketplace(HttpSettings settings) {
    return new ClaudePluginsMarketplace("test", base(), base(), null, http(settings));
  }

  /** Answers the next requests in turn. */
  Service then(MockResponse... answers) {
    for (MockResponse answer : answers) {
      server.enqueue(answer);
    }
    return this;
  }

  Service always(Function<RecordedRequest, MockResponse> answers) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answers.apply(request);
          }
        });
    return this;
  }

  static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).body("{\"error\":\"no\"}").build();
  }

  static MockResponse page() {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/html")
        .addHeader("Cache-Control", "max-age=3600")
        .body("<!DOCTYPE html><html><body>Sign in</body></html>")
        .build();
  }

  static String row(String namespace) {
    return "{\"id\":\"x\",\"name\":\"n\",\"namespace\":\"" + namespace + "\"}";
  }

  static String answer(int total, int offset, String... rows) {
    return "{\"skills\":["
        + String.join(",", rows)
        + "],\"total\":"
        + total
        + ",\"limit\":20,\"offset\":"
        + offset
        + "}";
  }

  static SearchQuery query(int limit, int offset) {
    return new SearchQuery("pdf", Sort.RELEVANCE, limit, offset);
  }

  /** The code of the problem that some work ends with. */
  static String code(Runnable work) {
    return catchThrowableOfType(ProblemException.class, work::run).problem().code();
  }

  static Cancellation never() {
    return Cancellation.none();
  }

  @Override
  public void close() {
    opened.forEach(HttpAccess::close);
    server.close();
  }
}
