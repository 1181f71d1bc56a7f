package app.satchel.cli;

import app.satchel.log.LogSetup;
import java.nio.file.Path;

/** Tells the log where its file goes. */
final class Logs {
  /** The log of calls with {@code --debug}. */
  static final String DEBUG_FILE = "satchel-debug.log";

  private Logs() {}

  /** Has to come before the first logger is made; a folder chosen earlier stays. */
  static void into(Path folder, boolean debug) {
    if (debug) {
      System.setProperty(LogSetup.NAME, DEBUG_FILE.replaceFirst("\\.log$", ""));
      System.setProperty(LogSetup.LEVEL, "DEBUG");
    }
    if (System.getProperty(LogSetup.FOLDER) == null) {
      System.setProperty(LogSetup.FOLDER, folder.toString());
    }
  }
}
