package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.assembly.WindowMemory;
import java.util.List;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  private static final Rectangle2D DESK = new Rectangle2D(0, 24, 1920, 1056);
  private static final Rectangle2D LEFT_OF_IT = new Rectangle2D(-1280, 0, 1280, 1024);
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1024, 640);

  private static WindowMemory at(double x, double y, double width, double height) {
    return new WindowMemory(x, y, width, height, false, 0);
  }

  private static Rectangle2D bounds(WindowMemory before, Rectangle2D... screens) {
    return WindowPlace.of(before, List.of(screens)).bounds();
  }

  @Test
  void theFirstTimeItStandsInTheMiddle() {
    assertThat(bounds(null, DESK)).isEqualTo(new Rectangle2D(320, 142, 1280, 820));
    assertThat(bounds(null, LAPTOP)).isEqualTo(LAPTOP);
  }

  @Test
  void whatFitsStaysWhereItWas() {
    assertThat(bounds(at(100, 100, 1280, 820), DESK))
        .isEqualTo(new Rectangle2D(100, 100, 1280, 820));
    assertThat(bounds(at(-1200, 50, 1000, 700), DESK, LEFT_OF_IT))
        .isEqualTo(new Rectangle2D(-1200, 50, 1000, 700));
  }

  @Test
  void aScreenThatIsGoneMeansTheMiddleOfThePrimaryOne() {
    assertThat(bounds(at(-1200, 50, 1000, 700), DESK))
        .isEqualTo(new Rectangle2D(460, 202, 1000, 700));
    // A sliver at the edge cannot be taken hold of.
    assertThat(bounds(at(-970, 50, 1000, 700), DESK))
        .isEqualTo(new Rectangle2D(460, 202, 1000, 700));
  }

  @Test
  void aSmallerScreenMakesItSmaller() {
    assertThat(bounds(at(200, 200, 1800, 1000), LAPTOP)).isEqualTo(LAPTOP);
    assertThat(bounds(at(700, 300, 800, 600), LAPTOP))
        .isEqualTo(new Rectangle2D(224, 40, 800, 600));
  }

  @Test
  void itGoesToTheScreenThatShowsMostOfIt() {
    assertThat(bounds(at(-300, 100, 1000, 700), DESK, LEFT_OF_IT))
        .isEqualTo(new Rectangle2D(0, 100, 1000, 700));
    assertThat(bounds(at(-700, 100, 1000, 700), DESK, LEFT_OF_IT))
        .isEqualTo(new Rectangle2D(-1000, 100, 1000, 700));
  }

  @Test
  void whatFilledTheScreenFillsItAgain() {
    WindowMemory full = new WindowMemory(100, 100, 900, 700, true, 0);
    assertThat(WindowPlace.of(full, List.of(DESK)).maximized()).isTrue();
  }

  @Property
  void whereverItWasItIsWhollySeen(
      @ForAll @DoubleRange(min = -1e7, max = 1e7) double x,
      @ForAll @DoubleRange(min = -1e7, max = 1e7) double y,
      @ForAll @DoubleRange(min = 0.1, max = 1e7) double width,
      @ForAll @DoubleRange(min = 0.1, max = 1e7) double height) {
    Rectangle2D found = bounds(at(x, y, width, height), DESK, LEFT_OF_IT);

    assertThat(List.of(DESK, LEFT_OF_IT)).anyMatch(screen -> screen.contains(found));
    assertThat(found.getWidth()).isGreaterThanOrEqualTo(WindowPlace.MIN_WIDTH);
    assertThat(found.getHeight()).isGreaterThanOrEqualTo(WindowPlace.MIN_HEIGHT);
  }
}
