package app.satchel.ui.markdown;

import app.satchel.markdown.LinkTarget;
import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Span.Mark;
import java.util.List;

/** The words of a column's cells that a browser would show too: without our marks and notes. */
final class CellText {
  private final StringBuilder text = new StringBuilder();

  private CellText() {}

  static String of(List<Cell> cells) {
    CellText words = new CellText();
    for (Cell cell : cells) {
      // Slices of one block follow each other without a gap; each ends with a line.
      words.text.append(' ');
      words.content(cell);
    }
    return words.text.append(' ').toString();
  }

  private void content(Cell cell) {
    switch (cell.content()) {
      case Content.Prose prose when prose.style() == Cell.Style.ALERT -> {
        Cell.Frame.Alert alert = (Cell.Frame.Alert) cell.frames().getLast();
        text.append("[!").append(alert.kind()).append(']');
      }
      case Content.Prose prose -> spans(prose.spans());
      case Content.Grid grid ->
          grid.rows()
              .forEach(
                  row ->
                      row.forEach(
                          spans -> {
                            text.append(' ');
                            spans(spans);
                          }));
      case Content.Code code -> text.append(unmarked(code.text()));
      case Content.Source source -> text.append(source.text());
      case Content.Picture _, Content.Rule _, Content.Notes _ -> {}
    }
  }

  private void spans(List<Span> spans) {
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      boolean ours =
          span.marks().contains(Mark.HIDDEN)
              || span.marks().contains(Mark.IMAGE)
              || span.marks().contains(Mark.TAG)
              || span.link() instanceof LinkTarget.InDocument place
                  && place.anchor().startsWith("fnref:");
      if (!ours) {
        String words = isCode(spans, i) ? unmarked(span.text()) : span.text();
        // The reference trims code spans.
        words = isCode(spans, i) && !isCode(spans, i - 1) ? words.stripLeading() : words;
        words = isCode(spans, i) && !isCode(spans, i + 1) ? words.stripTrailing() : words;
        text.append(words);
      }
    }
  }

  private static boolean isCode(List<Span> spans, int index) {
    return index >= 0 && index < spans.size() && spans.get(index).marks().contains(Mark.CODE);
  }

  private static String unmarked(String code) {
    return code.contains("[U+") ? code.replaceAll("\\[U\\+[0-9A-F]{4,5}[^\\]]*\\]", "") : code;
  }
}
