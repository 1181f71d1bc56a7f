package app.satchel.ui.skill;

import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.skill.Verdict.Tone;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small pieces that the tabs of a page share. */
final class Rows {
  private Rows() {}

  /** The icon of a tone; null for a plain one. */
  static FontIcon icon(Tone tone) {
    return switch (tone) {
      case OK -> Icon.OK.node("ok");
      case WARN -> Icon.WARN.node("warn");
      case BAD -> Icon.BAD.node("bad");
      case INFO -> Icon.INFO.node("info");
      case PLAIN, WAITING -> null;
    };
  }

  /** The style class of a tone. */
  static String style(Tone tone) {
    return switch (tone) {
      case OK -> "ok";
      case WARN -> "warn";
      case BAD -> "bad";
      case INFO -> "info";
      case PLAIN -> "plain";
      case WAITING -> "soft";
    };
  }

  static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("tab-heading");
    Texts.asHeading(label, 2);
    return label;
  }

  /** An icon, words that wrap, and something at the right end (may be null). */
  static HBox row(Node icon, Node words, Node end) {
    HBox row = new HBox(10);
    row.getStyleClass().add("detail-row");
    row.setAlignment(Pos.TOP_LEFT);
    if (icon != null) {
      HBox place = new HBox(icon);
      place.setAlignment(Pos.TOP_CENTER);
      place.getStyleClass().add("detail-icon");
      row.getChildren().add(place);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    if (words instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    row.getChildren().add(words);
    if (end != null) {
      row.getChildren().add(end);
    }
    return row;
  }

  /** A card with a rule between its rows. */
  static RowCard card(Node... rows) {
    return card(List.of(rows));
  }

  static RowCard card(List<? extends Node> rows) {
    RowCard card = new RowCard();
    card.getStyleClass().add("detail-card");
    card.getChildren().addAll(rows);
    return card;
  }
}
