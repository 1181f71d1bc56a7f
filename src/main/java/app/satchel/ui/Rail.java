package app.satchel.ui;

import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Mark;
import app.satchel.ui.kit.Theme;
import app.satchel.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The side bar: three places, and below them theme and settings. */
final class Rail extends VBox {
  private static final Words WORDS = Words.of(Rail.class);

  /** The places of the window. */
  enum Place {
    DISCOVER(Icon.SEARCH),
    LIBRARY(Icon.LIBRARY),
    SOURCES(Icon.SOURCES),
    /** There once something was opened. */
    OPENED(Icon.FOLDER),
    SETTINGS(Icon.SETTINGS);

    private final Icon icon;

    Place(Icon icon) {
      this.icon = icon;
    }
  }

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
  private final Label name = new Label(WORDS.text("app.name"));
  private final ToggleGroup group = new ToggleGroup();

  Rail(Theme theme, Consumer<Place> go) {
    getStyleClass().add("rail");
    name.getStyleClass().add("app-name");
    name.managedProperty().bind(name.visibleProperty());
    HBox brand = new HBox(11, new Mark(26), name);
    brand.setAlignment(Pos.CENTER_LEFT);
    brand.getStyleClass().add("brand");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            brand,
            place(Place.DISCOVER, go),
            place(Place.LIBRARY, go),
            place(Place.SOURCES, go),
            place(Place.OPENED, go),
            space,
            themeButton(theme),
            place(Place.SETTINGS, go));
    ToggleButton opened = buttons.get(Place.OPENED);
    opened.managedProperty().bind(opened.visibleProperty());
    opened.setVisible(false);
  }

  /** Shows, or no longer, the place of what was opened. */
  void showOpened(boolean shown) {
    buttons.get(Place.OPENED).setVisible(shown);
  }

  private ToggleButton place(Place place, Consumer<Place> go) {
    ToggleButton button =
        new ToggleButton(WORDS.text("place." + place.name().toLowerCase()), place.icon.node());
    button.setId("place-" + place.name().toLowerCase());
    button.getStyleClass().setAll("rail-button");
    button.setToggleGroup(group);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(
        event -> {
          button.setSelected(true);
          go.accept(place);
        });
    buttons.put(place, button);
    return button;
  }

  private static Button themeButton(Theme theme) {
    Button button = new Button(null, Icon.THEME.node());
    button.setId("theme");
    button.getStyleClass().setAll("rail-button");
    button.setMaxWidth(Double.MAX_VALUE);
    theme
        .choiceProperty()
        .subscribe(
            now -> {
              String word = WORDS.text("theme." + now.name().toLowerCase());
              button.setText(word);
              button.setAccessibleText(WORDS.text("theme.accessible", word));
            });
    button.setOnAction(
        event -> {
          Theme.Choice[] all = Theme.Choice.values();
          theme
              .choiceProperty()
              .set(all[(theme.choiceProperty().get().ordinal() + 1) % all.length]);
        });
    return button;
  }

  /** Marks a place as the one that is shown. */
  void select(Place place) {
    buttons.get(place).setSelected(true);
  }

  /** Shows only icons, for a narrow window; what they mean is said on top of them. */
  void compact(boolean narrow) {
    pseudoClassStateChanged(NARROW, narrow);
    name.setVisible(!narrow);
    for (Node child : getChildren()) {
      if (child instanceof ButtonBase button) {
        button.setTooltip(narrow ? words(button) : null);
      }
    }
  }

  /** Not made before it is needed: a tooltip is a window, and wants the toolkit. */
  private static Tooltip words(ButtonBase button) {
    Tooltip words = new Tooltip();
    words.textProperty().bind(button.textProperty());
    return words;
  }
}
