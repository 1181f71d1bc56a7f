package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.skill.SkillMd;
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
    ReferenceText reference = new ReferenceText();
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
          reference
              .difference(body, ShownText.of(document.blocks()))
              .ifPresent(difference -> different.add(path + difference));
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

  private static void count(List<Block> blocks, Map<String, Integer> kinds) {
    for (Block block : blocks) {
      kinds.merge(block.getClass().getSimpleName(), 1, Integer::sum);
      switch (block) {
        case Block.BulletList list -> list.items().forEach(item -> count(item.content(), kinds));
        case Block.OrderedList list -> list.items().forEach(item -> count(item.content(), kinds));
        case Block.Quote quote -> count(quote.content(), kinds);
        case Block.Alert alert -> count(alert.content(), kinds);
        case Block.Footnotes notes -> notes.notes().forEach(note -> count(note.content(), kinds));
        default -> {}
      }
    }
  }
}
