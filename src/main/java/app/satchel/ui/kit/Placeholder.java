package app.satchel.ui.kit;

import app.satchel.problem.Problem;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What stands where nothing else can: an icon, what is the matter, and the next step. */
public final class Placeholder extends VBox {
  private static final Words WORDS = Words.of(Placeholder.class);

  public Placeholder(Icon icon, String title, String words, List<Button> actions) {
    getStyleClass().add("placeholder");
    Label heading = new Label(title);
    heading.getStyleClass().add("placeholder-title");
    Texts.asHeading(heading, 1);
    heading.setWrapText(true);
    heading.setMaxWidth(420);
    Label body = new Label(words);
    body.getStyleClass().add("placeholder-words");
    body.setWrapText(true);
    body.setMaxWidth(420);
    FlowPane buttons = new FlowPane(8, 8);
    buttons.setAlignment(Pos.CENTER);
    buttons.getChildren().setAll(actions);
    getChildren().addAll(icon.node(), heading, body, buttons);
    setAccessibleText(title + " " + words);
  }

  /** A problem: what happened, what it means and what to do, with its details to copy. */
  public static Placeholder of(Icon icon, Problem problem, List<Button> actions) {
    List<Button> all = new ArrayList<>(actions);
    all.add(copyDetails(problem));
    String words = problem.meaning() + (problem.meaning().isEmpty() ? "" : " ") + problem.next();
    return new Placeholder(icon, problem.what(), words.strip(), all);
  }

  /** A button that puts a problem's report on the clipboard. */
  public static Button copyDetails(Problem problem) {
    Button copy = new Button(WORDS.text("problem.copy"));
    copy.getStyleClass().add("link");
    copy.setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(problem.report());
          Clipboard.getSystemClipboard().setContent(content);
          copy.setText(WORDS.text("problem.copied"));
        });
    return copy;
  }
}
