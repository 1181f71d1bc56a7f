package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.json;
import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way of several needs what, and what only goes along with another thing. */
class RequirementWaysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires either a native viewer or the acme CLI | tool acme conditional
          Requires either Deno 2+ or Ruby 3.2+ with bundler | runtime deno >=2 /a; runtime ruby >=3.2 /a; tool bundler conditional
          Requires the acme CLI (>= 2.1) for --dry-run and --watch | tool acme >=2.1 conditional
          Requires GitLab CLI (glab) 1.40+ | tool glab >=1.40
          Requires PowerShell 7.x on Windows | tool pwsh >=7 <8; os windows
          Requires Windows 11 (build 22000+) | os windows >=11
          Requires Windows 10 or Windows 11 | os windows >=10
          Requires the Go toolchain (gofmt) and make | runtime go; tool gofmt; tool make
          Small Python CLI using pandas | runtime python; package pandas
          Java projects using Maven naming |
          Requires the opencode CLI | tool opencode
          Requires Linux; a local Python environment; and the acme CLI | os linux; runtime python; tool acme
          Requires an API key from api.acme.io (ACME_KEY) | credential ACME_KEY
          Requires the Emca-hosted file-keeper MCP | mcp file-keeper
          Ruby 3.3+ on PATH is the only requirement | runtime ruby >=3.3
          Requires the az CLI with an authenticated Azure session | tool az
          helm, kubeconform; helm-acme when the chart has tests | tool helm; tool kubeconform; tool helm-acme conditional
          Optional: eslint-plugin-acme | package eslint-plugin-acme optional
          Requires docker for manifest validation | tool docker
          Needs git and (for the nightly report) the GitHub CLI | tool git; tool gh conditional
          Requires Microsoft Excel on Windows or macOS | service excel; os windows /a; os macos /a
          Requires a Supabase project with a key in SUPABASE_KEY | service supabase; credential SUPABASE_KEY
          Requires Grafana with an access token | service grafana; credential grafana
          MCP servers: github, slack (optional) | mcp github; mcp slack optional
          Relies on the `pdf` and `docx` skills | skill pdf; skill docx
          Requires git and the acme CLI as a fallback | tool git; tool acme optional
          Python 3.10+, boto3; acme-kit 1.7+ | runtime python >=3.10; package boto3; package acme-kit >=1.7
          Requires MATLAB R2023b or later | runtime matlab
          Requires git, an iOS device | tool git
          No external dependencies beyond Ruby 3.1 and git | runtime ruby >=3.1; tool git
          Needs nothing but bash and jq | tool bash; tool jq
          """)
  void readsWhatOneWayNeeds(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Requires read_file, grep, run_shell and glob.",
        "Works alongside Zotero and Obsidian but requires none of them.",
        "Follow the pinned Node.js version.",
      })
  void readsNothing(String text) {
    assertThat(prose(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"anyBins": ["node", "node20"]} | runtime node
          {"bins": ["python3.12", "acme2"]} | runtime python; tool acme2
          """)
  void knowsRuntimesByTheirNumberedCommands(String value, String expected) throws IOException {
    assertThat(json("requires", value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires jq, ffmpeg, only for export | tool jq; tool ffmpeg conditional
          Requires jq, ffmpeg, only needed for export | tool jq; tool ffmpeg conditional
          Requires jq, ffmpeg - optional | tool jq; tool ffmpeg optional
          jq, ffmpeg optionally | tool jq; tool ffmpeg optional
          Requires jq and ffmpeg (not required) | tool jq; tool ffmpeg optional
          Requires jq, ffmpeg as an optional extra | tool jq; tool ffmpeg optional
          Requires jq and ffmpeg (required for all operations) | tool jq; tool ffmpeg
          jq, ffmpeg for every command | tool jq; tool ffmpeg
          """)
  void howMuchBehindTheName(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires docker or, if missing, podman | tool docker /a; tool podman /a
          Requires docker, else podman | tool docker /a; tool podman /a
          Docker otherwise Podman | tool docker /a; tool podman /a
          Requires Docker (fallback: Podman) | tool docker /a; tool podman /a
          Requires docker (falls back to podman) and jq | tool docker /a; tool podman /a; tool jq
          Needs docker, falling back to podman, and jq | tool docker /a; tool podman /a; tool jq
          Needs docker rather than podman, and jq | tool docker; tool jq
          Needs docker or a compatible tool such as podman, and jq | tool docker; tool jq
          docker or maybe podman | tool docker /a; tool podman /a
          """)
  void oneOrTheOther(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Needs a Linear integration (an MCP server, the `linear` CLI, or a browser fetch) | mcp linear /a; tool linear /a
          Requires gowitness, httpx, python3 | tool gowitness; tool httpx; runtime python
          Requires the `linear` CLI | tool linear
          Requires a recent zorbctl, and git | tool zorbctl; tool git
          """)
  void waysToReachAService(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
