package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/** The log of a program that ends while the log is still being set up. */
class LogsTest {
  private final ILoggerFactory real = LoggerFactory.getILoggerFactory();
  private final ILoggerFactory settingUp = new SubstituteLoggerFactory();

  @Test
  void lastWordsWaitForTheLog() {
    Queue<ILoggerFactory> answers = new ArrayDeque<>(List.of(settingUp, settingUp, real));
    assertThat(Logs.settled(answers::remove, Duration.ofMinutes(1))).isSameAs(real);
    assertThat(answers).isEmpty();
  }

  @Test
  void butNotForEver() {
    assertThat(Logs.settled(() -> settingUp, Duration.ofMillis(20))).isSameAs(settingUp);
  }
}
