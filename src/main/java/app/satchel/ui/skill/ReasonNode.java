package app.satchel.ui.skill;

import app.satchel.check.upload.Change;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Why something is changed; for a proposal, the question whether it may be. */
final class ReasonNode extends HBox {
  private static final Words WORDS = Words.of(ReasonNode.class);
  private static final int MOST = 600;

  private final Change change;
  private final CheckBox tick;

  /**
   * @param tried told when a proposal is ticked or unticked
   * @param alone whether no line stands above it, so that it has to say what is changed
   */
  ReasonNode(DiffRows.Reason reason, BiConsumer<Change, Boolean> tried, boolean alone) {
    change = reason.change();
    getStyleClass().add("reason");
    String why = DisplayText.line(change.why(), MOST);
    boolean proposal = change.consent() == Change.Consent.PROPOSAL;
    VBox words = new VBox(2);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    if (proposal && !reason.echo()) {
      String effect = DisplayText.line(change.effect(), MOST);
      String asked = reason.accepted() ? "reason.agreed" : "reason.proposal";
      tick = new CheckBox(WORDS.text(asked));
      tick.getStyleClass().addAll("reason-tick", reason.accepted() ? "ok" : "warn");
      tick.setSelected(reason.accepted());
      tick.setAccessibleText(WORDS.text(asked + ".spoken", why, effect));
      tick.setOnAction(event -> tried.accept(change, tick.isSelected()));
      tick.setMinWidth(USE_PREF_SIZE);
      words.getChildren().addAll(tick, indented(Texts.wrapped(why, "reason-words")));
      if (alone) {
        what(words, true);
      }
      words.getChildren().add(indented(Texts.wrapped(effect, "reason-words", "semi")));
      getChildren().add(words);
    } else {
      tick = null;
      HBox icon = new HBox(proposal ? Icon.NEXT.node() : Icon.OK.node("ok"));
      icon.setAlignment(Pos.TOP_CENTER);
      icon.getStyleClass().add("reason-icon");
      icon.setMinWidth(USE_PREF_SIZE);
      words.getChildren().add(said(proposal ? "reason.follows" : "reason.safe", why));
      if (alone) {
        what(words, false);
      }
      getChildren().addAll(icon, words);
    }
  }

  /** Two or three words for what is made as things stand, then the reason. */
  private static Node said(String key, String why) {
    Text word = new Text(WORDS.text(key) + "  ");
    word.getStyleClass().addAll("reason-word", "ok");
    Text words = new Text(why);
    words.getStyleClass().add("reason-why");
    TextFlow flow = new TextFlow(word, words);
    flow.getStyleClass().add("reason-flow");
    flow.setMinHeight(USE_PREF_SIZE);
    flow.setMinWidth(0);
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(WORDS.text(key) + ": " + why);
    return flow;
  }

  /** What is asked about. */
  Change change() {
    return change;
  }

  /** The question's box; null for what is done unasked. */
  CheckBox tick() {
    return tick;
  }

  private void what(VBox words, boolean indented) {
    String before = DisplayText.line(change.before(), 160);
    String after = DisplayText.line(change.after(), 160);
    if (before.isEmpty() && after.isEmpty()) {
      return;
    }
    Label shown =
        Texts.wrapped(
            after.isEmpty()
                ? before
                : before.isEmpty() ? after : WORDS.text("reason.becomes", before, after),
            "code-text",
            "reason-code");
    if (before.isEmpty() || after.isEmpty()) {
      shown.setAccessibleText(
          before.isEmpty() ? WORDS.text("reason.comes", after) : WORDS.text("reason.goes", before));
    }
    words.getChildren().add(indented ? indented(shown) : shown);
  }

  /** In line with the words beside the box. */
  private static Node indented(Label label) {
    Region box = new Region();
    box.getStyleClass().add("reason-indent");
    box.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return new HBox(box, label);
  }
}
