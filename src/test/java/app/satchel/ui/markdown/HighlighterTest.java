package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.ui.markdown.Highlighter.Kind;
import app.satchel.ui.markdown.Highlighter.Token;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {
  private final Highlighter highlighter = Highlighter.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "python ~ from x import Y  # why ~ KEYWORD:from KEYWORD:import TYPE:Y? COMMENT:# why",
        "python ~ s = 'a \\' b' ~ STRING:'a \\' b'",
        "bash ~ echo \"$HOME\" # hi ~ KEYWORD:echo STRING:\" TYPE:$HOME STRING:\" COMMENT:# hi",
        "bash ~ grep -r x . | head ~ KEYWORD:grep KEYWORD:head",
        "json ~ {\"a\": \"b\", \"c\": true} ~ KEYWORD:\"a\" STRING:\"b\" KEYWORD:\"c\""
            + " KEYWORD:true",
        "yaml ~ a-b: 'c' # d ~ KEYWORD:a-b STRING:'c' COMMENT:# d",
        "ts ~ const a: Map<b> = `x` // y ~ KEYWORD:const TYPE:Map STRING:`x` COMMENT:// y",
        "html ~ <!-- c --><p class=\"d\"> ~ COMMENT:<!-- c --> KEYWORD:p STRING:\"d\"",
        "python ~ x: str = str(int('1')) ~ TYPE:str TYPE:int STRING:'1'",
        "powershell ~ if ($a) { 'b' } # c ~ KEYWORD:if TYPE:$a STRING:'b' COMMENT:# c",
        "text ~ if don't ~ ''",
        "nothing-known ~ if x ~ ''"
      })
  void coloursLightly(String language, String code, String expected) {
    StringBuilder seen = new StringBuilder();
    for (Token token : highlighter.tokens(language, code)) {
      if (token.kind() != Kind.PLAIN) {
        seen.append(seen.isEmpty() ? "" : " ")
            .append(token.kind())
            .append(':')
            .append(token.text());
      }
    }
    // A single capital letter is a variable as often as a type.
    assertThat(seen).hasToString(expected.replace(" TYPE:Y?", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'unclosed",
        "\"\"\" open",
        "/* open",
        "`open",
        "<",
        "</",
        "$",
        "'",
        "#",
        "9a.b",
        "<!--"
      })
  void losesNothingOfBrokenCode(String code) {
    for (String language : Set.of("python", "ts", "html", "yaml", "bash", "json", "sql")) {
      StringBuilder all = new StringBuilder();
      highlighter.tokens(language, code + "\nnext 'x").forEach(token -> all.append(token.text()));
      assertThat(all).hasToString(code + "\nnext 'x");
    }
  }

  @Property(tries = 300)
  void losesNothingWhateverIsWritten(
      @ForAll @StringLength(max = 200) String code, @ForAll("languages") String language) {
    StringBuilder all = new StringBuilder();
    Highlighter.load().tokens(language, code).forEach(token -> all.append(token.text()));
    assertThat(all).hasToString(code);
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of(
        "bash",
        "python",
        "ts",
        "js",
        "json",
        "yaml",
        "sql",
        "go",
        "java",
        "kotlin",
        "rust",
        "cpp",
        "cs",
        "php",
        "ruby",
        "dart",
        "lua",
        "dockerfile",
        "css",
        "html",
        "makefile",
        "latex",
        "powershell",
        "toml");
  }

  @Test
  void knowsACommentOverSeveralLines() {
    assertThat(highlighter.tokens("js", "/* a\nb */ let x"))
        .containsExactly(
            new Token(Kind.COMMENT, "/* a\nb */"),
            new Token(Kind.PLAIN, " "),
            new Token(Kind.KEYWORD, "let"),
            new Token(Kind.PLAIN, " x"));
  }

  @Test
  void saysTheLanguagesName() {
    assertThat(highlighter.label("py")).isEqualTo("Python");
    assertThat(highlighter.label("brainstorm")).isEqualTo("brainstorm");
  }

  @Test
  void hasALexerForEachLanguageThatNamesOne() throws IOException {
    try (InputStream in = Highlighter.class.getResourceAsStream("languages.json")) {
      for (JsonNode language : new ObjectMapper().readTree(in).get("languages")) {
        String lexer = language.path("lexer").asText();
        if (!lexer.isEmpty()) {
          assertThat(TokenMakerFactory.getDefaultInstance().keySet()).contains(lexer);
        }
      }
    }
  }

  @Test
  void hasWellFormedData() throws IOException {
    try (InputStream in = Highlighter.class.getResourceAsStream("languages.json")) {
      JsonNode root = new ObjectMapper().readTree(in);
      assertThat(LocalDate.parse(root.get("asOf").asText())).isAfter(LocalDate.of(2026, 1, 1));
      Set<String> names = new HashSet<>();
      for (JsonNode language : root.get("languages")) {
        assertThat(language.get("label").asText()).isNotBlank();
        for (String name : language.get("names").asText().split(" ")) {
          assertThat(names.add(name)).as("%s is named once", name).isTrue();
          assertThat(name).isLowerCase();
        }
        String block = language.path("block").asText();
        assertThat(block.isEmpty() || block.split(" ").length == 2).isTrue();
      }
    }
  }

  @Test
  void leavesEndlessLinesPlain() {
    Highlighter highlighter = Highlighter.load();
    assertThat(highlighter.tokens("js", "''; ".repeat(5_000))).hasSize(1);
    assertThat(highlighter.tokens("js", "''; ''\n".repeat(200))).hasSizeGreaterThan(200);
  }
}
