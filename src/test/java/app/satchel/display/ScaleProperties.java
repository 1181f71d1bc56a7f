package app.satchel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScaleProperties {
  @Property
  void whatIsToldIsReadAgain(@ForAll @IntRange(min = 50, max = 400) int percent) {
    Scale scale = new Scale(percent);
    assertThat(Scale.parse(scale.property())).contains(scale);
    assertThat(Scale.parse(Double.toString(percent / 100.0))).contains(scale);
  }

  @Property
  void anyTextIsAScaleWithinBoundsOrNone(@ForAll String text) {
    Optional<Scale> scale = Scale.parse(text);
    scale.ifPresent(found -> assertThat(found.percent()).isBetween(50, 400));
  }

  @Example
  void examples() {
    assertThat(Scale.parse(" 1.5 ")).contains(new Scale(150));
    assertThat(Scale.parse("150 %")).contains(new Scale(150));
    assertThat(Scale.parse("1,25")).contains(new Scale(125));
    assertThat(Scale.parse("0.5")).contains(new Scale(50));
    assertThat(Scale.parse("4")).contains(new Scale(400));
    for (String none : new String[] {"0.49", "4.01", "", "%", "-1", "1e3", "150", "NaN", "1.5x"}) {
      assertThat(Scale.parse(none)).as(none).isEmpty();
    }
  }
}
