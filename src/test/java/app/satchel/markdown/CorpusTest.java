package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.SkillMd;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real skills: every one is read, and none loses a word on the way into the model. */
class CorpusTest {
  private final MarkdownReader reader = new MarkdownReader();

  @Test
  void readsEverySkillAndLosesNoWord() {
    Parser parser = Parser.builder(MarkdownReader.options()).build();
    HtmlRenderer renderer = HtmlRenderer.builder(MarkdownReader.options()).build();
    Map<String, Integer> kinds = new TreeMap<>();
    Map<MarkdownDocument.NoteKind, Integer> notes = new TreeMap<>();
    List<String> fellBack = new ArrayList<>();
    List<String> different = new ArrayList<>();
    int[] skills = {0};
    long[] nanos = {0, 0};
    Shared.skillMds(
        (path, text) -> {
          String body = SkillMd.parse(text).body();
          long start = System.nanoTime();
          MarkdownDocument document = reader.read(body);
          long took = System.nanoTime() - start;
          nanos[0] += took;
          nanos[1] = Math.max(nanos[1], took);
          skills[0]++;
          document.bound().ifPresent(bound -> fellBack.add(bound + " " + path));
          document.notes().forEach(note -> notes.merge(note.kind(), 1, Integer::sum));
          count(document.blocks(), kinds);
          // In a table's code an escaped pipe is a pipe (GFM 4.10); the reference keeps the escape.
          String expected = pipes(fold(stripTags(renderer.render(parser.parse(body)))));
          String actual = pipes(fold(ShownText.of(document.blocks())));
          if (!expected.equals(actual)) {
            different.add(path + firstDifference(expected, actual));
          }
        });
    double share = 100.0 * (skills[0] - different.size()) / skills[0];
    System.out.printf(
        "%d skills in %d ms, slowest %d ms; blocks %s; notes %s; fell back %s%n",
        skills[0], nanos[0] / 1_000_000, nanos[1] / 1_000_000, kinds, notes, fellBack);
    System.out.printf("same text as the reference: %.2f %%%n", share);
    different.forEach(System.out::println);
    assertThat(skills[0]).isPositive();
    assertThat(fellBack).isEmpty();
    assertThat(share).isGreaterThanOrEqualTo(99.8);
  }

  private static String pipes(String text) {
    return text.replace("\\|", "|");
  }

  private static void count(List<Block> blocks, Map<String, Integer> kinds) {
    for (Block block : blocks) {
      kinds.merge(block.getClass().getSimpleName(), 1, Integer::sum);
      switch (block) {
        case Block.BulletList list -> list.items().forEach(item -> count(item.content(), kinds));
        case Block.OrderedList list -> list.items().forEach(item -> count(item.content(), kinds));
        case Block.Quote quote -> count(quote.content(), kinds);
        default -> {}
      }
    }
  }

  /** What a browser would show, roughly: tags and comments gone, entities resolved. */
  private static String stripTags(String html) {
    StringBuilder words = new StringBuilder(html.length());
    HtmlScanner.scan(
        html,
        token -> {
          if (token instanceof HtmlScanner.Token.Words(String text)) {
            words.append(Escaping.unescapeHtml(text));
          } else if (token instanceof HtmlScanner.Token.Tag tag) {
            words.append(tag.name().matches("td|th|br") ? " " : "");
          }
        });
    return words.toString();
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (VisibleText.Piece piece : VisibleText.split(text)) {
      String plain = piece.hidden() == null ? piece.plain() : "";
      for (int i = 0; i < plain.length(); i++) {
        char c = plain.charAt(i);
        boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
        if (!space) {
          folded.append(c);
        } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      }
    }
    return folded.toString().strip();
  }

  private static String firstDifference(String expected, String actual) {
    int i = 0;
    while (i < Math.min(expected.length(), actual.length())
        && expected.charAt(i) == actual.charAt(i)) {
      i++;
    }
    return "\n  expected …" + around(expected, i) + "\n  actual   …" + around(actual, i);
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 40));
  }
}
