package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everyday ways to say what a skill needs, each with the reading a person would give it. */
class RequirementPhrasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          For Claude Code | agent claude-code
          For Claude Code and Codex. | agent claude-code /a; agent codex /a
          Ships for Claude Code, Cursor and Kiro. | agent claude-code /a; agent cursor /a; agent kiro /a
          Primarily for Claude Code, also works with Codex | agent claude-code /a; agent codex /a
          For Claude Code, requires git | tool git conditional
          For Unity 2022.3+ with a renderer | service unity >=2022.3
          For NestJS backend projects. | package nestjs
          Designed to be used with the Supabase MCP server. | mcp supabase
          Works great with Cursor | agent cursor
          For PDF output, install pandoc | tool pandoc conditional
          Python scripts use only the standard library | runtime python
          Bundled scripts are stdlib-only Python 3.9+ | runtime python >=3.9
          Assumes basic familiarity with Git. | ''
          Requires a site built with Astro | package astro
          Requires cosign for signatures (optional). | tool cosign optional
          Spring Boot 3.2+ on Java 17 or 21 | package spring-boot >=3.2; runtime java >=17 <=21
          Requires Xcode 15+ on macOS for iOS builds | tool xcode >=15; os macos
          Requires git; the AWS CLI for the upload | tool git; tool aws conditional
          """)
  void readsTheSentence(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires either npm, yarn or pnpm | tool npm /a; tool yarn /a; tool pnpm /a
          AWS CDK v2, TypeScript or Python | tool cdk >=2; runtime python
          Works with Linear, Jira, or GitHub Issues | service linear /a; service jira /a
          Supports Snowflake, BigQuery and Redshift | service snowflake /a; service bigquery /a; service redshift /a
          Nuxt 3 or 4 | package nuxt >=3 <=4
          Requires Java 8, 11 or 17 | runtime java >=8 <=17
          """)
  void readsChoices(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nmap, Nuclei, and httpx installed | tool nmap; tool nuclei; tool httpx
          Requires Elixir and Phoenix | runtime elixir; package phoenix
          Requires the superpowers plugin | skill superpowers
          Requires Obsidian with Dataview plugin | service obsidian
          Requires the fact-checker subagent | skill fact-checker
          Requires parallel subagents | ''
          Requires Claude Code with Bash and Read tools | agent claude-code
          Requires a Power BI Pro license | credential power-bi
          Requires Hugo extended 0.120+ | tool hugo >=0.120
          Requires an MLflow tracking server | service mlflow
          Requires the Rscript executable | runtime r
          Requires a GCC toolchain (arm-none-eabi-gcc) | tool arm-none-eabi-gcc
          Requires the Claude Agent SDK (@anthropic-ai/claude-agent-sdk) | package @anthropic-ai/claude-agent-sdk
          Requires a GPU with 8 GB VRAM | hardware gpu
          A GPU is recommended (CUDA 12+) | hardware gpu optional; runtime cuda >=12 optional
          Claude Code (Max plan recommended) | agent claude-code
          Requires an npm account | credential npm
          MCP: github, linear | mcp github; mcp linear
          """)
  void readsWhatIsNamed(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Requires: git, npm\\nOptional: Docker" | tool git; tool npm; tool docker optional
          {"env": {"ACME_KEY": "for the search", "ACME_REGION": "optional, defaults to eu"}} | credential ACME_KEY; credential ACME_REGION optional
          {"env": {"ACME_KEY": {"required": false}}} | credential ACME_KEY optional
          """)
  void readsLinesAndMaps(String value, String expected) throws IOException {
    assertThat(json("requires", value)).isEqualTo(expected);
  }
}
