package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps and lists, whose keys say what their values are. */
class RequirementMapsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          compatibility | {"terraform": "1.11 or later", "tools": "git, jq"} | tool terraform >=1.11; tool git; tool jq
          compatibility | {"python-version": "3.8+", "platforms": ["macos", "linux"]} | runtime python >=3.8; os macos /a; os linux /a
          compatibility | {"min_node_version": "18"} | runtime node >=18
          compatibility | {"required_env_vars": ["ACME_TOKEN"]} | credential ACME_TOKEN
          requires | {"cli": "acmectl>=0.3.0", "skills": ["acme-find"]} | tool acmectl >=0.3.0; skill acme-find
          platforms | ["windows-x86_64", "linux-aarch64"] | os windows /a; os linux /a
          bins | ["python3>=3.9", "jq"] | runtime python >=3.9; tool jq
          dependencies | ["aide", "bash", "cron"] | tool bash; tool cron; tool aide
          """)
  void namesWithVersions(String field, String value, String expected) throws IOException {
    assertThat(json(field, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          metadata.openclaw.requires | {"config": ["ACME_KEY", "channels.discord", "browser.enabled"]} | credential ACME_KEY; service discord
          system_requirements | {"memory_min": "512MB", "cpu_cores": 2, "disk_space": "500 MB"} | hardware ram >=512MB; hardware cpu >=2; hardware disk >=500MB
          compatibility | {"network": "Reaches the package index during install only"} | network internet conditional
          compatibility | {"network": "none is used"} | ''
          environment | {"ACME_KEY": "required", "ACME_MODEL": "acme-4-large", "ACME_TOKENS": 4000} | credential ACME_KEY; credential ACME_MODEL optional; credential ACME_TOKENS optional
          required_environment_variables | [{"name": "ACME_TOKEN", "required_for": "Optional publishing only"}] | credential ACME_TOKEN conditional
          requires_tools | ["web_search"] | ''
          """)
  void keysWithAWayOfTheirOwn(String field, String value, String expected) throws IOException {
    assertThat(json(field, value)).isEqualTo(expected.equals("''") ? "" : expected);
  }
}
