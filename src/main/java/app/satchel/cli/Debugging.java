package app.satchel.cli;

import app.satchel.display.CheckedItem;
import java.util.List;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/**
 * What {@code --debug} adds to the log. Variables and arguments are not in it: they hold secrets.
 */
final class Debugging {
  private static final List<String> TOOLKIT = List.of("prism.verbose", "javafx.verbose");

  private Debugging() {}

  /** Has JavaFX say what it does; before the first of its classes is loaded. */
  static void tellToolkit(Properties properties) {
    TOOLKIT.forEach(name -> properties.putIfAbsent(name, "true"));
  }

  /** Writes what a start needs and what of it is here. */
  static void log(List<CheckedItem> items) {
    for (CheckedItem item : items) {
      LoggerFactory.getLogger("doctor")
          .info("{}: {} {} {}", item.name(), item.state(), item.found(), item.hint());
    }
    Runtime runtime = Runtime.getRuntime();
    LoggerFactory.getLogger("doctor")
        .info(
            "{} processors, at most {} MB of memory",
            runtime.availableProcessors(),
            runtime.maxMemory() >> 20);
  }
}
