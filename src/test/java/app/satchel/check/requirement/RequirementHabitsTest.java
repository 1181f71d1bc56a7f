package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Habits of writing that many authors have: what they put in brackets, before and after a name. */
class RequirementHabitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Needs Home Assistant with a long-lived access token (HA_TOKEN) | service home-assistant; credential HA_TOKEN
          Requires a bot token and chat id (BOT_TOKEN, BOT_CHAT) for Telegram | credential BOT_TOKEN; credential BOT_CHAT
          Requires an Azure Speech key & region (SPEECH_KEY, SPEECH_REGION) | credential SPEECH_KEY; credential SPEECH_REGION
          Needs access to GitHub (gh CLI or GITHUB_TOKEN) | tool gh /a; credential GITHUB_TOKEN /a
          Requires Foundry (forge, cast) and jq | tool forge; tool cast; tool jq
          Requires the Transloadit MCP server (@transloadit/mcp-server) | mcp @transloadit/mcp-server
          pdf2image (needs ffmpeg) | package pdf2image; tool ffmpeg
          Requires pnpm 10.2+ (pnpx) | tool pnpm >=10.2
          Requires an issue tracker MCP (Linear or Jira) | mcp linear /a; mcp jira /a
          Uses any warehouse (Snowflake, BigQuery, or other) and git | tool git
          Requires an API key for one of: ElevenLabs, Azure Speech | credential elevenlabs /a; credential azure-speech /a
          Requires an Exa or Tavily API key (EXA_API_KEY / TAVILY_API_KEY) | credential EXA_API_KEY /a; credential TAVILY_API_KEY /a
          ACME_ID and ACME_SECRET, or EMCA_TOKEN | credential ACME_ID /a; credential ACME_SECRET /a; credential EMCA_TOKEN /a
          """)
  void inBracketsAndKeys(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the uv package manager | tool uv
          Requires kubectl configured for the target cluster | tool kubectl
          Requires a Stripe test-mode secret key | credential stripe
          Requires a Shopify Partner account | credential shopify
          Requires AWS credentials with bedrock:InvokeModel permission and boto3 | credential aws; package boto3
          Requires Docker with the acme/kafka image | tool docker
          Requires QuickBooks access via MCP | mcp quickbooks
          Requires the acme-core plugin to be installed first | skill acme-core
          Requires Xcode 15+ and an iOS 17 simulator | tool xcode >=15
          Requires Docker and at least 4 GB of free RAM | tool docker; hardware ram >=4GB
          24GB+ VRAM GPU recommended | hardware gpu optional
          A Mac running macOS 14+ | os macos >=14
          Blender 4.2 LTS or newer running | service blender >=4.2
          Requires internet access to the UniProt, Ensembl and PDB REST APIs | network internet
          Claude Code connected to the Figma MCP server | agent claude-code; mcp figma
          Requires desktop Firefox exposing its remote port | tool firefox
          Requires the pdf and docx skills | skill pdf; skill docx
          Requires Docker and the acme-find and acme-read skills | tool docker; skill acme-find; skill acme-read
          Requires macOS with felixfoo/remx installed | os macos; tool remx
          Requires the Codex skills acme-intake, acme-launch | skill acme-intake; skill acme-launch
          Qdrant running on localhost:6333 and Ollama | service qdrant; service ollama
          Tavily, Exa, or Brave Search MCP | mcp tavily /a; mcp exa /a; mcp brave-search /a
          Snakemake 8+, conda or mamba | tool snakemake >=8; tool conda /a; tool mamba /a
          Requires the acme CLI with `stack es` support | tool acme
          Requires the acme CLI with the `find every` command group | tool acme
          GitLab 16.x or 17.x, self-managed, GitLab Dedicated, or GitLab Cloud | service gitlab >=16 <18
          Zorbix Studio required | service zorbix-studio
          Memgraph Lab recommended | service memgraph-lab optional
          Requires AWS KMS | service aws-kms
          Requires a report produced by the `acme-audit` skill | skill acme-audit
          claude-code, cursor, any-agent-with-bash | agent claude-code /a; agent cursor /a
          Works with a Platinum plan (or Serverless) | ''
          Requires zorbix-cli and Zorbix API credentials | tool zorbix-cli; credential zorbix
          PagerDuty API v2, Events API v2 | service pagerduty
          Requires the AcmePress plugin on a WordPress site | service acmepress
          AcmeAgent (on demand); requires git | agent acmeagent; tool git
          Requires dev dependencies (black==24.10.0, acme) | package black ==24.10.0; package acme
          Requires access to web_search and fetch tools | network internet
          インターネット接続が必要です | network internet
          Zorbix must be running | service zorbix
          Zorbix Studio is required for export | service zorbix-studio conditional
          PlonkHub needs to be installed | service plonkhub
          pandoc needs to be installed | tool pandoc
          Docker needs to be running, approval is required | tool docker
          Fnordle Studio 8.2+ with HPOS, PHP 7.4 | service fnordle-studio >=8.2; runtime php >=7.4
          zorbify >= 2 | package zorbify >=2
          zorbify 4.0+; git | package zorbify >=4.0; tool git
          Python, a dataset | runtime python
          Requires numpy and pyplonk packages | package numpy; package pyplonk
          Rust 1.70+, plonkctl | runtime rust >=1.70; tool plonkctl
          Fnordle Studio 8.14 or later | service fnordle-studio >=8.14
          Zorbify, Exa, or Brave Search MCP | mcp zorbify /a; mcp exa /a; mcp brave-search /a
          You must be logged in to Zorbify | credential zorbify
          Requires login to Fnordle Studio and git | credential fnordle-studio; tool git
          Requires an API key from Fnordle Studio | credential fnordle-studio
          Requires a working zorbix installation | tool zorbix
          react-native-zorbix 9.7 or newer; git | package react-native-zorbix >=9.7; tool git
          Requires MCP server github | mcp github
          Requires MCP servers slack and zorbix | mcp slack; mcp zorbix
          Python 3 (requests, zorbix) | runtime python >=3; package requests; package zorbix
          Requires either zorbix or plonkctl | tool zorbix /a; tool plonkctl /a
          Requires Python packages: requests, plonk_kit | package requests; package plonk_kit
          Requires Python packages zorbix and requests | package zorbix; package requests
          Node.js, version 18+ | runtime node >=18
          macOS Sonoma+. Doesn't run on Windows | os macos; os windows excluded
          Requires Kubernetes 1.27+ cluster access | service kubernetes >=1.27
          Requires Stripe test keys and a Supabase anon key | credential stripe; credential supabase
          Requires Google Chrome or Microsoft Edge | tool chrome /a; tool edge /a
          Spring Boot Kotlin | package spring-boot; runtime kotlin
          Requires web_search (V2) | network internet
          Requires npx for servers, zorbix for charts | tool npx; tool zorbix conditional
          Requires jq, ffmpeg for charts, and plonkctl | tool jq; tool ffmpeg conditional; tool plonkctl
          pandoc for letters and zorbix for slides | tool pandoc conditional; tool zorbix conditional
          Requires npx for servers, and optionally zorbix for charts | tool npx; tool zorbix optional
          Elasticsearch 8+, self-managed, Docker, kubectl | service elasticsearch >=8; tool docker; tool kubectl
          mosquitto_pub/mosquitto_sub | tool mosquitto_pub; tool mosquitto_sub
          """)
  void aroundANoun(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires Microsoft Graph permissions: Mail.Read, Calendars.ReadWrite | ''
          root (or CAP_NET_RAW) for live capture | ''
          Writes to {ACME_ROOT} and reads ${EMCA_ROOT} | credential EMCA_ROOT
          Use an API key from https://./ | ''
          A browser logged in to 2 and Python 3.9 | runtime python >=3.9
          Needs Node 20; the generated project uses Vite 6 | runtime node >=20
          Requires Supabase; inspect current SDK and schema | service supabase
          Requires the AWS CLI and local disk utilities | tool aws
          Works with any agent that can execute Python | ''
          An API key is optional; falls back to unauthenticated requests | ''
          Works in any product that loads skills | ''
          Runs without a network; ordering through Stripe is manual | ''
          Not supported natively on Windows | os windows excluded
          Requires TodoWrite or an equivalent | ''
          Requires the obsidian CLI and a vault | tool obsidian
          kubectl; the bundled scripts, configuration and calibration need nothing | tool kubectl
          """)
  void namesNothing(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          git, go 1.22+ only if you use Hugo Modules, jq | tool git; runtime go >=1.22 conditional; tool jq
          XGBoost and LightGBM used when installed | package xgboost optional; package lightgbm optional
          ACME_KEY raises the rate limit but is optional | credential ACME_KEY optional
          C# projects need the .NET SDK | runtime dotnet conditional
          tmux or zellij; compile-only works without hardware | tool tmux /a; tool zellij /a
          HF_TOKEN for gated models | credential HF_TOKEN conditional
          Best in products with subagents (Claude Code, Codex, OpenCode) | agent claude-code optional /a; agent codex optional /a; agent opencode optional /a
          """)
  void levels(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the Azure MCP server. Falls back to the az CLI if it is unavailable | mcp azure /a; tool az /a
          LanguageTool on localhost:8081, textlint as fallback | tool languagetool /a; tool textlint /a
          Requires git, uv, and pandoc for PDF output | tool git; tool uv; tool pandoc conditional
          Requires ffmpeg and ffprobe for video processing | tool ffmpeg; tool ffprobe
          Bundled validator scripts require Python 3.10+ | runtime python >=3.10
          Best for Java 11+ codebases | runtime java >=11 optional
          Best for PRDs and ADRs that need a review | ''
          Does not build, run, or use the network | ''
          """)
  void whatStandsForWhat(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires YOUTRACK_URL/TOKEN | credential YOUTRACK_URL; credential YOUTRACK_TOKEN
          Bash 3.2+ / fish 3+ | tool bash >=3.2 /a; tool fish >=3 /a
          Requires Playwright (Chromium) | package playwright; tool chromium
          Requires a GitHub (gh) or GitLab (glab) remote | tool gh /a; tool glab /a
          Depends on the /issue-review skill | skill issue-review
          Requires git and the pbi-implementer agent | tool git; skill pbi-implementer
          zorbx>=0.7 zorbx-plugin-mini>=1.0 | package zorbx >=0.7; package zorbx-plugin-mini >=1.0
          winit 0.30, zorbtin 0.32, web-sys 0.3 | package winit >=0.30; package zorbtin >=0.32; package web-sys >=0.3
          PostgreSQL 16+, sqlc, goose | service postgresql >=16; tool sqlc; tool goose
          Designed for Zorbworks | agent zorbworks
          Requires Terraform and an issue tracker CLI | tool terraform
          Requires the all-* skills and git | tool git
          Requires Jira and Confluence MCP access | mcp jira; mcp confluence
          Runs on Codex and OpenCode with fewer functions: no hooks there | agent codex /a; agent opencode /a
          Requires the AWS MCP servers (awslabs.docs-mcp-server, awslabs.cdk-mcp-server) launched by uvx | mcp awslabs.docs-mcp-server; mcp awslabs.cdk-mcp-server
          """)
  void waysToWriteNames(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires gh authenticated read-only for the repository | tool gh
          Requires Blender 4.x on PATH | tool blender >=4 <5
          macOS, running Obsidian | os macos; service obsidian
          Requires acmedata-mcp server connection | mcp acmedata-mcp
          Requires an MCP connection to a running zorb-nodes engine | mcp zorb-nodes
          Requires the sage binary in PATH | tool sage
          Requires Firecrawl scraping | service firecrawl
          Requires the Scrape Makers API | service scrape-makers
          edge-tts (Python) | package edge-tts
          Works in Gemini (Antigravity), Claude Code | agent antigravity /a; agent claude-code /a
          Requires Jira access (API token or MCP connector) | credential jira /a; mcp jira /a
          Runtime able to run the bundled Python 3.9+ scripts | runtime python >=3.9
          Needs the project-local @acme/devkit package | package @acme/devkit
          Requires .NET Standard 2.0 | runtime dotnet-standard >=2.0
          Chrome DevTools MCP configured via 'claude mcp add chrome-devtools' | mcp chrome-devtools
          """)
  void whatIsNamedInPassing(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Get your API key at acme.example/settings | ''
          Designed for Zorbo failure handling and recovery loops | ''
          Reads packages.config and apps/notes | ''
          Open the page with ?probe=1 in a browser | ''
          Takes scripts from the 3D-MCP repository | ''
          AWS credentials with EC2/VPC permissions | credential aws
          Requires git and a forge CLI | tool git
          """)
  void namesNoProgram(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires security-testing. | skill security-testing
          Requires sibling ../drawio in the same folder | skill drawio
          Requires chmod, envoy, npm and protoc | tool chmod; service envoy; tool npm; tool protoc
          Requires slack, zoom and zorbly15 | service slack; service zoom; service zorbly15
          Requires dev dependencies (pytest==8.1, zorb8) | package pytest ==8.1; package zorb8
          Requires a conda environment (PyQt5, dash) | tool conda; package pyqt5; package dash
          Stimulus 3.2+, Turbo 8+, Importmap | package stimulus >=3.2; package turbo >=8; package importmap
          Requires plaid-cli (github.com/someone/plaid-cli) on PATH | tool plaid-cli
          Requires an account of Stripe and an appropriate package manager (npm or pip) | credential stripe; tool npm /a; tool pip /a
          Codex /goal command | agent codex
          zorb-core-kit 0.19+ | package zorb-core-kit >=0.19
          zorb_auto >= 0.2 | package zorb_auto >=0.2
          Requires acmedata:find_all_items tools | mcp acmedata
          Python and uv are required for the bundled Python scripts | runtime python; tool uv
          Pairs with `acme-login` for user paths | skill acme-login conditional
          """)
  void namesByTheirPlace(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires write, edit, read_file, grep | ''
          All three install with one command | ''
          Set ACME_NET (default: testnet) | credential ACME_NET
          Uses git; verify exact Minecraft, Java and Kotlin versions | tool git
          First-time setup: `bash scripts/setup.sh` | ''
          Open it with ?probe= | ''
          Writes to {ACME_ROOT} | ''
          Each tool's documented CLI | ''
          The old `acme` package is deprecated | ''
          Any workspace of zorb docs | ''
          """)
  void saysWhatToDo(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Get your API key at zorbix.com/dashboard | credential zorbix
          Get an API key from zorbix.com | credential zorbix
          Requires Shopify corp access | credential shopify
          Codex, OpenClaw, or OpenCode adapters | agent codex /a; agent openclaw /a; agent opencode /a
          Termux on Android | os termux /a; os android /a
          Requires the fly CLI | tool fly
          GCC/Clang/MSVC | tool gcc /a; tool clang /a; tool msvc /a
          """)
  void whatOneIsToldToGet(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Optional: a browser opener (`open`, `xdg-open`, or `start`) | tool open optional /a; tool xdg-open optional /a; tool start optional /a
          Requires Rust, just, and cargo-nextest | runtime rust; tool just; tool cargo-nextest
          Requires the just task runner | tool just
          Requires a Honcho API key from honcho.dev. Set HONCHO_API_KEY | credential HONCHO_API_KEY
          Requires kubectl connected to a cluster with KServe installed | tool kubectl; service kserve
          Requires Earth Engine access -- see below | credential earth-engine
          Docker is optional (only required when the data lies elsewhere) | tool docker conditional
          Needs a Clerk session from `clerk auth login` | credential clerk
          Uses GitHub Actions CI | service github-actions
          Each licence must be accepted on the site |
          """)
  void wordsByHowTheyAreWritten(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
