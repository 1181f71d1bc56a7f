package app.satchel.ui;

import app.satchel.assembly.BugReport;
import app.satchel.problem.Problem;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A mistake of ours over a corner of the window: what it means, its code, and the way to its
 * details. What is below can still be used.
 */
final class CrashCard extends VBox {
  private static final Words WORDS = Words.of(CrashCard.class);
  private static final double WIDTH = 440;

  private final BugReport report;
  private final Label more = Texts.wrapped("", "soft", "small");
  private final Button close;
  private int others;
  private int times = 1;

  /**
   * @param logs the folder with the details
   * @param closed what to do when the person has read it
   */
  CrashCard(BugReport report, Desktop desktop, Path logs, Runnable closed) {
    this.report = report;
    Problem problem = report.problem();
    setId("crash");
    getStyleClass().addAll("card", "crash-card");
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    setPrefWidth(WIDTH);
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(problem.sentence());
    HBox head = new HBox(10, Tone.BAD.icon().node("bad"), Texts.wrapped(problem.what(), "strong"));
    head.setAlignment(Pos.TOP_LEFT);
    Label meaning =
        Texts.wrapped(problem.meaning() + " " + WORDS.text("crash.go-on"), "crash-words");
    Label next = Texts.wrapped(WORDS.text("crash.next"), "crash-words", "soft");
    more.getStyleClass().add("crash-words");
    more.setVisible(false);
    more.setManaged(false);
    Button copy = Texts.button(WORDS.text("crash.copy"), () -> {}, "small-button");
    copy.setId("crash-copy");
    copy.setOnAction(
        event -> {
          desktop.copy(problem.report() + System.lineSeparator() + report.trace());
          copy.setText(WORDS.text("crash.copied"));
        });
    Button folder =
        Texts.button(WORDS.text("crash.folder"), () -> desktop.show(logs), "small-button");
    folder.setId("crash-folder");
    close = Texts.button(WORDS.text("crash.close"), closed, "small-button");
    close.setId("crash-close");
    HBox actions = new HBox(8, copy, folder, close);
    actions.getStyleClass().add("crash-actions");
    getChildren().addAll(head, meaning, next, more, actions);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            closed.run();
          }
        });
  }

  /** The one to press when it has been read. */
  Button closeButton() {
    return close;
  }

  /** The code of the mistake that is shown. */
  String code() {
    return report.problem().code();
  }

  /** The same has happened again. */
  void happened(int howOften) {
    times = howOften;
    say();
  }

  /** Something else has happened meanwhile. */
  void another() {
    others++;
    say();
  }

  private void say() {
    String often = times > 1 ? WORDS.text("crash.times", times) : "";
    String else_ = others > 0 ? WORDS.text("crash.others", others) : "";
    more.setText((often + " " + else_).strip());
    more.setVisible(true);
    more.setManaged(true);
  }
}
