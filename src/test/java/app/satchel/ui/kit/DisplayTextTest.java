package app.satchel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTextTest {
  @Test
  void whatHidesOrTurnsTextIsNotShown() {
    assertThat(DisplayText.line("safe\u202Etxt.exe\u200B\u0007\n next\u001B[31m", 100))
        .isEqualTo("safetxt.exe next[31m");
  }

  @Test
  void aTextThatIsTooLongEndsInAnEllipsis() {
    assertThat(DisplayText.line("abcdefghij", 5)).isEqualTo("abcd\u2026");
    assertThat(DisplayText.line("abcde", 5)).isEqualTo("abcde");
  }

  @Test
  void nothingIsAnEmptyLine() {
    assertThat(DisplayText.line(null, 10)).isEmpty();
  }

  @Property
  void anyTextBecomesOneBoundedLine(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 80) int limit) {
    String line = DisplayText.line(text, limit);

    assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(limit);
    assertThat(line.codePoints()).noneMatch(Character::isISOControl);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "999,999", "1000,1k", "1999,1.9k", "12345,12k", "1200000,1.2M"})
  void countsAreShortAndNeverRoundedUp(long number, String shown) {
    assertThat(Figures.count(number)).isEqualTo(shown);
  }

  @Test
  void aDayNamesItsYearOnlyWhenItIsAnother() {
    LocalDate today = LocalDate.of(2026, 11, 23);
    assertThat(Figures.day(Instant.parse("2026-03-08T12:00:00Z"), today)).isEqualTo("8 March");
    assertThat(Figures.day(Instant.parse("2025-03-08T12:00:00Z"), today)).isEqualTo("8 March 2025");
  }

  @Test
  void theTileHasTwoLettersAndAlwaysTheSameColour() {
    assertThat(SkillTile.letters("python-database")).isEqualTo("Py");
    assertThat(SkillTile.letters("--9x")).isEqualTo("9x");
    assertThat(SkillTile.letters("\u65E5\u672C")).isEqualTo("\u65E5");
    assertThat(SkillTile.letters("")).isEqualTo("?");
    assertThat(SkillTile.colour("PDF")).isEqualTo(SkillTile.colour("pdf"));
  }
}
