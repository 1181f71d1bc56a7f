package app.satchel.ui;

import app.satchel.ui.discover.DiscoverView;
import app.satchel.ui.skill.SkillPageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * List and page side by side; in a narrow window the page takes the list's place, and Back returns
 * to the list as it was.
 */
final class DiscoverScreen extends HBox {
  /**
   * Below this width of the window there is room for one of the two: beside the list, a page's tabs
   * and tiles would be cut.
   */
  static final double NARROW = 1_090;

  private static final double LIST = 392;

  private final DiscoverView list;
  private final SkillPageView page;
  private boolean narrow;
  private boolean reading;

  DiscoverScreen(DiscoverView list, SkillPageView page) {
    this.list = list;
    this.page = page;
    getStyleClass().add("discover-screen");
    HBox.setHgrow(page, Priority.ALWAYS);
    page.setMinWidth(0);
    page.setOnBack(this::back);
    arrange();
  }

  void narrow(boolean now) {
    if (now != narrow) {
      narrow = now;
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
    page.showBack(narrow);
    if (!narrow) {
      list.setMinWidth(LIST);
      list.setPrefWidth(LIST);
      list.setMaxWidth(LIST);
      HBox.setHgrow(list, Priority.NEVER);
      getChildren().setAll(list, divider(), page);
    } else if (reading) {
      getChildren().setAll(page);
    } else {
      list.setMinWidth(0);
      list.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(list, Priority.ALWAYS);
      getChildren().setAll(list);
    }
  }

  private static Region divider() {
    Region line = new Region();
    line.getStyleClass().add("divider");
    line.setMinWidth(1);
    line.setMaxWidth(1);
    return line;
  }
}
