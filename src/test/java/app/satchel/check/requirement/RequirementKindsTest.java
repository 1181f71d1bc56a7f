package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of thing a name is that nobody knows, by what is said of it. */
class RequirementKindsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zorbix Forge adapter; writes only its own files | agent zorbix-forge
          Zorbix local runtime; a read-only review | agent zorbix
          Zorbix launch agents. Made for one platform | agent zorbix
          LangChain, Zorbix adapter | package langchain
          NVIDIA runtime | ''
          Designed for ZORB | agent zorb
          Works with Claude on the web and coding agents | agent claude-ai
          """)
  void hosts(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the @acme/notes-mcp-server connected | mcp @acme/notes-mcp-server
          Requires the Acme MCP server (acme-cloud-mcp) | mcp acme-cloud-mcp
          Requires the Acme MCP server (mcp-acme) | mcp acme
          Requires Acme MCP with API key | mcp acme; credential acme
          Requires the Figma MCP server active in Claude Code | mcp figma; agent claude-code
          Requires the Figma MCP server to be connected and active in Codex | mcp figma; agent codex
          Anki running with the AnkiConnect add-on | service anki
          Optional: MCP network access for the search | network internet optional
          Needs the code_access, say and secret_snippet tools and the zorbix CLI | tool zorbix
          """)
  void servers(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the Zorbix SDK 2.x (@zorbix/sdk) | package @zorbix/sdk >=2 <3
          Requires the Stripe SDK v14+ (npm install stripe) | package stripe >=14
          AcmeKitSwift 5.1.22; iOS 15.1+ | package acmekitswift >=5.1.22; os ios >=15.1
          TYPO3 v14.3+ and `acme/content-kit` 2.x | service typo3 >=14.3; package acme/content-kit >=2 <3
          TYPO3 13.0 - 14.x | service typo3 >=13.0 <15
          Uses uv for dependency management (requests, zorbix) | tool uv; package requests; package zorbix
          Requires network access to install packages (puppeteer, zorb-kit) | network internet; package puppeteer; package zorb-kit
          TypeScript 5.x, ESLint 9.x | package typescript >=5 <6; tool eslint >=9 <10
          Python script requires uv | runtime python; tool uv
          """)
  void packages(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the zorbix-island widget running | service zorbix-island
          Requires a locally loaded zorbix-swarm Chrome extension | service zorbix-swarm
          Requires access to a running Memgraph instance | service memgraph
          Requires test-user credentials for an OpenSearch cluster | credential opensearch
          Requires OCI CLI 3.91+ with an authenticated profile | tool oci >=3.91; credential oci
          Requires Acme API for pages and Emca API for films | service acme; service emca
          Requires Zorbix command-line tools (zorb-get, zorb-put) | tool zorb-get; tool zorb-put
          A person runs the native fork command | ''
          For PDF export - pandoc | tool pandoc conditional
          """)
  void applicationsAndPrograms(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Depends on the acme-generation skill | skill acme-generation
          Requires fusion-planner and fusion-judge to be installed | skill fusion-planner; skill fusion-judge
          May rely on image-generation skills | ''
          Needs an agent harness with subagent fan-out | ''
          """)
  void skills(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Runs under `uv run python` | tool uv; runtime python
          Requires Python 3.9+ (pip install requests) | runtime python >=3.9; package requests
          macOS with sips (swift for the masks) | os macos; tool sips; runtime swift conditional
          playwright install chromium | tool chromium
          URL fetch, CSV, XLSX | ''
          Needs Acme's notes-mcp-server | mcp notes-mcp-server
          Uses the keyless api.acme.com content | network internet
          Optional: looks at https://api.acme.com/v1 | network internet optional
          Does not call api.acme.com | ''
          Zorbix with file tools; a workspace | agent zorbix
          Zorbix on Node.js 22+ | agent zorbix; runtime node >=22
          Proxmox: pvesh, qm, pct | tool pvesh conditional; tool qm conditional; tool pct conditional
          For local: requires jq | tool jq conditional
          All paths require ACME_KEY | credential ACME_KEY
          Works from a syllabus or a book | ''
          Align the @acme/* packages | ''
          Techniques apply across Anthropic, OpenAI, and Google | ''
          Dirigido a WordPress 6.9+. Algunos flujos requieren WP-CLI | service wordpress >=6.9; tool wp-cli conditional
          """)
  void byWhatIsSaidOfThem(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AcmePlots.jl optional | package acmeplots optional
          An Acme model needs at least 24GB VRAM | hardware vram >=24GB conditional
          Requires 40 GB free disk space | hardware disk >=40GB
          Airflow 2.9+ or 3.x | tool airflow >=2.9 <4
          python3 is required to run the evaluation | runtime python conditional
          An OpenRouter API key is required to use the search | credential openrouter
          Playback uses afplay on macOS, mpv or ffplay elsewhere | tool afplay conditional; tool mpv conditional /a; tool ffplay conditional /a
          Requires `huggingface_hub` | package huggingface_hub
          zorbixcli (`zorb`) in PATH | tool zorb
          Requires Xcode command line tools (xcrun, simctl) | tool xcrun; tool simctl
          The mcp-acme server is supported but optional | mcp mcp-acme optional
          Vercel CLI. Skip if the project deploys through Git integration | tool vercel
          Acme Graph API v21.0, Zorbix Python API | service acme-graph >=21.0; service zorbix
          """)
  void hardwareWaysAndApis(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Acmeworks v6 framework | package acmeworks >=6
          Requires jq; Docker is not used | tool jq
          Reference material for developers using viem | ''
          Applicable to repositories publishing through GitHub Pages | ''
          A single static binary (Rust) | ''
          claude · codex · cursor | agent claude-code /a; agent codex /a; agent cursor /a
          Unity 2018.4.25f1+ | service unity >=2018.4.25f1
          Needs the Ghidra MCP or the user's help | mcp ghidra
          Scripts are in each skill directory | ''
          Hosts: vscode, zorb-coding-agent | agent vscode /a; agent zorb-coding-agent /a
          Requires the NVIDIA Zorb Agent Toolkit (ZAT) | tool nvidia-zorb
          Flask + little.js | package flask; package little
          The scripts use `zorb` with `op=save` | tool zorb
          """)
  void whatIsLeftOut(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires Zorbix MCP tools: find-event, get-event | mcp zorbix
          Requires an MCP server exposing tools: web_search, fetch_all | ''
          Requires an MCP server named zorbix | mcp zorbix
          Requires MCP server called ref configured in acme.json | mcp ref
          Requires the scripts in .acme/lib/ (read-page.js, draw-page.js) | ''
          'Requires zorbix CLI (curl -fsSL https://zorbix.example/get | sh)' | tool zorbix
          Requires one agent CLI (codex, claude, or grok) | tool codex /a; tool claude /a; tool grok /a
          Requires at least one agent CLI (codex, claude) | tool codex /a; tool claude /a
          Requires MySQL/PostgreSQL backends | service mysql /a; service postgresql /a
          Requires the zorb-ai document processing backend | service zorb-ai
          Requires python3-impacket | package impacket
          Python 3 with pandas. Invoke from anywhere | runtime python >=3; package pandas
          Requires PushNotification and WebSearch | ''
          """)
  void functionsFilesAndCommands(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Python 3. Network access to fetch pages | runtime python >=3; network internet
          Requires REST API access to https://acme.example/v1 | network internet
          Requires network access to the DeepSeek API, and an API key | network internet; credential deepseek
          Requires network access to the Acme API and a Zorbix API key | network internet; credential zorbix
          Requires the Zorbix API and an API key | service zorbix; credential zorbix
          Requires ability to write files and optional web access for research | network internet optional
          Requires macOS filesystem access | os macos
          Requires zorb CLI installed via `npm install -g zorb`, jq and git | tool zorb; tool jq; tool git
          """)
  void access(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires a Stripe access token and jq | credential stripe; tool jq
          Requires an account with Stripe and jq | credential stripe; tool jq
          Requires a Zorbix licence key | credential zorbix
          Requires an MCP server for Zorbix | mcp zorbix
          Requires the MCP server of Linear and jq | mcp linear; tool jq
          Requires Linear through its MCP server | mcp linear
          Requires Zorbix via MCP | mcp zorbix
          Needs Linear over MCP | mcp linear
          Requires the Zorbix (MCP) server | mcp zorbix
          Requires the Zorbix Model Context Protocol (MCP) server and jq | mcp zorbix; tool jq
          """)
  void keysAndServersOfAName(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Linux and macOS, no Windows | os linux /a; os macos /a; os windows excluded
          macOS only; no Linux or Windows | os macos; os linux excluded; os windows excluded
          Requires jq. Not tested on Windows | tool jq
          """)
  void systemsTurnedAway(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Works on macOS. Windows is not yet supported by the library | os macos; os windows excluded
          Requires bash. Windows is not currently supported | tool bash; os windows excluded
          Linux and macOS; Windows isn't supported | os linux /a; os macos /a; os windows excluded
          Requires jq. Windows and Linux are not yet supported | tool jq; os windows excluded; os linux excluded
          """)
  void systemsNotYetSupported(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }
}
