package app.satchel.ui.kit;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/**
 * A skill's two letters on a colour drawn from its name: the same skill has the same tile
 * everywhere.
 */
public final class SkillTile extends StackPane {
  /** How large a tile is. */
  public enum Size {
    /** In a line of words. */
    SMALL,
    /** In a row of a list. */
    ROW,
    /** At the head of a page. */
    PAGE
  }

  /** As many colours as the tokens name. */
  static final int COLOURS = 12;

  private final Label letters = new Label();
  private String colour = "";

  /** A tile that shows nothing yet. */
  public SkillTile(Size size) {
    getStyleClass().addAll("skill-tile", size.name().toLowerCase(Locale.ROOT) + "-tile");
    setAccessibleRole(AccessibleRole.NODE);
    setMouseTransparent(true);
    getChildren().add(letters);
  }

  /** Shows the tile of a name. */
  public void show(String name) {
    letters.setText(letters(name));
    getStyleClass().remove(colour);
    colour = "tile-" + colour(name);
    getStyleClass().add(colour);
  }

  /** The first two letters or digits, the first one as a capital. */
  static String letters(String name) {
    StringBuilder found = new StringBuilder();
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(2)
        .forEach(
            c ->
                found.appendCodePoint(
                    found.isEmpty() ? Character.toUpperCase(c) : Character.toLowerCase(c)));
    // One ideograph says as much as two letters, and is as wide.
    if (!found.isEmpty() && Character.isIdeographic(found.codePointAt(0))) {
      return found.substring(0, found.offsetByCodePoints(0, 1));
    }
    return found.isEmpty() ? "?" : found.toString();
  }

  /** The number of a name's colour among the tokens; never changes for the same name. */
  static int colour(String name) {
    // The low bits of a string's hash depend mostly on its last letters: mixed, all letters count.
    int hash = name.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
    return Math.floorMod(hash ^ hash >>> 15, COLOURS);
  }
}
