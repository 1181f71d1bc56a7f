package app.satchel.ui.kit;

import app.satchel.check.upload.UploadRules;
import app.satchel.check.upload.said.ErrorMatch;
import app.satchel.check.upload.said.ErrorTexts;
import app.satchel.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** “Claude said…”: a message of claude.ai, pasted, is explained as it is typed. */
public final class SaidBox extends VBox {
  private static final Words WORDS = Words.of(SaidBox.class);

  /** A paste of a whole page may hold many; the best few are enough. */
  private static final int MOST = 3;

  private final TextArea field = new TextArea();
  private final VBox answer = new VBox(10);
  private final ErrorTexts texts;

  public SaidBox(UploadRules rules) {
    texts = new ErrorTexts(rules.errorTexts());
    getStyleClass().addAll("card", "said-box");
    field.setPromptText(WORDS.text("said.prompt"));
    field.setAccessibleText(WORDS.text("said.prompt"));
    field.setPrefRowCount(2);
    field.setWrapText(true);
    getChildren().addAll(Texts.wrapped(WORDS.text("said.title"), "strong"), field, answer);
    field.textProperty().subscribe(this::show);
  }

  /** The field, for focus. */
  public TextArea field() {
    return field;
  }

  private void show(String text) {
    answer.getChildren().clear();
    if (text.isBlank()) {
      texts
          .silent()
          .ifPresent(
              silent ->
                  answer
                      .getChildren()
                      .add(
                          soft(
                              WORDS.text("said.silent")
                                  + " "
                                  + silent.cause()
                                  + " "
                                  + silent.next())));
      return;
    }
    List<ErrorMatch> matches = texts.match(text);
    if (matches.isEmpty()) {
      answer
          .getChildren()
          .add(
              new VBox(
                  4,
                  Texts.status(Tone.SOFT, WORDS.text("said.unknown")),
                  soft(WORDS.text("said.unknown-words"))));
    }
    matches.stream().limit(MOST).forEach(match -> answer.getChildren().add(explained(match)));
  }

  private static Node explained(ErrorMatch match) {
    VBox words =
        new VBox(
            4,
            Texts.status(Tone.INFO, WORDS.text("said.known")),
            Texts.wrapped(match.text().cause()),
            Texts.wrapped(match.text().next(), "semi"));
    if (!match.figures().isEmpty()) {
      String figures = DisplayText.line(String.join(", ", match.figures()), 120);
      words.getChildren().add(soft(WORDS.text("said.figures", figures)));
    }
    words.getChildren().add(soft(WORDS.text("said.seen", match.text().lastSeen())));
    return words;
  }

  private static Node soft(String text) {
    return Texts.wrapped(text, "soft", "small");
  }
}
