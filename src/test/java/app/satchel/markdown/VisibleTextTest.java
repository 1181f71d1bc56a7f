package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain\ttext\n",
        "caf\u00E9 \u4E2D\u6587 \u0639\u0631\u0628\u064A",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // a family, joined
        "\u2764\uFE0F and \u0031\uFE0F\u20E3", // heart and keycap
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F", // flag
        "\u0646\u200C\u0647", // Persian
        "\u0915\u094D\u200D\u0937", // Devanagari
        "\u05D0\u200F!" // a mark beside Hebrew
      })
  void leavesProperUsesAlone(String text) {
    assertThat(VisibleText.bracketed(text)).isEqualTo(text);
  }

  @Test
  void namesWhatIsHidden() {
    assertThat(VisibleText.bracketed("a\u200B\u200B\u2060b"))
        .isEqualTo("a[U+200B \u00D72 U+2060]b");
    assertThat(VisibleText.bracketed("user\u202Etxt.exe")).isEqualTo("user[U+202E]txt.exe");
    assertThat(VisibleText.bracketed("a\u001B[31mb")).isEqualTo("a[U+001B][31mb");
    assertThat(VisibleText.bracketed("pay\u200Dpal")).isEqualTo("pay[U+200D]pal");
    assertThat(VisibleText.bracketed("a\uFE01\uFE02b")).isEqualTo("a[U+FE01 U+FE02]b");
  }

  @Test
  void readsMessagesInTagCharacters() {
    StringBuilder text = new StringBuilder("Hello");
    "ignore all".chars().forEach(c -> text.appendCodePoint(0xE0000 + c));
    assertThat(VisibleText.split(text.toString()))
        .containsExactly(
            new VisibleText.Piece("Hello", null),
            new VisibleText.Piece(null, new HiddenContent(HiddenContent.Kind.TAGS, "ignore all")));
  }

  @Test
  void doesNotTakeAMessageForAFlag() {
    StringBuilder text = new StringBuilder("\uD83C\uDFF4");
    "ignore everything".chars().forEach(c -> text.appendCodePoint(0xE0000 + c));
    assertThat(VisibleText.bracketed(text.toString())).contains("everything");
  }
}
