package app.satchel.ui.skill;

import app.satchel.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Four tiles, each one line and a way to the details. */
final class VerdictStrip extends GridPane {
  private static final Words WORDS = Words.of(VerdictStrip.class);

  private static final double GAP = 12;

  /** Below this width two and two stand side by side. */
  private static final double NARROW = 480;

  /** What the tiles are about, in order. */
  enum Topic {
    UPLOAD("upload.title"),
    REQUIREMENTS("requirements.title"),
    NEEDS("needs.title"),
    REVIEW("review.title");

    private final String key;

    Topic(String key) {
      this.key = key;
    }
  }

  private final List<Tile> tiles;

  VerdictStrip(Consumer<Topic> jump) {
    setHgap(GAP);
    setVgap(GAP);
    getStyleClass().add("verdicts");
    tiles = List.of(Topic.values()).stream().map(topic -> new Tile(topic, jump)).toList();
    arrange(tiles.size());
    widthProperty()
        .subscribe(
            now -> arrange(now.doubleValue() > 0 && now.doubleValue() < NARROW ? 2 : tiles.size()));
  }

  /** Side by side, or two and two where the words of four would break in the middle. */
  private void arrange(int columns) {
    if (columns == getColumnConstraints().size()) {
      return;
    }
    getColumnConstraints().clear();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / columns);
      getColumnConstraints().add(equal);
    }
    for (int i = 0; i < tiles.size(); i++) {
      GridPane.setConstraints(tiles.get(i), i % columns, i / columns);
    }
    if (getChildren().isEmpty()) {
      getChildren().addAll(tiles);
    }
    // The width comes while the page is laid out, and a parent that is does not hear of a request.
    Platform.runLater(this::requestLayout);
  }

  void show(Topic topic, Verdict verdict) {
    show(topic, WORDS.text(topic.key), verdict);
  }

  /**
   * @param title in the place of the topic's own
   */
  void show(Topic topic, String title, Verdict verdict) {
    tiles.get(topic.ordinal()).show(title, verdict);
  }

  /** A button that is laid out as a box, so that its height follows its wrapped words. */
  private static final class Tile extends VBox {
    private final Label words = new Label();
    private final HBox icon = new HBox();
    private final Label heading = new Label();
    private final Runnable action;

    Tile(Topic topic, Consumer<Topic> jump) {
      action = () -> jump.accept(topic);
      setId("tile-" + topic.name().toLowerCase(Locale.ROOT));
      getStyleClass().setAll("verdict");
      setAccessibleRole(AccessibleRole.BUTTON);
      setFocusTraversable(true);
      setMinWidth(0);
      setMaxHeight(Double.MAX_VALUE);
      heading.setText(WORDS.text(topic.key));
      heading.getStyleClass().add("verdict-title");
      words.setWrapText(true);
      words.setMinWidth(0);
      words.setMinHeight(USE_PREF_SIZE);
      HBox.setHgrow(words, Priority.ALWAYS);
      icon.setMinWidth(USE_PREF_SIZE);
      icon.getStyleClass().add("verdict-icon");
      icon.managedProperty().bind(icon.visibleProperty());
      getChildren().addAll(heading, new HBox(6, icon, words));
      setOnMouseClicked(event -> action.run());
      setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
              action.run();
              event.consume();
            }
          });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
      if (wanted == AccessibleAction.FIRE) {
        action.run();
      } else {
        super.executeAccessibleAction(wanted, parameters);
      }
    }

    void show(String title, Verdict verdict) {
      heading.setText(title);
      words.setText(verdict.words());
      words.getStyleClass().setAll("label", "verdict-words", Rows.style(verdict.tone()));
      FontIcon shown = Rows.icon(verdict.tone());
      icon.setVisible(shown != null);
      icon.getChildren().clear();
      if (shown != null) {
        icon.getChildren().add(shown);
      }
      setAccessibleText(WORDS.text("tile.accessible", title, verdict.words()));
    }
  }
}
