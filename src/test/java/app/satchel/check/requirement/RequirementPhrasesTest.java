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
          Requires a GPU with 8 GB VRAM | hardware gpu; hardware vram >=8GB
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iOS 17+, iPadOS 17+ | os ios >=17 /a; os ipados >=17 /a
          Requires an iOS and Android app | ''
          Linux seat; git | os linux; tool git
          claude-code-only | agent claude-code
          Requires acmeworks-python | package acmeworks-python
          Requires aarch64-none-elf-g++ and make | tool aarch64-none-elf-g++; tool make
          Requires Python 3.11+, the zorbix framework | runtime python >=3.11; package zorbix
          .NET 10, Zorbix.AspNetCore 1.0.0 | runtime dotnet >=10; package zorbix.aspnetcore >=1.0.0
          Requires gh and the gh-zorbix extension | tool gh; tool gh-zorbix
          Required packages: pillow, graphviz | package pillow; package graphviz
          Requires PyTorch | package pytorch
          Requires the `zorbix` CLI binary (npm package `zorbix`) | tool zorbix
          Requires zorbix-cli and an active profile | tool zorbix-cli; credential zorbix
          Uses `mariadb` and the `clickhouse-client` CLI | tool mariadb; tool clickhouse-client
          Requires macOS pbcopy and git | os macos; tool pbcopy; tool git
          Requires MCP integrations for Jira and Slack | mcp jira; mcp slack
          Requires macOS with Apple Mail and Full Disk Access | os macos; service apple-mail
          Works in any agent that can call MCP tools | ''
          Valid AWS credentials with EC2 permissions | credential aws
          """)
  void readsNamesByTheirForm(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Needs Python 3.10 to 3.14 and git | runtime python >=3.10 <=3.14; tool git
          Windows: WinDbg. Linux: GDB >= 10. | tool windbg conditional; tool gdb >=10 conditional
          AdonisJS 7: Node.js 24+ | package adonisjs >=7; runtime node >=24
          Blender on Windows; the examples need Blender 4+ | service blender; os windows; service blender >=4 conditional
          Requires npx (Node.js 18+) or Docker | tool npx /a; runtime node >=18 conditional; tool docker /a
          Needs git and an LLM API key (or a local ollama server) | tool git; service ollama conditional
          Requires the zorbix CLI. The Zorbix CLI can list keys. | tool zorbix
          Set ACME_ID and ACME_KEY for the remote mode; falls back to local Chrome otherwise | credential ACME_ID conditional; credential ACME_KEY conditional; tool chrome conditional
          Supports Java, Python and Go | ''
          Access to the Zorbix MCP server | mcp zorbix
          Rust toolchain to build. git | runtime rust; tool git
          Requires uv and the Byaan project directory | tool uv
          Requires ACME_KEY (network access to its API) | credential ACME_KEY; network internet
          For the zorbix-cloud managed MCP server | mcp zorbix-cloud
          Run the scripts via `uv run` | tool uv
          """)
  void readsWhatAPartNeeds(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Next.js 14-15, React 18.2+, Tailwind CSS v3.4 or v4 | package next >=14 <=15; package react >=18.2; package tailwindcss >=3.4 <=4
          Requires a warehouse (Snowflake, BigQuery or Redshift) | service snowflake /a; service bigquery /a; service redshift /a
          A container runtime: Docker, Podman or nerdctl | tool docker /a; tool podman /a; tool nerdctl /a
          Ruby 3.2+/Rails 7.1+ | runtime ruby >=3.2; package rails >=7.1
          VS Code + GitHub Copilot | agent vscode; agent copilot
          A Todoist API token in TODOIST_TOKEN. Alternatively the Todoist MCP. | credential TODOIST_TOKEN /a; mcp todoist /a
          PowerShell 7.2+ on Windows, macOS or Linux | tool pwsh >=7.2; os windows /a; os macos /a; os linux /a
          """)
  void joinsOnlyWhatIsAChoice(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          macOS 13+ only (uses osascript and sips) | os macos >=13; tool osascript; tool sips
          No Windows support. | os windows excluded
          Windows: not supported. | os windows excluded
          Windows controllers are not supported. | os windows excluded
          git. Windows users: use WSL or Git Bash. | tool git; os wsl conditional /a; tool git-bash conditional /a
          Jujutsu (jj) 0.20 or later | tool jj >=0.20
          git 2.38+ (for `git merge-tree`) | tool git >=2.38
          python 3.9+ (script only) | runtime python >=3.9 conditional
          ACME_TOKEN (not needed with a local server) | credential ACME_TOKEN conditional
          ACME_TOKEN; ACME_URL defaults to https://acme.example | credential ACME_TOKEN; credential ACME_URL optional
          The argocd CLI is only used in the diff step. | tool argocd conditional
          The zorbix MCP server helps on big codebases | mcp zorbix optional
          8 GB RAM recommended | hardware ram >=8GB optional
          Network: api.acme.com | network internet
          Python 3.10 - 3.13 | runtime python >=3.10 <=3.13
          python3 w/ trafilatura | runtime python; package trafilatura
          AWS CLI v2 configured with a profile that can call Cost Explorer | tool aws >=2; credential aws
          Needs a browser logged in to YouTube and git | credential youtube; tool git
          Requires gh logged in to GitHub | tool gh
          Apple Notes via `memo` | service apple-notes; tool memo
          Review of Terraform, CloudFormation and Helm. | ''
          acme/acme-kit ^2.60 | package acme/acme-kit >=2.60 <3
          """)
  void readsWhatIsWrittenInAHurry(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "ACME_KEY\\nPython 3.9+\\nffmpeg" | credential ACME_KEY; runtime python >=3.9; tool ffmpeg
          "Requires Python 3.10+ and the\\npandas package" | runtime python >=3.10; package pandas
          """)
  void linesOfAListEndByThemselves(String value, String expected) throws IOException {
    assertThat(json("compatibility", value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Azure, AWS, GCP | service azure /a; service aws /a; service gcp /a
          Docker, Singularity or Conda | tool docker /a; tool singularity /a; tool conda /a
          Odoo 17.0, 18.0 | service odoo >=17.0 <=18.0
          Prisma ORM 6.x / 7.x | package prisma >=6 <8
          Needs ACME_USER/ACME_PASS | credential ACME_USER; credential ACME_PASS
          mpv or ffplay to listen, optional | tool mpv optional /a; tool ffplay optional /a
          git · jq · bash | tool git; tool jq; tool bash
          Jira or Linear through MCP | mcp jira /a; mcp linear /a
          macOS only: uses osascript | os macos; tool osascript
          chDB runs on Linux; Windows not supported (use WSL2) | os linux; os windows excluded; os wsl >=2 conditional
          Linux or Windows under WSL2 | os linux /a; os wsl >=2 /a
          Not tested on Windows. | ''
          SQLite and MongoDB are out of scope. | ''
          curl and jq are all you need | tool curl; tool jq
          Docker unless you build remotely | tool docker conditional
          Zorbworks 2.8+ | agent zorbworks >=2.8
          Zorbworks 2.8+; needs jq | service zorbworks >=2.8; tool jq
          gdzorb (PyPI) recommended | package gdzorb optional
          KiCad 8 (kicad-cli) | tool kicad-cli >=8
          `esphome` 2024.12+ on PATH | tool esphome >=2024.12
          zorbix-mcp addon | mcp zorbix-mcp
          mcp-zorbix >= 0.7 | mcp mcp-zorbix >=0.7
          the migration skill `acme-upgrade` | skill acme-upgrade
          """)
  void readsWhatOthersWouldWrite(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }
}
