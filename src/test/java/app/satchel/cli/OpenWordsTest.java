package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.assembly.Home;
import app.satchel.task.Cancellation;
import app.satchel.workspace.MemoryApiKeys;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code satchel PATH|LINK...}: what reaches the window, and what is said where there is none. */
class OpenWordsTest {
  private static final String LINK = "satchel://skill/@acme/toolbox/tidy-desk";

  @TempDir Path home;

  private final List<WindowCall> calls = new ArrayList<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** One call where there is a display. */
  private int onDisplay(String... args) {
    Properties headless = new Properties();
    headless.setProperty("glass.platform", "Headless");
    Cli cli =
        new Cli(
            Map.of("SATCHEL_HOME", home.resolve("satchel").toString()),
            headless,
            (_, _, call) -> {
              calls.add(call);
              return 0;
            },
            new MemoryApiKeys(),
            new Cancellation(),
            false);
    return cli.execute(
        args,
        InputStream.nullInputStream(),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void pathsAndLinksReachTheWindowInTheirOrder() {
    Path skill = home.resolve("a skill.zip");
    assertThat(onDisplay(skill.toString(), LINK, "./relative.skill")).isZero();
    assertThat(calls)
        .containsExactly(
            new WindowCall(
                Home.of(home.resolve("satchel"), Map.of()),
                List.of(
                    skill.toString(),
                    LINK,
                    Path.of("").toAbsolutePath().resolve("./relative.skill").toString()),
                WindowCall.Meeting.HANDS_OVER));
  }

  @Test
  void optionsThatARunningWindowCannotTakeMeanAWindowOfItsOwn() {
    onDisplay("--offline", LINK);
    onDisplay("--source", "a=https://a.example.org");
    onDisplay("--home", home.resolve("x").toString(), "--quiet");
    onDisplay("demo");
    assertThat(calls)
        .extracting(WindowCall::meeting)
        .containsExactly(
            WindowCall.Meeting.STANDS_ALONE,
            WindowCall.Meeting.STANDS_ALONE,
            WindowCall.Meeting.HANDS_OVER,
            WindowCall.Meeting.IGNORES);
  }

  @Test
  void anExistingNameWithoutAnySignOfAPathIsOneToo() {
    // The tests run in the project's folder.
    assertThat(onDisplay("src")).isZero();
    assertThat(calls.getFirst().words())
        .containsExactly(Path.of("src").toAbsolutePath().toString());
  }

  @Test
  void aWordThatIsNothingIsAUsageErrorWithSimilarCommands() {
    CliRun run = CliRun.of(home, "serch");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("serch").contains("search");
    assertThat(onDisplay("frobnicate", LINK)).isEqualTo(2);
    assertThat(onDisplay("@owner/repo/skill")).isEqualTo(2);
    assertThat(calls).isEmpty();
  }

  @Test
  void whatIsToBeOpenedAndACommandDoNotGoTogether() {
    CliRun run = CliRun.of(home, "frobnicate", "agents");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("frobnicate");
    assertThat(CliRun.of(home, LINK, "search", "x").code()).isEqualTo(2);
  }

  @Test
  void withoutADisplayOneLineNamesTheCommandThatHelps() {
    CliRun path = CliRun.of(home, "/tmp/my skill.zip");
    assertThat(path.code()).isEqualTo(69);
    assertThat(path.out()).isEmpty();
    assertThat(path.err().lines()).hasSize(1);
    assertThat(path.err()).contains("no display", "satchel check \"/tmp/my skill.zip\"");

    CliRun link = CliRun.of(home, LINK);
    assertThat(link.code()).isEqualTo(69);
    assertThat(link.err()).contains("satchel show @acme/toolbox/tidy-desk");

    CliRun broken = CliRun.of(home, "satchel://install/@a/b/c");
    assertThat(broken.code()).isEqualTo(69);
    assertThat(broken.err()).contains("never installs", "satchel check PATH");
    assertThat(broken.err().lines()).hasSize(1);
  }

  @Test
  void theHelpNamesIt() {
    assertThat(CliRun.of(home, "--help").out()).contains("[PATH|LINK...]", "satchel://skill/");
  }
}
