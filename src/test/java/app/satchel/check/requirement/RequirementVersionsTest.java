package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions, and names that only their version makes names. */
class RequirementVersionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zorbix Workspace 0.2.0+; an authorized agent | service zorbix-workspace >=0.2.0
          Requires Great Docs >=0.8, Quarto CLI | package great-docs >=0.8; tool quarto
          Zorbix Code 2.4+ | agent zorbix-code >=2.4
          Zorbix Bot 0.27.x; Python 3.12 | agent zorbix-bot >=0.27 <0.28; runtime python >=3.12
          Vue 3 + Zorbix Admin 5.x + Tailwind CSS | package vue >=3; package zorbix-admin >=5 <6; package tailwindcss
          Claude Code with Zorbix Plugins 1.0+ support | agent claude-code
          Python 3.11+, Zorbix API 2+ | runtime python >=3.11
          """)
  void makesNamesOfCommonNouns(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The minimum version is Python 3.11. | runtime python >=3.11
          Minimum version is Python 3.11 | runtime python >=3.11
          The base floor is Elasticsearch 8.11 or later | service elasticsearch >=8.11
          The only dependency is jq. | tool jq
          Its dependencies are jq and the requests library. | tool jq; package requests
          The optional dependency is jq. | tool jq optional
          The target platform is Linux. | ''
          """)
  void statesWhatIsNeeded(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires react@18.2.0 and pnpm@9.12.0 | package react ==18.2.0; tool pnpm ==9.12.0
          python@3.12, node@20 | runtime python >=3.12; runtime node >=20
          The hyperframes CLI (npx hyperframes@0.8.46) | tool hyperframes ==0.8.46
          Solid.js 2.0.0-rc.13+ | package solid-js >=2.0.0-rc.13
          Requires zorbix 1.0.0-beta.2 or later | tool zorbix >=1.0.0-beta.2
          Python 3.10+ with the `mcp>=2.0.0,<3` package | runtime python >=3.10; package mcp >=2.0.0 <3
          Python 3.10+, mcp>=1.0 | runtime python >=3.10; package mcp >=1.0
          Python 3.10+, mcp, httpx | runtime python >=3.10; package mcp; package httpx
          Requires the mcp package | package mcp
          Requires the `zorb>=2.0,<3` package | package zorb >=2.0 <3
          Requires the Zorbix MCP bridge v6+ | mcp zorbix >=6
          Requires Zorbix v25.4+ (a flag that defaults to true) | service zorbix >=25.4
          Web search (V2, see below) | network internet
          """)
  void readsEveryWay(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          macOS or Linux (WSL on Windows) with jq | os macos /a; os linux /a; os wsl /a; tool jq
          macOS, Linux, Windows (WSL/Git Bash) | os macos /a; os linux /a; os windows /a
          Linux (not WSL) | os linux
          Debian 12 or Ubuntu 22.04+, systemd | os debian >=12 /a; os ubuntu >=22.04 /a; service systemd
          Ubuntu and OpenCode | os linux; agent opencode
          Red Hat Enterprise Linux 9 | os rhel >=9
          Kibana 8.x with a matching Elasticsearch cluster | service kibana >=8 <9; service elasticsearch
          Requires the Vite dev server on localhost:3000 | service vite
          Requires a Zorbix RPC endpoint | service zorbix-rpc
          Works with Zorbix, ZCode, Claude Code, and any Agent Skills compatible harness | agent zorbix /a; agent zcode /a; agent claude-code /a
          Requires dependencies: acme-cli, acme-lib, zorb-to-image | package acme-cli; package acme-lib; package zorb-to-image
          Requires at least one configured CLI agent tool | ''
          Requires background CLI reviewers | ''
          A font with Chinese glyphs is needed | ''
          """)
  void byWhatStandsBeside(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zorbix needs Node.js 20+; Plonk needs Node.js 24+ | runtime node >=20 conditional; runtime node >=24 conditional
          React 18+ (19 for the charts) | package react >=18; package react >=19 conditional
          Python 3.9+ (preferably 3.12) | runtime python >=3.9; runtime python >=3.12 optional
          Stonecutter 0.9.8 on Gradle 9.0+ | package stonecutter >=0.9.8; tool gradle >=9.0
          An app with net9.0 and Node.js | runtime dotnet >=9.0; runtime node
          The loader, game, and Java versions differ | ''
          Requires the `zorbix` package 3.2.0.dev6 | package zorbix >=3.2.0.dev6
          """)
  void ofSeveralParts(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires any recent version of ffmpeg and jq | tool ffmpeg; tool jq
          Requires version 2 of the zorbix CLI and jq | tool zorbix >=2; tool jq
          Requires version 2.0 or later of zorbix and jq | tool zorbix >=2.0; tool jq
          At least version 2 of ffmpeg | tool ffmpeg >=2
          Requires at least zorbix 2.0 and jq | tool zorbix >=2.0; tool jq
          Python newer than 3.8, ffmpeg below 7 | runtime python >3.8; tool ffmpeg <7
          Python up to 3.12 | runtime python <=3.12
          ffmpeg older than 7.0 and jq | tool ffmpeg <7.0; tool jq
          zorbix version 2.0 or greater; jq | package zorbix >=2.0; tool jq
          """)
  void versionsBeforeAndAfterTheirName(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires ffmpeg compiled with TLS, jq and git | tool ffmpeg; tool jq; tool git
          Requires zorbix located in bin/, jq and git | tool zorbix; tool jq; tool git
          Requires the Zorbix CLI written in Rust, jq and git | tool zorbix; tool jq; tool git
          Requires ffmpeg issued by the vendor, jq and git | tool ffmpeg; tool jq; tool git
          Requires ffmpeg without a GPU, jq and git | tool ffmpeg; tool jq; tool git
          Requires ffmpeg tested on macOS, jq and git | tool ffmpeg; tool jq; tool git
          Requires Node 20 tested on macOS, Linux and Windows | runtime node >=20
          Make sure the ffmpeg command is installed | tool ffmpeg
          Install the latest ffmpeg first | tool ffmpeg
          Needs the official ffmpeg package and jq | tool ffmpeg; tool jq
          """)
  void whatIsSaidOfOneOfAList(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }
}
