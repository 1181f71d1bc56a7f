package app.satchel.ui;

import app.satchel.ui.discover.DiscoverView;
import app.satchel.ui.skill.SkillPageView;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * List and page side by side; in a narrow window the page takes the list's place, and Back returns
 * to the list as it was.
 */
final class DiscoverScreen extends HBox {
  /** Below this width of the window there is room for one of the two. */
  static final double NARROW = 900;

  /** The width that the list has until somebody changes it. */
  static final double LIST = 392;

  private static final double LEAST_LIST = 320;
  private static final double MOST_LIST = 640;

  /** A page needs as much to be read. */
  private static final double LEAST_PAGE = 420;

  private final DiscoverView list;
  private final DoubleProperty listWidth;
  private final ListDivider divider;
  private boolean narrow;
  private boolean reading;

  /** Holds the page's place until there is one. */
  private Region page = new Region();

  /** Stands in the page's place; null when it is the page's turn. */
  private Region instead;

  /**
   * @param listWidth how wide the list is to be, where there is room
   */
  DiscoverScreen(DiscoverView list, DoubleProperty listWidth) {
    this.list = list;
    this.listWidth = listWidth;
    divider = new ListDivider(listWidth, LIST, LEAST_LIST, this::fitting);
    getStyleClass().add("discover-screen");
    HBox.setHgrow(page, Priority.ALWAYS);
    listWidth.subscribe((before, now) -> arrange());
    widthProperty().subscribe((before, now) -> arrange());
    arrange();
  }

  /** The list's width that a wish comes to: neither list nor page gets too narrow. */
  private double fitting(double wish) {
    double room = getWidth() > 0 ? getWidth() - LEAST_PAGE : MOST_LIST;
    double most = Math.clamp(room, LEAST_LIST, MOST_LIST);
    return Math.rint(Math.clamp(wish, LEAST_LIST, most));
  }

  void narrow(boolean now) {
    if (now != narrow) {
      narrow = now;
      arrange();
    }
  }

  /** Puts the page of skills in its place. */
  void page(SkillPageView view) {
    page = view;
    HBox.setHgrow(view, Priority.ALWAYS);
    view.setMinWidth(0);
    view.setOnBack(this::back);
    arrange();
  }

  /** Puts something in the page's place, or the page again when it is null. */
  void instead(Region other) {
    if (other != instead) {
      instead = other;
      if (other != null) {
        HBox.setHgrow(other, Priority.ALWAYS);
      }
      arrange();
    }
  }

  /** Gives the page the room, where only one fits. */
  void read() {
    reading = true;
    arrange();
  }

  private void back() {
    reading = false;
    arrange();
    list.listNode().requestFocus();
  }

  private void arrange() {
    if (page instanceof SkillPageView view) {
      view.showBack(narrow);
    }
    if (!narrow) {
      double width = fitting(listWidth.get());
      list.setMinWidth(width);
      list.setPrefWidth(width);
      list.setMaxWidth(width);
      HBox.setHgrow(list, Priority.NEVER);
      show(list, divider, instead == null ? page : instead);
    } else if (reading) {
      show(page);
    } else {
      list.setMinWidth(0);
      list.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(list, Priority.ALWAYS);
      show(list);
    }
  }

  /** Takes nothing out that stays: it would lose the focus. */
  private void show(Region... shown) {
    if (!getChildren().equals(List.of(shown))) {
      getChildren().setAll(shown);
    }
  }
}
