package app.satchel.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/**
 * A question in the place of the buttons that raised it: no dialog, nothing is covered. The focus
 * goes to the answer that changes nothing; Esc means that answer.
 */
public final class Confirm {
  private Confirm() {}

  /**
   * Asks.
   *
   * @param actions the buttons that give way while the question stands
   * @param question what is asked
   * @param yes the word for going on
   * @param no the word for leaving it
   * @param action what yes does
   */
  public static void ask(Pane actions, String question, String yes, String no, Runnable action) {
    Node[] before = actions.getChildren().toArray(Node[]::new);
    Node focused = actions.getScene() == null ? null : actions.getScene().getFocusOwner();
    Runnable back =
        () -> {
          actions.getChildren().setAll(before);
          if (focused != null) {
            focused.requestFocus();
          }
        };
    Button leave = Texts.button(no, back, "small-button");
    Button go =
        Texts.button(
            yes,
            () -> {
              back.run();
              action.run();
            },
            "small-button",
            "danger");
    HBox box = new HBox(8, Texts.line(question, "semi", "small"), go, leave);
    box.setAlignment(Pos.CENTER_RIGHT);
    box.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            back.run();
          }
        });
    actions.getChildren().setAll(box);
    leave.requestFocus();
  }
}
