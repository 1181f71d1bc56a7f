package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words and names beside a name say of it. */
class RequirementBesideTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cursor, opencode, agy, claude | agent cursor /a; agent opencode /a; agent antigravity /a; agent claude-code /a
          Pairs with `parcel-audit-notes`. | skill parcel-audit-notes optional
          Pairs well with ripgrep | tool rg optional
          macOS 14/15+ | os macos >=14
          Ruby 3.2/3.3 | runtime ruby >=3.2 <=3.3
          Node.js 20+, CommonJS | runtime node >=20
          Requires git and pixi | tool git; tool pixi
          """)
  void readsByCompany(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @Test
  void aPossibleNeedSpeaksOfTheWholeChoice() {
    assertThat(prose("Terraform, Docker, or Go 1.22+ may be required for some parts"))
        .isEqualTo(
            "tool terraform conditional /a; tool docker conditional /a;"
                + " runtime go >=1.22 conditional /a");
  }

  @Test
  void aListOfProductsNamesNothingElse() throws IOException {
    assertThat(names("[\"claude\", \"cursor\", \"zorbix\"]"))
        .containsExactly("agent claude-code", "agent cursor", "agent zorbix");
    assertThat(names("[\"claude\", \"jq\"]")).doesNotContain("agent claude-code");
  }

  private static List<String> names(String json) throws IOException {
    return new RequirementReader()
        .readValue("compatibility", new ObjectMapper().readTree(json)).stream()
            .map(each -> each.kind().word() + " " + each.name())
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires a zorbix account and git | credential zorbix; tool git
          OAuth access to Zorbix, and git | credential zorbix; tool git
          Requires API keys for Zorbix and Acmeworks | credential zorbix; credential acmeworks
          Requires a token for Zorbix and git | credential zorbix; tool git
          Requires Zorbix API key, stored in ZORB_KEY | credential ZORB_KEY
          Uses ZORB_TOKEN if set | credential ZORB_TOKEN optional
          """)
  void whoseKeyItIs(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
