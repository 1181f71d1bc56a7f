package app.satchel.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The log and the three before it, of two megabytes each. Made at the first line: most calls write
 * none, and then there is no folder either.
 */
final class LogFile extends AppenderBase<ILoggingEvent> {
  private static final int KEPT = 3;

  /**
   * Time between two looks at the size; the usual minute is long for something that has gone wild.
   */
  private static final Duration CHECKED = Duration.buildByMilliseconds(200);

  private static final long MAX_BYTES = 2L << 20;
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level %logger{1} - %msg%n";

  private final Path folder;
  private final String file;
  private RollingFileAppender<ILoggingEvent> written;

  /**
   * @param name of the file, without its ending
   */
  LogFile(Path folder, String name) {
    this.folder = folder;
    this.file = name;
  }

  /** Called by one thread at a time. */
  @Override
  protected void append(ILoggingEvent event) {
    if (written == null) {
      written = open();
    }
    written.doAppend(event);
  }

  private RollingFileAppender<ILoggingEvent> open() {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(getContext());
    appender.setName(getName() + "-written");
    appender.setFile(folder.resolve(file + ".log").toString());

    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(getContext());
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();
    appender.setEncoder(encoder);

    FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
    window.setContext(getContext());
    window.setParent(appender);
    window.setFileNamePattern(folder.resolve(file + ".%i.log").toString());
    window.setMinIndex(1);
    window.setMaxIndex(KEPT);
    window.start();
    appender.setRollingPolicy(window);

    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(getContext());
    size.setCheckIncrement(CHECKED);
    size.setMaxFileSize(new FileSize(MAX_BYTES));
    size.start();
    appender.setTriggeringPolicy(size);

    appender.start();
    return appender;
  }

  @Override
  public void stop() {
    super.stop();
    if (written != null) {
      written.stop();
    }
  }
}
