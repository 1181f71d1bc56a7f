package app.satchel.cli;

import app.satchel.assembly.Assembly;
import java.util.function.Supplier;

/** Opens the window; the commands do not know how. */
@FunctionalInterface
public interface WindowLauncher {
  /**
   * Opens the window and returns when it is closed.
   *
   * @param services put together while the window is on its way; closed by whoever opens it
   * @return the exit code
   */
  int open(Supplier<Assembly> services);
}
