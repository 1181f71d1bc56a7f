package app.satchel.ui;

import app.satchel.display.KeptDrawing;
import app.satchel.task.Cancellation;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says that this start is drawn by software and why, and asks whether it is to stay so. */
final class SoftwareLine extends HBox {
  private static final Words WORDS = Words.of(SoftwareLine.class);

  /**
   * @param file where the choice is kept
   * @param away takes this line away
   */
  @SuppressWarnings("this-escape") // a node is built in its constructor, as all of JavaFX is
  SoftwareLine(Path file, Background background, Consumer<SoftwareLine> away) {
    setId("software-line");
    getStyleClass().addAll("banner", "info", "window-line");
    Label words = Texts.wrapped(WORDS.text("software.words"));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button automatic =
        Texts.button(WORDS.text("software.automatic"), () -> away.accept(this), "small-button");
    automatic.setId("software-automatic");
    Button keep = Texts.button(WORDS.text("software.keep"), () -> {}, "small-button");
    keep.setId("software-keep");
    keep.setOnAction(
        event ->
            background.run(
                Cancellation.none(),
                () -> {
                  KeptDrawing.load(file).with(true).save(file);
                  return true;
                },
                kept -> {
                  words.setText(WORDS.text("software.kept"));
                  getChildren().removeAll(keep, automatic);
                  background.later(
                      java.time.Duration.ofSeconds(8),
                      Cancellation.none(),
                      () -> away.accept(this));
                },
                problem -> words.setText(problem.sentence())));
    getChildren().addAll(Tone.INFO.icon().node("info"), words, keep, automatic);
  }
}
