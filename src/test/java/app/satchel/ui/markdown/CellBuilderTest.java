package app.satchel.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.satchel.markdown.MarkdownReader;
import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Cell.Frame;
import app.satchel.words.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellBuilderTest {
  private static List<Cell> cells(String markdown) {
    return CellBuilder.build(new MarkdownReader().read(markdown), Words.of(MarkdownPane.class));
  }

  @Test
  void marksOnlyTheFirstCellOfAnItem() {
    List<Cell> cells = cells("- a\n\n  b\n- c\n");
    assertThat(cells).extracting(Cell::text).containsExactly("a", "b", "c");
    assertThat(cells).extracting(Cell::shared).containsExactly(0, 1, 0);
    assertThat(cells.get(1).frames().getFirst()).isSameAs(cells.get(0).frames().getFirst());
  }

  @Test
  void nestsFramesOfListsAndQuotes() {
    List<Cell> cells = cells("> 3. a\n>    - b\n");
    assertThat(cells.getLast().frames())
        .containsExactly(
            new Frame.Quote(),
            new Frame.Item("3.", app.satchel.markdown.Block.TaskState.NONE, 0),
            new Frame.Item("", app.satchel.markdown.Block.TaskState.NONE, 1));
  }

  @Test
  void slicesVeryLongCodeAndKeepsItWholeForTheButton() {
    String code = "line\n".repeat(1_000).strip();
    List<Cell> cells = cells("```sh\n" + code + "\n```\n");
    assertThat(cells).hasSize(5);
    assertThat(String.join("\n", cells.stream().map(Cell::text).toList())).isEqualTo(code);
    assertThat(cells)
        .extracting(Cell::content)
        .allSatisfy(content -> assertThat(((Content.Code) content).whole()).isEqualTo(code));
    assertThat(((Content.Code) cells.getFirst().content()).first()).isTrue();
    assertThat(((Content.Code) cells.getLast().content()).last()).isTrue();
  }

  @Test
  void slicesLosingNothing() {
    for (String text :
        List.of("", "a", "a\nb\n", "x".repeat(950), "\n\n\n", "ab\n" + "y".repeat(205))) {
      List<String> slices = CellBuilder.slices(text, 2, 100);
      assertThat(slices).allSatisfy(slice -> assertThat(slice.length()).isLessThanOrEqualTo(100));
      assertThat(String.join("", slices).replace("\n", "")).isEqualTo(text.replace("\n", ""));
    }
  }

  @Test
  void tellsOfWhatWasHiddenAtTheTop() {
    assertThat(cells("a <!-- b -->").getFirst().content())
        .isInstanceOfSatisfying(
            Content.Notes.class, notes -> assertThat(notes.sentences()).hasSize(1));
  }

  @Test
  void saysWhereLinksLead() {
    Content.Prose prose =
        (Content.Prose) cells("[x](https://a@evil.example/p) [y](file:///z)").getLast().content();
    assertThat(prose.spans().getFirst().hint())
        .isEqualTo("Opens evil.example in the browser: https://evil.example/p");
    assertThat(prose.spans().getLast().hint()).startsWith("Not followed").contains("file:///z");
  }

  @Test
  void putsCellsOfATableBetweenTabs() {
    assertThat(cells("| a | b |\n|---|---|\n| `c` | **d** |\n").getFirst().text())
        .isEqualTo("a\tb\nc\td");
  }

  @Test
  void slicesTextThatIsLongerThanAnyParagraph() {
    for (String text :
        List.of(
            "word ".repeat(20_000).strip(),
            "*a* ".repeat(3_000).strip(),
            "x".repeat(50_000),
            "a  \n".repeat(2_000).strip())) {
      List<Cell> cells = cells(text);
      assertThat(cells).hasSizeGreaterThan(3);
      assertThat(cells)
          .allSatisfy(
              cell -> {
                assertThat(cell.text().length()).isLessThanOrEqualTo(4_096);
                assertThat(((Content.Prose) cell.content()).spans()).hasSizeLessThanOrEqualTo(128);
              });
      assertThat(String.join("", cells.stream().map(Cell::text).toList()))
          .isEqualTo(text.replace("*", "").replace("  \n", "\n"));
    }
  }

  @Test
  void cutsACellOfATableThatIsLongerThanAnyParagraph() {
    assertThat(cells("|a|b|\n|-|-|\n|c|" + "x".repeat(10_000) + "|\n").getFirst().text())
        .endsWith("\u2026 5,904 more characters");
  }

  @Test
  void marksAPileOfMarks() {
    assertThat(cells("e" + "\u0301".repeat(5_000)).getLast().text())
        .contains("invisible: U+0301 \u00D74970");
    assertThat(cells("e\u0301\u0302\u0303").getLast().text()).doesNotContain("invisible");
  }
}
