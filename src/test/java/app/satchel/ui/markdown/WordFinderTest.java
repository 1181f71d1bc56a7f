package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Selection.Position;
import app.satchel.ui.markdown.WordFinder.Hit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordFinderTest {
  private static List<Cell> cells(String... texts) {
    return Stream.of(texts)
        .map(text -> new Cell(List.of(), 0, 0, 0, new Content.Source(text), text, List.of()))
        .toList();
  }

  @Test
  void findsWordsWhateverTheirCaseInReadingOrder() {
    assertThat(WordFinder.find(cells("One line", "no", "LINE after Line"), "line"))
        .containsExactly(new Hit(0, 4, 8), new Hit(2, 0, 4), new Hit(2, 11, 15));
  }

  @Test
  void takesLineEndsAndTypographyForWhatPeopleType() {
    assertThat(WordFinder.find(cells("two\nwords", "the author\u2019s", "a\u00A0b"), "two words"))
        .containsExactly(new Hit(0, 0, 9));
    assertThat(WordFinder.find(cells("the author\u2019s"), "author's")).hasSize(1);
    assertThat(WordFinder.find(cells("a\u00A0b"), "a b")).hasSize(1);
  }

  @Test
  void findsNothingForNothing() {
    assertThat(WordFinder.find(cells("anything"), "")).isEmpty();
  }

  @Test
  void stopsWhereNobodyWouldWalkAnyMore() {
    assertThat(WordFinder.find(cells("a".repeat(100_000)), "a")).hasSize(WordFinder.MOST);
  }

  @Property
  void everyHitSaysWhatWasLookedFor(
      @ForAll @Size(max = 5) List<@StringLength(max = 30) String> texts,
      @ForAll @StringLength(min = 1, max = 3) String wanted) {
    List<Cell> cells = cells(texts.toArray(String[]::new));
    for (Hit hit : WordFinder.find(cells, wanted)) {
      String found = cells.get(hit.cell()).text().substring(hit.from(), hit.to());
      assertThat(found).hasSameSizeAs(wanted);
      if (wanted.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))
          && found.chars().allMatch(c -> c < 128)) {
        assertThat(found.toLowerCase(Locale.ROOT)).isEqualTo(wanted.toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void walksInACircleFromWhereThePersonReads() {
    Finding finding = new Finding();
    List<Cell> cells = cells("x", "y x", "z", "x");
    assertThat(finding.look(cells, "x", new Position(2, 0))).isEqualTo(new Found(3, 3, false));
    assertThat(finding.move(true)).isEqualTo(new Found(1, 3, false));
    assertThat(finding.move(false)).isEqualTo(new Found(3, 3, false));
    assertThat(finding.in(1)).containsExactly(new Hit(1, 2, 3));
    assertThat(finding.in(2)).isEmpty();
    assertThat(finding.look(cells, "x", new Position(9, 0)).current()).isEqualTo(1);
    assertThat(finding.look(cells, "nowhere", new Position(0, 0))).isEqualTo(Found.NOTHING);
    assertThat(finding.move(true)).isEqualTo(Found.NOTHING);
  }
}
