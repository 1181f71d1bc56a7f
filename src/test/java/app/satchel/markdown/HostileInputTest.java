package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs on which flexmark 0.64.8 was measured to overflow its stack, to take seconds, or never to
 * end. The reader must come back, with the words still there.
 */
class HostileInputTest {
  /** The standard bounds with less patience, to keep the tests quick. */
  private static final MarkdownReader HASTY =
      new MarkdownReader(new MarkdownLimits(512 << 10, Duration.ofMillis(50), 48, 100, 64L << 20));

  static Stream<Arguments> shapes() {
    return HostileShapes.all().entrySet().stream()
        .flatMap(
            shape ->
                Stream.of(40, 1_000, 10_000, 50_000)
                    .map(size -> Arguments.of(shape.getKey(), size)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("shapes")
  void comesBackWithSomethingToShow(String name, int size) {
    MarkdownDocument document = HASTY.read(HostileShapes.all().get(name).apply(size));
    document
        .bound()
        .ifPresent(
            bound -> {
              assertThat(bound).isNotEqualTo(MarkdownDocument.Bound.PARSER);
              assertThat(document.notes().getFirst().sentence()).isNotBlank();
              assertThat(document.blocks()).isNotEmpty();
            });
    assertThat(document.plainText().length()).isLessThan(9 * size + (2 << 20));
  }

  @Test
  void coversEveryShapeThatWasMeasured() throws IOException {
    List<String> lines =
        Files.readAllLines(
            Shared.file("security/flexmark-0.64.8-pathological.tsv"), StandardCharsets.UTF_8);
    Set<String> missing = new TreeSet<>();
    for (String line : lines.subList(1, lines.size())) {
      String name = line.substring(0, line.indexOf('\t'));
      if (!HostileShapes.all().containsKey(name)) {
        missing.add(name);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void stopsAnExponentialInputAtTheDeadline() throws InterruptedException {
    MarkdownDocument document = new MarkdownReader().read("[" + "\\".repeat(60));
    assertThat(document.bound()).contains(MarkdownDocument.Bound.TIME);
    assertThat(document.blocks()).containsExactly(new Block.SourceText("[" + "\\".repeat(60)));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("markdown-reader")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as("the parser is left running").isFalse();
      }
    }
  }

  @Test
  void givesDeepNestingAsSourceInItsPlace() {
    MarkdownDocument document =
        new MarkdownReader().read("# Title\n\n" + "> ".repeat(200) + "deep\n");
    assertThat(document.bound()).contains(MarkdownDocument.Bound.NESTING);
    assertThat(document.outline()).hasSize(1);
    assertThat(document.plainText()).contains("Title").contains("deep");
  }

  @Test
  void showsTheBeginningOfAnEndlessDocument() {
    MarkdownDocument document = new MarkdownReader().read("word word word\n\n".repeat(100_000));
    assertThat(document.bound()).contains(MarkdownDocument.Bound.SIZE);
    assertThat(document.blocks()).hasSizeGreaterThan(10_000);
    assertThat(document.notes().getFirst().sentence()).contains("512 thousand");
  }
}
