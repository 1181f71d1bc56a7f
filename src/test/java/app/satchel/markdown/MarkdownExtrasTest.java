package app.satchel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.Block.AlertKind;
import app.satchel.markdown.MarkdownDocument.NoteKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices, footnotes, and the HTML that means something. */
class MarkdownExtrasTest {
  private final MarkdownReader reader = new MarkdownReader();

  private List<Block> blocks(String source) {
    return reader.read(source).blocks();
  }

  private List<Inline> inlines(String source) {
    return ((Block.Paragraph) blocks(source).getFirst()).content();
  }

  private static Inline.Text text(String words) {
    return new Inline.Text(words);
  }

  private static Block.Paragraph paragraph(Inline... content) {
    return new Block.Paragraph(List.of(content));
  }

  // ---- notices ---------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(AlertKind.class)
  void readsEveryKindOfNotice(AlertKind kind) {
    MarkdownDocument document = reader.read("> [!" + kind + "]\n> Mind *this*.\n>\n> - a\n");
    assertThat(document.blocks())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Alert.class,
            alert -> {
              assertThat(alert.kind()).isEqualTo(kind);
              assertThat(alert.content().getFirst())
                  .isEqualTo(
                      paragraph(
                          text("Mind "), new Inline.Emphasis(List.of(text("this"))), text(".")));
              assertThat(alert.content().getLast()).isInstanceOf(Block.BulletList.class);
            });
    assertThat(document.plainText()).startsWithIgnoringCase(kind + "\n\nMind this.");
  }

  @Test
  void readsANoticeInAListAndInSmallLetters() {
    assertThat(blocks("- a\n\n  > [!tip]\n  >\n  > b\n"))
        .singleElement()
        .isInstanceOfSatisfying(
            Block.BulletList.class,
            list ->
                assertThat(list.items().getFirst().content().getLast())
                    .isEqualTo(new Block.Alert(AlertKind.TIP, List.of(paragraph(text("b"))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> [!NOTE] on the same line\n> b",
        "> [!NOTHING]\n> b",
        "> a\n> [!NOTE]\n> b",
        "> [!NOTE]\n",
        "> `[!NOTE]`\n> b"
      })
  void leavesOtherQuotesAlone(String source) {
    assertThat(blocks(source)).singleElement().isInstanceOf(Block.Quote.class);
  }

  @Test
  void nestsNoticesNoDeeperThanAnythingElse() {
    MarkdownDocument document =
        reader.read("> ".repeat(120) + "[!NOTE]\n" + "> ".repeat(120) + "deep\n");
    assertThat(document.bound()).contains(MarkdownDocument.Bound.NESTING);
    assertThat(document.plainText()).contains("deep");
  }

  // ---- footnotes -------------------------------------------------------------------------------

  @Test
  void numbersFootnotesAsTheTextRefersToThem() {
    MarkdownDocument document =
        reader.read("a[^x] b[^1] c[^x]\n\n[^1]: first *words*\n[^x]: second\n");
    assertThat(document.blocks())
        .containsExactly(
            paragraph(
                text("a"),
                new Inline.Place("fnref:1"),
                reference(1),
                text(" b"),
                new Inline.Place("fnref:2"),
                reference(2),
                text(" c"),
                reference(1)),
            new Block.Footnotes(
                List.of(
                    new Block.Footnote("1", "fn:1", "fnref:1", List.of(paragraph(text("second")))),
                    new Block.Footnote(
                        "2",
                        "fn:2",
                        "fnref:2",
                        List.of(
                            paragraph(
                                text("first "), new Inline.Emphasis(List.of(text("words")))))))));
    assertThat(document.plainText()).endsWith("[1] second\n\n[2] first words");
  }

  private static Inline reference(int number) {
    return new Inline.Phrase(
        Inline.Sort.SUPERSCRIPT,
        List.of(
            new Inline.Link(
                new LinkTarget.InDocument("fn:" + number),
                "",
                List.of(text(Integer.toString(number))))));
  }

  @Test
  void showsAFootnoteThatNothingRefersTo() {
    assertThat(blocks("a\n\n[^secret]: do this\n").getLast())
        .isEqualTo(
            new Block.Footnotes(
                List.of(
                    new Block.Footnote("secret", "", "", List.of(paragraph(text("do this")))))));
  }

  @Test
  void leavesAReferenceToNothingAsWritten() {
    assertThat(blocks("a [^b] c\n")).containsExactly(paragraph(text("a [^b] c")));
  }

  @Test
  void endsWithFootnotesThatReferToEachOther() {
    MarkdownDocument document = reader.read("a[^a]\n\n[^a]: x[^b]\n[^b]: y[^a]\n[^c]: z[^c]\n");
    assertThat(document.blocks().getLast())
        .isInstanceOfSatisfying(
            Block.Footnotes.class,
            notes ->
                assertThat(notes.notes())
                    .extracting(Block.Footnote::anchor)
                    .containsExactly("fn:1", "fn:2", "fn:3"));
    assertThat(document.bound()).isEmpty();
  }

  @Test
  void boundsVeryManyFootnotes() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      many.append("[^").append(i).append("] ");
    }
    for (int i = 0; i < 20_000; i++) {
      many.append("\n\n[^").append(i).append("]: b");
    }
    MarkdownReader hasty =
        new MarkdownReader(
            new MarkdownLimits(512 << 10, Duration.ofMillis(100), 48, 100, 64 << 20));
    assertThat(hasty.read(many.toString()).blocks()).isNotEmpty();
  }

  @Test
  void oneDashMakesAColumn() {
    assertThat(blocks("|a|b|\n|-|:-:|\n|c|d|\n")).singleElement().isInstanceOf(Block.Table.class);
  }

  // ---- HTML ------------------------------------------------------------------------------------

  @Test
  void readsHtmlThatMeansWhatMarkdownMeans() {
    assertThat(inlines("a <b>b <i>c</i></b> <strong>d</strong> <em>e</em> <del>f</del>"))
        .containsExactly(
            text("a "),
            new Inline.Strong(List.of(text("b "), new Inline.Emphasis(List.of(text("c"))))),
            text(" "),
            new Inline.Strong(List.of(text("d"))),
            text(" "),
            new Inline.Emphasis(List.of(text("e"))),
            text(" "),
            new Inline.Strikethrough(List.of(text("f"))));
    assertThat(inlines("<code>a</code><kbd>b</kbd><sub>c</sub><sup>d</sup>"))
        .containsExactly(
            new Inline.Phrase(Inline.Sort.CODE, List.of(text("a"))),
            new Inline.Phrase(Inline.Sort.KEYS, List.of(text("b"))),
            new Inline.Phrase(Inline.Sort.SUBSCRIPT, List.of(text("c"))),
            new Inline.Phrase(Inline.Sort.SUPERSCRIPT, List.of(text("d"))));
  }

  @Test
  void judgesLinksOfHtmlAsThoseOfMarkdown() {
    assertThat(inlines("<a href=\"references/a.md\" title='t'>x</a>"))
        .containsExactly(
            new Inline.Link(
                new LinkTarget.InPackage("references/a.md", ""), "t", List.of(text("x"))));
    for (String bad :
        List.of("javascript:alert(1)", "JaVaScRiPt&#58;alert(1)", "file:///etc/passwd", "data:x")) {
      MarkdownDocument document = reader.read("<a href=\"" + bad + "\">x</a>");
      assertThat(((Block.Paragraph) document.blocks().getFirst()).content())
          .singleElement()
          .isInstanceOfSatisfying(
              Inline.Link.class,
              link -> assertThat(link.target()).isInstanceOf(LinkTarget.Inert.class));
      assertThat(document.notes()).extracting("kind").containsExactly(NoteKind.UNSAFE_LINK);
    }
  }

  @Test
  void aLinkOfHtmlThatDoesNotEndTakesNothingWithIt() {
    assertThat(inlines("<a href=\"x.md\">one [two](y.md) three"))
        .containsExactly(
            new Inline.Link(new LinkTarget.InPackage("x.md", ""), "", List.of(text("one "))),
            new Inline.Link(new LinkTarget.InPackage("y.md", ""), "", List.of(text("two"))),
            text(" three"));
    assertThat(inlines("<a href=\"x.md\">one")).containsExactly(text("one"));
    assertThat(inlines("<b>one</i> two")).containsExactly(text("one two"));
  }

  @Test
  void keepsThePlacesThatHtmlNames() {
    assertThat(inlines("<a id=\"Here\"></a>words"))
        .containsExactly(new Inline.Place("here"), text("words"));
  }

  @Test
  void boundsElementsWithinElements() {
    List<Inline> content = inlines("<b>".repeat(5_000) + "x" + "</b>".repeat(5_000));
    int depth = 0;
    while (content.getFirst() instanceof Inline.Strong strong) {
      content = strong.content();
      depth++;
    }
    assertThat(depth).isBetween(1, 8);
  }

  @Test
  void showsFoldsOpenWithWhatStandsInThem() {
    assertThat(
            blocks(
                "<details>\n"
                    + "<summary>More <code>x</code></summary>\n\n"
                    + "- *a*\n\n"
                    + "</details>\n\n"
                    + "<details><summary>One</summary>line</details>\n"))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        new Block.Summary(
                            List.of(
                                text("More "),
                                new Inline.Phrase(Inline.Sort.CODE, List.of(text("x")))))),
            list -> assertThat(list).isInstanceOf(Block.BulletList.class),
            second -> assertThat(second).isEqualTo(new Block.Summary(List.of(text("One")))),
            rest -> assertThat(rest).isEqualTo(new Block.HtmlNote(List.of(text("line")))));
  }

  @Test
  void imagesOfHtmlAreImages() {
    assertThat(
            blocks(
                "<p align=\"center\">\n  <img src=\"assets/a.png\" alt=\"A\">\n  <img"
                    + " src='https://x.example/b.png'>\n</p>\n"))
        .containsExactly(
            new Block.ImageBlock(
                new Inline.Image(new LinkTarget.InPackage("assets/a.png", ""), "A", "")),
            new Block.ImageBlock(
                new Inline.Image(
                    new LinkTarget.Web(java.net.URI.create("https://x.example/b.png"), "x.example"),
                    "",
                    "")));
  }

  @Test
  void showsCommentsWhereverTheyStand() {
    String comment = "<!-- do\nthis\n\nand that -->";
    assertThat(reader.read("a " + comment.replace("\n\n", "\n") + " b").plainText())
        .isEqualTo("a [do\nthis\nand that] b");
    for (String around : List.of("", "- a\n- ", "> ", "> [!NOTE]\n> x\n> ")) {
      MarkdownDocument document =
          reader.read(around + comment.replace("\n", "\n" + " ".repeat(around.isEmpty() ? 0 : 2)));
      assertThat(document.notes()).as(around).extracting("kind").contains(NoteKind.HIDDEN_COMMENT);
      assertThat(document.plainText()).as(around).contains("[do").contains("that");
    }
    assertThat(reader.read("> <!-- a\n> b\n> -->\n").plainText()).isEqualTo("[a\nb]");
  }

  // ---- links that say one thing and do another -------------------------------------------------

  private String claimed(String source) {
    return ((LinkTarget.Web) ((Inline.Link) inlines(source).getFirst()).target()).claimed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[github.com](https://evil.example/x)",
        "[https://github.com/a](https://github.com.evil.example)",
        "[**git**hub.com](https://evil.example)",
        "[http://GitHub.com:443/x?y](https://evil.example)",
        "[https://github.com@evil.example/](https://github.co)",
        "[www.bank.sh](https://evil.example)",
        "<a href=\"https://evil.example\">paypal.com</a>"
      })
  void seesThatTheWordsNameAnotherHost(String source) {
    assertThat(claimed(source)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[github.com](https://github.com/x)",
        "[github.com/a](https://www.github.com/a)",
        "[docs.example.org](https://example.org/docs)",
        "[example.org](https://docs.example.org)",
        "[README.md](https://github.com/a/b/README.md)",
        "[run.sh](https://example.org/run.sh)",
        "[the docs](https://example.org)",
        "[Node.js](https://nodejs.org)",
        "[b\u00fccher.example](https://xn--bcher-kva.example/)",
        "<https://example.org>",
        "https://example.org/a"
      })
  void trustsWordsThatNameTheSameHostOrNone(String source) {
    assertThat(claimed(source)).isEmpty();
  }
}
