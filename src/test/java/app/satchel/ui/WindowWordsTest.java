package app.satchel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the window as a person sees them. */
class WindowWordsTest {
  private static final Path TEXTS = Path.of("src/main/resources/app/satchel/ui");

  /** An apostrophe of a pattern is written twice; anywhere else, both would be shown. */
  private static final Pattern ONE = Pattern.compile("(?<!')'(?!')");

  @Test
  void anApostropheIsShownOnce() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TEXTS)) {
      for (Path file : files.filter(one -> one.endsWith("words.properties")).toList()) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          texts.load(in);
        }
        texts.forEach(
            (key, value) -> {
              String text = value.toString();
              // The sentences of a problem are patterns, whether or not they name something.
              boolean pattern = text.contains("{") || key.toString().startsWith("problem.");
              if (pattern ? ONE.matcher(text).find() : text.contains("''")) {
                wrong.add(file.getParent().getFileName() + ": " + key);
              }
            });
      }
    }
    assertThat(wrong).isEmpty();
  }
}
