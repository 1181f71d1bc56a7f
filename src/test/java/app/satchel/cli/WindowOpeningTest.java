package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.display.Drawing;
import app.satchel.display.Scale;
import app.satchel.display.StartMark;
import app.satchel.display.StartTerms;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.workspace.MemoryApiKeys;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window is told when it is opened from a command. */
class WindowOpeningTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final Properties properties = new Properties();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Consumer<StartTerms> window = terms -> {};
  private StartTerms terms;

  @BeforeEach
  void prepare() {
    environment.put("SATCHEL_HOME", home.toString());
    properties.setProperty("glass.platform", "Headless");
  }

  private int run(String... args) {
    err.reset();
    Cli cli =
        new Cli(
            environment,
            properties,
            (services, given, call) -> {
              terms = given;
              window.accept(given);
              return 0;
            },
            new MemoryApiKeys(),
            new Cancellation(),
            false);
    return cli.execute(
        args,
        InputStream.nullInputStream(),
        new PrintStream(OutputStream.nullOutputStream()),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void theOptionsReachTheWindowAndJavaFx() {
    assertThat(run("--software-rendering", "--scale", "150%")).isZero();
    assertThat(terms.drawing()).isEqualTo(new Drawing(Drawing.Software.ASKED, new Scale(150)));
    assertThat(properties)
        .containsEntry("prism.order", "sw")
        .containsEntry("glass.gtk.uiScale", "150%")
        .containsEntry("glass.win.uiScale", "150%");
    assertThat(run("demo", "--scale=2")).isZero();
    assertThat(terms.drawing().scale()).isEqualTo(new Scale(200));
  }

  @Test
  void theSettingsReachTheWindow() throws Exception {
    Files.writeString(home.resolve("drawing.conf"), "software-rendering=yes\nscale=125%\n");
    assertThat(run()).isZero();
    assertThat(terms.drawing()).isEqualTo(new Drawing(Drawing.Software.KEPT, new Scale(125)));
    environment.put("SATCHEL_SOFTWARE_RENDERING", "0");
    assertThat(run()).isZero();
    assertThat(terms.drawing().bySoftware()).isFalse();
  }

  @Test
  void theStartAfterOneThatShowedNothingIsDrawnBySoftware() {
    new StartMark(home.resolve("logs/satchel-starting")).set();
    assertThat(run()).isZero();
    assertThat(terms.drawing().software()).isEqualTo(Drawing.Software.AFTER_FAILED_START);
    terms.mark().clear();
    assertThat(run()).isZero();
    assertThat(terms.drawing().bySoftware()).isFalse();
  }

  @Test
  void aScaleThatIsNoneIsAMisunderstanding() {
    assertThat(run("--scale", "9")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--scale").contains("0.5 to 4");
    assertThat(terms).isNull();
  }

  @Test
  void commandsWithoutAWindowTakeNoScale() {
    assertThat(run("agents", "--scale", "2")).isEqualTo(2);
  }

  @Test
  void whatTheToolkitPrintsIsKeptAndNotPrinted() {
    PrintStream before = System.err;
    window =
        given -> {
          System.err.println("Loading library prism_es2 from resource failed");
          System.out.println("half a line, ");
          assertThat(given.said().get())
              .contains("Loading library prism_es2 from resource failed", "half a line,");
        };
    assertThat(run()).isZero();
    assertThat(System.err).isSameAs(before);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aWindowThatCannotStartSaysItsCodeAndItsWords() {
    window =
        given -> {
          throw new ProblemException(
              new Problem(ProblemKind.UNAVAILABLE, "gtk-missing", "No GTK.", "", "Get it.", ""));
        };
    assertThat(run()).isEqualTo(69);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("satchel: No GTK. Get it.")
        .contains("[gtk-missing]");
  }

  @Test
  void aCopyWithoutJavaFxIsNoMistakeOfOurs() {
    window =
        given -> {
          throw new NoClassDefFoundError("javafx/application/Platform");
        };
    assertThat(run()).isEqualTo(69);
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("NoClassDef");
    window =
        given -> {
          throw new NoClassDefFoundError("app/satchel/Gone");
        };
    assertThat(run()).isEqualTo(70);
  }

  @Test
  void aFailureLaterThatNoWindowCanShowIsALine() {
    window =
        given ->
            given.alarm().accept(new Problem(ProblemKind.BUG, "bug-1234", "Broken.", "", "", ""));
    assertThat(run()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Broken.").contains("[bug-1234]");
  }
}
