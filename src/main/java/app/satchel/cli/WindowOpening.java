package app.satchel.cli;

import app.satchel.assembly.Assembly;
import app.satchel.assembly.AssemblyOptions;
import app.satchel.assembly.BugReport;
import app.satchel.assembly.Home;
import app.satchel.display.DesktopDialog;
import app.satchel.display.Drawing;
import app.satchel.display.KeptDrawing;
import app.satchel.display.StartMark;
import app.satchel.display.StartTerms;
import app.satchel.display.StartTrouble;
import app.satchel.display.Surroundings;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.task.Milestones;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Opens the window where there is a display: decides how it is drawn, and sees to it that a failure
 * reaches somebody who has no terminal.
 */
final class WindowOpening {
  private final Map<String, String> environment;
  private final Properties properties;
  private final WindowLauncher window;
  private final boolean terminal;

  WindowOpening(
      Map<String, String> environment,
      Properties properties,
      WindowLauncher window,
      boolean terminal) {
    this.environment = environment;
    this.properties = properties;
    this.window = window;
    this.terminal = terminal;
  }

  /**
   * Opens it and waits until it is closed.
   *
   * @return the exit code, or empty when there is no display
   */
  OptionalInt open(
      Session session, DrawingOptions options, List<String> words, WindowCall.Meeting meeting) {
    if (!Display.available(environment, properties)) {
      return OptionalInt.empty();
    }
    Milestones milestones =
        options.timing ? new StartTiming(session.terminal()::failure) : Milestones.untold();
    milestones.reached(Milestones.Milestone.JVM_UP);
    Home home = Home.of(session.assemblyOptions());
    StartMark mark = new StartMark(home.startMark());
    Drawing drawing = drawing(home, options, mark);
    drawing.tell(properties);
    if (session.debug()) {
      Debugging.tellToolkit(properties);
    }
    Consumer<Problem> dialog =
        problem -> {
          if (!terminal && !session.json().wanted()) {
            DesktopDialog.here(environment, properties).tell(problem);
          }
        };
    Consumer<Problem> alarm =
        problem -> {
          session.terminal().failure("satchel: " + Terminal.clean(problem.sentence()));
          session.terminal().failure("  [" + problem.code() + "]");
          dialog.accept(problem);
        };
    AssemblyOptions services =
        session.assemblyOptions().with(AssemblyOptions.Marketplaces.WITH_SAMPLES).forWindow();
    try (ToolkitOutput output = ToolkitOutput.capture()) {
      if (session.debug()) {
        output.log();
      }
      StartTerms terms =
          new StartTerms(drawing, mark, output::lines, output::log, milestones, alarm);
      return OptionalInt.of(
          window.open(() -> Assembly.of(services), terms, new WindowCall(home, words, meeting)));
    } catch (ProblemException e) {
      Logs.forLastWords(WindowOpening.class).error("{}", e.problem().report());
      dialog.accept(e.problem());
      throw e;
    } catch (NoClassDefFoundError e) {
      if (!String.valueOf(e.getMessage()).startsWith("javafx/")) {
        dialog.accept(BugReport.write(e, home.logs()).problem());
        throw e;
      }
      ProblemException incomplete =
          new StartTrouble(Surroundings.here(environment, properties)).explain(e, List.of());
      dialog.accept(incomplete.problem());
      throw incomplete;
    } catch (RuntimeException | Error e) {
      dialog.accept(BugReport.write(e, home.logs()).problem());
      throw e;
    }
  }

  /** How a window would be drawn now. */
  Drawing drawing(Home home, DrawingOptions options, StartMark mark) {
    return Drawing.choose(
        options.software,
        options.scale,
        environment,
        KeptDrawing.load(home.drawing()),
        mark.isFromFailedStart(),
        Drawing.mayHaveCard(properties));
  }
}
