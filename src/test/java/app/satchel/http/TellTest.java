package app.satchel.http;

import static app.satchel.http.TestServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.problem.ProblemException;
import app.satchel.task.Cancellation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellTest {
  @Test
  void whatIsCountedIsCountedOnce() throws Exception {
    try (TestServer service = new TestServer()) {
      service.always(_ -> answer(503, "{}").addHeader("Retry-After", "0").build());
      HttpAccess http = service.http((Path) null).reaching(List.of(service.base()));

      ProblemException trouble =
          catchThrowableOfType(
              ProblemException.class,
              () -> http.tell(URI.create(service.base() + "/install"), Cancellation.none()));

      assertThat(trouble.problem().code()).isEqualTo("server-error");
      assertThat(service.server.getRequestCount()).isEqualTo(1);
    }
  }
}
