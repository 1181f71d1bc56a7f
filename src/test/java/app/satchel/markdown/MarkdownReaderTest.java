package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.Block.Alignment;
import app.satchel.markdown.Block.TaskState;
import app.satchel.markdown.MarkdownDocument.NoteKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
  private final MarkdownReader reader = new MarkdownReader();

  private List<Block> blocks(String source) {
    return reader.read(source).blocks();
  }

  private static Inline.Text text(String words) {
    return new Inline.Text(words);
  }

  private static Block.Paragraph paragraph(Inline... content) {
    return new Block.Paragraph(List.of(content));
  }

  @Test
  void namesHeadingsAsCodeHostsDo() {
    MarkdownDocument document =
        reader.read("# What's new in 2.0?\n\n## `add` & *more*\n\n## Setup\n\n## Setup\n");
    assertThat(document.outline())
        .containsExactly(
            new MarkdownDocument.Section(1, "whats-new-in-20", "What's new in 2.0?"),
            new MarkdownDocument.Section(2, "add--more", "add & more"),
            new MarkdownDocument.Section(2, "setup", "Setup"),
            new MarkdownDocument.Section(2, "setup-1", "Setup"));
  }

  @Test
  void readsInlineStyles() {
    assertThat(blocks("a *b **c*** ~~d~~ `e  f` &lt; \\*g\nh  \ni"))
        .containsExactly(
            paragraph(
                text("a "),
                new Inline.Emphasis(List.of(text("b "), new Inline.Strong(List.of(text("c"))))),
                text(" "),
                new Inline.Strikethrough(List.of(text("d"))),
                text(" "),
                new Inline.Code("e  f"),
                text(" < *g h"),
                new Inline.LineBreak(),
                text("i")));
  }

  @Test
  void readsListsWithTheirTasks() {
    assertThat(blocks("- [x] a\n- [ ] b\n  1. c\n"))
        .containsExactly(
            new Block.BulletList(
                true,
                List.of(
                    new Block.Item(TaskState.DONE, List.of(paragraph(text("a")))),
                    new Block.Item(
                        TaskState.OPEN,
                        List.of(
                            paragraph(text("b")),
                            new Block.OrderedList(
                                1,
                                true,
                                List.of(
                                    new Block.Item(
                                        TaskState.NONE, List.of(paragraph(text("c")))))))))));
  }

  @Test
  void keepsTheNumberAListStartsWith() {
    assertThat(blocks("7. a\n8. b\n")).singleElement().extracting("start").isEqualTo(7);
  }

  @Test
  void readsTablesWithAlignmentAndRaggedRows() {
    assertThat(blocks("| a | b | c |\n|---|:-:|--:|\n| 1 |\n| 2 | 3 | 4 | 5 |\n"))
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Table.class,
            table -> {
              assertThat(table.columns())
                  .containsExactly(Alignment.START, Alignment.CENTER, Alignment.END);
              assertThat(table.header()).hasSize(3);
              assertThat(table.rows().get(0)).hasSize(1);
              assertThat(table.rows().get(1)).hasSize(3);
            });
  }

  @Test
  void takesTheLanguageFromTheFirstWord() {
    assertThat(blocks("```Python title=\"x\"\na\n\n b\n```\n\n    indented\n"))
        .containsExactly(
            new Block.CodeBlock("python", "a\n\n b"), new Block.CodeBlock("", "indented"));
    assertThat(blocks("```{r, echo=FALSE}\nx\n```")).containsExactly(new Block.CodeBlock("r", "x"));
  }

  @Test
  void showsCommentsAndKeepsPseudoTags() {
    MarkdownDocument document =
        reader.read("Run <name> now.<!-- do evil -->\n\n<!-- more\nevil -->\n");
    assertThat(document.blocks())
        .containsExactly(
            paragraph(
                text("Run "),
                new Inline.PseudoTag("<name>"),
                text(" now."),
                new Inline.Hidden(new HiddenContent(HiddenContent.Kind.COMMENT, "do evil"))),
            new Block.HtmlNote(
                List.of(
                    new Inline.Hidden(
                        new HiddenContent(HiddenContent.Kind.COMMENT, "more\nevil")))));
    assertThat(document.notes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind()).isEqualTo(NoteKind.HIDDEN_COMMENT);
              assertThat(note.count()).isEqualTo(2);
              assertThat(note.sentence()).contains("2 hidden comments");
            });
  }

  @Test
  void reducesHtmlToItsWords() {
    MarkdownDocument document =
        reader.read(
            "<details>\n<summary>More &amp; more</summary>\n<b>words</b>\n</details>\n\n"
                + "<iframe src=\"https://evil.example\"></iframe>\n\na<br>b\n\n"
                + "<img src='assets/a.png' alt=\"the plan\">\n");
    assertThat(document.blocks())
        .containsExactly(
            new Block.Summary(List.of(text("More & more"))),
            new Block.HtmlNote(List.of(new Inline.Strong(List.of(text("words"))))),
            new Block.HtmlNote(
                List.of(
                    new Inline.Hidden(
                        new HiddenContent(
                            HiddenContent.Kind.ELEMENT, "<iframe src=\"https://evil.example\">")))),
            paragraph(text("a"), new Inline.LineBreak(), text("b")),
            new Block.ImageBlock(
                new Inline.Image(new LinkTarget.InPackage("assets/a.png", ""), "the plan", "")));
    assertThat(document.notes()).extracting("kind").containsExactly(NoteKind.ACTIVE_HTML);
  }

  @Test
  void neverLoadsRemoteImagesAndSaysWhereTheyAre() {
    MarkdownDocument document = reader.read("![a](https://tracker.example/p.gif)");
    assertThat(document.blocks())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.ImageBlock.class,
            image -> assertThat(image.image().source()).isInstanceOf(LinkTarget.Web.class));
    assertThat(document.notes())
        .singleElement()
        .satisfies(note -> assertThat(note.sentence()).contains("tracker.example"));
  }

  @Test
  void linksBareAddressesButNotInsideLinks() {
    assertThat(
            reader
                .read("See https://example.org/a_b?c=1&d=2. [https://x.org](https://y.org)")
                .blocks())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Paragraph.class,
            paragraph -> {
              assertThat(paragraph.content()).hasSize(4);
              assertThat(paragraph.content().get(1))
                  .isInstanceOfSatisfying(
                      Inline.Link.class,
                      link ->
                          assertThat(((LinkTarget.Web) link.target()).uri())
                              .hasToString("https://example.org/a_b?c=1&d=2"));
              assertThat(((Inline.Link) paragraph.content().get(3)).content())
                  .containsExactly(text("https://x.org"));
            });
  }

  @Test
  void resolvesReferencesAndLeavesOtherBrackets() {
    assertThat(blocks("[a][r] and [not one] [x]\n\n[r]: references/a.md 'title'\n"))
        .containsExactly(
            paragraph(
                new Inline.Link(
                    new LinkTarget.InPackage("references/a.md", ""), "title", List.of(text("a"))),
                text(" and [not one] [x]")));
  }

  @Test
  void marksInvisibleCharactersInProseAndNamesThemInCode() {
    MarkdownDocument document = reader.read("a\u200Bb\n\n```\nx \u202E y\n```\n");
    assertThat(document.blocks())
        .containsExactly(
            paragraph(
                text("a"),
                new Inline.Hidden(new HiddenContent(HiddenContent.Kind.INVISIBLE, "U+200B")),
                text("b")),
            new Block.CodeBlock("", "x [U+202E] y"));
    assertThat(document.notes()).extracting("kind").containsExactly(NoteKind.HIDDEN_CHARACTERS);
  }

  @Test
  void resolvesLinksFromTheDocumentsOwnFolder() {
    assertThat(reader.read("[a](../SKILL.md#top)", "references/api.md").blocks())
        .containsExactly(
            paragraph(
                new Inline.Link(
                    new LinkTarget.InPackage("SKILL.md", "top"), "", List.of(text("a")))));
  }

  @Test
  void readsAnEmptyBody() {
    assertThat(reader.read("")).isEqualTo(MarkdownDocument.empty());
    assertThat(reader.read("\r\n \r\n")).isEqualTo(MarkdownDocument.empty());
  }

  @Test
  void givesPlainWords() {
    assertThat(reader.read("# T\n\n- [x] a `b`\n\n| c | d |\n|---|---|\n| e |\n").plainText())
        .isEqualTo("T\n\n\u2022 [x] a b\n\nc\td\ne");
  }

  @Test
  void anEscapedPipeInATablesCodeIsAPipe() {
    MarkdownDocument document = reader.read("| a | b |\n|---|---|\n| `x \\| y` | `p\\\\q` |\n");

    assertThat(document.plainText()).contains("x | y").doesNotContain("x \\| y");
  }
}
