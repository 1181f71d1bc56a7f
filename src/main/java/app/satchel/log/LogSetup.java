package app.satchel.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.file.Path;
import java.util.List;

/**
 * The one log: a file below Satchel's home; nothing ever goes to the terminal. Written in Java and
 * not in XML because reading the XML took longer than all else that a command does before it
 * starts. logback finds it as a service.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  /** System property with the folder of the log; read when the first logger is made. */
  public static final String FOLDER = "satchel.logs";

  /** System property with the name of the log's file, without its ending. */
  public static final String NAME = "satchel.log.name";

  /** System property with how much Satchel's own rooms tell. */
  public static final String LEVEL = "satchel.log.level";

  /** What speaks to the keyring has nothing to tell a log. */
  private static final List<String> SILENT = List.of("org.freedesktop", "com.github.javakeyring");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY; // Somebody has a set-up of their own, as tests do.
    }
    String named = System.getProperty(FOLDER);
    Path folder =
        named == null
            ? Path.of(System.getProperty("java.io.tmpdir"), "satchel-logs")
            : Path.of(named);
    LogFile file = new LogFile(folder, System.getProperty(NAME, "satchel"));
    file.setContext(context);
    file.setName("file");
    file.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    context.getLogger("app.satchel").setLevel(Level.toLevel(System.getProperty(LEVEL), Level.INFO));
    root.addAppender(file);
    SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
