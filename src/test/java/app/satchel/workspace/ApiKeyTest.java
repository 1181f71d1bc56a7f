package app.satchel.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.satchel.problem.Problem;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  @Test
  void aKeyIsReadAsItWasPasted() {
    assertThat(ApiKey.parse(" sk-ant-api03-abcdefghijklmnop\n"))
        .isEqualTo(ApiKey.parse("sk-ant-api03-abcdefghijklmnop"))
        .hasSameHashCodeAs(ApiKey.parse("sk-ant-api03-abcdefghijklmnop"))
        .isNotEqualTo(ApiKey.parse("sk-ant-api03-abcdefghijklmnoq"));
  }

  @Test
  void whatIsShownTellsWhichKeyItIsAndNotTheKey() {
    assertThat(ApiKey.parse("sk-ant-api03-abcdefghijklwxyz")).hasToString("sk-ant-…wxyz");
    assertThat(ApiKey.parse("sk-ant-short")).hasToString("(hidden)");
    assertThat(ApiKey.parse("a-token-of-a-gateway-of-ours")).hasToString("(hidden)");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "  ", "short", "two words in it", "sk-ant-schlüssel", "sk-ant-a\nHost: x"})
  void whatIsNoKeyIsRefusedWithoutRepeatingIt(String text) {
    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> ApiKey.parse(text)).problem();

    assertThat(problem.code()).isEqualTo("api-key-malformed");
    assertThat(problem.kind()).isEqualTo(ProblemKind.INPUT);
    if (text != null && !text.isBlank() && !text.equals("short")) {
      assertThat(problem.report()).doesNotContain(text);
    }
  }

  @Test
  void aWholeFileIsNoKey() {
    assertThat(catchThrowableOfType(ProblemException.class, () -> ApiKey.parse("x".repeat(1025))))
        .isNotNull();
  }
}
