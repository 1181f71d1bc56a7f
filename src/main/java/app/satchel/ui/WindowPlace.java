package app.satchel.ui;

import app.satchel.assembly.WindowMemory;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where the window opens. A place that was remembered is corrected when its screen is gone or has
 * become smaller: the window is always wholly to be seen.
 *
 * @param bounds place and size when it does not fill the screen
 * @param maximized whether it fills the screen
 */
record WindowPlace(Rectangle2D bounds, boolean maximized) {
  static final double MIN_WIDTH = 480;
  static final double MIN_HEIGHT = 480;
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 820;

  /** As much of the window has to lie on a screen for that screen to be the one meant. */
  private static final double SEEN = 64;

  /**
   * Finds the place.
   *
   * @param before how the window was left, or null
   * @param screens what can be used of each screen, the primary one first; at least one
   */
  static WindowPlace of(WindowMemory before, List<Rectangle2D> screens) {
    Rectangle2D primary = screens.getFirst();
    if (before == null) {
      return new WindowPlace(centred(WIDTH, HEIGHT, primary), false);
    }
    double width = Math.max(MIN_WIDTH, before.width());
    double height = Math.max(MIN_HEIGHT, before.height());
    Rectangle2D left = new Rectangle2D(before.x(), before.y(), width, height);
    Rectangle2D screen =
        screens.stream()
            .filter(one -> overlap(one, left) > 0)
            .max(Comparator.comparingDouble(one -> overlap(one, left)))
            .orElse(null);
    Rectangle2D bounds = screen == null ? centred(width, height, primary) : fitting(left, screen);
    return new WindowPlace(bounds, before.maximized());
  }

  /** The part of a screen that a window covers; nothing when hardly any of it can be seen. */
  private static double overlap(Rectangle2D screen, Rectangle2D window) {
    double width =
        Math.min(screen.getMaxX(), window.getMaxX()) - Math.max(screen.getMinX(), window.getMinX());
    double height =
        Math.min(screen.getMaxY(), window.getMaxY()) - Math.max(screen.getMinY(), window.getMinY());
    return width < SEEN || height < SEEN ? 0 : width * height;
  }

  private static Rectangle2D centred(double width, double height, Rectangle2D screen) {
    double w = Math.min(width, screen.getWidth());
    double h = Math.min(height, screen.getHeight());
    return new Rectangle2D(
        screen.getMinX() + Math.rint((screen.getWidth() - w) / 2),
        screen.getMinY() + Math.rint((screen.getHeight() - h) / 2),
        w,
        h);
  }

  private static Rectangle2D fitting(Rectangle2D window, Rectangle2D screen) {
    double w = Math.min(window.getWidth(), screen.getWidth());
    double h = Math.min(window.getHeight(), screen.getHeight());
    return new Rectangle2D(
        Math.clamp(window.getMinX(), screen.getMinX(), screen.getMaxX() - w),
        Math.clamp(window.getMinY(), screen.getMinY(), screen.getMaxY() - h),
        w,
        h);
  }
}
