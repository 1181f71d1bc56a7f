package app.satchel.markdown;

import java.util.List;

/** The words of a document that a browser would show too: without our marks and pseudo tags. */
final class ShownText {
  private final StringBuilder text = new StringBuilder();

  private ShownText() {}

  static String of(List<Block> blocks) {
    ShownText shown = new ShownText();
    shown.blocks(blocks);
    return shown.text.toString();
  }

  private void blocks(List<Block> blocks) {
    for (Block block : blocks) {
      text.append(' ');
      block(block);
      text.append(' ');
    }
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> inlines(heading.content());
      case Block.Paragraph paragraph -> inlines(paragraph.content());
      case Block.HtmlNote note -> inlines(note.content());
      case Block.BulletList list -> list.items().forEach(item -> blocks(item.content()));
      case Block.OrderedList list -> list.items().forEach(item -> blocks(item.content()));
      case Block.Quote quote -> blocks(quote.content());
      case Block.Alert alert -> {
        text.append("[!").append(alert.kind()).append("] ");
        blocks(alert.content());
      }
      case Block.Summary summary -> inlines(summary.content());
      case Block.Footnotes notes -> notes.notes().forEach(note -> blocks(note.content()));
      case Block.CodeBlock code -> text.append(unmarked(code.text()));
      case Block.SourceText source -> text.append(source.text());
      case Block.Table table -> {
        row(table.header());
        table.rows().forEach(this::row);
      }
      case Block.ThematicBreak _, Block.ImageBlock _ -> {}
    }
  }

  private static String unmarked(String code) {
    return code.contains("[U+") ? code.replaceAll("\\[U\\+[0-9A-F]{4,5}[^\\]]*\\]", "") : code;
  }

  private void row(List<Block.Cell> cells) {
    for (Block.Cell cell : cells) {
      text.append(' ');
      inlines(cell.content());
    }
    text.append(' ');
  }

  private void inlines(List<Inline> inlines) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Text words -> text.append(words.text());
        case Inline.Emphasis emphasis -> inlines(emphasis.content());
        case Inline.Strong strong -> inlines(strong.content());
        case Inline.Strikethrough struck -> inlines(struck.content());
        // The reference trims code spans.
        case Inline.Code code -> text.append(unmarked(code.text()).strip());
        case Inline.Phrase phrase -> inlines(phrase.content());
        case Inline.Link link -> inlines(link.content());
        case Inline.LineBreak _ -> text.append(' ');
        case Inline.Place _, Inline.Image _, Inline.PseudoTag _, Inline.Hidden _ -> {}
      }
    }
  }
}
