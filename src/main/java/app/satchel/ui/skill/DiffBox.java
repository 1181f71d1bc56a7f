package app.satchel.ui.skill;

import app.satchel.check.upload.report.LineDiff.Kind;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A difference as a unified diff shows it, with the reason below each line that it belongs to. */
final class DiffBox extends VBox {
  private static final Words WORDS = Words.of(DiffBox.class);

  /** A digit of the gutter's font, in pixels. */
  private static final double DIGIT = 7.2;

  /** Between the text of a line and the left edge, besides the numbers. */
  private static final double AROUND_NUMBERS = 52;

  private final double numberWidth;

  /**
   * @param reason makes the node that stands below a line; given how far the line is indented
   */
  DiffBox(DiffRows diff, Function<DiffRows.Reason, Region> reason) {
    getStyleClass().add("diff");
    numberWidth = Math.ceil(digits(diff) * DIGIT);
    getChildren().add(head(diff));
    for (DiffRows.Row row : diff.rows()) {
      getChildren()
          .add(
              switch (row) {
                case DiffRows.Text text -> line(text);
                case DiffRows.Reason why -> below(reason.apply(why));
                case DiffRows.Gap gap -> note(WORDS.text("diff.gap", gap.lines()));
                case DiffRows.More more ->
                    note(WORDS.text("diff.more-" + word(more.kind()), more.lines()));
                case DiffRows.Rest rest -> note(WORDS.text("diff.rest", rest.lines()));
              });
    }
  }

  private static int digits(DiffRows diff) {
    int largest = 1;
    for (DiffRows.Row row : diff.rows()) {
      if (row instanceof DiffRows.Text text) {
        largest = Math.max(largest, text.oldLine() == null ? 0 : text.oldLine());
        largest = Math.max(largest, text.newLine() == null ? 0 : text.newLine());
      }
    }
    return Math.max(2, Integer.toString(largest).length());
  }

  private static Node head(DiffRows diff) {
    Label file = Texts.path(DisplayText.line(diff.file(), 160), "code-text", "semi");
    Label removed = new Label("\u2212" + Figures.exact(diff.removed()));
    removed.getStyleClass().addAll("code-text", "bad");
    Label added = new Label("+" + Figures.exact(diff.added()));
    added.getStyleClass().addAll("code-text", "ok");
    HBox counts = new HBox(8, removed, added);
    counts.setAlignment(Pos.CENTER_RIGHT);
    counts.setMinWidth(USE_PREF_SIZE);
    counts.setAccessibleRole(AccessibleRole.TEXT);
    counts.setAccessibleText(WORDS.text("diff.counts", diff.removed(), diff.added()));
    counts.setVisible(diff.removed() + diff.added() > 0);
    HBox head = new HBox(12, file, Texts.spring(), counts);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("diff-head");
    return head;
  }

  private Node line(DiffRows.Text row) {
    TextFlow words = new TextFlow();
    words.getStyleClass().add("diff-text");
    words.setMinWidth(0);
    words.setMinHeight(USE_PREF_SIZE);
    row.line().pieces().forEach(piece -> words.getChildren().add(piece(piece)));
    if (row.line().pieces().isEmpty()) {
      // Keeps an empty line as high as the others.
      words.getChildren().add(new Text(" "));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    Label sign = new Label(sign(row.kind()));
    sign.getStyleClass().add("diff-sign");
    sign.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(number(row.oldLine()), number(row.newLine()), sign, words);
    line.getStyleClass().addAll("diff-line", word(row.kind()));
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(
        WORDS.text(
            "diff.spoken-" + word(row.kind()),
            row.oldLine() == null ? row.newLine() : row.oldLine(),
            row.line().spoken()));
    return line;
  }

  private static Node piece(CodeLine.Piece piece) {
    if (piece.kind() == CodeLine.Kind.MARK) {
      Label mark = new Label(piece.text());
      mark.getStyleClass().add("diff-mark");
      mark.setMinWidth(USE_PREF_SIZE);
      return mark;
    }
    Text text = new Text(piece.text());
    text.getStyleClass()
        .addAll("diff-piece", piece.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return text;
  }

  private Label number(Integer number) {
    Label label = new Label(number == null ? "" : number.toString());
    label.getStyleClass().add("diff-number");
    label.setMinWidth(numberWidth);
    label.setPrefWidth(numberWidth);
    label.setMaxWidth(numberWidth);
    return label;
  }

  /** In line with the text, so that it is read as a word about the line above. */
  private Node below(Region reason) {
    HBox.setHgrow(reason, Priority.ALWAYS);
    Region gutter = new Region();
    gutter.setMinWidth(2 * numberWidth + AROUND_NUMBERS - 16);
    HBox row = new HBox(gutter, reason);
    row.getStyleClass().add("diff-reason");
    return row;
  }

  private static Node note(String words) {
    Label label = Texts.wrapped(words, "diff-note");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case CONTEXT -> " ";
      case REMOVED -> "\u2212";
      case ADDED -> "+";
    };
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
