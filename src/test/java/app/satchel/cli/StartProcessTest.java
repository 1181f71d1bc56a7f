package app.satchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own, on displays that are none. */
@EnabledOnOs(OS.LINUX)
class StartProcessTest {
  private static final int PATIENCE_SECONDS = 90;

  /** Nobody has that many displays. */
  private static final String NOBODY = ":4099";

  @TempDir Path home;

  /** The exit code, and both outputs as they came. */
  private record Run(int code, String said) {}

  @BeforeEach
  void loaderIsThere() {
    // A bare server has no X library, and there the words are those of the library that is missing.
    assumeTrue(
        Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/libgtk-3.so.0"))
            || Files.exists(Path.of("/usr/lib64/libgtk-3.so.0")),
        "GTK 3 is not installed here");
  }

  private Run run(Map<String, String> variables, List<String> options, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add("app.satchel.Satchel");
    command.addAll(List.of(args));
    Path output = home.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("WAYLAND_DISPLAY");
    environment.remove("DISPLAY");
    // No dialogs where somebody works.
    environment.put("PATH", home.toString());
    environment.put("SATCHEL_HOME", home.resolve("satchel").toString());
    environment.putAll(variables);
    Process process = builder.start();
    boolean over = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(over).as("it ended by itself").isTrue();
    return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /** The program's own, without what the tests put before it. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String log(String name) throws IOException {
    return Files.readString(home.resolve("satchel/logs").resolve(name));
  }

  @Test
  void aDisplayThatIsNotThereHasACodeAndLeavesNoMark() throws Exception {
    Run run = run(Map.of("DISPLAY", NOBODY), List.of());
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.said())
        .contains("satchel: The display '" + NOBODY + "'")
        .contains("[display-unreachable]")
        .doesNotContain("\tat ", "Exception", "WARNING");
    assertThat(log("satchel.log")).contains("display-unreachable");
    assertThat(home.resolve("satchel/starting")).doesNotExist();
  }

  @Test
  void aDisplayThatNeverAnswersIsGivenUp() throws Exception {
    try (ServerSocket silent = silent()) {
      String display = "127.0.0.1:" + (silent.getLocalPort() - 6000);
      Run run = run(Map.of("DISPLAY", display), List.of("-Dsatchel.start.seconds=3"));
      assertThat(run.code()).isEqualTo(69);
      assertThat(run.said()).contains("[display-silent]").contains("3 seconds");
    }
  }

  private static ServerSocket silent() throws IOException {
    for (int number = 300; number < 400; number++) {
      try {
        return new ServerSocket(6000 + number, 5, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        // Taken.
      }
    }
    throw new IOException("no port is free");
  }

  @Test
  void everythingOfADebuggedStartIsInItsLogAndNoSecret() throws Exception {
    Run run =
        run(
            Map.of(
                "DISPLAY",
                NOBODY,
                "ANTHROPIC_API_KEY",
                "sk-ant-geheim",
                "HTTPS_PROXY",
                "http://me:geheim@proxy.example:1"),
            List.of(),
            "--debug");
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.said()).contains(home.resolve("satchel/logs/satchel-debug.log").toString());
    assertThat(log("satchel-debug.log"))
        .contains("Java: OK", "Prism pipeline init order", "display-unreachable", "DEBUG")
        .contains("proxy.example")
        .doesNotContain("geheim");
  }
}
