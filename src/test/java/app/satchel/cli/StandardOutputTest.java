package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  private final AtomicInteger told = new AtomicInteger();
  private final ByteArrayOutputStream words = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(words, true, StandardCharsets.UTF_8);

  private StandardOutput failing(String message) {
    OutputStream raw =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        };
    return new StandardOutput(raw, StandardCharsets.UTF_8, false, told::incrementAndGet);
  }

  @Test
  void whatArrivesLeavesTheExitCodeAlone() {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    StandardOutput out =
        new StandardOutput(raw, StandardCharsets.UTF_8, false, told::incrementAndGet);
    out.stream().print("gr\u00fc\u00dfe");
    assertThat(out.finish(1, err)).isEqualTo(1);
    assertThat(raw.toString(StandardCharsets.UTF_8)).isEqualTo("gr\u00fc\u00dfe");
    assertThat(told).hasValue(0);
    assertThat(words.size()).isZero();
  }

  @Test
  void aFullDiskIsAFailureOfTheDisk() {
    StandardOutput out = failing("No space left on device");
    out.stream().println("an answer");
    out.stream().println("another");
    assertThat(out.finish(0, err)).isEqualTo(74);
    assertThat(words.toString(StandardCharsets.UTF_8)).contains("could not be written");
    assertThat(told).as("said once").hasValue(1);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() {
    StandardOutput out = failing("Broken pipe");
    out.stream().println("an answer");
    assertThat(out.finish(1, err)).isEqualTo(1);
    assertThat(words.size()).isZero();
    assertThat(told).hasValue(1);
  }
}
