package app.satchel.ui.settings;

import app.satchel.display.KeptDrawing;
import app.satchel.display.Scale;
import app.satchel.ui.kit.RowCard;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How the window is drawn at every start: with or without the graphics card, and how large. */
final class DrawingCard extends RowCard {
  private static final Words WORDS = Words.of(DrawingCard.class);
  private static final int[] SCALES = {100, 125, 150, 200};

  private final SettingsModel model;

  @SuppressWarnings("this-escape") // a node is built in its constructor, as all of JavaFX is
  DrawingCard(SettingsModel model) {
    this.model = model;
    getChildren()
        .add(new SettingRow(WORDS.text("drawing.title"), WORDS.text("drawing.words"), rendering()));
    if (model.services().scales()) {
      getChildren()
          .add(new SettingRow(WORDS.text("scale.title"), WORDS.text("scale.words"), scales()));
    }
  }

  private Node rendering() {
    ToggleGroup group = new ToggleGroup();
    return choices(
        List.of(
            chip(
                group,
                "drawing-automatic",
                WORDS.text("drawing.automatic"),
                kept -> !kept.software(),
                () -> model.draw(now().with(false))),
            chip(
                group,
                "drawing-software",
                WORDS.text("drawing.software"),
                KeptDrawing::software,
                () -> model.draw(now().with(true)))));
  }

  private Node scales() {
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> chips = new ArrayList<>();
    chips.add(
        chip(
            group,
            "scale-system",
            WORDS.text("scale.system"),
            kept -> kept.scale() == null,
            () -> model.draw(now().with((Scale) null))));
    for (int percent : SCALES) {
      Scale scale = new Scale(percent);
      chips.add(
          chip(
              group,
              "scale-" + percent,
              WORDS.text("scale.percent", percent),
              kept -> scale.equals(kept.scale()),
              () -> model.draw(now().with(scale))));
    }
    return choices(chips);
  }

  private KeptDrawing now() {
    return model.drawingProperty().get();
  }

  private ToggleButton chip(
      ToggleGroup group, String id, String words, Predicate<KeptDrawing> chosen, Runnable choose) {
    ToggleButton chip = new ToggleButton(words);
    chip.setId(id);
    chip.getStyleClass().add("chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setToggleGroup(group);
    chip.setOnAction(
        event -> {
          // Pressing the chosen one again does not leave none chosen.
          chip.setSelected(true);
          choose.run();
        });
    model.drawingProperty().subscribe(kept -> chip.setSelected(chosen.test(kept)));
    return chip;
  }

  private static Node choices(List<ToggleButton> chips) {
    HBox row = new HBox(6);
    row.getChildren().addAll(chips);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
