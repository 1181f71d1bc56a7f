package app.satchel.check.requirement;

import static app.satchel.check.requirement.Readings.prose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write in other languages than English. */
class RequirementLanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          需要联网 | network internet
          需配合 feishu-cli 使用 | tool feishu-cli
          需要 OpenAI 或 Anthropic 的 API 密钥 | credential openai /a; credential anthropic /a
          Claude Code、Cursor、Codex 等支持 Skills 的工具 | agent claude-code /a; agent cursor /a; agent codex /a
          需先安装 zorb-writer 技能 | skill zorb-writer
          仅限 Windows | os windows
          不支持 Windows | os windows excluded
          macOS のみ対応 | os macos
          Windows は非対応 | os windows excluded
          ffmpeg があれば使用 | tool ffmpeg optional
          ネットワーク不要 |
          인터넷 연결 필요 | network internet
          네트워크 불필요 |
          Requiere conexión a internet | network internet
          Requiere una cuenta de GitHub | credential github
          No soporta Windows | os windows excluded
          Necesita acceso al servidor MCP de Playwright | mcp playwright
          Requer conta no GitHub | credential github
          Não requer dependências |
          Somente Linux | os linux
          Requer git. Qualquer projeto | tool git
          Benötigt Internetzugang | network internet
          Erfordert einen OpenAI API-Schlüssel | credential openai
          Nicht für Windows | os windows excluded
          Nécessite une connexion internet | network internet
          Fonctionne sous Linux et macOS | os linux /a; os macos /a
          Richiede Python 3.10 o superiore e git | runtime python >=3.10; tool git
          Требуется доступ в интернет | network internet
          Требуется Docker или Podman | tool docker /a; tool podman /a
          Yêu cầu Python 3.10 trở lên và git | runtime python >=3.10; tool git
          Memerlukan Python 3.10+ dan git | runtime python >=3.10; tool git
          """)
  void readsOtherLanguages(String text, String expected) {
    assertThat(prose(text)).isEqualTo(expected == null ? "" : expected);
  }
}
