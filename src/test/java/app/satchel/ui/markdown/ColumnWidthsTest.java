package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

  @Test
  void fillsTheMeasureWhenEverythingFits() {
    ColumnWidths widths =
        ColumnWidths.of(2, List.of(List.of("a", "b"), List.of("some words", "x")));
    double[] fit = widths.fit(600);
    assertThat(Arrays.stream(fit).sum()).isEqualTo(600);
    assertThat(fit[0]).isGreaterThan(fit[1]);
  }

  @Test
  void wrapsTheWordyColumnFirst() {
    ColumnWidths widths =
        ColumnWidths.of(2, List.of(List.of("name", "a sentence of many words ".repeat(6))));
    double[] fit = widths.fit(300);
    assertThat(Arrays.stream(fit).sum()).isLessThanOrEqualTo(300.001);
    assertThat(fit[0]).isGreaterThanOrEqualTo(widths.least().get(0));
  }

  @Test
  void growsBeyondTheMeasureRatherThanBreakWords() {
    List<String> row =
        List.of("supercalifragilistic", "antidisestablishment", "pneumonoultramicro");
    double[] fit = ColumnWidths.of(3, List.of(row)).fit(300);
    assertThat(Arrays.stream(fit).sum()).isGreaterThan(300);
  }

  @Test
  void takesRaggedRows() {
    assertThat(ColumnWidths.of(3, List.of(List.of("a"), List.of())).fit(100)).hasSize(3);
  }
}
