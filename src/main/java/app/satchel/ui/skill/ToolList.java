package app.satchel.ui.skill;

import app.satchel.check.review.ToolWords;
import app.satchel.check.review.Tools;
import app.satchel.skill.FrontmatterValue;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The tools of a skill: each as a chip, with what it permits behind it. */
final class ToolList extends VBox {
  private static final Words WORDS = Words.of(ToolList.class);
  private static final int FEW = 8;

  /** Width of a sign of code and of what stands around a chip's, in pixels. */
  private static final double CODE_SIGN = 7.9;

  private static final double CHIP_SIDES = 18;

  /** Of longer names the middle may be cut. */
  private static final double NAME = 110;

  ToolList(FrontmatterValue value) {
    super(4);
    List<String> tools = Tools.of(value);
    if (tools.isEmpty()) {
      getChildren().add(Texts.wrapped(WORDS.text("tools.none"), "soft"));
    }
    boolean fold = tools.size() > FEW + 2;
    tools.subList(0, fold ? FEW : tools.size()).forEach(tool -> getChildren().add(row(tool)));
    if (fold) {
      Hyperlink all = new Hyperlink(WORDS.text("value.show-all", tools.size()));
      all.getStyleClass().add("small");
      all.setOnAction(
          event -> {
            getChildren().remove(all);
            tools.subList(FEW, tools.size()).forEach(tool -> getChildren().add(row(tool)));
          });
      getChildren().add(all);
    }
  }

  private static Node row(String tool) {
    ToolWords.Permit permit = ToolWords.CURRENT.of(tool);
    Label chip = Texts.path(FieldValue.shown(tool, 120), "code-chip");
    chip.setMaxWidth(260);
    // In a narrow card the words wrap before the name of the tool gives way.
    chip.setMinWidth(Math.min(tool.length() * CODE_SIGN + CHIP_SIDES, NAME));
    Label words = Texts.wrapped(FieldValue.shown(permit.words(), 240), "small");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, chip);
    row.setAlignment(Pos.CENTER_LEFT);
    if (permit.unlimited()) {
      words.getStyleClass().add("warn");
      row.getChildren().add(Icon.WARN.node("mark", "warn"));
    } else if (!permit.known()) {
      words.getStyleClass().add("soft");
      row.getChildren().add(Icon.UNKNOWN.node("mark", "soft"));
    }
    row.getChildren().add(words);
    return row;
  }
}
