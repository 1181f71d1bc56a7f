package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.MarkdownDocument;
import app.satchel.markdown.MarkdownReader;
import app.satchel.markdown.Shared;
import app.satchel.skill.SkillMd;
import app.satchel.ui.markdown.Cell.Content;
import app.satchel.words.Words;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Real skills, laid out: every one as cells, some of them in a window from top to bottom. */
class RenderCorpusTest {
  private static final int SHOWN_EVERY = 60;

  private final Words words = Words.of(MarkdownPane.class);
  private final Highlighter highlighter = Highlighter.load();
  private final MarkdownReader reader = new MarkdownReader();

  @Test
  void laysOutEverySkill() {
    Map<String, Integer> kinds = new TreeMap<>();
    int[] counts = {0, 0};
    Stage[] stage = new Stage[1];
    ScrollPane[] scroll = new ScrollPane[1];
    MarkdownPane[] pane = new MarkdownPane[1];
    Fx.run(
        () -> {
          pane[0] = new MarkdownPane(new NoActions(), PackageImages.none());
          scroll[0] = new ScrollPane(pane[0]);
          scroll[0].setFitToWidth(true);
          stage[0] = new Stage();
          stage[0].setScene(new Scene(scroll[0], 760, 700));
          stage[0].show();
        });
    try {
      layOut(pane[0], scroll[0], kinds, counts);
    } finally {
      // Also when there is no corpus: a window left behind keeps the keys from the next test.
      Fx.run(() -> stage[0].hide());
    }
    System.out.printf("%d skills as cells %s, %d of them shown%n", counts[0], kinds, counts[1]);
    assertThat(counts[0]).isPositive();
  }

  private void layOut(
      MarkdownPane pane, ScrollPane scroll, Map<String, Integer> kinds, int[] counts) {
    Shared.skillMds(
        (path, text) -> {
          MarkdownDocument document = reader.read(SkillMd.parse(text).body());
          for (Cell cell : CellBuilder.build(document, words)) {
            kinds.merge(cell.content().getClass().getSimpleName(), 1, Integer::sum);
            if (cell.content() instanceof Content.Code code) {
              assertThat(coloured(code)).as(path).isEqualTo(code.text());
            }
          }
          if (counts[0]++ % SHOWN_EVERY == 0) {
            Fx.run(() -> walk(pane, scroll, document));
            counts[1]++;
          }
        });
  }

  private String coloured(Content.Code code) {
    StringBuilder all = new StringBuilder();
    highlighter.tokens(code.language(), code.text()).forEach(token -> all.append(token.text()));
    return all.toString();
  }

  private static void walk(MarkdownPane pane, ScrollPane scroll, MarkdownDocument document) {
    pane.show(document);
    for (double at : List.of(0.0, 0.5, 1.0)) {
      scroll.setVvalue(at);
      scroll.layout();
    }
    assertThat(pane.getHeight()).isNotNegative();
    assertThat(pane.getChildrenUnmodifiable().isEmpty()).isEqualTo(document.blocks().isEmpty());
  }

  private static final class NoActions implements MarkdownActions {
    @Override
    public void openWeb(URI address) {}

    @Override
    public void openMail(String address) {}

    @Override
    public void openFile(String path, String anchor) {}
  }
}
