package app.satchel.ui.kit;

import app.satchel.words.Words;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The pieces of text that every screen is made of. */
public final class Texts {
  private static final Words WORDS = Words.of(Texts.class);

  private Texts() {}

  /** A line that is cut with an ellipsis when there is no room. */
  public static Label line(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    label.setMinWidth(0);
    return label;
  }

  /** A path or file name: where there is no room, the middle gives way, as both ends say more. */
  public static Label path(String text, String... styleClasses) {
    Label label = line(text, styleClasses);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setTooltip(new Tooltip(text));
    return label;
  }

  /** Text that wraps and is never cut. */
  public static Label wrapped(String text, String... styleClasses) {
    Label label = line(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /**
   * Makes a label a heading to those who hear it.
   *
   * @param level 1 for a page's title
   */
  public static Label asHeading(Label label, int level) {
    label.setAccessibleRole(AccessibleRole.TEXT);
    label.setAccessibleRoleDescription(WORDS.text("heading", level));
    return label;
  }

  /**
   * Wrapped text in which the parts between two asterisks are bold: {@code Press **Upload** now}.
   */
  public static TextFlow rich(String text, String... styleClasses) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("rich-words");
    String[] parts = text.split("\\*\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty()) {
        continue;
      }
      Text piece = new Text(parts[i]);
      piece.getStyleClass().add("rich-text");
      piece.getStyleClass().addAll(styleClasses);
      if (i % 2 == 1) {
        piece.getStyleClass().add("strong");
      }
      flow.getChildren().add(piece);
    }
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(String.join("", parts));
    flow.setMinHeight(Region.USE_PREF_SIZE);
    return flow;
  }

  /** An icon and a word in a tone's colour. */
  public static Label status(Tone tone, String word) {
    return status(tone, tone.icon(), word);
  }

  /** A word in a tone's colour with an icon of its own. */
  public static Label status(Tone tone, Icon icon, String word) {
    Label label = new Label(word, icon.node(tone.styleClass()));
    label.getStyleClass().addAll("status", "semi", tone.styleClass());
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** A banner: an icon and words that wrap, on the tone's ground. */
  public static HBox banner(Tone tone, String words, Node... actions) {
    Label label = wrapped(words);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox banner = new HBox(tone.icon().node(tone.styleClass()), label);
    banner.getChildren().addAll(actions);
    banner.getStyleClass().addAll("banner", tone.styleClass());
    banner.setAlignment(Pos.CENTER_LEFT);
    return banner;
  }

  /** A button with a word. */
  public static Button button(String word, Runnable action, String... styleClasses) {
    Button button = new Button(word);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** Takes the room that is left. */
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }
}
