package app.satchel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A picture comes over the same guarded way as everything else, and never larger than 8 MB. */
class PictureTest {
  private final MockWebServer server = new MockWebServer();
  private final HttpAccess http = new HttpAccess(HttpSettings.of(null, "test"));

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private URI address() {
    return server.url("/a.png").uri();
  }

  private HttpAnswer get() {
    return http.reaching(List.of(address())).get(address(), Expected.PICTURE, Cancellation.none());
  }

  private static MockResponse answer(byte[] bytes) {
    return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
  }

  @Test
  void getsItsBytesAndTellsTheServerNothingMore() throws Exception {
    server.enqueue(answer(new byte[] {1, 2, 3}));
    assertThat(get().body()).containsExactly(1, 2, 3);
    assertThat(server.takeRequest().getHeaders().names())
        .doesNotContain("Referer", "Cookie", "Authorization");
  }

  @Test
  void refusesWhatIsTooLarge() {
    server.enqueue(answer(new byte[(8 << 20) + 1]));
    assertThatThrownBy(this::get).isInstanceOf(ProblemException.class).hasMessageContaining("larg");
  }

  @Test
  void neverAsksThisComputerOrItsNeighbours() {
    for (URI bad :
        List.of(
            address(),
            URI.create("https://127.0.0.1:" + server.getPort() + "/a.png"),
            URI.create("https://169.254.169.254/latest"),
            URI.create("http://example.org/a.png"))) {
      assertThatThrownBy(() -> http.get(bad, Expected.PICTURE, Cancellation.none()))
          .isInstanceOf(ProblemException.class);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void isNotSentOnToANeighbour() {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "http://10.0.0.1/").build());
    assertThatThrownBy(this::get).isInstanceOf(ProblemException.class);
  }
}
