package app.satchel.ui.opened;

import app.satchel.opening.SkillLink;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.net.URI;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Asks whether an address that came with a link may be asked. The focus is on the answer that
 * changes nothing, and Esc means that one.
 */
final class SourceQuestion extends VBox {
  private static final Words WORDS = Words.of(SourceQuestion.class);
  private static final double MEASURE = 640;

  private final Button cancel;

  SourceQuestion(SkillLink link, URI address, Runnable open, Runnable leave) {
    getStyleClass().add("source-question");
    setMaxWidth(MEASURE);
    Label title = Texts.asHeading(Texts.wrapped(WORDS.text("question.title"), "title"), 1);
    RowCard card =
        rows(
            row("question.host", DisplayText.line(address.getHost(), 260), "strong"),
            row("question.address", DisplayText.line(address.toString(), 1_000), "code-text"),
            row("question.skill", DisplayText.line(link.skill().toString(), 620), "code-text"));
    Button go = Texts.button(WORDS.text("question.open"), open, "primary");
    go.setId("open-once");
    cancel = Texts.button(WORDS.text("question.cancel"), leave);
    cancel.setId("open-cancel");
    HBox actions = new HBox(8, go, cancel);
    actions.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Icon.UNKNOWN.node("question-icon"),
            title,
            Texts.wrapped(WORDS.text("question.words"), "soft"),
            card,
            Texts.banner(Tone.INFO, WORDS.text("question.nothing-yet")),
            actions);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave.run();
          }
        });
  }

  private static RowCard rows(HBox... rows) {
    RowCard card = new RowCard();
    card.getChildren().addAll(rows);
    return card;
  }

  private static HBox row(String key, String value, String style) {
    Label name = Texts.line(WORDS.text(key), "soft", "question-name");
    Label words = Texts.wrapped(value, style);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, name, words);
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  /** Puts the focus on the answer that changes nothing. */
  void focus() {
    cancel.requestFocus();
  }
}
