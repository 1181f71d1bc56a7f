package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.AssemblyOptions;
import app.satchel.assembly.Home;
import app.satchel.workspace.ApiKeys;
import java.util.List;
import java.util.Map;

/**
 * {@code satchel} without arguments, as a desktop calls it: the window, without loading what reads
 * a command line. That costs as much time as half a window.
 */
public final class PlainStart {
  private PlainStart() {}

  /**
   * Opens the window on the configured marketplaces and the samples.
   *
   * @return the exit code
   */
  public static int open(Map<String, String> environment, WindowLauncher window) {
    return window.open(
        () -> {
          AssemblyOptions options = options(environment);
          Logs.into(Home.of(options).logs());
          return Assembly.of(options);
        });
  }

  private static AssemblyOptions options(Map<String, String> environment) {
    return new AssemblyOptions(
        null,
        List.of(),
        AssemblyOptions.Marketplaces.WITH_SAMPLES,
        false,
        environment,
        ApiKeys.ofThisSystem(),
        true);
  }
}
