package app.satchel.ui.wizard;

import app.satchel.ui.kit.Icon;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** The five steps at the top: done, current, still to come. */
final class Stepper extends HBox {
  private static final Words WORDS = StepPane.WORDS;

  /** Narrower than this, in pixels, the names would touch. */
  private static final double NARROW = 600;

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(HBox box, StackPane circle, Label number, Label name) {}

  Stepper() {
    getStyleClass().add("stepper");
    for (Step step : Step.values()) {
      Label number = new Label(Integer.toString(step.ordinal() + 1));
      StackPane circle = new StackPane(number);
      circle.getStyleClass().add("step-circle");
      Label name = new Label();
      name.getStyleClass().addAll("step-name", "semi");
      HBox box = new HBox(7, circle, name);
      box.setAlignment(Pos.CENTER_LEFT);
      box.getStyleClass().add("step");
      box.setAccessibleRole(AccessibleRole.TEXT);
      box.setPrefWidth(0);
      HBox.setHgrow(box, Priority.ALWAYS);
      entries.add(new Entry(box, circle, number, name));
      getChildren().add(box);
    }
    widthProperty().subscribe((before, now) -> fit());
  }

  /** Where there is no room for five names, the current one says where we are. */
  private void fit() {
    boolean narrow = getWidth() > 0 && getWidth() < NARROW;
    for (Entry entry : entries) {
      boolean shown = !narrow || entry.box().getStyleClass().contains("current");
      entry.name().setVisible(shown);
      entry.name().setManaged(shown);
    }
  }

  /**
   * @param upload whether the way leads to claude.ai, where the last step is an upload
   */
  void show(Step now, boolean upload) {
    for (Step step : Step.values()) {
      Entry entry = entries.get(step.ordinal());
      String name =
          step == Step.DELIVER
              ? WORDS.text(upload ? "step.upload" : "step.done")
              : WORDS.text("step." + step.name().toLowerCase(java.util.Locale.ROOT));
      entry.name().setText(name);
      boolean done = step.compareTo(now) < 0;
      entry.box().getStyleClass().removeAll("done", "current", "ahead");
      String state = done ? "done" : step == now ? "current" : "ahead";
      entry.box().getStyleClass().add(state);
      entry.circle().getChildren().setAll(done ? Icon.OK.node("ok") : entry.number());
      entry
          .box()
          .setAccessibleText(
              WORDS.text("step.spoken", step.ordinal() + 1, Step.values().length, name)
                  + ", "
                  + WORDS.text("step.state-" + state));
    }
    fit();
  }
}
