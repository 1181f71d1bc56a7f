package app.satchel.http;

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

/** A server on this computer, and a network whose waits are noted instead of waited. */
public final class TestServer implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  public final MockWebServer server = new MockWebServer();
  public final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private final List<HttpAccess> opened = new ArrayList<>();

  public TestServer() throws IOException {
    server.start();
  }

  /** Its address, without a slash at the end. */
  public URI base() {
    String url = server.url("/").toString();
    return URI.create(url.substring(0, url.length() - 1));
  }

  /** A network with a cache in a folder, or without one for null. */
  public HttpAccess http(Path cache) {
    return http(HttpSettings.of(cache, "0.1.0"));
  }

  /** A network with settings of its own. */
  public HttpAccess http(HttpSettings settings) {
    RandomGenerator most = () -> -1L; // nextDouble gives almost 1
    HttpAccess http =
        new HttpAccess(settings, (wait, _) -> waits.add(wait), InstantSource.fixed(NOW), most);
    opened.add(http);
    return http;
  }

  /** Answers the next requests in turn. */
  public TestServer then(MockResponse... answers) {
    for (MockResponse answer : answers) {
      server.enqueue(answer);
    }
    return this;
  }

  /** Answers every request from now on. */
  public TestServer always(Function<RecordedRequest, MockResponse> answers) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answers.apply(request);
          }
        });
    return this;
  }

  /** A JSON answer. */
  public static MockResponse json(int status, String body) {
    return answer(status, body).build();
  }

  /** The same, to be completed. */
  public static MockResponse.Builder answer(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body);
  }

  @Override
  public void close() {
    opened.forEach(HttpAccess::close);
    server.close();
  }
}
