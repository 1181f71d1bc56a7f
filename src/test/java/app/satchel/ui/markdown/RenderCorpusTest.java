package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.LinkTarget;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.markdown.MarkdownReader;
import app.satchel.markdown.ReferenceText;
import app.satchel.markdown.Shared;
import app.satchel.skill.SkillMd;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.markdown.Cell.Content;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/**
 * Real skills, rendered: every one read and laid out as cells whose words are those of the
 * reference; and shown in a window at its top, middle and end, without an exception and without a
 * word in a log or on the error stream.
 *
 * <p>The skills are those of {@code -Dsatchel.corpus=DIR}, else the shared ones. Showing all of
 * them takes a minute, so a usual run shows every twentieth; {@code -Dsatchel.corpus.all=true}
 * shows every one.
 */
class RenderCorpusTest {
  private static final int SHOWN_EVERY = Boolean.getBoolean("satchel.corpus.all") ? 1 : 20;
  private static final double LEAST_SAME = 99.8;

  private final Words words = Words.of(MarkdownPane.class);
  private final Highlighter highlighter = Highlighter.load();
  private final MarkdownReader reader = new MarkdownReader();
  private final ReferenceText reference = new ReferenceText();

  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<MarkdownDocument.NoteKind, Integer> notes = new TreeMap<>();
  private final List<String> fellBack = new ArrayList<>();
  private final List<String> different = new ArrayList<>();
  private final List<String> doubtful = new ArrayList<>();
  private int skills;
  private int shown;
  private int longest;
  private int richest;

  @Test
  void rendersEverySkill() {
    MarkdownPane[] pane = new MarkdownPane[1];
    ScrollPane[] scroll = new ScrollPane[1];
    Stage[] stage = new Stage[1];
    List<String> heard;
    try (Silence silence = Silence.begin()) {
      Fx.run(
          () -> {
            pane[0] = new MarkdownPane(new NoActions(), PackageImages.none());
            scroll[0] = new ScrollPane(pane[0]);
            scroll[0].setFitToWidth(true);
            stage[0] = new Stage();
            Scene scene = new Scene(scroll[0], 760, 700);
            new Theme(scene, Theme.Choice.LIGHT);
            stage[0].setScene(scene);
            stage[0].show();
          });
      try {
        Shared.skillMds((path, text) -> skill(pane[0], scroll[0], path, text));
      } finally {
        // Also when there is no corpus: a window left behind keeps the keys from the next test.
        Fx.run(() -> stage[0].hide());
      }
      heard = silence.heard();
    }
    report();
    assertThat(skills).isPositive();
    assertThat(heard).isEmpty();
    assertThat(fellBack).isEmpty();
    assertThat(100.0 * (skills - different.size()) / skills).isGreaterThanOrEqualTo(LEAST_SAME);
  }

  private void report() {
    System.out.printf("%d skills as cells, %d of them shown; cells %s%n", skills, shown, kinds);
    System.out.printf("notes %s; fell back to source: %d %s%n", notes, fellBack.size(), fellBack);
    System.out.printf(
        "cells with the words of the reference: %.2f %%%n",
        100.0 * (skills - different.size()) / Math.max(1, skills));
    different.forEach(System.out::println);
    System.out.printf("longest paragraph %d characters, richest %d spans%n", longest, richest);
    System.out.printf("links whose words name another host: %d %s%n", doubtful.size(), doubtful);
  }

  private void skill(MarkdownPane pane, ScrollPane scroll, String path, String text) {
    String body = SkillMd.parse(text).body();
    MarkdownDocument document = reader.read(body);
    document.bound().ifPresent(bound -> fellBack.add(bound + " " + path));
    document.notes().forEach(note -> notes.merge(note.kind(), 1, Integer::sum));
    List<Cell> cells = CellBuilder.build(document, words);
    for (Cell cell : cells) {
      kinds.merge(kind(cell.content()), 1, Integer::sum);
      if (cell.content() instanceof Content.Code code) {
        assertThat(coloured(code)).as(path).isEqualTo(code.text());
      }
      if (cell.content() instanceof Content.Prose prose) {
        prose.spans().forEach(span -> doubt(path, span));
        longest = Math.max(longest, cell.text().length());
        richest = Math.max(richest, prose.spans().size());
      }
    }
    reference
        .difference(body, CellText.of(cells))
        .ifPresent(difference -> different.add(path + difference));
    if (skills++ % SHOWN_EVERY == 0) {
      Fx.run(() -> walk(pane, scroll, document));
      shown++;
    }
  }

  private static String kind(Content content) {
    return content instanceof Content.Prose prose
        ? prose.style().toString()
        : content.getClass().getSimpleName();
  }

  private void doubt(String path, Span span) {
    if (span.link() instanceof LinkTarget.Web web && !web.claimed().isEmpty()) {
      doubtful.add(span.text() + " -> " + web.host() + " in " + path);
    }
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
    assertThat(pane.getHeight() >= 0).isTrue();
    assertThat(pane.getChildrenUnmodifiable().isEmpty()).isEqualTo(document.blocks().isEmpty());
  }
}
