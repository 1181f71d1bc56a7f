package app.satchel.cli;

import app.satchel.task.Milestones;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * {@code --timing}: a line for each milestone of a start, with the milliseconds since the JVM
 * began.
 */
final class StartTiming implements Milestones {
  private final long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
  private final Consumer<String> line;

  StartTiming(Consumer<String> line) {
    this.line = line;
  }

  @Override
  public void reached(Milestone milestone) {
    String name = milestone.name().toLowerCase(Locale.ROOT).replace('_', '-');
    line.accept("timing: " + name + " " + (System.currentTimeMillis() - begun) + " ms");
  }
}
