package app.satchel.ui.skill;

import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.markdown.Found;
import app.satchel.ui.markdown.MarkdownView;
import app.satchel.words.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Looks for words on the page: a field, how many places there are, and the way through them. */
final class FindBar extends HBox {
  private static final Words WORDS = Words.of(FindBar.class);
  private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

  private final MarkdownView document;
  private final Runnable closed;
  private final TextField field = new TextField();
  private final Label count = Texts.line("", "soft", "small");
  private final Button previous =
      button("find.previous", Icon.UP, "find-previous", () -> go(false));
  private final Button next = button("find.next", Icon.DOWN, "find-next", () -> go(true));

  /**
   * @param closed called when the person is done with it
   */
  FindBar(MarkdownView document, Runnable closed) {
    super(4);
    this.document = document;
    this.closed = closed;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(Region.USE_PREF_SIZE);
    field.setId("find");
    field.setPromptText(WORDS.text("find.prompt"));
    field.setAccessibleText(WORDS.text("find.prompt"));
    field.setPrefColumnCount(16);
    field.textProperty().subscribe(words -> look());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    count.setMinWidth(86);
    count.setPadding(new Insets(0, 0, 0, 8));
    count.setAlignment(Pos.CENTER_LEFT);
    count.setId("find-count");
    Button close = button("find.close", Icon.CLOSE, "find-close", this::close);
    getChildren().addAll(field, count, previous, next, Texts.spring(), close);
    setVisible(false);
    setManaged(false);
  }

  private static Button button(String key, Icon icon, String id, Runnable action) {
    Button button = new Button(null, icon.node("small-icon"));
    button.setId(id);
    button.getStyleClass().addAll("quiet", "tiny");
    button.setAccessibleText(WORDS.text(key));
    button.setTooltip(new Tooltip(WORDS.text(key)));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Opens with what was selected, or with what was looked for last. */
  void open() {
    String selected = document.selectedText();
    if (!selected.isBlank() && selected.indexOf('\n') < 0 && selected.length() <= 80) {
      field.setText(selected);
    }
    setVisible(true);
    setManaged(true);
    field.requestFocus();
    field.selectAll();
    look();
  }

  boolean isOpen() {
    return isVisible();
  }

  /** Closes; the place that was shown last is selected. */
  void close() {
    if (isOpen()) {
      setVisible(false);
      setManaged(false);
      document.endFind();
      closed.run();
    }
  }

  /** Looks anew: the document is another one. */
  void again() {
    if (isOpen()) {
      look();
    }
  }

  /** Goes to the next or previous place. */
  void go(boolean forward) {
    show(document.findNext(forward));
  }

  private void look() {
    if (isOpen()) {
      show(document.find(field.getText()));
    }
  }

  private void show(Found found) {
    boolean asked = !field.getText().isEmpty();
    String words =
        found.count() > 0
            ? WORDS.text(
                found.more() ? "find.count-more" : "find.count", found.current(), found.count())
            : asked ? WORDS.text("find.nothing") : "";
    count.setText(words);
    // A reader of the screen stands in the field, so that has to say it.
    field.setAccessibleHelp(words);
    field.pseudoClassStateChanged(NOTHING, asked && found.count() == 0);
    for (Node way : new Node[] {previous, next}) {
      way.setDisable(found.count() == 0);
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      go(!event.isShiftDown());
    } else if (event.getCode() == KeyCode.DOWN) {
      go(true);
    } else if (event.getCode() == KeyCode.UP) {
      go(false);
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else {
      return;
    }
    event.consume();
  }
}
