package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.MarkdownReader;
import app.satchel.ui.markdown.Selection.Position;
import app.satchel.words.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipTest {
  private final List<Cell> cells =
      CellBuilder.build(
          new MarkdownReader()
              .read(
                  "# Title\n\n"
                      + "Some **bold** <b onclick=x>words</b>\n\n"
                      + "- [x] one\n"
                      + "- two\n\n"
                      + "```\n"
                      + "a < b\n"
                      + "```\n"),
          Words.of(MarkdownPane.class));

  private Clip clip(int fromCell, int from, int toCell, int to) {
    return Clip.of(cells, new Selection(new Position(fromCell, from), new Position(toCell, to)));
  }

  @Test
  void keepsTheShapeOfTheDocument() {
    assertThat(clip(0, 0, 4, 5).text())
        .isEqualTo("Title\n\nSome bold words\n\n- [x] one\n- two\n\na < b");
  }

  @Test
  void cutsInsideCellsInEitherDirection() {
    assertThat(clip(0, 2, 1, 4).text()).isEqualTo("tle\n\nSome");
    assertThat(clip(1, 4, 0, 2).text()).isEqualTo("tle\n\nSome");
    assertThat(clip(1, 5, 1, 9).text()).isEqualTo("bold");
  }

  @Test
  void writesOnlyItsOwnTags() {
    assertThat(clip(0, 0, 4, 5).html())
        .isEqualTo(
            "<h1>Title</h1><p>Some <strong>bold</strong> <strong>words</strong></p><p>- [x]"
                + " one</p><p>- two</p><pre><code>a &lt; b</code></pre>");
  }
}
