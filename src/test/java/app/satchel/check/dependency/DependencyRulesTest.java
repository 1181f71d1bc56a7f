package app.satchel.check.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.dependency.DependencyRules.Meaning;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependencyRulesTest {
  private final DependencyRules rules = DependencyRules.CURRENT;

  @Test
  void theDataIsDatedAndNamesItsSource() {
    assertThat(LocalDate.parse(rules.date())).isAfter(LocalDate.of(2026, 1, 1));
    assertThat(rules.source()).isNotBlank();
  }

  @Test
  void aKeyMeansOneThing() {
    Set<String> seen = new HashSet<>();
    for (Meaning meaning : Meaning.values()) {
      assertThat(rules.keys().get(meaning)).isNotEmpty().allMatch(seen::add);
    }
  }

  @Test
  void namesAreLowerCaseSoThatTheyCanMatch() {
    assertThat(rules.packages()).allMatch(one -> one.equals(one.toLowerCase(Locale.ROOT)));
    assertThat(rules.genericTokens()).allMatch(one -> one.matches("[a-z0-9]+"));
    assertThat(rules.renameWords()).allMatch(one -> one.equals(one.toLowerCase(Locale.ROOT)));
  }
}
