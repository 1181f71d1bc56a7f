package app.satchel.cli;

import java.nio.file.Path;

/** Tells the log where its file goes. */
final class Logs {
  /** Read by {@code logback.xml}. */
  private static final String PROPERTY = "satchel.logs";

  private static final String NAME = "satchel.log.name";
  private static final String LEVEL = "satchel.log.level";

  /** The log of calls with {@code --debug}. */
  static final String DEBUG_FILE = "satchel-debug.log";

  private Logs() {}

  /** Has to come before the first logger is made; a folder chosen earlier stays. */
  static void into(Path folder, boolean debug) {
    if (debug) {
      System.setProperty(NAME, DEBUG_FILE.replaceFirst("\\.log$", ""));
      System.setProperty(LEVEL, "DEBUG");
    }
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, folder.toString());
    }
  }
}
