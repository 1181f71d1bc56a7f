package app.satchel.check.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class KeywordIndexProperties {
  private static final List<String> WORDS = List.of("ab", "abc", "ba", "bb", "c-a");

  @Property
  void findsExactlyWhatContainsFinds(
      @ForAll
          @CharRange(from = 'A', to = 'C')
          @CharRange(from = 'a', to = 'c')
          @CharRange(from = '-', to = '-')
          String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    assertThat(new KeywordIndex(WORDS).in(text))
        .containsExactlyInAnyOrderElementsOf(WORDS.stream().filter(lower::contains).toList());
  }

  @Property
  void anyTextIsScanned(@ForAll String text) {
    assertThat(WORDS).containsAll(new KeywordIndex(WORDS).in(text));
  }
}
