package app.satchel.markdown;

import app.satchel.words.Words;
import java.util.List;

/** The words of blocks and inlines, without style. */
final class PlainText {
  private static final Words WORDS = Words.of(PlainText.class);

  private final StringBuilder text = new StringBuilder();

  private PlainText() {}

  static String of(List<Block> blocks) {
    PlainText words = new PlainText();
    words.blocks(blocks);
    return words.text.toString().strip();
  }

  static String ofInlines(List<Inline> inlines) {
    PlainText words = new PlainText();
    words.inlines(inlines);
    return words.text.toString();
  }

  private void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> paragraph(heading.content());
      case Block.Paragraph paragraph -> paragraph(paragraph.content());
      case Block.HtmlNote note -> paragraph(note.content());
      case Block.ImageBlock image -> paragraph(List.of(image.image()));
      case Block.BulletList list -> list.items().forEach(item -> item("\u2022 ", item));
      case Block.OrderedList list -> {
        int number = list.start();
        for (Block.Item item : list.items()) {
          item(number++ + ". ", item);
        }
      }
      case Block.Table table -> {
        row(table.header());
        table.rows().forEach(this::row);
        text.append('\n');
      }
      case Block.CodeBlock code -> text.append(code.text()).append("\n\n");
      case Block.Quote quote -> blocks(quote.content());
      case Block.Alert alert -> {
        text.append(WORDS.text("alert." + alert.kind())).append("\n\n");
        blocks(alert.content());
      }
      case Block.Summary summary -> paragraph(summary.content());
      case Block.Footnotes footnotes ->
          footnotes
              .notes()
              .forEach(
                  note -> {
                    text.append('[').append(note.marker()).append("] ");
                    blocks(note.content());
                  });
      case Block.ThematicBreak _ -> {}
      case Block.SourceText source -> text.append(source.text()).append("\n\n");
    }
  }

  private void paragraph(List<Inline> content) {
    inlines(content);
    text.append("\n\n");
  }

  private void item(String marker, Block.Item item) {
    text.append(marker);
    switch (item.task()) {
      case NONE -> {}
      case OPEN -> text.append("[ ] ");
      case DONE -> text.append("[x] ");
    }
    blocks(item.content());
  }

  private void row(List<Block.Cell> cells) {
    String gap = "";
    for (Block.Cell cell : cells) {
      text.append(gap);
      inlines(cell.content());
      gap = "\t";
    }
    text.append('\n');
  }

  private void inlines(List<Inline> inlines) {
    inlines.forEach(this::inline);
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Text words -> text.append(words.text());
      case Inline.Emphasis emphasis -> inlines(emphasis.content());
      case Inline.Strong strong -> inlines(strong.content());
      case Inline.Strikethrough struck -> inlines(struck.content());
      case Inline.Phrase phrase -> inlines(phrase.content());
      case Inline.Place _ -> {}
      case Inline.Code code -> text.append(code.text());
      case Inline.Link link -> inlines(link.content());
      case Inline.Image image -> text.append(image.alt());
      case Inline.LineBreak _ -> text.append('\n');
      case Inline.PseudoTag tag -> text.append(tag.source());
      case Inline.Hidden hidden -> text.append('[').append(hidden.content().text()).append(']');
    }
  }
}
