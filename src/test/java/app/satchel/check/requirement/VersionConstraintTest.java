package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionConstraintTest {
  @ParameterizedTest
  @CsvSource({
    "3.11.7, >=3.10, true",
    "3.9.18, >=3.10, false",
    "3.10, >=3.10.0, true",
    "3.10.0.1, >3.10, true",
    "4.0, >=3.10 <4, false",
    "3.99, >=3.10 <4, true",
    "0.14.6, ==0.14.6, true",
    "0.14.6.0, ==0.14.6, true",
    "0.14.7, ==0.14.6, false",
    "1.2.3.4, >=1.2.3.3, true",
    "1.5, !=1.5, false",
    "12, <=12, true",
    "2.0.0rc1, >=2, true",
    "6.1.1-3ubuntu5, >=6.1, true",
    "20240116, >=2024, true",
  })
  void compares(String version, String constraint, boolean expected) {
    assertThat(VersionConstraint.satisfied(version, constraint)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"unknown, >=1", "1.0, about 1", "'', >=1", "99999999999999999999, >=1"})
  void saysWhenItCannotCompare(String version, String constraint) {
    assertThat(VersionConstraint.satisfied(version, constraint)).isEqualTo(Optional.empty());
  }
}
