package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where links lead, what is said of it, and what is asked first. */
class MarkdownLinksTest {
  private final PaneRig rig = new PaneRig(WebPictures.none());

  @AfterEach
  void close() {
    rig.close();
  }

  private static ContextMenu question() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof ContextMenu menu && "link-doubt".equals(menu.getId()))
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static void choose(String start) {
    Fx.run(
        () -> {
          ContextMenu question = question();
          question.getItems().stream()
              .filter(one -> one.getText() != null && one.getText().startsWith(start))
              .findFirst()
              .orElseThrow()
              .fire();
          question.hide();
        });
  }

  @Test
  void asksBeforeItFollowsALinkThatSaysSomethingElse() {
    rig.show("[https://github.com/a](https://evil.example/a)\n");
    rig.click(rig.text("https://github.com/a"));
    assertThat(rig.asked).noneMatch(one -> one.startsWith("web"));
    assertThat(Fx.call(MarkdownLinksTest::question)).isNotNull();
    choose("Stay");
    assertThat(rig.asked).noneMatch(one -> one.startsWith("web"));
    rig.click(rig.text("https://github.com/a"));
    choose("Open evil.example");
    assertThat(rig.asked).contains("web https://evil.example/a");
  }

  @Test
  void saysWhereTheFocusedLinkLeads() {
    rig.show("[docs](https://\u0440\u0430ypal.example/x)\n");
    Text link = rig.text("docs");
    Fx.run(link::requestFocus);
    assertThat(rig.asked)
        .isNotEmpty()
        .allSatisfy(said -> assertThat(said).contains("xn--").contains("Opens").contains("/x"));
    assertThat(Fx.call(link::getAccessibleHelp)).contains("(xn--");
  }

  @Test
  void linksToFilesThatAreNotThereSaySoAndLeadNowhere() {
    rig.files.put("references/gone.md", MarkdownActions.FileState.MISSING);
    rig.files.put("references/here.md", MarkdownActions.FileState.THERE);
    rig.show("[gone](references/gone.md) [here](references/here.md) [who](knows.md)\n");
    List.of("gone", "here", "who").forEach(words -> rig.click(rig.text(words)));
    assertThat(rig.asked)
        .filteredOn(one -> one.startsWith("file"))
        .containsExactly("file references/here.md", "file knows.md");
    assertThat(Fx.call(() -> rig.text("gone").getAccessibleHelp()))
        .isEqualTo("There is no references/gone.md in this skill");
    assertThat(Fx.call(() -> rig.text("gone").isFocusTraversable())).isFalse();
  }

  @Test
  void goesToAFootnoteAndBack() {
    rig.show(
        "# Top\n\nfilling\n\n".repeat(1)
            + "words[^a] here\n\n"
            + "filling words\n\n".repeat(300)
            + "[^a]: the footnote\n");
    rig.click(rig.text("1"));
    Fx.settle();
    assertThat(Fx.call(() -> y("the footnote "))).isBetween(0.0, 600.0);
    rig.click(rig.text(CellBuilder.BACK));
    Fx.settle();
    assertThat(Fx.call(() -> y(" here"))).isBetween(0.0, 120.0);
  }

  @Test
  void goesToAPlaceThatHtmlNames() {
    rig.show("[go](#spot)\n\n" + "filling\n\n".repeat(300) + "<a name=\"Spot\"></a>\n\nthere\n");
    rig.click(rig.text("go"));
    Fx.settle();
    assertThat(Fx.call(() -> y("there"))).isBetween(0.0, 600.0);
  }

  private double y(String words) {
    return PaneRig.all(rig.pane, Text.class).stream()
        .filter(text -> text.getText().equals(words))
        .findFirst()
        .orElseThrow()
        .localToScene(0, 0)
        .getY();
  }

  @Test
  void aNoticeIsSelectedAndCopiedWithItsWord() {
    rig.show("before\n\n> [!WARNING]\n> Mind this.\n>\n> ```\n> code\n> ```\n\nafter\n");
    Fx.run(rig.pane::selectAll);
    assertThat(Fx.call(rig.pane::selectedText))
        .isEqualTo("before\n\n> Warning\n> Mind this.\n\n> code\n\nafter");
  }

  @Test
  void keysAndSmallLettersAreWhatTheyAre() {
    List<Cell> cells =
        CellBuilder.build(
            new app.satchel.markdown.MarkdownReader().read("<kbd>Ctrl</kbd> x<sup>2</sup>"),
            app.satchel.words.Words.of(MarkdownPane.class));
    Cell.Content.Prose prose = (Cell.Content.Prose) cells.getFirst().content();
    assertThat(prose.spans().getFirst().marks()).containsExactly(Span.Mark.KEYS);
    assertThat(prose.spans().getLast().marks()).containsExactly(Span.Mark.SUPERSCRIPT);
    Selection all = new Selection(new Selection.Position(0, 0), new Selection.Position(0, 7));
    assertThat(Clip.of(cells, all).html()).isEqualTo("<p><kbd>Ctrl</kbd> x<sup>2</sup></p>");
  }

  @Test
  void aVeryLongCommentIsCutAndCounted() {
    List<Cell> cells =
        CellBuilder.build(
            new app.satchel.markdown.MarkdownReader().read("a <!-- " + "do ".repeat(500) + "-->"),
            app.satchel.words.Words.of(MarkdownPane.class));
    assertThat(cells.getLast().text()).contains("hidden comment: do do").contains("1,199 more");
  }
}
