package app.satchel.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSetupTest {
  private static final String OTHER = "logback.configurationFile";

  @TempDir Path home;
  private final LoggerContext context = new LoggerContext();
  private final String other = System.getProperty(OTHER);

  @BeforeEach
  void asInAProgram() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    System.clearProperty(OTHER);
    System.clearProperty(LogSetup.NAME);
    System.clearProperty(LogSetup.LEVEL);
    System.setProperty(LogSetup.FOLDER, home.resolve("logs").toString());
  }

  @AfterEach
  void putBack() {
    context.stop();
    System.clearProperty(LogSetup.FOLDER);
    if (other != null) {
      System.setProperty(OTHER, other);
    }
  }

  private LogSetup setup() {
    LogSetup setup = new LogSetup();
    setup.setContext(context);
    return setup;
  }

  private String log() throws IOException {
    return Files.readString(home.resolve("logs/satchel.log"));
  }

  @Test
  void isWhatLogbackFinds() {
    assertThat(ServiceLoader.load(ch.qos.logback.classic.spi.Configurator.class))
        .hasAtLeastOneElementOfType(LogSetup.class);
  }

  @Test
  void writesNothingUntilThereIsSomethingToSay() throws IOException {
    assertThat(setup().configure(context)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    context.getLogger("app.satchel.Some").debug("not for the log");
    assertThat(home.resolve("logs")).doesNotExist();
    context.getLogger("app.satchel.Some").warn("räumt {} auf", "gründlich");
    assertThat(log()).contains("WARN  a.s.Some - räumt gründlich auf");
  }

  @Test
  void leavesOutWhatSpeaksToTheKeyring() throws IOException {
    setup().configure(context);
    context.getLogger("org.freedesktop.secret.simple.SimpleCollection").error("a secret");
    context.getLogger("app.satchel.Some").info("a line");
    assertThat(log()).contains("a line").doesNotContain("secret");
  }

  @Test
  void keepsThreeFilesBefore() throws Exception {
    setup().configure(context);
    for (int i = 0; i < 6; i++) {
      context.getLogger("app.satchel.Some").info("{}", "x".repeat(3_000_000));
      Thread.sleep(250);
    }
    try (Stream<Path> files = Files.list(home.resolve("logs"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "satchel.log", "satchel.1.log", "satchel.2.log", "satchel.3.log");
    }
  }

  @Test
  void givesWayToASetUpOfSomebodyElse() {
    System.setProperty(OTHER, "their.xml");
    assertThat(setup().configure(context)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
    System.clearProperty(OTHER);
  }
}
