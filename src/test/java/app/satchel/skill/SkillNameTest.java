package app.satchel.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "tea-timer", "9", "a-1-b", "0x"})
  void portableNames(String name) {
    assertThat(SkillName.isPortable(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a_b", "a b", "a.b", "\u8336", "a\n", "a:b"})
  void namesSomeReaderRefuses(String name) {
    assertThat(SkillName.isPortable(name)).isFalse();
    assertThat(SkillName.hasPortableCharacters(name)).isFalse();
  }

  @Test
  void sixtyFourCharactersAreTheMost() {
    assertThat(SkillName.isPortable("a".repeat(64))).isTrue();
    assertThat(SkillName.isPortable("a".repeat(65))).isFalse();
    assertThat(SkillName.hasPortableCharacters("a".repeat(65))).isTrue();
    assertThat(SkillName.slug("word-".repeat(20)).orElseThrow())
        .isEqualTo("word-".repeat(12) + "word");
  }

  @Test
  void aVeryLongNameIsNoDanger() {
    assertThat(SkillName.hasPortableCharacters("a-".repeat(500_000) + "!")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Tea Timer, tea-timer",
    "tea_timer.v2, tea-timer-v2",
    "' -Tea--', tea",
    "Tea \u2013 Timer, tea-timer"
  })
  void losslessWhenOnlyCaseAndSeparatorsChange(String name, String slug) {
    assertThat(SkillName.losslessSlug(name)).hasValue(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"git:commit", "caf\u00e9", "C++", "\u8336", "a/b", "...", ""})
  void neverLosslessWhenSomethingWouldBeLost(String name) {
    assertThat(SkillName.losslessSlug(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"git:commit, git-commit", "caf\u00e9 cr\u00e8me, cafe-creme", "C++ tips, c-tips"})
  void aSlugAtAnyPrice(String name, String slug) {
    assertThat(SkillName.slug(name)).hasValue(slug);
  }

  @Test
  void noSlugWhenNothingCanBeKept() {
    assertThat(SkillName.slug("\u8336\u9053")).isEmpty();
  }
}
