package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How authors say what is needed: one line for each way that the grammar knows. */
class RequirementSentencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires jq when the log is compressed | tool jq conditional
          helm 3+, kustomize when the chart uses it | tool helm >=3; tool kustomize conditional
          Uses ripgrep when one is present, and grep otherwise | tool rg optional; tool grep
          Requires Bash (Node 20 where hooks are enabled) | tool bash; runtime node >=20 conditional
          Uses jq if it is installed | tool jq optional
          Works best when lodash and zod are installed | package lodash optional; package zod optional
          """)
  void readsConditions(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Python 3.10+ for the report; ruff for the style check | runtime python >=3.10 conditional; tool ruff conditional
          Requires Python 3.10+ for the report | runtime python >=3.10
          Needs git; docker and jq for the dashboard | tool git; tool docker conditional; tool jq conditional
          curl to fetch the feed | tool curl conditional
          Requires pandoc for letters and typst for slides | tool pandoc; tool typst
          Requires Node.js 20+ (for build.mjs) | runtime node >=20 conditional
          For the print view, wkhtmltopdf is needed | tool wkhtmltopdf conditional
          If using Docker, requires jq | tool jq conditional
          Network access for downloads is required | network internet
          Instructions for Claude Code and Codex | agent claude-code /a; agent codex /a
          """)
  void readsPurposes(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Large imports may require Docker | tool docker conditional
          Optional - fzf and bat | tool fzf optional; tool bat optional
          Requires git and fzf; bat optional | tool git; tool fzf; tool bat optional
          git, fzf and bat are optional | tool git optional; tool fzf optional; tool bat optional
          Requires curl. Uses the Acme MCP server; falls back to curl without it | tool curl; mcp acme optional
          Uses the `tidy-notes` skill. Works without it. | skill tidy-notes optional
          numpy and pandas are installed automatically | ''
          The `acme` CLI is not installed there | ''
          Requires R with ggplot2 (dplyr recommended) | runtime r; package ggplot2; package dplyr optional
          Requires Docker (recommended) | tool docker optional
          """)
  void readsLevels(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Best with `acmectl` on PATH | tool acmectl optional
          Requires python3 3.9+ and acmectl on PATH | runtime python >=3.9; tool acmectl
          Requires Acme Studio installed | service acme-studio
          Requires a running Acme v4 instance | service acme >=4
          Requires the just CLI | tool just
          Requires acme-kit:tidy-up | skill acme-kit:tidy-up
          Requires mcp__acme__find and mcp__acme__list | mcp acme
          Requires the mcp-acme server | mcp mcp-acme
          Requires acme-widgets-mcp | mcp acme-widgets-mcp
          Requires Slack, Notion and Linear MCP servers | mcp slack; mcp notion; mcp linear
          Requires Stripe and Twilio API keys | credential stripe; credential twilio
          Requires AWS CLI with valid credentials | tool aws; credential aws
          Requires gh CLI access to the repository | tool gh
          Requires kubectl connected to the target cluster and az | tool kubectl; tool az
          Requires bun or npx | runtime bun /a; tool npx /a
          Requires aws or s5cmd-next | tool aws /a; tool s5cmd-next /a
          Requires PHP 8.2+ and acme-mail/mail-kit ^4.4 | runtime php >=8.2; package acme-mail/mail-kit >=4.4 <5
          Requires the acme/mail-kit package | package acme/mail-kit
          Requires the codex binary | tool codex
          Uses gemini CLI, claude CLI or codex CLI | tool gemini /a; tool claude /a; tool codex /a
          Requires a Gemini API key | credential gemini
          Requires Codex image generation | agent codex
          Requires az with the acme-graph extension | tool az
          numpy; optional plotting libraries are checked later | package numpy
          Requires acme-kit>=1.4 package installed | package acme-kit >=1.4
          PHP 8.3+, Symfony 7+, Foobar | runtime php >=8.3; package symfony >=7; package foobar
          Requires git, Foobar | tool git
          Requires the Stripe API | service stripe
          Requires Kubernetes 1.30+ and a kubeconfig | service kubernetes >=1.30; credential kubernetes
          Requires the kubernetes-mcp-server connection | mcp kubernetes-mcp-server
          Requires access to localhost:9222 | ''
          Requires the bundled Tesseract and git | tool git
          Requires Claude or Codex | agent claude-code /a; agent codex /a
          Best with Claude 4+ | ''
          Requires a read-only runtime | ''
          Uses {base}/scripts/acme.py | ''
          Requires the @acme/kit-* packages | ''
          Requires the virtual environment in tools/venv/bin/python | ''
          """)
  void readsNames(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires AWS credentials (AWS_KEY_ID, AWS_KEY_SECRET) | credential AWS_KEY_ID; credential AWS_KEY_SECRET
          Requires an Acme API key (ACME_KEY or ACME_TOKEN) | credential ACME_KEY /a; credential ACME_TOKEN /a
          One of uv (preferred), pip or Poetry 1.8+ | tool uv /a; tool pip /a; tool poetry >=1.8 /a
          Needs an Acme token in ACME_TOKEN | credential ACME_TOKEN
          Needs Acme credentials via ACME_FILE | credential ACME_FILE
          Any POSIX shell (bash, sed) | tool bash; tool sed
          Works with any coding agent (Cursor, Codex, ...) | ''
          Requires the acme CLI (npx acme@1.2.3) | tool acme ==1.2.3
          """)
  void readsBrackets(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Node 18+/20+/22+ | runtime node >=18
          MariaDB 10.6-11.x | service mariadb >=10.6 <12
          Requires Node >= 18 and < 23 | runtime node >=18 <23
          Requires .NET 9.0 or later SDK | runtime dotnet >=9.0
          WSL2 | os wsl >=2
          python-3.9 | runtime python >=3.9
          """)
  void readsVersions(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          goose, cursor, codex | agent goose /a; agent cursor /a; agent codex /a
          Cursor Plan Mode | agent cursor
          Compact mode works in Codex and Cursor | agent codex /a; agent cursor /a
          TypeScript, Vue 3 | package typescript; package vue >=3
          TypeScript and some Markdown | ''
          Cross-platform Windows/macOS/Linux | os windows /a; os macos /a; os linux /a
          """)
  void readsProducts(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          需要 Python 3.10 及以上版本，依赖 pandas 和 numpy；可选 ffmpeg。 | runtime python >=3.10; package pandas; package numpy; tool ffmpeg optional
          Node.js 18以上が必要 | runtime node >=18
          无需网络 | ''
          Requiere Python 3.9 con Pillow | runtime python >=3.9; package pillow
          """)
  void readsOtherLanguages(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @Test
  void leavesTheAbilitiesOfAgentsOut() throws IOException {
    assertThat(json("compatibility", "{\"tools\":[\"Read\",\"TaskCreate\",\"jq\"]}"))
        .isEqualTo("tool jq");
  }

  @Test
  void readsASingleSkillThatIsRequired() throws IOException {
    assertThat(json("metadata.requires", "\"tidy-notes\"")).isEqualTo("skill tidy-notes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Works best with the Zorbix MCP available for lookups, quotes and news | mcp zorbix optional
          Requires an OpenAI or Anthropic API key | credential openai /a; credential anthropic /a
          Requires OpenAI, Stripe or Twilio API key | credential openai /a; credential stripe /a; credential twilio /a
          Requires Slack or a GitHub token | service slack /a; credential github /a
          Requires an OpenRouter key and your SSH keys | credential openrouter
          Requires jq and access to a Zorbix instance | tool jq; credential zorbix
          Requires access to a Kubernetes cluster | service kubernetes
          A Microsoft Foundry project endpoint and a render endpoint | service microsoft-foundry
          Requires the ability to run Python scripts | runtime python
          Node.js tooling may be required | runtime node conditional
          Go projects using gofmt | runtime go; tool gofmt
          Go projects using the usual names | ''
          Locale-aware for Rails, Django, Laravel | ''
          node 20 for the bundled helpers | runtime node >=20
          Targets Blazor on .NET 8+ | package blazor; runtime dotnet >=8
          Requires a connection to the Zorbix MCP | mcp zorbix
          Requires the npm package zorbix | package zorbix
          Requires Ollama (optional: LM Studio) | service ollama; service lm-studio optional
          Requires Ollama with zorbix3.2:8b pulled | service ollama
          Requires a running Obsidian and its CLI | service obsidian; tool obsidian
          Requires the Zorbix MCP server configured in Cursor | mcp zorbix; agent cursor
          Requires jq with Zorbix Ledger enabled | tool jq; service zorbix-ledger
          Zorbixer 0.3+ project workspaces | agent zorbixer >=0.3
          Requires a Jira site and an API token | service jira; credential jira
          Requires Node.js LTS and ROS 2 Jazzy | runtime node; runtime ros2
          Requires a Zorbix API key set as ZORBIX_KEY | credential ZORBIX_KEY
          Requires the Zorbix.ai MCP server | mcp zorbix.ai
          Modern browsers (Chrome, Firefox) | tool chrome /a; tool firefox /a
          Runs on Linux, or Windows via WSL2 | os linux /a; os wsl >=2 /a
          Requires the zorbix venv and jq | tool jq
          Requires the Figma MCP, the Canva MCP, or jq | mcp figma /a; mcp canva /a; tool jq /a
          Requires API keys for Zorbix and Stripe | credential zorbix; credential stripe
          Requires an API key for OpenAI, Anthropic, or Google | credential openai /a; credential anthropic /a; credential google /a
          Requires an API key for image generation | ''
          Requires one of the codex or gemini CLIs | tool codex /a; tool gemini /a
          Meets WCAG 2.2 and RFC 9110; needs sudo | tool sudo
          """)
  void readsWhatIsReached(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Linux. The review is stronger with a subagent and works without one. | os linux
          Uses gh. Better with a token and works without one. | tool gh
          """)
  void worksWithoutAnother(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
