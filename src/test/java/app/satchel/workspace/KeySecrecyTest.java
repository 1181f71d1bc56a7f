package app.satchel.workspace;

import static app.satchel.http.TestServer.answer;
import static app.satchel.http.TestServer.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.satchel.http.TestServer;
import app.satchel.skill.SkillFile;
import app.satchel.skill.SkillFolder;
import app.satchel.task.Cancellation;
import app.satchel.task.Progress;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whatever happens, the key is on the wire and nowhere else. */
class KeySecrecyTest {
  private static final String SECRET = "sk-ant-api03-SECRETabcdefghijklm";

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  @Test
  void theKeyIsInNoProblemNoLogAndNoFile(@TempDir Path cache) throws Exception {
    ch.qos.logback.classic.Logger root =
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    Level before = root.getLevel();
    java.util.logging.Logger others = java.util.logging.Logger.getLogger("okhttp3");
    Handler ear = new Ear();
    root.setLevel(Level.TRACE);
    root.addAppender(events);
    others.setLevel(java.util.logging.Level.ALL);
    others.addHandler(ear);
    try {
      everythingThatCanHappen(cache);
    } finally {
      root.detachAppender(events);
      root.setLevel(before);
      others.removeHandler(ear);
      others.setLevel(null);
    }
    for (ILoggingEvent event : List.copyOf(events.list)) {
      heard.add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        heard.add(String.valueOf(event.getThrowableProxy().getMessage()));
      }
    }
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        heard.add(Files.readString(file, ISO_8859_1));
      }
    }

    assertThat(heard).hasSizeGreaterThan(10).noneMatch(text -> text.contains("SECRET"));
  }

  private void everythingThatCanHappen(Path cache) throws Exception {
    ApiKey key = ApiKey.parse(SECRET);
    SkillFolder skill =
        SkillFolder.of(
            "s", List.of(SkillFile.of("SKILL.md", "---\nname: s\n---\n".getBytes(UTF_8))));
    String echo = "{\"error\":{\"type\":\"" + SECRET + "\",\"message\":\"" + SECRET + "\"}}";
    try (TestServer service = new TestServer()) {
      SkillsApi api = new SkillsApi(service.http(cache), service.base());
      List<MockResponse> answers =
          List.of(
              answer(200, "{\"data\":[],\"x\":\"" + SECRET + "\"}")
                  .addHeader("Cache-Control", "max-age=600")
                  .build(),
              answer(400, echo).addHeader("request-id", SECRET).build(),
              json(500, echo),
              json(401, echo),
              json(200, "{\"data\":" + SECRET),
              json(200, "<html>" + SECRET),
              answer(302, "").addHeader("Location", "https://example.org/").build(),
              new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
      for (MockResponse one : answers) {
        service.always(_ -> one);
        hear(catchThrowable(() -> api.list(key, Cancellation.none())));
        hear(
            catchThrowable(
                () -> api.create(key, skill, null, Progress.silent(), Cancellation.none())));
      }
      heard.add(key + " " + api);
    }
  }

  private void hear(Throwable trouble) {
    StringWriter all = new StringWriter();
    if (trouble != null) {
      trouble.printStackTrace(new PrintWriter(all));
    }
    heard.add(all.toString());
  }

  private final class Ear extends Handler {
    @Override
    public void publish(LogRecord record) {
      heard.add(String.valueOf(record.getMessage()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
