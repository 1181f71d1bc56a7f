package app.satchel.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal has its words, no words are left over, and the dated data is what it should be. */
class WorkspaceWordsTest {
  private static final Pattern CODE = Pattern.compile("\"((?:api|keyring)-[a-z-]+)\"");

  private final ResourceBundle words = ResourceBundle.getBundle("app.satchel.workspace.words");

  @Test
  void everyCodeInTheSourceHasWordsAndTheOtherWayRound() throws IOException {
    Set<String> inSource = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/app/satchel/workspace"))) {
      for (Path file : files.toList()) {
        CODE.matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .forEach(inSource::add);
      }
    }
    Set<String> inWords =
        words.keySet().stream()
            .filter(key -> key.startsWith("problem.") && key.endsWith(".what"))
            .map(key -> key.substring("problem.".length(), key.length() - ".what".length()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(inSource).isEqualTo(inWords);
    assertThat(inWords).allMatch(code -> words.containsKey("problem." + code + ".next"));
  }

  @Test
  void everyKnownRefusalHasADateASourceAndAHint() throws IOException {
    try (InputStream in = ApiProblems.class.getResourceAsStream("api-refusals.json")) {
      JsonNode data = new ObjectMapper().readTree(in);
      assertThat(LocalDate.parse(data.get("date").asText())).isAfter("2026-08-20");
      assertThat(data.get("source").asText()).isNotBlank();
      assertThat(data.get("refusals")).isNotEmpty();
      for (JsonNode row : data.get("refusals")) {
        assertThat(row.get("contains").asText()).hasSizeGreaterThan(10);
        assertThat(words.containsKey("hint." + row.get("hint").asText())).isTrue();
      }
    }
  }
}
