package app.satchel.ui.wizard;

import app.satchel.check.upload.Change;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A change with its reason and what it does for Claude, before and after line by line. */
class ChangeCard extends VBox {
  private static final Words WORDS = StepPane.WORDS;

  /** Lines shown of each side; the rest is counted. */
  private static final int LINES = 8;

  /** Characters shown of a line. */
  private static final int WIDTH = 400;

  ChangeCard(Change change) {
    getStyleClass().addAll("card", "change-card");
    Label why = Texts.wrapped(DisplayText.line(change.why(), 400));
    HBox.setHgrow(why, Priority.ALWAYS);
    why.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(12, why, ReviewStep.place(where(change)));
    head.setAlignment(Pos.TOP_LEFT);
    VBox lines = new VBox();
    lines.getStyleClass().add("change-lines");
    add(lines, change.before(), "\u2212", "removed", WORDS.text("change.before"));
    add(lines, change.after(), "+", "added", WORDS.text("change.after"));
    getChildren().addAll(head, lines);
  }

  private static String where(Change change) {
    String file = change.file().isEmpty() ? WORDS.text("change.folder") : change.file();
    return change.line() == null ? file : file + ":" + change.line();
  }

  private static void add(VBox lines, String text, String sign, String style, String spoken) {
    if (text.isBlank()) {
      return;
    }
    List<String> all = text.lines().toList();
    for (String line : all.subList(0, Math.min(LINES, all.size()))) {
      lines.getChildren().add(line(sign, line, style, spoken));
    }
    if (all.size() > LINES) {
      String rest = WORDS.text("change.more-lines", all.size() - LINES);
      lines.getChildren().add(line(sign, rest, style, spoken));
    }
  }

  private static HBox line(String sign, String text, String style, String spoken) {
    int indent = 0;
    while (indent < text.length() && indent < 12 && text.charAt(indent) == ' ') {
      indent++;
    }
    Label mark = new Label(sign);
    mark.getStyleClass().addAll("code-text", "change-sign");
    mark.setMinWidth(USE_PREF_SIZE);
    // Spaces that do not break keep the indentation.
    Label words =
        Texts.wrapped("\u00A0".repeat(indent) + DisplayText.line(text, WIDTH), "code-text");
    words.setAccessibleText(spoken + " " + text.strip());
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(8, mark, words);
    line.getStyleClass().addAll("change-line", style);
    return line;
  }
}
