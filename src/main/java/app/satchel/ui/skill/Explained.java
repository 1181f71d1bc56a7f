package app.satchel.ui.skill;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Gives a control words of explanation, which come by pointer and by keyboard. */
final class Explained {
  private static final double WIDEST = 360;

  private Explained() {}

  static void by(Control control, String words) {
    Tooltip tooltip = new Tooltip(words);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST);
    tooltip.setShowDelay(Duration.millis(300));
    tooltip.setShowDuration(Duration.INDEFINITE);
    control.setTooltip(tooltip);
    control.setAccessibleHelp(words);
    control.setFocusTraversable(true);
    control.getStyleClass().add("explained");
    control
        .focusVisibleProperty()
        .subscribe(
            focused -> {
              if (focused) {
                show(control, tooltip);
              } else {
                tooltip.hide();
              }
            });
  }

  private static void show(Node node, Tooltip tooltip) {
    Bounds place = node.localToScreen(node.getLayoutBounds());
    if (place != null) {
      tooltip.show(node, place.getMinX(), place.getMaxY() + 4);
    }
  }
}
