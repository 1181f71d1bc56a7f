package app.satchel.cli;

import app.satchel.log.LogSetup;
import java.nio.file.Path;

/** Tells the log where its file goes. */
final class Logs {
  private Logs() {}

  /** Has to come before the first logger is made; a folder chosen earlier stays. */
  static void into(Path folder) {
    if (System.getProperty(LogSetup.FOLDER) == null) {
      System.setProperty(LogSetup.FOLDER, folder.toString());
    }
  }
}
