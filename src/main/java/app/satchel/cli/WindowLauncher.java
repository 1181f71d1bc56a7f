package app.satchel.cli;

import app.satchel.assembly.Assembly;

/** Opens the window; the commands do not know how. */
@FunctionalInterface
public interface WindowLauncher {
  /**
   * Opens the window and returns when it is closed.
   *
   * @param assembly the services; closed by the caller
   * @param call what it is to show
   * @return the exit code
   */
  int open(Assembly assembly, WindowCall call);
}
