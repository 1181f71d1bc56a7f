package app.satchel.ui.markdown;

import app.satchel.markdown.Block;
import app.satchel.markdown.Inline;
import app.satchel.markdown.LinkTarget;
import app.satchel.markdown.MarkdownDocument;
import app.satchel.markdown.MarkdownDocument.NoteKind;
import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Cell.Frame;
import app.satchel.ui.markdown.Cell.Style;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays a document out as a column of cells. */
final class CellBuilder {
  /** Lines of code in one cell; longer blocks are sliced, so that no cell is slow to build. */
  static final int CODE_LINES = 200;

  private static final int CODE_CHARS = 20_000;
  private static final int TABLE_ROWS = 60;

  /** Spans of a table that are laid out at a time; a real one of 60 rows has fewer. */
  private static final int TABLE_SPANS = 600;

  private static final double AFTER_BOX = 16;
  private static final int SOURCE_CHARS = 4_000;

  /** Pictures of one paragraph that are shown below it. */
  private static final int PICTURES = 8;

  /** An arrow up, which the bundled typeface has. */
  static final String BACK = "\u2191";

  private static final double ALERT_FOOT = 12;

  private final Words words;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final List<Frame> previousFrames = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private double nextGap = -1;

  private CellBuilder(Words words) {
    this.words = words;
  }

  /** The cells of a document, in order. */
  static List<Cell> build(MarkdownDocument document, Words words) {
    CellBuilder builder = new CellBuilder(words);
    builder.notes(document);
    builder.blocks(document.blocks());
    return List.copyOf(builder.cells);
  }

  private void notes(MarkdownDocument document) {
    List<String> sentences =
        document.notes().stream()
            .filter(note -> note.kind() != NoteKind.INERT_LINK)
            .map(MarkdownDocument.Note::sentence)
            .toList();
    if (!sentences.isEmpty()) {
      add(new Content.Notes(sentences), String.join("\n", sentences), 0);
    }
  }

  private void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> {
        Style style = Style.values()[Math.clamp(heading.level(), 1, 6) - 1];
        double gap =
            switch (style) {
              case HEADING_1, HEADING_2 -> 30;
              case HEADING_3 -> 24;
              default -> 20;
            };
        prose(style, heading.anchor(), heading.content(), gap);
      }
      case Block.Paragraph paragraph -> {
        prose(Style.PARAGRAPH, "", paragraph.content(), 12);
        pictures(paragraph.content());
      }
      case Block.HtmlNote note -> html(note.content());
      case Block.Summary summary -> prose(Style.SUMMARY, "", summary.content(), 14);
      case Block.BulletList list -> {
        for (int i = 0; i < list.items().size(); i++) {
          item("", list.items().get(i), list.tight(), i == 0);
        }
      }
      case Block.OrderedList list -> {
        for (int i = 0; i < list.items().size(); i++) {
          item((long) list.start() + i + ".", list.items().get(i), list.tight(), i == 0);
        }
      }
      case Block.Quote quote -> {
        frames.add(new Frame.Quote());
        blocks(quote.content());
        frames.removeLast();
      }
      case Block.Alert alert -> alert(alert);
      case Block.Footnotes footnotes -> footnotes(footnotes);
      case Block.Table table -> table(table);
      case Block.CodeBlock code -> code(code);
      case Block.ThematicBreak _ -> add(new Content.Rule(), "", 24);
      case Block.ImageBlock image ->
          add(new Content.Picture(image.image()), image.image().alt(), 14);
      case Block.SourceText source -> source(source.text());
    }
  }

  private void item(String marker, Block.Item item, boolean tight, boolean first) {
    int depth = (int) frames.stream().filter(Frame.Item.class::isInstance).count();
    frames.add(new Frame.Item(marker, item.task(), depth));
    nextGap = first && depth == 0 ? 12 : tight ? 4 : 8;
    if (item.content().isEmpty()) {
      prose(Style.PARAGRAPH, "", List.of(), 0);
    } else {
      blocks(item.content());
    }
    frames.removeLast();
    nextGap = -1;
  }

  private void alert(Block.Alert alert) {
    frames.add(new Frame.Alert(alert.kind()));
    String word = words.text("alert." + alert.kind());
    prose(Style.ALERT, "", List.of(new Inline.Strong(List.of(new Inline.Text(word)))), 14);
    int before = cells.size();
    nextGap = 4;
    blocks(alert.content());
    nextGap = -1;
    frames.removeLast();
    if (cells.size() >= before) {
      cells.add(cells.removeLast().withFoot(cells.getLast().foot() + ALERT_FOOT));
    }
  }

  private void footnotes(Block.Footnotes footnotes) {
    add(new Content.Rule(), "", 30);
    for (Block.Footnote note : footnotes.notes()) {
      if (!note.anchor().isEmpty()) {
        places.add(note.anchor());
      }
      List<Block> content = new ArrayList<>(note.content());
      boolean numbered = !note.back().isEmpty();
      if (numbered) {
        addBack(content, note);
      } else {
        // A name may be long; it stands in the text, as its author wrote it.
        content.addFirst(
            new Block.Paragraph(List.of(new Inline.PseudoTag("[^" + note.marker() + "]"))));
      }
      item(
          numbered ? note.marker() + "." : "",
          new Block.Item(Block.TaskState.NONE, content),
          false,
          note == footnotes.notes().getFirst());
    }
  }

  /** The way back stands after the footnote's last words. */
  private void addBack(List<Block> content, Block.Footnote note) {
    Inline link =
        new Inline.Link(new LinkTarget.InDocument(note.back()), "", List.of(new Inline.Text(BACK)));
    List<Inline> last = new ArrayList<>();
    if (!content.isEmpty() && content.getLast() instanceof Block.Paragraph paragraph) {
      content.removeLast();
      last.addAll(paragraph.content());
      last.add(new Inline.Text(" "));
    }
    last.add(link);
    content.add(new Block.Paragraph(last));
  }

  /** What is left of HTML may be no more than a place, which is then that of what follows. */
  private void html(List<Inline> content) {
    if (Spans.of(content, words).isEmpty()) {
      Spans.places(content, places);
    } else {
      prose(Style.HTML, "", content, 12);
      pictures(content);
    }
  }

  /** Pictures that stand between words are shown below them. */
  private void pictures(List<Inline> content) {
    content.stream()
        .filter(Inline.Image.class::isInstance)
        .map(Inline.Image.class::cast)
        .filter(image -> !(image.source() instanceof LinkTarget.Inert))
        .distinct()
        .limit(PICTURES)
        .forEach(image -> add(new Content.Picture(image), "", 8));
  }

  private void prose(Style style, String anchor, List<Inline> content, double gap) {
    Spans.places(content, places);
    List<List<Span>> slices = ProseSlices.of(Spans.of(content, words));
    for (int i = 0; i < slices.size(); i++) {
      Content.Prose slice = new Content.Prose(style, i == 0 ? anchor : "", slices.get(i));
      add(slice, text(slices.get(i)), i == 0 ? gap : 0);
    }
  }

  private static String text(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }

  private void add(Content content, String text, double gap) {
    int shared = 0;
    while (shared < Math.min(frames.size(), previousFrames.size())
        && frames.get(shared) == previousFrames.get(shared)) {
      shared++;
    }
    double room = nextGap >= 0 ? nextGap : gap;
    if (cells.isEmpty()) {
      room = 0;
    } else if (gap > 0 && isBox(cells.getLast().content())) {
      room = Math.max(room, AFTER_BOX);
    }
    nextGap = -1;
    cells.add(new Cell(frames, shared, room, 0, content, text, places));
    places.clear();
    previousFrames.clear();
    previousFrames.addAll(frames);
  }

  private static boolean isBox(Content content) {
    return !(content instanceof Content.Prose) && !(content instanceof Content.Source);
  }

  private void code(Block.CodeBlock code) {
    List<String> slices = slices(code.text(), CODE_LINES, CODE_CHARS);
    for (int i = 0; i < slices.size(); i++) {
      boolean last = i == slices.size() - 1;
      add(
          new Content.Code(code.language(), slices.get(i), code.text(), i == 0, last),
          slices.get(i),
          i == 0 ? 14 : 0);
    }
  }

  private void source(String source) {
    List<String> slices = slices(source, 60, SOURCE_CHARS);
    for (int i = 0; i < slices.size(); i++) {
      add(new Content.Source(slices.get(i)), slices.get(i), i == 0 ? 12 : 0);
    }
  }

  /** Cuts at line ends where it can; at least one slice. */
  static List<String> slices(String text, int mostLines, int mostChars) {
    List<String> slices = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      int lines = 0;
      while (end < text.length() && lines < mostLines) {
        int lineEnd = text.indexOf('\n', end);
        int next = lineEnd < 0 ? text.length() : lineEnd + 1;
        if (next - start > mostChars && lines > 0) {
          break;
        }
        end = Math.min(next, start + mostChars);
        lines++;
      }
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      boolean atLineEnd = end > start && end < text.length() && text.charAt(end - 1) == '\n';
      slices.add(text.substring(start, atLineEnd ? end - 1 : end));
      if (end >= text.length()) {
        break;
      }
      start = end;
    }
    return slices;
  }

  private void table(Block.Table table) {
    List<List<List<Span>>> rows = new ArrayList<>();
    List<List<String>> rowWords = new ArrayList<>();
    row(table.header(), rows, rowWords);
    table.rows().forEach(row -> row(row, rows, rowWords));
    ColumnWidths widths = ColumnWidths.of(table.columns().size(), rowWords);
    for (int from = 0, to; from < rows.size(); from = to) {
      to = sliceEnd(rows, from);
      StringBuilder text = new StringBuilder();
      for (List<String> row : rowWords.subList(from, to)) {
        text.append(text.isEmpty() ? "" : "\n").append(String.join("\t", row));
      }
      add(
          new Content.Grid(table.columns(), widths, from == 0, from, rows.subList(from, to)),
          text.toString(),
          from == 0 ? 14 : 0);
    }
  }

  /** Rows with very many spans are laid out by fewer at a time. */
  private static int sliceEnd(List<List<List<Span>>> rows, int from) {
    int spans = 0;
    int to = from;
    while (to < rows.size() && to < from + TABLE_ROWS && (to == from || spans < TABLE_SPANS)) {
      spans += rows.get(to).stream().mapToInt(cell -> Math.max(1, cell.size())).sum();
      to++;
    }
    return to;
  }

  /** A table's cell cannot be sliced; one longer than any paragraph is cut, and says so. */
  private List<Span> cut(List<Span> spans) {
    List<List<Span>> slices = ProseSlices.of(spans);
    if (slices.size() == 1) {
      return spans;
    }
    int more = slices.stream().skip(1).mapToInt(slice -> text(slice).length()).sum();
    List<Span> first = new ArrayList<>(slices.getFirst());
    first.add(new Span(words.text("table.more", more), Set.of(Span.Mark.HIDDEN), null, null));
    return first;
  }

  private void row(List<Block.Cell> row, List<List<List<Span>>> rows, List<List<String>> rowWords) {
    List<List<Span>> spans = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Block.Cell cell : row) {
      List<Span> cellSpans = cut(Spans.of(cell.content(), words));
      Spans.places(cell.content(), places);
      spans.add(cellSpans);
      texts.add(text(cellSpans));
    }
    rows.add(spans);
    rowWords.add(texts);
  }
}
