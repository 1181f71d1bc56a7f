package app.satchel.check.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.check.requirement.Requirement.Kind;
import app.satchel.check.requirement.Requirement.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionPhraseTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      textBlock =
          """
          RUNTIME | >=3.10 | 3.10 or later
          RUNTIME | >=3.10 <=3.12 | 3.10 to 3.12
          RUNTIME | >=2 <3 | 2 or later, before 3
          PACKAGE | ==0.13.2 | exactly 0.13.2
          PACKAGE | <4 | before 4
          PACKAGE | <=4 | up to 4
          PACKAGE | >4 | after 4
          PACKAGE | !=4 | not 4
          PACKAGE | >=1 !=1.2 | >=1 !=1.2
          HARDWARE | >=16GB | 16 GB or more
          HARDWARE | >=2 | 2 or more
          TOOL | null | ''
          """)
  void saysWhatPeopleSay(Kind kind, String version, String phrase) {
    Requirement requirement =
        new Requirement(
            kind,
            "acme",
            version,
            Level.REQUIRED,
            null,
            "",
            new Requirement.Place("compatibility", 4));

    assertThat(VersionPhrase.of(requirement)).isEqualTo(phrase);
  }
}
