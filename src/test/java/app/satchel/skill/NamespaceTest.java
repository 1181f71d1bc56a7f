package app.satchel.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceTest {
  @ParameterizedTest
  @ValueSource(strings = {"@ann/teas/timer", "ann/teas/timer", "  @ann/teas/timer\n"})
  void isReadWithAndWithoutTheSign(String text) {
    Namespace namespace = Namespace.parse(text).orElseThrow();
    assertThat(namespace).isEqualTo(new Namespace("ann", "teas", "timer"));
    assertThat(namespace).hasToString("@ann/teas/timer");
    assertThat(namespace.repository()).isEqualTo("ann/teas");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@ann/teas/SKILL.md", "@a.b/c_d/e f-1"})
  void theLastSegmentMayBeAFile(String text) {
    assertThat(Namespace.parse(text).isPresent()).isEqualTo(!text.contains(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ann/teas",
        "a/b/c/d",
        "a//c",
        "../b/c",
        "a/./c",
        "a/b/..",
        "a/b/c?x",
        "a/b/c#x",
        "a/b/%2e",
        "a\\b/c/d",
        "a/b/\u0000"
      })
  void anythingElseIsNone(String text) {
    assertThat(Namespace.parse(text)).isEmpty();
  }

  @Test
  void nullIsNoneAndALongSegmentToo() {
    assertThat(Namespace.parse(null)).isEmpty();
    assertThat(Namespace.parse("a/b/" + "c".repeat(201))).isEmpty();
  }

  @Test
  void cannotBeMadeOfSegmentsThatWalk() {
    assertThatThrownBy(() -> new Namespace("a", "..", "c"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
