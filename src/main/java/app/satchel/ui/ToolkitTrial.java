package app.satchel.ui;

import app.satchel.display.StartTrouble;
import app.satchel.display.Surroundings;
import app.satchel.display.ToolkitState;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.words.Words;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.stage.Screen;

/** Starts JavaFX to see whether it does, and opens no window. */
public final class ToolkitTrial {
  private static final Words WORDS = Words.of(ToolkitTrial.class);
  private static final Pattern PIPELINE =
      Pattern.compile("Initialized prism pipeline: (?:\\w+\\.)*(\\w+)");
  private static final int SCREENS_SECONDS = 10;

  private ToolkitTrial() {}

  /**
   * Tries it; call once in a program's life.
   *
   * @param said what JavaFX has printed so far; has its pipeline when {@code prism.verbose} is set
   */
  public static ToolkitState run(Supplier<List<String>> said) {
    StartTrouble trouble =
        new StartTrouble(Surroundings.here(System.getenv(), System.getProperties()));
    Problem problem = null;
    List<String> screens = List.of();
    try {
      ToolkitStart.begin().await(trouble, said);
      screens = screens();
    } catch (ProblemException e) {
      problem = e.problem();
    }
    List<String> lines = said.get().stream().filter(line -> !line.startsWith("\tat ")).toList();
    return new ToolkitState(
        problem, System.getProperty("javafx.runtime.version", ""), pipeline(lines), screens, lines);
  }

  private static String pipeline(List<String> lines) {
    Matcher named = PIPELINE.matcher(String.join("\n", lines));
    return named.find() ? named.group(1) : "";
  }

  private static List<String> screens() {
    FutureTask<List<String>> asked =
        new FutureTask<>(() -> Screen.getScreens().stream().map(ToolkitTrial::words).toList());
    Platform.runLater(asked);
    try {
      return asked.get(SCREENS_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static String words(Screen screen) {
    return WORDS.text(
        "doctor.screen",
        Math.round(screen.getBounds().getWidth()),
        Math.round(screen.getBounds().getHeight()),
        Math.round(screen.getOutputScaleX() * 100));
  }
}
