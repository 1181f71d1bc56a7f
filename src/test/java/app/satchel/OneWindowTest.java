package app.satchel;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.cli.PlainStart;
import app.satchel.instance.FirstInstance;
import app.satchel.instance.MeetingPlace;
import app.satchel.instance.OneInstance;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short way of a second start, and the same in a process of its own. */
class OneWindowTest {
  private static final String LINK = "satchel://skill/@acme/toolbox/tidy-desk";

  @TempDir Path home;

  private final BlockingQueue<List<String>> taken = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private FirstInstance first;

  @BeforeEach
  void aWindowIsOpen() {
    MeetingPlace place =
        MeetingPlace.of(
            home.resolve("run"), System.getenv(), Path.of(System.getProperty("java.io.tmpdir")));
    first = ((OneInstance.Start.First) OneInstance.claim(place, taken::add)).instance();
  }

  @AfterEach
  void close() {
    first.close();
  }

  private OptionalInt start(String... args) {
    Properties properties = new Properties();
    properties.setProperty("glass.platform", "Headless");
    properties.setProperty("java.io.tmpdir", System.getProperty("java.io.tmpdir"));
    return start(properties, args);
  }

  private OptionalInt start(Properties properties, String... args) {
    Map<String, String> environment = Map.of("SATCHEL_HOME", home.toString());
    OneWindow window =
        new OneWindow(environment, properties, new PrintStream(err, true, StandardCharsets.UTF_8));
    OptionalInt code =
        PlainStart.asked(args, Path.of("").toAbsolutePath(), environment, properties)
            .map(window::handOver)
            .orElse(OptionalInt.empty());
    window.leave();
    return code;
  }

  @Test
  void pathsAndLinksAreHandedOver() throws Exception {
    assertThat(start(LINK, "./a.skill")).hasValue(0);
    assertThat(taken.poll(5, TimeUnit.SECONDS))
        .containsExactly(LINK, Path.of("").toAbsolutePath().resolve("./a.skill").toString());
    assertThat(start()).hasValue(0);
    assertThat(taken.poll(5, TimeUnit.SECONDS)).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aMalformedLinkIsHandedOverAndSaid() throws Exception {
    assertThat(start("satchel://install/@a/b/c")).hasValue(65);
    assertThat(taken.poll(5, TimeUnit.SECONDS)).containsExactly("satchel://install/@a/b/c");
    assertThat(err.toString()).startsWith("satchel: satchel://install/@a/b/c: This link asks");
  }

  @Test
  void everythingElseIsLeftToTheCommandLine() {
    assertThat(start("check", "./a.skill")).isEmpty();
    assertThat(start("--help")).isEmpty();
    assertThat(start("--offline", LINK)).isEmpty();
    assertThat(start("src")).isEmpty();
    assertThat(start("--home")).isEmpty();
    assertThat(start("@owner/repo/skill")).isEmpty();
    assertThat(taken).isEmpty();
  }

  @Test
  void anotherHomeIsAnotherWindow() {
    // Nobody is there, so this start is the first of that home.
    assertThat(start("--home", home.resolve("other").toString(), LINK)).isEmpty();
    assertThat(start("--home=" + home.resolve("another"), LINK)).isEmpty();
    assertThat(taken).isEmpty();
    assertThat(start("--home", home.toString())).hasValue(0);
  }

  @Test
  void withoutADisplayNothingIsHandedOver() {
    assertThat(start(new Properties(), LINK)).isEmpty();
    assertThat(taken).isEmpty();
  }

  @Test
  void aProcessOfItsOwnHandsOverBeforeItLoadsAnything() throws Exception {
    Path loaded = home.resolve("loaded.txt");
    Process process = launch(loaded, LINK, "./a.skill");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(taken.poll(5, TimeUnit.SECONDS))
        .containsExactly(LINK, home.resolve("./a.skill").toString());
    String classes = Files.readString(loaded);
    assertThat(classes).contains("app.satchel.instance.OneInstance");
    assertThat(classes)
        .doesNotContain(
            "picocli.",
            "javafx.",
            "org.slf4j.",
            "ch.qos.",
            "okhttp3.",
            "com.fasterxml.",
            "app.satchel.assembly.Assembly ",
            "app.satchel.words.");
  }

  @Test
  void aCommandInAProcessOfItsOwnDoesNotTouchIt() throws Exception {
    Process process = launch(home.resolve("loaded.txt"), "agents");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(taken).isEmpty();
    assertThat(Files.readString(home.resolve("loaded.txt")))
        .doesNotContain("app.satchel.instance.OneInstance ");
  }

  private Process launch(Path loaded, String... args) throws Exception {
    String java =
        Path.of(
                System.getProperty("java.home"),
                "bin",
                File.separatorChar == '/' ? "java" : "java.exe")
            .toString();
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                "-Xshare:auto",
                "-Xlog:class+load:file=" + loaded,
                "-Dglass.platform=Headless",
                "-cp",
                System.getProperty("java.class.path"),
                "app.satchel.Satchel"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("SATCHEL_HOME", home.toString());
    return builder
        .redirectOutput(home.resolve("out.txt").toFile())
        .redirectError(home.resolve("err.txt").toFile())
        .start();
  }
}
