package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people usually write around a name, and words that only look like one. */
class RequirementUsualWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires a working Docker installation | tool docker
          Assumes a Rust installation | runtime rust
          Make sure `terraform` is on your PATH | tool terraform
          Ensure that Docker Desktop is running | tool docker
          Before you start, install Docker and kubectl | tool docker; tool kubectl
          Requires Claude Code because it uses subagents | agent claude-code
          On macOS, requires pbcopy | tool pbcopy conditional
          PowerShell on Windows, bash elsewhere | tool powershell; tool bash conditional
          Works on macOS and Linux; Windows is not tested | os macos /a; os linux /a
          Only for Claude Code | agent claude-code
          Impacket toolkit installed | tool impacket
          dbt-core with the dbt-snowflake adapter | package dbt-core; package dbt-snowflake
          Works with npm, yarn, pnpm or bun | tool npm /a; tool yarn /a; tool pnpm /a; runtime bun /a
          Supports npm, yarn, pnpm | tool npm /a; tool yarn /a; tool pnpm /a
          Elixir 1.16 / OTP 26 | runtime elixir >=1.16; runtime erlang >=26
          Requires Graphviz and Java | tool dot; runtime java
          Python packages: pillow, matplotlib, graphviz | package pillow; package matplotlib; package graphviz
          Requires the filesystem MCP server | mcp filesystem
          cargo token | credential cargo
          sqlite3 - ships with macOS | tool sqlite3
          At least Node 18 is required | runtime node >=18
          Install the Stripe CLI and jq | tool stripe; tool jq
          Under the hood it uses yt-dlp | tool yt-dlp
          A thin wrapper around ffmpeg | tool ffmpeg
          Must be logged in to GitHub | credential github
          You must be logged in to the Azure CLI before using this skill | tool az
          Supports Node 18, 20 and 22 | runtime node >=18 <=22
          Compatible with Node 18 through 22 | runtime node >=18 <=22
          Uses ffmpeg and sox if they are installed; neither is required | tool ffmpeg optional; tool sox optional
          Spring Boot 3 on Java 21 with Gradle or Maven | package spring-boot >=3; runtime java >=21; tool gradle /a; tool mvn /a
          """)
  void areReadOver(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Run `npm install` first | ''
          Run `npm install -g zorb-cli` first | package zorb-cli
          Requires `ACME_KEY=abc` to be set. Needs jq. | credential ACME_KEY; tool jq
          Rerun with `sandbox_permissions=escalated` | ''
          ACME_MODE=1. Requires git | credential ACME_MODE; tool git
          pandas=1.5 | package pandas ==1.5
          Security Command Center (SCC) enabled | ''
          Administrative access to the host | ''
          Each account must be classified | ''
          Jump server | ''
          Requires SOC analysts (Tier 1-3) | ''
          """)
  void wordsBesideThemAreNoNames(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires PHP 8.2+, ext-bcmath, ext-gmp, and Composer | runtime php >=8.2; package ext-bcmath; package ext-gmp; tool composer
          Requires Tesseract with Hebrew language pack | tool tesseract
          Requires Germany tax data and git | tool git
          Needs CRM access and git | tool git
          Requires a CRM connection |
          Python => 3.9 | runtime python >=3.9
          a Python version of at least 3.9 | runtime python >=3.9
          Requires SAML 2.0 and git | tool git
          """)
  void wordsThatNameNothing(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
