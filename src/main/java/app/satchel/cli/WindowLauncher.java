package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.display.StartTerms;
import app.satchel.display.ToolkitState;
import java.util.List;
import java.util.function.Supplier;

/** Opens the window; the commands do not know how. */
@FunctionalInterface
public interface WindowLauncher {
  /**
   * Opens the window and returns when it is closed.
   *
   * @param services puts the services together, on another thread; closed by whoever opens it
   * @param terms how it is drawn, and whom it tells when it fails
   * @param call what it is to show
   * @return the exit code
   */
  int open(Supplier<Assembly> services, StartTerms terms, WindowCall call);

  /**
   * Starts what draws windows, and opens none.
   *
   * @param said what it has printed so far
   * @return how that went, or null when it cannot be tried
   */
  default ToolkitState tryToolkit(Supplier<List<String>> said) {
    return null;
  }
}
