package app.satchel.ui.markdown;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Listens for what must not be said: warnings and errors of our log, JavaFX's (its style sheets'
 * too), and anything on the error stream.
 */
final class Silence implements AutoCloseable {
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private final java.util.logging.Logger platform = java.util.logging.Logger.getLogger("");
  private final ch.qos.logback.classic.Logger ours =
      (ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT");

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord log) {
          if (log.getLevel().intValue() >= Level.WARNING.intValue()) {
            said.add(log.getLoggerName() + ": " + log.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final ch.qos.logback.core.AppenderBase<ch.qos.logback.classic.spi.ILoggingEvent>
      appender =
          new ch.qos.logback.core.AppenderBase<>() {
            @Override
            protected void append(ch.qos.logback.classic.spi.ILoggingEvent event) {
              if (event.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.WARN)) {
                said.add(event.getLoggerName() + ": " + event.getFormattedMessage());
              }
            }
          };

  private Silence() {}

  /** Listens from now on; the toolkit has started, and may have said what it always says. */
  static Silence begin() {
    Fx.start();
    Silence silence = new Silence();
    System.setErr(new PrintStream(silence.errors, true, StandardCharsets.UTF_8));
    silence.platform.addHandler(silence.handler);
    silence.appender.start();
    silence.ours.addAppender(silence.appender);
    return silence;
  }

  /** What was said. */
  List<String> heard() {
    List<String> all = new ArrayList<>(said);
    String stream = errors.toString(StandardCharsets.UTF_8).strip();
    if (!stream.isEmpty()) {
      all.add(stream);
    }
    return all;
  }

  @Override
  public void close() {
    ours.detachAppender(appender);
    appender.stop();
    platform.removeHandler(handler);
    System.setErr(before);
  }
}
