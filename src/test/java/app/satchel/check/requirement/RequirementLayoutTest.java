package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is laid out as a list, with pictures, numbers or lines. */
class RequirementLayoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ✅ Claude Code ✅ Cursor ❌ Windows | agent claude-code /a; agent cursor /a; os windows excluded
          🧠 Python 3.10+ 🌐 internet access | runtime python >=3.10; network internet
          1. Python 3.10+ 2. git 3. docker | runtime python >=3.10; tool git; tool docker
          git jq docker | tool git; tool jq; tool docker
          *nix only | os linux /a; os macos /a
          Docker Compose + Node.js + Python venv | tool docker-compose; runtime node; runtime python
          pnpm monorepo with React | tool pnpm; package react
          """)
  void readsItemsLaidOut(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aLevelBeforeADashOpensAList() {
    assertThat(prose("Required - git, jq\nOptional - docker"))
        .isEqualTo("tool git; tool jq; tool docker optional");
  }

  /** Places in the author's words are counted in what was written. */
  @Test
  void keepsTheLength() {
    for (String text :
        new String[] {"1. a 2. b", "\uD83E\uDDE0 Acme \u2705 Emca", "*nix", "Optional - x"}) {
      assertThat(Layout.plain(text)).hasSameSizeAs(text);
    }
    assertThat(Layout.plain("Acme 1. Emca")).isEqualTo("Acme 1. Emca");
    assertThat(Layout.plain("25\u00B0 Acme\u2122")).isEqualTo("25\u00B0 Acme\u2122");
  }
}
