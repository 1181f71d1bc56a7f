package app.satchel.check.requirement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of everyday English, from {@code everyday-words.txt}. Any other word that stands where a
 * name can stand may be one; these need more evidence. Immutable.
 */
final class EverydayWords {
  private static final String FILE = "everyday-words.txt";

  /** Endings that names hardly ever have. */
  private static final List<String> ENDINGS =
      List.of("izable", "isable", "ization", "isation", "ability", "ibility", "iveness", "fully");

  private final Set<String> words;

  private EverydayWords(Set<String> words) {
    this.words = words;
  }

  /** The words that ship with Satchel. */
  static EverydayWords load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                EverydayWords.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return new EverydayWords(
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Arrays.stream(line.split(" ")))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a word, in lower case, is one of them. */
  boolean contains(String word) {
    return words.contains(word) || ENDINGS.stream().anyMatch(word::endsWith);
  }
}
