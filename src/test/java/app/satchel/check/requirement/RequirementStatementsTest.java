package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sentences say of things that they do not ask for, or ask for in a roundabout way. */
class RequirementStatementsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          numpy, scipy and matplotlib arrive as dependencies. | ''
          NumPy is installed with it. | ''
          Network, GPU and native builds are never required. | ''
          Library-agnostic: applies to sqlx, sqlc, pgx. | ''
          The scripts accept JSON and make no network calls | ''
          Bundled Python 3.10+ CLIs are local, bounded, and network-free. | runtime python >=3.10
          Accelerator and helper CLIs are optional probes. | ''
          URL, YouTube, Azure, and MCP workflows may use network | network internet optional
          Go and Java SDKs are also available. | ''
          Installs a self-contained CLI under ~/.acme | ''
          Intended for this repository's V2 .NET solution. | ''
          Requires a separate provider, credentials, Redis, and curl | service redis; tool curl
          Requires jq (PyPI 2.8 caps it) | tool jq
          """)
  void whatIsOnlyMentionedIsNotNeeded(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Optional NumPyro requires pinned builds | package numpyro optional
          S2_API_KEY, CORE_API_KEY and OPENALEX_API_KEY raise rate limits | credential S2_API_KEY optional; credential CORE_API_KEY optional; credential OPENALEX_API_KEY optional
          Optional extension wheels (pyg-lib, torch-scatter) | package pyg-lib optional; package torch-scatter optional
          Python 3.10 with build123d 0.11 and matplotlib for snapshots. | runtime python >=3.10; package build123d >=0.11; package matplotlib conditional
          Requires zorbix@^9.0.0 | package zorbix >=9.0.0 <10
          Uses numpy, pandas, and pyZorb3 | package numpy; package pandas; package pyzorb3
          Requires a .NET test project | runtime dotnet
          Requires .NET 10 project with xUnit tests | runtime dotnet >=10; package xunit
          Requires a connected acme-mcp-create server | mcp acme-mcp-create
          Requires the Acmeworks MCP server connected to Claude Code. | mcp acmeworks; agent claude-code
          Requires an Acmeworks user login | credential acmeworks
          Requires an agent authenticated against an Acmeworks account | credential acmeworks
          Requires OAuth credentials from acmeworks.com | credential acmeworks
          Any client with a shell, on macOS, Linux or Windows. | os macos /a; os linux /a; os windows /a
          Any Agent Skills runtime (Cursor 2.4+, Codex). | agent cursor >=2.4 /a; agent codex /a
          Requires PowerShell 7 and git | tool pwsh >=7; tool git
          """)
  void whatIsAskedForInOtherWordsIsRead(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @Test
  void packageManagersAreKeysOfPackages() throws IOException {
    assertThat(json("compatibility", "{\"mops\": {\"acme-mail\": \"~0.1.6\"}}"))
        .isEqualTo("package acme-mail >=0.1.6 <0.2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires git for cloning and jq | tool git; tool jq
          Requires git for cloning and the `zorb` CLI | tool git; tool zorb
          Requires git for cloning and a zorbix account | tool git; credential zorbix
          Requires network access to install packages and jq | network internet; tool jq
          Requires git, network access to install packages and a font if slides use emoji | tool git; network internet
          Requires git, ffmpeg and a font if slides use emoji | tool git; tool ffmpeg
          Requires git, ffmpeg and a font only for slides | tool git; tool ffmpeg
          Requires git, network access to api.zorbix.com and optional ZORB_TOKEN for private data | tool git; network internet; credential ZORB_TOKEN optional
          Requires git, internet access to zorbix.pro and an optional Zorbix API key for paid usage | tool git; network internet; credential zorbix optional
          """)
  void whatAPurposeIsNot(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Internet access needed for real-time checks. | network internet
          Requires a runner CLI (e.g. codex), git, and Node.js 18+ | tool git; runtime node >=18
          Benefits from web/file search | network internet optional
          Python 3.10+; agent-zorbix-kit 1.0.0 (`ZorbixFactory`) | runtime python >=3.10; package agent-zorbix-kit >=1.0.0
          Docker (Qdrant + Neo4j), OpenRouter API key | tool docker; service qdrant; service neo4j; credential openrouter
          Requires bash and jq for JSON validation. | tool bash; tool jq
          """)
  void saidOfTheWhole(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Node.js 22+ LTS only when the bundled extra is not used. | runtime node >=22 conditional
          """)
  void whatIsNotUsed(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
