package app.satchel.ui.settings;

import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where Satchel keeps its own things: how much, and a way there. */
final class PlacesSection extends RowCard {
  private static final Words WORDS = Words.of(PlacesSection.class);

  private final PlacesModel model;
  private final Desktop desktop;

  PlacesSection(PlacesModel model, Desktop desktop) {
    this.model = model;
    this.desktop = desktop;
    // JavaFX goes on drawing the round corners of the size that a card was first drawn in.
    visibleProperty().bind(Bindings.isNotEmpty(getChildren()));
    managedProperty().bind(visibleProperty());
    model.placesProperty().subscribe(this::show);
    model.clearedProperty().subscribe(bytes -> show(model.placesProperty().get()));
  }

  private void show(List<PlacesServices.Place> places) {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    String id = focused == null ? null : focused.getId();
    getChildren().setAll(places.stream().map(this::row).toList());
    if (id != null && focused.getScene() == null && lookup("#" + id) instanceof Node again) {
      again.requestFocus();
    }
  }

  private Node row(PlacesServices.Place place) {
    String name = WORDS.text("place." + place.id());
    boolean cache = place.id().equals("cache");
    long cleared = model.clearedProperty().get();
    String size = place.there() ? Figures.bytes(place.bytes()) : WORDS.text("place.nothing");
    String words =
        cache && cleared >= 0
            ? WORDS.text("place.cleared", Figures.bytes(cleared), size)
            : WORDS.text("place." + place.id() + ".words", size);
    Label where = Texts.path(place.folder().toString(), "soft", "code-text");
    HBox actions = new HBox(8);
    actions.setAlignment(Pos.CENTER_RIGHT);
    if (cache) {
      Button clear = Texts.button(WORDS.text("place.clear"), model::clearCache, "small-button");
      clear.setId("clear-cache");
      clear.setAccessibleText(WORDS.text("place.clear") + ": " + name);
      clear.setDisable(!place.there());
      actions.getChildren().add(clear);
    }
    Button open =
        Texts.button(WORDS.text("place.open"), () -> desktop.show(place.folder()), "small-button");
    open.setId("open-" + place.id());
    open.setAccessibleText(WORDS.text("place.open") + ": " + name);
    open.setDisable(!place.there());
    actions.getChildren().add(open);
    return new SettingRow(name, new VBox(2, Texts.wrapped(words, "soft", "small"), where), actions);
  }
}
