package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a name is told by: what stands beside it, in brackets after it, or before a colon. */
class RequirementCompanyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires github.com/zorbix/kit and git | package github.com/zorbix/kit; tool git
          Requires com.zorbix:kit 1.2 | package com.zorbix:kit >=1.2
          Requires `scripts/run-it.js` and jq | tool jq
          Python 3.11+, pandas, Zorbix.Windows.Emca | runtime python >=3.11; package pandas; package zorbix.windows.emca
          Requires zorbix-report-writer and emca-fact-checker | skill zorbix-report-writer; skill emca-fact-checker
          Requires terraform and the zorbix provider ~> 3.0 | tool terraform; package zorbix >=3.0 <4
          Zorbworks 0.3+ | agent zorbworks >=0.3
          zorbworks >= 2, claude-code | agent zorbworks >=2 /a; agent claude-code /a
          Claude Code, Codex, Zorbworks | agent claude-code /a; agent codex /a; agent zorbworks /a
          cursor, codex, claude | agent cursor /a; agent codex /a; agent claude-code /a
          Requires postgres-mcp and git | mcp postgres-mcp; tool git
          Requires the `parcel` MCP tool | mcp parcel
          Requires Read, Grep, Write, Edit | ''
          Requires OpenAI-compatible API access | ''
          Go binary. Requires network access. | network internet
          Requires git and the bundled zorbix-kit | tool git
          Requires access to the Zorbix workspace | ''
          Requires Blender and git | service blender; tool git
          Requires `blender` on PATH | tool blender
          Bun 1.3+, TypeScript | runtime bun >=1.3; package typescript
          """)
  void aNameIsWhatItsCompanySays(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires Codex CLI (`codex`) | tool codex
          Requires npx (npm) | tool npx
          Requires PowerShell 7+ (pwsh) | tool pwsh >=7
          Requires bun (and bunx) | runtime bun; tool bunx
          Requires ffmpeg (for video files) and git | tool ffmpeg conditional; tool git
          Any modern browser (Chromium 105+, Firefox 121+) | tool chromium >=105 /a; tool firefox >=121 /a
          Any host (Claude Code, Codex) | agent claude-code /a; agent codex /a
          Needs the Parcel MCP connector (Claude/Codex) | mcp parcel
          Requires the Zorbix connector (remote MCP server at https://zorbix.example/mcp) | mcp zorbix
          Requires a package manager (npm, pip) | tool npm /a; tool pip /a
          Requires Jinja2. PDF output requires WeasyPrint (Linux, macOS) or wkhtmltopdf. | package jinja2; package weasyprint conditional /a; tool wkhtmltopdf conditional /a
          Requires Terraform >= 1.6 (tests), >= 1.7 (mocks) | tool terraform >=1.6; tool terraform >=1.7 conditional
          Requires the parcel MCP server with find-item tool | mcp parcel
          """)
  void bracketsBelongToWhatStandsBeforeThem(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires Gradle 8.x or 9.x | tool gradle >=8 <10
          Requires .NET 8, 9, or 10 | runtime dotnet >=8 <=10
          Requires PHP 8.1+ or 8.2+ | runtime php >=8.1
          Python 3.11 for the optional archive script | runtime python >=3.11 conditional
          Requires network access for downloads and optional notifications | network internet
          Works best with the Parcel MCP server. Falls back to the gh CLI. | mcp parcel optional /a; tool gh optional /a
          Works without any tool; the parcel MCP server makes it exact | mcp parcel optional
          Node.js 20+. Works with Express and Fastify. | runtime node >=20
          ACME_KEY and pandas are required only when using --online | credential ACME_KEY conditional; package pandas conditional
          Requires a Zorbix instance where the add-on is installed | service zorbix
          Xcode 26+ on macOS | tool xcode >=26; os macos
          Windows/PowerShell, git | os windows; tool powershell; tool git
          Optional Salesforce logging | service salesforce optional
          Tested with Codex. Requires git. | tool git
          Install via pipx or pip. Requires git. | tool git
          Requires kubectl matching cluster version | tool kubectl
          """)
  void levelsAndVersionsGoWithWhatTheySpeakOf(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the provider CLIs (claude and codex) | tool claude; tool codex
          Requires one of claude, codex or opencode on PATH | tool claude /a; tool codex /a; tool opencode /a
          Go 1.24+. go install github.com/acme/zorbix/cmd/zorb@latest | runtime go >=1.24; tool zorb
          Requires page-reader (npx skills add acme/page-reader) | skill page-reader
          Optional sessions use zorbix-resume/zorbix-save. | tool zorbix-resume conditional /a; tool zorbix-save conditional /a
          Requires git for cloning and internet access | tool git; network internet
          Requires a valid zorbix.conf and git | tool git
          Requires a Docker-compatible CLI | tool docker
          Requires Python 3.10+ with the `mcp` package installed | runtime python >=3.10; package mcp
          Python 3.11+; pip install git+https://github.com/acme/zorbix.git | runtime python >=3.11; package zorbix
          The TUI requires `zorbix-tui/zorbix-tui` ^0.2.1 | package zorbix-tui/zorbix-tui >=0.2.1 <0.3 conditional
          Requires a free Zorbix (api.zorbix.example) API key | credential zorbix
          Requires access to a Zorbix API deployment | service zorbix
          Requires git. Supports Vite, webpack and Rollup. | tool git; package vite /a; package webpack /a; package rollup /a
          Python 3.11+. The CLI requires zorbix-kit[fast] | runtime python >=3.11; package zorbix-kit
          Requires one or more Zorbix packages (zorbix-a, zorbix-b) | package zorbix-a /a; package zorbix-b /a
          Requires uv and network access to Acme, CoinGecko, and Yahoo Finance | tool uv; network internet
          Node 20+, Deno, Bun, or any modern browser | runtime node >=20 /a; runtime deno /a; runtime bun /a
          Detects the project language (Go, Rust). Requires git | tool git
          Requires Python 3.8+; git optional (falls back to a walk) | runtime python >=3.8; tool git optional
          Requires the gh CLI and an authenticated GitHub session | tool gh
          Requires the zorbix-kit CLI and OAuth2 authentication | tool zorbix-kit
          Codex, Cursor, Gemini CLI and other agents compatible with it | agent codex /a; agent cursor /a; agent gemini-cli /a
          Requires Node 20+; cold downloads need network permission | runtime node >=20; network internet conditional
          Interactive editor needs a Chromium-based browser | tool chromium conditional
          """)
  void programsAreKnownByHowTheyAreCalledAndInstalled(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          requires     | {"bins": ["node"], "node": ">=18"}       | runtime node >=18
          requires     | {"bins": ["git"], "optionalBins": ["jq"]} | tool git; tool jq optional
          requires     | {"bins": ["pwsh", "python3.12"]}         | tool pwsh; runtime python
          dependencies | ["zorbix-writer", "emca-checker"]        | skill zorbix-writer; skill emca-checker
          dependencies | "python>=3.7, groq, openai"              | runtime python >=3.7; package groq; package openai
          """)
  void keysSayWhatTheirValuesAre(String field, String value, String expected) throws IOException {
    assertThat(json(field, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          React/Next.js | package react /a; package next /a
          Tailwind CSS 4 + Vue/Nuxt.js | package tailwindcss >=4; package vue /a; package nuxt /a
          Precisa do MCP da Zatten e de acesso à rede | mcp zatten; network internet
          Requiere el MCP de Zorbix | mcp zorbix
          Requires the code-reviewer and test-writer agents | skill code-reviewer; skill test-writer
          Requires Go 1.27+, AWS SDK for Go v2, and git | runtime go >=1.27; package aws-sdk >=2; tool git
          Requires the Zorbix SDK for Java 2.x | package zorbix-sdk >=2 <3
          Requires Zorbix secrets and git | credential zorbix; tool git
          ImageMagick 7 and Poppler (pdftoppm) | tool magick >=7; tool pdftoppm
          pdftoppm (poppler-utils) | tool pdftoppm
          ImageMagick (brew) | tool magick
          macOS 14 or later on Apple Silicon | os macos >=14; hardware apple-silicon
          macOS on Apple Silicon or Linux with an NVIDIA GPU | os macos /a; hardware apple-silicon; os linux /a; hardware gpu
          Requires macOS (Apple Silicon) | os macos; hardware apple-silicon
          """)
  void namesBesideNames(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires an Acmeworks.com API key and git | credential acmeworks; tool git
          Requires Node.js (for npx) and git | runtime node; tool git
          Requires git and an authenticated Azure session | tool git; credential azure
          Requires the az CLI with an authenticated Azure session | tool az
          Requires Linux with iscsi-initiator-utils | os linux; tool iscsi-initiator-utils
          Linux, macOS or Windows binary | os linux /a; os macos /a; os windows /a
          Requires API keys for speech services (OpenAI, Google Cloud, or AWS) | credential openai /a; credential google-cloud /a; credential aws /a
          Requires acme-base:latest and git | tool git
          Any OS with Python 3.10+ and outbound TCP | runtime python >=3.10; network internet
          NVIDIA driver 535+, NGC API key | tool nvidia-driver >=535; credential ngc
          Works with any HTML/JSX/Vue/Svelte component code. |
          Requires linear/glab CLI | tool linear /a; tool glab /a
          Requires root/sudo access and git | tool git
          """)
  void whatNounsMakeOfNames(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
