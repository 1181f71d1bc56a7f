package app.satchel.ui.skill;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.skill.CodeLine.Kind;
import java.util.BitSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeLineTest {
  private static String shown(CodeLine line) {
    return line.pieces().stream().map(CodeLine.Piece::text).collect(Collectors.joining("|"));
  }

  private static String shown(String line) {
    return shown(CodeLine.of(line, true));
  }

  @Test
  void whatIsNotSeenHasAMark() {
    assertThat(shown("\uFEFF---\r")).isEqualTo("BOM|---|CR");
    assertThat(shown("key:\tvalue")).isEqualTo("key:|\u2192   |value");
    assertThat(shown("text  ")).isEqualTo("text|\u00B7\u00B7");
    assertThat(shown("text  \r")).isEqualTo("text|\u00B7\u00B7|CR");
    assertThat(shown("a\u200Bb\u202Ec\u00A0d")).isEqualTo("a|U+200B|b|U+202E|c|U+00A0|d");
    assertThat(shown("a\u0007\u0007\u0007")).isEqualTo("a|U+0007\u00D73");
    assertThat(shown("a\uD800b")).isEqualTo("a|U+D800|b");
  }

  @Test
  void whatIsSeenStaysAsItIs() {
    assertThat(shown("    - nested: yes")).isEqualTo("    - nested: yes");
    assertThat(shown("\u65E5\u672C\u3000\u8A9E \uD83D\uDC69\u200D\uD83D\uDCBB"))
        .isEqualTo("\u65E5\u672C\u3000\u8A9E \uD83D\uDC69\u200D\uD83D\uDCBB");
    assertThat(CodeLine.of("", true).pieces()).isEmpty();
  }

  @Test
  void everyMarkHasWords() {
    assertThat(CodeLine.of("\uFEFFa\tb  \r", true).spoken())
        .isEqualTo("[byte order mark] a [tab] b [2 blanks at the end]  [carriage return]");
    assertThat(CodeLine.of("a\u200Bb", false).spoken()).isEqualTo("a [U+200B] b [no line end]");
  }

  @Test
  void aLastLineWithoutAnEndSaysSo() {
    assertThat(shown(CodeLine.of("end", false))).isEqualTo("end|no line end");
  }

  @Test
  void aLineThatIsTooLongSaysHowMuchIsLeftOut() {
    String shown = shown("x".repeat(5_000));

    assertThat(shown).startsWith("x".repeat(CodeLine.MOST_CHARACTERS) + "|");
    assertThat(shown).contains("3,000 characters");
  }

  @Test
  void aLongLineIsShownWhereItChanged() {
    BitSet changed = new BitSet();
    changed.set(40_000, 40_005);
    CodeLine line = CodeLine.of("x".repeat(40_000) + "HELLO" + "y".repeat(9_000), true, changed);

    assertThat(line.pieces()).extracting(CodeLine.Piece::kind).startsWith(Kind.LEFT_OUT);
    assertThat(line.pieces())
        .filteredOn(piece -> piece.kind() == Kind.CHANGED)
        .extracting(CodeLine.Piece::text)
        .containsExactly("HELLO");
  }

  @Test
  void aLineMadeOfMarksIsBounded() {
    assertThat(CodeLine.of("\u200B\u200C".repeat(900), true).pieces()).hasSizeLessThan(20);
  }

  @Test
  void theWordsThatChangedAreFound() {
    BitSet changed = LineWords.changed("fill in <name> and go.", "fill in [name] and go.'");

    assertThat(changed.stream().boxed().toList()).containsExactly(8, 13);
    assertThat(LineWords.changed("---\r", "---").cardinality()).isOne();
    assertThat(LineWords.changed("---", "---\r").isEmpty()).isTrue();
    assertThat(LineWords.changed("", "a").isEmpty()).isTrue();
    assertThat(LineWords.changed("abc", "xyz").isEmpty()).as("nothing in common").isTrue();
  }

  @Test
  void wordsAreMarkedWhole() {
    BitSet changed = LineWords.changed("the skill soups here", "the skill soupsters here");

    assertThat(changed.stream().boxed().toList()).containsExactly(10, 11, 12, 13, 14);
    assertThat(LineWords.changed("number one soupsters", "number one sters").cardinality())
        .isEqualTo(9);
    assertThat(LineWords.changed("aa", "aaa").cardinality()).isZero();
  }
}
