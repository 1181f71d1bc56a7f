package app.satchel.ui.files;

import app.satchel.markdown.VisibleText;
import app.satchel.ui.markdown.Highlighter;
import app.satchel.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A text with the numbers of its lines, coloured lightly. Rows exist for what is seen alone; lines
 * are selected whole, and Ctrl+C copies them as published. What hides in a line is named.
 */
final class CodeList extends ListView<CodeList.Line> {
  static final double ROW = 20;

  private static final Words WORDS = Words.of(CodeList.class);

  /** Characters of one line that are shown. */
  private static final int LONGEST = 2_000;

  private final double numbers;
  private double highest = Double.MAX_VALUE;

  /** A line, counted from 1. */
  record Line(int number, List<Highlighter.Token> tokens) {
    String text() {
      return tokens.stream().map(Highlighter.Token::text).collect(Collectors.joining());
    }
  }

  /**
   * @param name of the file, for a screen reader
   * @param copy given the lines that a person wants to copy
   */
  CodeList(String name, FileContent.Text text, Consumer<String> copy) {
    getStyleClass().add("code-list");
    setId("file-code");
    List<Line> lines =
        java.util.stream.IntStream.range(0, text.lines().size())
            .mapToObj(i -> new Line(i + 1, text.lines().get(i)))
            .toList();
    numbers = 18 + 8.0 * Integer.toString(lines.size()).length();
    setItems(FXCollections.observableList(lines));
    setFixedCellSize(ROW);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setAccessibleText(WORDS.text("code.spoken", name, lines.size()));
    setMinWidth(0);
    setCellFactory(_ -> new LineCell());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy.accept(
                getSelectionModel().getSelectedItems().stream()
                    .map(Line::text)
                    .collect(Collectors.joining("\n")));
            event.consume();
          }
        });
  }

  /**
   * As high as all lines with a bar for the longest below them, so that no second bar is needed,
   * and no higher than is wanted.
   *
   * @param most in pixels
   */
  void atMost(double most) {
    highest = most;
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    double bar =
        lookupAll(".scroll-bar").stream()
            .map(ScrollBar.class::cast)
            .filter(one -> one.getOrientation() == Orientation.HORIZONTAL)
            .mapToDouble(one -> one.prefHeight(-1))
            .max()
            .orElse(0);
    double whole =
        snappedTopInset() + getItems().size() * ROW + snapSizeY(bar) + snappedBottomInset();
    return Math.min(whole, highest);
  }

  /** Brings a line into sight; the first is 1. */
  void jumpTo(int line) {
    int index = Math.clamp(line - 1L, 0, getItems().size() - 1);
    getSelectionModel().clearAndSelect(index);
    scrollTo(Math.max(0, index - 3));
  }

  private final class LineCell extends ListCell<Line> {
    private final Label number = new Label();
    private final TextFlow flow = new TextFlow();
    private final HBox row = new HBox(14, number, flow);

    LineCell() {
      getStyleClass().add("code-line");
      number.getStyleClass().add("line-number");
      number.setMinWidth(numbers);
      number.setMaxWidth(numbers);
      flow.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      number.setText(Integer.toString(line.number()));
      flow.getChildren().clear();
      fill(line);
      setGraphic(row);
      setAccessibleText(
          line.number() + " " + VisibleText.bracketed(cut(line.text(), LONGEST)).strip());
    }

    private void fill(Line line) {
      int room = LONGEST;
      int left = 0;
      for (Highlighter.Token token : line.tokens()) {
        String text = cut(token.text(), room);
        left += token.text().length() - text.length();
        room -= text.length();
        for (VisibleText.Piece piece : VisibleText.split(text)) {
          if (piece.hidden() == null) {
            add(piece.plain(), "md-" + token.kind().name().toLowerCase(Locale.ROOT));
          } else {
            add("[" + piece.hidden().text() + "]", "hidden-sign");
          }
        }
      }
      if (left > 0) {
        add(" " + WORDS.text("line.rest", left), "line-rest");
      }
    }

    private void add(String words, String style) {
      Text text = new Text(words);
      text.getStyleClass().addAll("md-block-code", style);
      text.setTabSize(4);
      flow.getChildren().add(text);
    }
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, Math.max(0, end));
  }
}
