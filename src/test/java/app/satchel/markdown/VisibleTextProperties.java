package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VisibleTextProperties {

  @Provide
  Arbitrary<String> mixed() {
    return Arbitraries.integers()
        .between(0, 0x10FFFF)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .injectDuplicates(0.2)
        .list()
        .ofMaxSize(20)
        .map(
            points -> {
              StringBuilder text = new StringBuilder();
              points.forEach(text::appendCodePoint);
              return text.toString();
            });
  }

  @Property
  void whatIsShownHidesNothing(@ForAll("mixed") String text) {
    assertThat(VisibleText.allPlain(VisibleText.bracketed(text))).isTrue();
  }

  @Property
  void plainPiecesAreTheTextWithoutTheHiddenRuns(@ForAll("mixed") String text) {
    int at = 0;
    for (VisibleText.Piece piece : VisibleText.split(text)) {
      if (piece.hidden() == null) {
        at = text.indexOf(piece.plain(), at);
        assertThat(at).isNotNegative();
        at += piece.plain().length();
      }
    }
  }
}
