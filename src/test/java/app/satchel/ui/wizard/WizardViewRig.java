package app.satchel.ui.wizard;

import app.satchel.ui.kit.Fonts;
import app.satchel.ui.kit.HandBackground;
import app.satchel.ui.kit.TestToolkit;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.wizard.Fakes.Asked;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The wizard in a window of a test, and the keys that work it. */
abstract class WizardViewRig {
  final FakeServices services = new FakeServices();
  final Asked desktop = new Asked();
  Stage stage;
  StackPane host;
  TextField behind;
  WizardModel model;
  int closed;

  @BeforeAll
  static void startToolkit() throws Exception {
    TestToolkit.start();
    Fonts.load();
  }

  static <T> T onUi(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(20, TimeUnit.SECONDS);
  }

  /** Lets everything happen that has been put off until later. */
  static void settle() throws Exception {
    for (int i = 0; i < 4; i++) {
      onUi(() -> null);
    }
  }

  void open(HandBackground hand, String preferred) throws Exception {
    open(hand, preferred, 820);
  }

  void open(HandBackground hand, String preferred, double height) throws Exception {
    onUi(
        () -> {
          behind = new TextField();
          host = new StackPane(behind);
          Scene scene = new Scene(host, 1280, height);
          scene.getStylesheets().setAll(Theme.sheets(false));
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          behind.requestFocus();
          model = new WizardModel(services, hand, preferred, Set.of());
          WizardView.open(host, model, desktop, () -> closed++);
          return null;
        });
    settle();
  }

  @AfterEach
  void close() throws Exception {
    onUi(
        () -> {
          if (stage != null) {
            stage.close();
          }
          return null;
        });
  }

  void press(KeyCode code) throws Exception {
    press(code, false);
  }

  void press(KeyCode code, boolean shift) throws Exception {
    onUi(
        () -> {
          // A control answers keys once it has its skin; a person is never faster than a frame.
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          Node focus = stage.getScene().getFocusOwner();
          for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(focus, new KeyEvent(type, "", "", code, shift, false, false, false));
          }
          return null;
        });
    settle();
  }

  Node focus() throws Exception {
    return onUi(() -> stage.getScene().getFocusOwner());
  }

  boolean shown(String words) throws Exception {
    return onUi(
        () ->
            host.lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && words.equals(label.getText())));
  }

  void tabTo(String words) throws Exception {
    for (int i = 0; i < 60; i++) {
      if (focus() instanceof ButtonBase button
          && (words.equals(button.getText()) || words.equals(button.getAccessibleText()))) {
        return;
      }
      press(KeyCode.TAB);
    }
    throw new AssertionError("no way by keyboard to " + words);
  }

  static double bottom(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxY();
  }
}
