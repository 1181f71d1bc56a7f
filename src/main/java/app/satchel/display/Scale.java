package app.satchel.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many times larger the window is drawn.
 *
 * @param percent from {@value #LEAST} to {@value #MOST}
 */
public record Scale(int percent) {
  /** Half size. */
  public static final int LEAST = 50;

  /** Four times the size. */
  public static final int MOST = 400;

  public Scale {
    if (percent < LEAST || percent > MOST) {
      throw new IllegalArgumentException("A scale of " + percent + " % is not possible");
    }
  }

  /** Reads {@code 1.5} or {@code 150%}; empty when it is neither, or out of bounds. */
  public static Optional<Scale> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return Optional.empty(); // The usual case, at every start.
    }
    boolean percent = trimmed.endsWith("%");
    String number = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
    if (!number.matches("[0-9]{1,3}([.,][0-9]{1,4})?")) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(number.replace(',', '.'));
    BigDecimal exact = percent ? value : value.movePointRight(2);
    int whole = exact.setScale(0, RoundingMode.HALF_UP).intValue();
    return whole < LEAST || whole > MOST ? Optional.empty() : Optional.of(new Scale(whole));
  }

  /** As JavaFX reads it. */
  public String property() {
    return percent + "%";
  }

  @Override
  public String toString() {
    return percent + " %";
  }
}
