package app.satchel.ui.skill;

import java.util.List;

/**
 * How a person reads pages.
 *
 * @param zoom size of the page in per cent
 * @param wrapCode whether long lines of code are wrapped rather than scrolled
 */
public record Reading(int zoom, boolean wrapCode) {
  /** The sizes there are, in per cent; those of browsers. */
  static final List<Integer> SIZES = List.of(67, 75, 80, 90, 100, 110, 125, 150, 175, 200);

  private static final int NORMAL = 100;

  public Reading {
    zoom = SIZES.contains(zoom) ? zoom : NORMAL;
  }

  /** As it is before anything was chosen. */
  public static Reading standard() {
    return new Reading(NORMAL, false);
  }

  Reading larger() {
    return step(1);
  }

  Reading smaller() {
    return step(-1);
  }

  Reading normal() {
    return new Reading(NORMAL, wrapCode);
  }

  Reading wrapping(boolean wrap) {
    return new Reading(zoom, wrap);
  }

  boolean largest() {
    return zoom == SIZES.getLast();
  }

  boolean smallest() {
    return zoom == SIZES.getFirst();
  }

  private Reading step(int by) {
    int at = Math.clamp(SIZES.indexOf(zoom) + (long) by, 0, SIZES.size() - 1);
    return new Reading(SIZES.get(at), wrapCode);
  }
}
