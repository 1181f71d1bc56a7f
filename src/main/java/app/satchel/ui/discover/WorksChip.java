package app.satchel.ui.discover;

import app.satchel.ui.discover.WorksModel.Filter;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Placeholder;
import app.satchel.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The choice of which rows are shown: a menu, because there are four answers. */
final class WorksChip extends MenuButton {
  private static final Words WORDS = Words.of(WorksChip.class);
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  WorksChip(WorksModel works) {
    setId("works");
    getStyleClass().setAll("menu-button", "chip", "menu-chip");
    setPopupSide(Side.BOTTOM);
    ToggleGroup group = new ToggleGroup();
    for (Filter choice : Filter.values()) {
      RadioMenuItem item = new RadioMenuItem(WORDS.text("works.filter." + word(choice)));
      item.setToggleGroup(group);
      item.setOnAction(event -> works.filterProperty().set(choice));
      getItems().add(item);
    }
    works
        .filterProperty()
        .subscribe(
            now -> {
              group.selectToggle(group.getToggles().get(now.ordinal()));
              boolean all = now == Filter.ALL;
              setText(WORDS.text(all ? "works.chip" : "works.filter." + word(now)));
              setAccessibleText(
                  WORDS.text("works.spoken", WORDS.text("works.filter." + word(now))));
              pseudoClassStateChanged(CHOSEN, !all);
            });
  }

  private static String word(Filter filter) {
    return filter.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many rows are shown, and how many have been looked at. */
  static String count(WorksModel works) {
    int open = works.openProperty().get();
    int rows = works.rows();
    return open > 0
        ? WORDS.text("works.count-open", works.shown().size(), rows - open, rows)
        : WORDS.text("works.count", works.shown().size(), rows);
  }

  /** What stands in the list's place while no row fits. */
  static Node noRows(WorksModel works) {
    if (works.openProperty().get() > 0) {
      return new Placeholder(
          Icon.SEARCH, WORDS.text("works.looking"), WORDS.text("works.looking-words"), List.of());
    }
    Button all = new Button(WORDS.text("works.show-all"));
    all.setOnAction(event -> works.filterProperty().set(Filter.ALL));
    Button further = new Button(WORDS.text("works.further"));
    further.setOnAction(event -> works.lookFurther());
    return new Placeholder(
        Icon.EMPTY,
        WORDS.text("works.none"),
        WORDS.text("works.none-words", works.rows()),
        works.canLookFurther() ? List.of(further, all) : List.of(all));
  }
}
