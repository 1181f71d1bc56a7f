package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.OwnProcess;
import app.satchel.assembly.Assembly;
import app.satchel.assembly.AssemblyOptions;
import app.satchel.ui.kit.Fonts;
import app.satchel.ui.kit.SystemDesktop;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.kit.UiBackground;
import app.satchel.workspace.MemoryApiKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window is built while the toolkit starts, whichever of the two is faster. Here it is built
 * before the toolkit has begun, in a process of its own: a tooltip or a menu in the first frame
 * would be a window, and end the start.
 */
class NodesBeforeToolkitTest {
  private static final int SECONDS = 60;

  @TempDir Path home;

  /** Ends with 0 when there are rows in a window that was built first of all. */
  static final class Program {
    public static void main(String[] args) {
      Theme.announce();
      Fonts.loadFirst();
      Assembly assembly =
          Assembly.of(
              new AssemblyOptions(
                  Path.of(args[0]),
                  List.of(),
                  AssemblyOptions.Marketplaces.SAMPLES,
                  true,
                  System.getenv(),
                  new MemoryApiKeys(),
                  false));
      SatchelWindow window =
          WindowStart.window(
              assembly, new SystemDesktop(() -> null, address -> {}), new UiBackground());
      Fonts.loadOthers();
      Platform.startup(
          () -> {
            window.whenUsable(() -> Runtime.getRuntime().halt(0));
            window.show(new Stage());
          });
    }
  }

  @Test
  void theWindowCanBeBuiltBeforeTheToolkitHasBegun() throws Exception {
    Path said = home.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                OwnProcess.command(Program.class.getName(), home.resolve("state").toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as(Files.readString(said)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
