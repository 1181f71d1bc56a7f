package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that give examples, lists that name what is supported, and what a list as a whole says. */
class RequirementListsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Works with any compatible harness, including Claude Code, Cursor, and others. | ''
          Works with any agent that runs a shell — Claude Code, Codex, or similar. Requires curl | tool curl
          Works in any runtime (Claude Code, Cursor). | agent claude-code /a; agent cursor /a
          Works with Claude Code, Cursor, and any other agent. | agent claude-code /a; agent cursor /a
          Claude Code, Codex, Cursor, and others | agent claude-code /a; agent codex /a; agent cursor /a
          cursor,codex,claude | agent cursor /a; agent codex /a; agent claude-code /a
          """)
  void onlyAnOpenListOfAnyGivesExamples(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Python 3.10+, HTTPS, optional ACME_KEY | runtime python >=3.10; network internet; credential ACME_KEY optional
          AWS CLI v2, SSO or key-based credentials | tool aws >=2; credential aws
          Python 3.10+, pandas; zorbtool (auto-detect) | runtime python >=3.10; package pandas; package zorbtool optional
          Recommended tools - curl, jq | tool curl optional; tool jq optional
          Requires bash, kubectl for capture, make for replay. | tool bash; tool kubectl conditional; tool make conditional
          API keys for the chosen provider (ACME_KEY, EMCA_KEY, or ZORB_KEY). | credential ACME_KEY /a; credential EMCA_KEY /a; credential ZORB_KEY /a
          zorbix-cli >= 0.3.0 | tool zorbix-cli >=0.3.0
          Requires a DevExpress license | credential devexpress
          Python 3.10+ (acme-kit 1.x) and git | runtime python >=3.10; package acme-kit >=1 <2; tool git
          A runner set up by /connect-sandbox | skill connect-sandbox
          Requires Ubuntu 22.04/24.04 database hosts. | os linux
          """)
  void readsWhatTheListSaysOfItsMembers(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Applies to Node.js, .NET, and Python services | ''
          The mechanisms cover TypeScript/Node, React Native and Laravel | ''
          Requires Deno. Generated projects use Node.js with Playwright. | runtime deno
          Most need jq, so the skill works without it. | tool jq conditional
          """)
  void whatASkillIsAboutIsNotNeeded(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @Test
  void aRegistryInBracketsSaysWhatAnEntryIs() throws IOException {
    assertThat(json("compatibility", "[\"python>=3.10\", \"zorb-asr (pip)\"]"))
        .isEqualTo("runtime python >=3.10; package zorb-asr");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Turborepo v2, Zorbix v18, pnpm v9 | tool turbo >=2; tool zorbix >=18; tool pnpm >=9
          Azure, AWS, Zorbix | service azure /a; service aws /a; service zorbix /a
          Next.js 14+, Supabase, Zorbix, TypeScript, Node.js 18+ | package next >=14; service supabase; package zorbix; package typescript; runtime node >=18
          NestJS 10+, Node.js 20 LTS, Zorbix 5. pnpm preferred. | package nestjs >=10; runtime node >=20; package zorbix >=5; tool pnpm optional
          fastp ≥0.23; zorbix ≥2.4; samtools ≥1.15; Python 3.10+ | tool fastp >=0.23; tool zorbix >=2.4; tool samtools >=1.15; runtime python >=3.10
          Requires zorbix ≥ 8.18 or trufflehog 3 | tool zorbix >=8.18 /a; tool trufflehog >=3 /a
          Ruby 3.4+, Zorbix 8, requires RSpec | runtime ruby >=3.4; package zorbix >=8; package rspec
          Requires bash, python3 and zorbix | tool bash; runtime python; tool zorbix
          Requires python3, zorbix, numpy | runtime python; package zorbix; package numpy
          Terraform >= 1.9, azurerm ~> 4.0, Azure CLI | tool terraform >=1.9; package azurerm >=4.0 <5; tool az
          """)
  void namesNobodyKnowsAmongOthers(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Java 21. Maven or Zorbix. | runtime java >=21; tool mvn /a; tool zorbix /a
          Docker 20+. Zorbix recommended for advanced caching features. | tool docker >=20; service zorbix optional
          Python 3.8+; Zorbix optional (needed only when auditing an image file). | runtime python >=3.8; service zorbix optional
          """)
  void namesNobodyKnowsThatAreWeighed(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
