package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a name that nobody knows is taken for one, and what it is taken for. */
class RequirementNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires git, zorbix, and jq | tool git; tool zorbix; tool jq
          Requires numpy, zorbix, and pandas | package numpy; package zorbix; package pandas
          Requires zorbix | tool zorbix
          Requires patience and judgement | ''
          Requires a deployed Zorbix worker | service zorbix
          Needs Zorbix Studio 2.1 or later | service zorbix-studio >=2.1
          Works on Claude Code, Codex and Zorbix | agent claude-code /a; agent codex /a; agent zorbix /a
          Needs a running zorbix-relay instance | service zorbix-relay
          Packages: zorbix rich quibbler | package zorbix; package rich; package quibbler
          Needs zorbix.exe on the PATH | tool zorbix
          Made for Codex-style agents | agent codex
          Linux with zorbix and jq installed | os linux; tool zorbix; tool jq
          Requires Zorbix.Extensions and Dapper | package zorbix.extensions; package dapper
          Requires fairlearn, zorbix-kit, and pandas | package fairlearn; package zorbix-kit; package pandas
          Uses Pillow, Zorbixa, and quibbler | package pillow; package zorbixa; package quibbler
          Python 3.10+, zorbix-kit | runtime python >=3.10; package zorbix-kit
          Requires zorbix (Python) and ffmpeg | package zorbix; tool ffmpeg
          Requires a parcelId and English texts | ''
          Assumes you can reach the logs | ''
          Needs the ZorbixMCP server | mcp zorbixmcp
          Requires the Zorbix Cloud CLI (`zbx`, installed with pip) | tool zbx
          pip install 'zorbix[mail,web]' | package zorbix
          Any GraphQL client | ''
          macOS-only | os macos
          """)
  void takesUnknownWordsForNames(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires MCP servers (parcels, zorbix) | mcp parcels; mcp zorbix
          Needs an LLM API key (Anthropic or OpenAI) | credential anthropic /a; credential openai /a
          Requires git and (recommended) fzf | tool git; tool fzf optional
          Docker, for the demo, is optional | tool docker optional
          Requires jq for the summary; print mode works without | tool jq conditional
          Set ACME_ID and ACME_SECRET for online mode | credential ACME_ID conditional; credential ACME_SECRET conditional
          Works with any tracker: Jira, Linear | ''
          Works with any capable agent (Cursor, Codex) | agent cursor /a; agent codex /a
          Works with any capable agent (Cursor, Codex, etc.) | ''
          Requires Python 3.10+ (numpy, pandas) | runtime python >=3.10; package numpy; package pandas
          Optional extras for the audit: zorbix-kit or zorbix-net | package zorbix-kit optional /a; package zorbix-net optional /a
          Requires git (fzf optional for the menu) | tool git; tool fzf optional
          Requires Ruby (macOS or Linux) | runtime ruby; os macos /a; os linux /a
          Works anonymously (set ZORBIX_URL; ZORBIX_KEY optional) | credential ZORBIX_URL; credential ZORBIX_KEY optional
          Needs macOS Apple Silicon | os macos; hardware apple-silicon
          Uses the @acme/kit plugin | package @acme/kit
          Requires the parcel MCP server (find_parcel, list_parcels) | mcp parcel
          Needs the zorbix-fetch tool | tool zorbix-fetch
          Needs the `run_query` tool | ''
          Needs Zorbix Studio 2.1, and 2.4 for charts | service zorbix-studio >=2.1; service zorbix-studio >=2.4 conditional
          Works best with GPT-5+ | ''
          本地 Codex 工作区 | agent codex
          Requires the Zorbix MCP (or a ZORBIX_KEY) | mcp zorbix /a; credential ZORBIX_KEY /a
          Requires the `zorbix` CLI: npm install -g @zorbix/cli | tool zorbix
          Needs the pandoc tool | tool pandoc
          Requires MongoDB Enterprise 7 | service mongodb >=7
          Depends on: log-tools, zorbix-tools | tool log-tools; tool zorbix-tools
          Runs on Ubuntu 22.04 and macOS 14 | os ubuntu >=22.04 /a; os macos >=14 /a
          Vereist Python 3.10 | runtime python >=3.10
          Requires jq for the digest when it is long | tool jq
          codex claude-code opencode other-agent | agent codex /a; agent claude-code /a; agent opencode /a
          Supports macOS and Windows (WSL2) | os macos /a; os wsl >=2 /a
          Java 17+, Zorbix 21.x | runtime java >=17; package zorbix >=21 <22
          Requires the zorbix-notes plugin | skill zorbix-notes
          Chrome or Edge, but no edge runtimes | tool chrome /a; tool edge /a
          Has only been validated with Zorbix data | ''
          The nightly script requires a Unix-like OS | os linux conditional /a; os macos conditional /a
          """)
  void readsWhatBracketsAndLabelsSay(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"tools": ["bash", "read_file", "gh"]} | tool gh
          {"bins": ["bash"]} | tool bash
          {"mcp": ["mcp__zorbix__find"]} | mcp zorbix
          {"packages": [{"name": "rich", "fallback": "plain text"}]} | package rich optional
          {"pip": ["zorbix[mail,web]"]} | package zorbix
          {"requires_internet": true} | network internet
          {"stack": ["Zorbix 2.x", "Vue 3"]} | package zorbix >=2 <3; package vue >=3
          """)
  void readsMaps(String value, String expected) throws IOException {
    assertThat(json("compatibility", value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the Okta CLI and jq | tool okta; tool jq
          Requires the Atlassian CLI | tool acli
          Uses firecrawl-cli | tool firecrawl-cli
          Requires the Harness MCP server or the Harness CLI | mcp harness /a; tool harness /a
          Requires Acmeworks MCP tools or CLI | mcp acmeworks /a; tool acmeworks /a
          Requires the Acmeworks CLI or MCP server | tool acmeworks /a; mcp acmeworks /a
          Requires the `shell` MCP tool. | mcp shell
          Can call MCP tools | ''
          """)
  void oneProductComesInSeveralForms(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Uses mcp_acmedocs:find_page or fetch_page to look things up. | mcp acmedocs
          Uses `mcp__acme__find` | mcp acme
          Requires the Acmeworks MCP server, and Python with some_acme installed | mcp acmeworks; runtime python; package some_acme
          Inverse of `/acme:debug-on`. | ''
          Requires Stripe, the stripe Python package | service stripe; package stripe
          Requires acme-mcp-bridge | mcp acme-mcp-bridge
          Requires acmerag (uv tool install acmerag) | tool acmerag
          Node.js/.NET | runtime node /a; runtime dotnet /a
          Runs the bundled Python script with the standard library | runtime python
          Python 3 runs the validator | runtime python >=3
          Pairs with /acme:debug-on | ''
          Requires Acmeworks (@zorbix/acmeworks) | package @zorbix/acmeworks
          Scripts use the `timekit` PyPI package (someone/timekit) | package timekit
          Requires `zorbtool` (https://acme.com/zorbtool) and `python3` on PATH. | tool zorbtool; runtime python
          """)
  void readsNamesWithSigns(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires npx. Supported chains: `ethereum`, `base`. Requires jq. | tool npx; tool jq
          Supported models: acme-image-1, acme-3 | ''
          Requires access to api.acme.com | network internet
          Requires access to Salesforce | credential salesforce
          Requires jq and access to Salesforce | tool jq; credential salesforce
          Requires gh with access to github.com. | tool gh; network internet
          Requires restic, borg or cloud backup | tool restic; tool borg
          Works on Linux (apt, dnf), macOS (Homebrew) | os linux /a; os macos /a
          May require read-only platform CLIs | ''
          Requires Cowork with access to plugin folders (mnt/.plugins) | agent cowork
          """)
  void whatASkillDealsWithIsNotNeeded(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zorbix (MCP), git | mcp zorbix; tool git
          Requires /zorb-init and git | skill zorb-init; tool git
          Requires zorb-writer (skill) and git | skill zorb-writer; tool git
          Works with or without the Zorbix MCP | mcp zorbix optional
          """)
  void namesTypedByWhatIsBeside(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Best with acmeworks/mcp MCP server | mcp acmeworks/mcp optional
          Requires a Monday.com API token | credential monday
          """)
  void namesOfMakers(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
