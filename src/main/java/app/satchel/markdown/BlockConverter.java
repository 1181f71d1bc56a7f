package app.satchel.markdown;

import app.satchel.markdown.MarkdownDocument.Section;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From flexmark's block nodes to ours. */
final class BlockConverter {
  private final Reading reading;
  private final InlineConverter inlines;
  private final FootnoteNumbers footnotes = new FootnoteNumbers();
  private final Anchors anchors = new Anchors();
  private final List<Section> outline = new ArrayList<>();

  BlockConverter(Document document, Reading reading) {
    this.reading = reading;
    this.inlines = new InlineConverter(document, reading, footnotes);
  }

  /** The headings met so far. */
  List<Section> outline() {
    return outline;
  }

  /** The blocks of the document, its footnotes at the end. */
  List<Block> blocks(Document document) {
    List<Block> blocks = blocks(document, 0);
    List<Block.Footnote> notes = new ArrayList<>();
    for (FootnoteBlock next = footnotes.next(); next != null; next = footnotes.next()) {
      // Its words are read first: they may be what refers to it.
      List<Block> content = blocks(next, 1);
      notes.add(footnotes.note(next, content));
    }
    if (!notes.isEmpty()) {
      blocks.add(new Block.Footnotes(notes));
    }
    return blocks;
  }

  private List<Block> blocks(Node parent, int depth) {
    List<Block> blocks = new ArrayList<>();
    if (depth > reading.limits().maxDepth() && parent.hasChildren()) {
      reading.noteTooDeep();
      blocks.add(source(parent));
      return blocks;
    }
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      block(child, blocks, depth + 1);
    }
    return blocks;
  }

  private void block(Node node, List<Block> out, int depth) {
    reading.charge(1);
    switch (node) {
      case Heading heading -> out.add(heading(heading));
      case Paragraph paragraph -> paragraph(paragraph, out);
      case BulletList list -> out.add(new Block.BulletList(list.isTight(), items(list, depth)));
      case OrderedList list ->
          out.add(new Block.OrderedList(list.getStartNumber(), list.isTight(), items(list, depth)));
      case BlockQuote quote -> out.add(quote(quote, depth));
      case FootnoteBlock definition -> footnotes.defines(definition);
      case FencedCodeBlock code ->
          out.add(
              code(
                  InlineConverter.unescape(code.getInfo()), code.getContentChars().normalizeEOL()));
      case IndentedCodeBlock code ->
          out.add(code("", code.getContentChars().trimTailBlankLines().normalizeEndWithEOL()));
      case ThematicBreak _ -> out.add(new Block.ThematicBreak());
      case TableBlock table -> out.add(table(table));
      case HtmlBlockBase html ->
          out.addAll(HtmlBlocks.of(html.getContentChars().normalizeEOL(), reading));
      case Reference _ -> {}
      default -> {
        if (node.hasChildren()) {
          out.addAll(blocks(node, depth));
        }
      }
    }
  }

  private Block.Heading heading(Heading heading) {
    List<Inline> content = inlines.content(heading);
    String title = PlainText.ofInlines(content).strip();
    String anchor = anchors.next(title);
    outline.add(new Section(heading.getLevel(), anchor, title));
    return new Block.Heading(heading.getLevel(), anchor, content);
  }

  private void paragraph(Paragraph paragraph, List<Block> out) {
    List<Inline> content = inlines.content(paragraph);
    if (Images.alone(content)) {
      Images.of(content).forEach(image -> out.add(new Block.ImageBlock(image)));
    } else if (!content.isEmpty()) {
      out.add(new Block.Paragraph(content));
    }
  }

  private Block quote(BlockQuote quote, int depth) {
    Optional<Alerts.Found> alert = Alerts.in(quote);
    if (alert.isEmpty()) {
      return new Block.Quote(blocks(quote, depth));
    }
    List<Block> content = new ArrayList<>();
    List<Inline> rest = inlines.contentFrom(alert.get().rest());
    if (!rest.isEmpty()) {
      content.add(new Block.Paragraph(rest));
    }
    if (depth > reading.limits().maxDepth()) {
      reading.noteTooDeep();
      content.add(source(quote));
      return new Block.Alert(alert.get().kind(), content);
    }
    for (Node next = quote.getFirstChild().getNext(); next != null; next = next.getNext()) {
      block(next, content, depth + 1);
    }
    return new Block.Alert(alert.get().kind(), content);
  }

  private List<Block.Item> items(ListBlock list, int depth) {
    List<Block.Item> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Block.TaskState task = Block.TaskState.NONE;
      if (item instanceof TaskListItem box) {
        task = box.isItemDoneMarker() ? Block.TaskState.DONE : Block.TaskState.OPEN;
      }
      reading.charge(1);
      items.add(new Block.Item(task, blocks(item, depth)));
    }
    return items;
  }

  private Block.CodeBlock code(String info, String content) {
    String text = content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
    reading.charge(text.length());
    reading.noteHiddenIn(text);
    return new Block.CodeBlock(language(info), VisibleText.bracketed(text));
  }

  /** The first word of an info string, without the braces and attributes some generators add. */
  private static String language(String info) {
    String word = info.strip();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isWhitespace(c) || c == '{' && i > 0 || c == ',' || c == ':') {
        word = word.substring(0, i);
      }
    }
    word = word.replaceAll("^[{.]+|[}]+$", "").toLowerCase(Locale.ROOT);
    return word.length() <= 40 ? VisibleText.bracketed(word) : "";
  }

  private Block table(TableBlock table) {
    List<Block.Alignment> columns = new ArrayList<>();
    List<Block.Cell> header = List.of();
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (!(row instanceof TableRow) || part instanceof TableSeparator) {
          continue;
        }
        if (part instanceof TableHead && columns.isEmpty()) {
          header = headerRow(row, columns);
          if (columns.size() > reading.limits().maxColumns()) {
            throw new Reading.GrowthExceeded();
          }
        } else {
          rows.add(cells(row, columns.size()));
        }
      }
    }
    return new Block.Table(columns, header, rows);
  }

  private List<Block.Cell> headerRow(Node row, List<Block.Alignment> columns) {
    List<Block.Cell> cells = cells(row, Integer.MAX_VALUE);
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell tableCell) {
        columns.add(alignment(tableCell.getAlignment()));
      }
    }
    return cells;
  }

  private List<Block.Cell> cells(Node row, int most) {
    List<Block.Cell> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null && cells.size() < most; ) {
      if (cell instanceof TableCell) {
        reading.charge(1);
        cells.add(new Block.Cell(inlines.content(cell)));
      }
      cell = cell.getNext();
    }
    return cells;
  }

  private static Block.Alignment alignment(TableCell.Alignment alignment) {
    return switch (alignment) {
      case CENTER -> Block.Alignment.CENTER;
      case RIGHT -> Block.Alignment.END;
      case null, default -> Block.Alignment.START;
    };
  }

  private Block.SourceText source(Node node) {
    String text = node.getChars().normalizeEOL();
    reading.charge(text.length());
    return new Block.SourceText(VisibleText.bracketed(text));
  }
}
