package app.satchel.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal has its words, and no words are left over. */
class ArchiveWordsTest {
  private static final Pattern CODE =
      Pattern.compile("\"((?:zip|pack|archive|staging)-[a-z0-9-]+)\"");

  private final ResourceBundle words = ResourceBundle.getBundle("app.satchel.archive.words");

  @Test
  void everyCodeInTheSourceHasWordsAndTheOtherWayRound() throws IOException {
    Set<String> inSource = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/app/satchel/archive"))) {
      for (Path file : files.toList()) {
        CODE.matcher(Files.readString(file))
            .results()
            .map((MatchResult found) -> found.group(1))
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
  void everyShapeHasAName() {
    for (FileShape shape : FileShape.values()) {
      assertThat(words.getString("shape." + shape.name())).isNotBlank();
    }
  }
}
