package app.satchel.ui.kit;

import app.satchel.problem.Problem;
import app.satchel.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A problem in the place of what should be there: what happened, what it means, what to do. */
public final class ProblemPane extends VBox {
  private static final Words WORDS = Words.of(ProblemPane.class);

  private final Button retry;

  /**
   * @param problem what happened
   * @param desktop for the clipboard
   * @param again tries again; null when that cannot help
   */
  public ProblemPane(Problem problem, Desktop desktop, Runnable again) {
    getStyleClass().addAll("card", "problem-pane");
    Label what = Texts.wrapped(problem.what(), "problem-what", "strong");
    HBox head = new HBox(Tone.BAD.icon().node("bad"), what);
    head.setSpacing(10);
    head.setAlignment(Pos.TOP_LEFT);
    getChildren().add(head);
    if (!problem.meaning().isEmpty()) {
      getChildren().add(Texts.wrapped(problem.meaning(), "problem-words"));
    }
    if (!problem.next().isEmpty()) {
      getChildren().add(Texts.wrapped(problem.next(), "problem-words"));
    }
    Button copy = new Button(WORDS.text("problem.copy"));
    copy.setOnAction(
        event -> {
          desktop.copy(problem.report());
          copy.setText(WORDS.text("problem.copied"));
        });
    HBox actions = new HBox(8);
    actions.getStyleClass().add("problem-actions");
    retry = again == null ? null : Texts.button(WORDS.text("problem.retry"), again);
    if (retry != null) {
      actions.getChildren().add(retry);
    }
    actions.getChildren().add(copy);
    getChildren().add(actions);
  }

  /** The button to try again, or null. */
  public Button retryButton() {
    return retry;
  }
}
