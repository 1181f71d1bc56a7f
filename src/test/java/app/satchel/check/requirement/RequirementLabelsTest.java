package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What stands before a colon: a name that is described or versioned behind it, or a list's sort.
 */
class RequirementLabelsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ffmpeg: makes the thumbnails | tool ffmpeg
          Docker (required): runs the containers | tool docker
          Wireshark (optional): captures packets | tool wireshark optional
          Wireshark (optional): For capturing packets | tool wireshark optional
          Wireshark: for capturing packets | tool wireshark conditional
          Docker: if you run it locally | tool docker conditional
          jq: optional | tool jq optional
          ripgrep: used by the search script | tool rg
          Redis: caching layer | service redis
          Figma MCP (optional): reads designs | mcp figma optional
          Sentry MCP server: error lookup | mcp sentry
          OPENAI_API_KEY: your key from the dashboard | credential OPENAI_API_KEY
          OpenAI API key: embeddings | credential openai
          Cursor: works with limits | agent cursor
          jq: not needed | ''
          Docker: none | ''
          API key: from the dashboard | ''
          postgres://localhost/acme | ''
          """)
  void aNameWithADescriptionIsNeeded(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Node.js: version 18+ | runtime node >=18
          Python: Version 3.8 or higher | runtime python >=3.8
          Docker: at least 20.10 | tool docker >=20.10
          Docker: version 20.10 or later | tool docker >=20.10
          Python between 3.9 and 3.12 | runtime python >=3.9 <=3.12
          """)
  void aNameWithItsVersionKeepsIt(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          API keys: Shodan, VirusTotal | credential shodan; credential virustotal
          Credentials: AWS or GCP | credential aws /a; credential gcp /a
          API keys: OPENAI_API_KEY, STRIPE_KEY | credential OPENAI_API_KEY; credential STRIPE_KEY
          MCP servers: fetch, memory, filesystem, time | mcp fetch; mcp memory; mcp filesystem; mcp time
          You'll need: a GitHub account, git, and Node 20 | credential github; tool git; runtime node >=20
          What you need: Docker | tool docker
          On Linux: xclip or wl-clipboard | tool xclip conditional /a; tool wl-clipboard conditional /a
          To run tests: pytest | package pytest conditional
          Network: yes | network internet
          """)
  void aSortSpeaksOfItsList(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected);
  }
}
