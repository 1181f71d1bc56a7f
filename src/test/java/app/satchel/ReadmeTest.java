package app.satchel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's rule table is the data's, word for word. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern TABLE =
      Pattern.compile(
          "(<!-- rules: begin [^\\n]*-->\\n)(.*?)(<!-- rules: end -->)", Pattern.DOTALL);

  @Test
  void everyRuleIsDocumented() throws IOException {
    String readme = Files.readString(README);
    Matcher table = TABLE.matcher(readme);
    assertThat(table.find()).as("the README has the markers of its rule table").isTrue();
    String expected = upload() + "\n" + review();
    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(
          README, readme.substring(0, table.start(2)) + expected + readme.substring(table.end(2)));
      return;
    }
    assertThat(table.group(2))
        .as("the README's rule table; write it anew with -Dreadme.write=true")
        .isEqualTo(expected);
  }

  private static String upload() throws IOException {
    StringBuilder table =
        new StringBuilder("\n| upload rule | severity | says |\n| --- | --- | --- |\n");
    for (JsonNode rule : read("/app/satchel/check/upload/upload-rules.json")) {
      row(table, rule.path("id"), rule.path("severity"), rule.path("message"));
    }
    return table.toString();
  }

  private static String review() throws IOException {
    StringBuilder table =
        new StringBuilder("| review rule | weight | says |\n| --- | --- | --- |\n");
    for (JsonNode rule : read("/app/satchel/check/review/review-rules.json")) {
      row(table, rule.path("id"), rule.path("tier"), rule.path("message"));
    }
    return table + "\n";
  }

  private static JsonNode read(String resource) throws IOException {
    try (InputStream json = ReadmeTest.class.getResourceAsStream(resource)) {
      JsonNode rules = new ObjectMapper().readTree(json).path("rules");
      assertThat(rules.size()).as(resource).isPositive();
      return rules;
    }
  }

  /** Messages are patterns; what is filled in stands as an ellipsis. */
  private static void row(StringBuilder table, JsonNode id, JsonNode weight, JsonNode message) {
    String says =
        message
            .asText()
            .replaceAll("'?\\{\\d[^}]*\\}'?", "\u2026")
            .replace("''", "'")
            .replace("|", "\\|")
            .replace("<", "&lt;");
    table
        .append("| `")
        .append(id.asText())
        .append("` | ")
        .append(weight.asText())
        .append(" | ")
        .append(says)
        .append(" |\n");
  }
}
