package app.satchel.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The form of a settings file, and how an older form becomes it: one small step from each number to
 * the next. A file that names no format is of number 0, the form before there were numbers.
 *
 * @param steps the step at index <i>n</i> makes format <i>n</i> into <i>n</i> + 1; each takes
 *     whatever shape it finds, because people edit these files
 */
public record SettingsFormat(List<Step> steps) {
  /**
   * A step from one format to the next.
   *
   * @param name what it does, for the log
   * @param change does it
   */
  public record Step(String name, Consumer<ObjectNode> change) {
    public Step {
      Objects.requireNonNull(name);
      Objects.requireNonNull(change);
    }
  }

  public SettingsFormat {
    steps = List.copyOf(steps);
  }

  /** Format 1 is what came before, saying so: no value changed its name or meaning. */
  public static SettingsFormat first() {
    return new SettingsFormat(List.of(new Step("say the format", values -> {})));
  }

  /** The number of this format. */
  public int number() {
    return steps.size();
  }
}
