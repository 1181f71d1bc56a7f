package app.satchel.ui.markdown;

import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.util.Duration;

/**
 * What is said on top of a piece of text. Made when a pointer or the keyboard first comes to it: a
 * page of nothing but links has thousands, and a tooltip costs more than the text does.
 */
final class Hint {
  private static final double WIDEST = 420;
  private static final Duration DELAY = Duration.millis(400);

  private final Text text;
  private final String words;
  private Tooltip tooltip;

  private Hint(Text text, String words) {
    this.text = text;
    this.words = words;
  }

  /** Gives a piece of text its hint. */
  static Hint on(Text text, String words) {
    Hint hint = new Hint(text, words);
    text.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> hint.make());
    return hint;
  }

  private void make() {
    if (tooltip == null) {
      tooltip = new Tooltip(words);
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(WIDEST);
      tooltip.setShowDelay(DELAY);
      Tooltip.install(text, tooltip);
    }
  }

  /** Says it below the text, for whoever comes by keyboard. */
  void show() {
    Bounds place = text.localToScreen(text.getBoundsInLocal());
    if (place != null) {
      make();
      tooltip.show(text, place.getMinX(), place.getMaxY() + 6);
    }
  }

  /** Takes back what {@link #show} said. */
  void hide() {
    if (tooltip != null) {
      tooltip.hide();
    }
  }
}
