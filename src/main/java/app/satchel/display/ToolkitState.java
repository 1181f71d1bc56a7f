package app.satchel.display;

import app.satchel.problem.Problem;
import java.util.List;

/**
 * What became of an attempt to start the window's toolkit without a window.
 *
 * @param problem why it did not start, or null
 * @param version of JavaFX; empty when it is not known
 * @param pipeline how it draws, as JavaFX says it; empty when it did not say
 * @param screens each with size and scale, for a person
 * @param said what it printed
 */
public record ToolkitState(
    Problem problem, String version, String pipeline, List<String> screens, List<String> said) {
  public ToolkitState {
    screens = List.copyOf(screens);
    said = List.copyOf(said);
  }

  /** Whether the graphics card is left alone. */
  public boolean bySoftware() {
    return pipeline.endsWith("SWPipeline");
  }
}
