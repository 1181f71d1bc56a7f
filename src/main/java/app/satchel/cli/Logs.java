package app.satchel.cli;

import java.nio.file.Path;

/** Tells the log where its file goes. */
final class Logs {
  /** Read by {@code logback.xml}. */
  private static final String PROPERTY = "satchel.logs";

  private Logs() {}

  /** Has to come before the first logger is made; a folder chosen earlier stays. */
  static void into(Path folder) {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, folder.toString());
    }
  }
}
