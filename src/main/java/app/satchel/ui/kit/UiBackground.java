package app.satchel.ui.kit;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.task.Cancellation;
import app.satchel.words.Words;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real one: virtual threads for work, the JavaFX thread for answers. */
public final class UiBackground implements Background {
  private static final Logger LOG = LoggerFactory.getLogger(UiBackground.class);
  private static final Words WORDS = Words.of(UiBackground.class);

  @Override
  public <T> void run(
      Cancellation cancellation, Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
    Thread.ofVirtual()
        .name("satchel-work")
        .start(
            () -> {
              try {
                T answer = work.call();
                answer(cancellation, () -> done.accept(answer));
              } catch (CancellationException e) {
                LOG.debug("cancelled");
              } catch (ProblemException e) {
                answer(cancellation, () -> failed.accept(e.problem()));
              } catch (Exception | StackOverflowError e) {
                LOG.error("A bug in background work", e);
                answer(cancellation, () -> failed.accept(bug(e)));
              }
            });
  }

  private static Problem bug(Throwable cause) {
    return new Problem(
        ProblemKind.BUG,
        "bug-in-background-work",
        WORDS.text("problem.bug.what"),
        WORDS.text("problem.bug.meaning"),
        WORDS.text("problem.bug.next"),
        cause.toString());
  }

  private void answer(Cancellation cancellation, Runnable action) {
    Platform.runLater(
        () -> {
          if (!cancellation.cancelled()) {
            action.run();
          }
        });
  }

  @Override
  public void later(Duration delay, Cancellation cancellation, Runnable action) {
    onUi(
        () -> {
          PauseTransition pause =
              new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
          pause.setOnFinished(
              event -> {
                if (!cancellation.cancelled()) {
                  action.run();
                }
              });
          pause.play();
        });
  }

  @Override
  public void onUi(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }
}
