package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a thing comes from and how one gets at it, and words that are verbs elsewhere. */
class RequirementSourcesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires an index made by acme-docs-indexer | skill acme-docs-indexer
          Hands off to acme-docs-publisher | skill acme-docs-publisher
          Reads drafts written via `acme-docs-writer` / `acme-docs-editor` | skill acme-docs-writer /a; skill acme-docs-editor /a
          Requires a folder from ~/acme-docs-folder | ''
          Requires the Zorbix plugin registered via 04-zorbix-plugin-add, Node 22 | skill 04-zorbix-plugin-add; runtime node >=22
          Requires the fact_checker subagent with the read_page MCP tool | skill fact_checker
          """)
  void aSkillIsNamedAsTheSource(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires kubectl access to the target cluster, plus git | tool kubectl; tool git
          Requires kubectl configured with target cluster context | tool kubectl
          Requires `curl` with `acme2cli` access | tool curl; tool acme2cli
          Requires ACME_KEY and HTTPS to api.acme.com | credential ACME_KEY; network internet
          Network access needed for RPC calls to Acme Chain. | network internet
          Network access to Acme Chain (rpc.acme.tech) | network internet
          Needs environment variables for ACME_URL, ACME_ID | credential ACME_URL; credential ACME_ID
          Requires the configured zorbspec CLI backend. | tool zorbspec
          Requires an active zorbix-mcp server instance. | mcp zorbix-mcp
          Requires uv and pytest in a Python 3.12+ project. | tool uv; package pytest; runtime python >=3.12
          """)
  void accessIsNoThingOfItsOwn(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Uses `gh`/`glab` | tool gh /a; tool glab /a
          Optional: sanitizers (Clang/GCC) | tool clang optional /a; tool gcc optional /a
          Requires gdb/lldb (Linux/macOS) | tool gdb /a; tool lldb /a
          Runs `npx mcp-remote` (needs Node.js 18+). | runtime node >=18
          Requires zorb.exe and git | tool zorb; tool git
          zorbix-triage (Python CLI) is optional | tool zorbix-triage optional
          Requires Unity 6 with the ZorbSkills package | service unity >=6; package zorbskills
          Requires the acme CLI; optional `zorb` add-on | tool acme; tool zorb optional
          An authenticated Codex or Claude Code conversation coordinates. | agent codex /a; agent claude-code /a
          Usable by Codex, Cursor | agent codex /a; agent cursor /a
          Requires zorbix variable mode with a Python interpreter. | runtime python
          """)
  void signsAndBracketsNameThings(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Requires the zorb binary, optional model server for the explain step | tool zorb
          Needs git 2.31+. The quick lane needs a host tool; without one it falls back to manual work | tool git >=2.31
          """)
  void aPurposeAndAFallbackAreThoseOfTheirOwnPart(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          You need access to Slack and git | credential slack; tool git
          Depends on access to https://acme.example/docs | network internet
          Requires access to http://localhost:8080 |
          Must have access to a Kubernetes cluster | service kubernetes
          Requires Rust, just and cargo-nextest | runtime rust; tool just; tool cargo-nextest
          """)
  void accessInOtherWords(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
