package app.satchel.ui.kit;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/**
 * A skill's two letters on a colour drawn from its name: the same skill has the same tile
 * everywhere.
 */
public final class SkillTile extends StackPane {
  /** Muted, equally dark, each at least 4.5:1 against white letters. */
  private static final Color[] COLOURS = {
    Color.web("#3A6EA5"), Color.web("#2B7C7C"), Color.web("#7B5AA6"), Color.web("#A35F35"),
    Color.web("#4A7A4C"), Color.web("#A04A63"), Color.web("#5A63A8"), Color.web("#7A6A2B"),
    Color.web("#8A4E9E"), Color.web("#3F7A63"), Color.web("#99534A"), Color.web("#4C6F8C")
  };

  private final Label letters = new Label();
  private final CornerRadii radii;

  /**
   * @param size edge length in pixels
   * @param radius corner radius in pixels
   */
  public SkillTile(double size, double radius) {
    radii = new CornerRadii(radius);
    getStyleClass().add("skill-tile");
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    letters.setStyle("-fx-font-size: " + Math.round(size * 0.42) + "px");
    setAccessibleRole(AccessibleRole.NODE);
    setMouseTransparent(true);
    getChildren().add(letters);
  }

  /** Shows the tile of a name. */
  public void show(String name) {
    letters.setText(letters(name));
    setBackground(new Background(new BackgroundFill(colour(name), radii, Insets.EMPTY)));
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

  /** The colour of a name; never changes for the same name. */
  static Color colour(String name) {
    // The low bits of a string's hash depend mostly on its last letters: mixed, all letters count.
    int hash = name.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
    return COLOURS[Math.floorMod(hash ^ hash >>> 15, COLOURS.length)];
  }
}
