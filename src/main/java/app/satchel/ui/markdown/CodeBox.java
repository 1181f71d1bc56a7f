package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Cell.Content;
import app.satchel.words.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Duration;

/** A block of code, or a slice of one: its language, a button that copies it, the code. */
final class CodeBox extends Region {
  private static final double BAR = 32;
  private static final double SIDE = 16;
  private static final double BOTTOM = 14;

  private final SelectableFlow flow;

  /** The flow, or what moves it sideways. */
  private final Region body;

  private final Label language = new Label();
  private final Button copy = new Button();
  private final boolean first;
  private final boolean last;

  /**
   * @param wraps whether long lines are wrapped rather than moved sideways
   * @param toClipboard called with the whole block
   */
  CodeBox(
      Content.Code code,
      boolean wraps,
      Highlighter highlighter,
      Words words,
      Consumer<String> toClipboard) {
    flow = new SelectableFlow(wraps);
    body = wraps ? flow : new SidewaysPane(flow);
    first = code.first();
    last = code.last();
    getStyleClass().add("md-code-box");
    if (!first) {
      getStyleClass().add("md-continued");
    }
    if (!last) {
      getStyleClass().add("md-continues");
    }
    for (Highlighter.Token token : highlighter.tokens(code.language(), code.text())) {
      Text text = new Text(token.text());
      text.getStyleClass()
          .addAll("md-block-code", "md-" + token.kind().name().toLowerCase(Locale.ROOT));
      flow.add(text);
    }
    getChildren().add(body);
    if (first) {
      head(code, highlighter, words, toClipboard);
    }
  }

  private void head(
      Content.Code code, Highlighter highlighter, Words words, Consumer<String> toClipboard) {
    String label = highlighter.label(code.language());
    language.setText(label.isEmpty() ? "" : label + "  \u00B7");
    language.getStyleClass().add("md-language");
    copy.setText(words.text("code.copy"));
    copy.setAccessibleText(words.text("code.copy.accessible"));
    copy.getStyleClass().setAll("md-copy");
    PauseTransition back = new PauseTransition(Duration.seconds(1.5));
    back.setOnFinished(event -> copy.setText(words.text("code.copy")));
    copy.setOnAction(
        event -> {
          toClipboard.accept(code.whole());
          copy.setText(words.text("code.copied"));
          back.playFromStart();
        });
    getChildren().addAll(language, copy);
  }

  SelectableFlow flow() {
    return flow;
  }

  private Insets insets() {
    return new Insets(first ? BAR : 0, SIDE, last ? BOTTOM : 0, SIDE);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = insets();
    double inner = width < 0 ? -1 : width - insets.getLeft() - insets.getRight();
    return insets.getTop() + body.prefHeight(inner) + insets.getBottom();
  }

  @Override
  protected void layoutChildren() {
    Insets insets = insets();
    body.resizeRelocate(
        insets.getLeft(),
        insets.getTop(),
        getWidth() - insets.getLeft() - insets.getRight(),
        getHeight() - insets.getTop() - insets.getBottom());
    if (first) {
      double copyWidth = copy.prefWidth(-1);
      double copyHeight = copy.prefHeight(-1);
      double x = getWidth() - copyWidth - 6;
      copy.resizeRelocate(x, 4, copyWidth, copyHeight);
      double labelWidth = Math.min(language.prefWidth(-1), Math.max(0, x - SIDE));
      double labelHeight = language.prefHeight(-1);
      language.resizeRelocate(
          x - labelWidth, 4 + (copyHeight - labelHeight) / 2, labelWidth, labelHeight);
    }
  }
}
