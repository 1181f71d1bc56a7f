package app.satchel.ui.markdown;

import app.satchel.ui.kit.Icon;
import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Cell.Frame;
import app.satchel.ui.markdown.CellNode.Part;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Makes the nodes of cells. */
final class ContentNodes {
  static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Words words;
  private final ProseNodes prose;
  private final Highlighter highlighter;
  private final Pictures pictures;
  private final Consumer<String> toClipboard;
  private boolean wrapsCode;

  ContentNodes(
      Words words,
      ProseNodes prose,
      Highlighter highlighter,
      Pictures pictures,
      Consumer<String> toClipboard) {
    this.words = words;
    this.prose = prose;
    this.highlighter = highlighter;
    this.pictures = pictures;
    this.toClipboard = toClipboard;
  }

  /**
   * @param resized called when the node wants another height later
   */
  CellNode node(Cell cell, Runnable resized) {
    List<Part> parts = new ArrayList<>();
    Region content =
        switch (cell.content()) {
          case Content.Prose text -> prose(cell, text, parts);
          case Content.Code code -> {
            CodeBox box = new CodeBox(code, wrapsCode, highlighter, words, toClipboard);
            parts.add(new Part(box.flow(), 0));
            yield box;
          }
          case Content.Grid grid -> grid(grid, parts);
          case Content.Picture picture -> new PictureBox(picture.image(), pictures, words, resized);
          case Content.Rule _ -> rule();
          case Content.Source source -> source(source, parts);
          case Content.Notes notes -> notes(notes);
        };
    return new CellNode(cell, content, List.copyOf(parts), this);
  }

  /** Wraps long lines of code from now on, or not; says whether that is another way than before. */
  boolean wrapCode(boolean wrap) {
    boolean changed = wrap != wrapsCode;
    wrapsCode = wrap;
    return changed;
  }

  String taskWord(boolean done) {
    return words.text(done ? "task.done" : "task.open");
  }

  String headingWord(int level) {
    return words.text("heading", level);
  }

  private Region prose(Cell cell, Content.Prose text, List<Part> parts) {
    String style = "md-" + text.style().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (text.style() == Cell.Style.ALERT) {
      Frame.Alert alert = (Frame.Alert) cell.frames().getLast();
      String kind = alert.kind().name().toLowerCase(Locale.ROOT);
      SelectableFlow flow = prose.flow(text.spans(), "md-alert-word-" + kind);
      parts.add(new Part(flow, 0));
      return new IconLine(icon(alert).node("md-alert-icon", "md-alert-icon-" + kind), flow, 10);
    }
    SelectableFlow flow = prose.flow(text.spans(), style);
    parts.add(new Part(flow, 0));
    return text.style() == Cell.Style.SUMMARY
        ? new IconLine(Icon.MORE.node("md-summary-icon"), flow, 0)
        : flow;
  }

  private static Icon icon(Frame.Alert alert) {
    return switch (alert.kind()) {
      case NOTE -> Icon.INFO;
      case TIP -> Icon.TIP;
      case IMPORTANT -> Icon.IMPORTANT;
      case WARNING -> Icon.WARN;
      case CAUTION -> Icon.CAUTION;
    };
  }

  private Region grid(Content.Grid grid, List<Part> parts) {
    TableGrid table = new TableGrid(grid, prose);
    int start = 0;
    for (List<SelectableFlow> row : table.rows()) {
      for (SelectableFlow flow : row) {
        parts.add(new Part(flow, start));
        // A tab or a line end follows each cell.
        start += flow.length() + 1;
      }
      if (row.isEmpty()) {
        start++;
      }
    }
    return new SidewaysPane(table);
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("md-rule");
    rule.setMinHeight(1);
    rule.setPrefHeight(1);
    return rule;
  }

  private static Region source(Content.Source source, List<Part> parts) {
    SelectableFlow flow = new SelectableFlow(true);
    Text text = new Text(source.text());
    text.getStyleClass().add("md-block-code");
    flow.add(text);
    parts.add(new Part(flow, 0));
    return flow;
  }

  private static Region notes(Content.Notes notes) {
    VBox lines = new VBox(4);
    lines.getStyleClass().add("md-notes");
    for (String sentence : notes.sentences()) {
      Label label = new Label(sentence);
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      HBox.setHgrow(label, Priority.ALWAYS);
      Node icon = Icon.WARN.node("md-note-icon");
      HBox line = new HBox(8, icon, label);
      line.setAlignment(Pos.TOP_LEFT);
      lines.getChildren().add(line);
    }
    return lines;
  }
}
