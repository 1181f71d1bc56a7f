package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Cell.Content;
import app.satchel.ui.markdown.Cell.Frame;
import app.satchel.ui.markdown.Cell.Style;
import app.satchel.ui.markdown.Span.Mark;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * A selection for the clipboard.
 *
 * @param text plain
 * @param html the same with its styles; our own tags around escaped words, nothing of the source's
 */
record Clip(String text, String html) {

  static Clip of(List<Cell> cells, Selection selection) {
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder();
    for (int i = selection.start().cell(); i <= selection.end().cell(); i++) {
      Cell cell = cells.get(i);
      int length = cell.text().length();
      int from = selection.from(i, length);
      int to = selection.to(i, length);
      if (from >= to && length > 0) {
        continue;
      }
      boolean fromStart = from == 0;
      if (!text.isEmpty()) {
        text.append(cell.gap() == 0 ? "\n" : cell.gap() <= 8 ? "\n" : "\n\n");
      }
      text.append(fromStart ? marker(cell) : "").append(cell.text(), from, to);
      html(cell, from, to, html);
    }
    return new Clip(text.toString(), html.toString());
  }

  /** Puts it on the clipboard. */
  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    content.putHtml(html);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Puts plain text on the clipboard. */
  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static String marker(Cell cell) {
    StringBuilder marker = new StringBuilder();
    for (int i = 0; i < cell.frames().size(); i++) {
      boolean first = i >= cell.shared();
      switch (cell.frames().get(i)) {
        case Frame.Quote _, Frame.Alert _ -> marker.append("> ");
        case Frame.Item item -> {
          if (first) {
            marker.append(item.marker().isEmpty() ? "-" : item.marker()).append(' ');
            marker.append(
                switch (item.task()) {
                  case NONE -> "";
                  case OPEN -> "[ ] ";
                  case DONE -> "[x] ";
                });
          } else {
            marker.append("  ");
          }
        }
      }
    }
    return marker.toString();
  }

  private static void html(Cell cell, int from, int to, StringBuilder html) {
    switch (cell.content()) {
      case Content.Prose prose -> {
        String tag =
            switch (prose.style()) {
              case PARAGRAPH, HTML, ALERT, SUMMARY -> "p";
              default -> "h" + (prose.style().ordinal() - Style.HEADING_1.ordinal() + 1);
            };
        html.append('<').append(tag).append('>');
        html.append(escape(from == 0 ? marker(cell) : ""));
        spans(prose.spans(), from, to, html);
        html.append("</").append(tag).append('>');
      }
      case Content.Grid grid -> grid(grid, html);
      case Content.Rule _ -> html.append("<hr>");
      case Content.Code _, Content.Source _ ->
          html.append("<pre><code>")
              .append(escape(cell.text().substring(from, to)))
              .append("</code></pre>");
      case Content.Picture _, Content.Notes _ ->
          html.append("<p>").append(escape(cell.text().substring(from, to))).append("</p>");
    }
  }

  private static void grid(Content.Grid grid, StringBuilder html) {
    html.append("<table>");
    for (int row = 0; row < grid.rows().size(); row++) {
      String tag = grid.header() && row == 0 ? "th" : "td";
      html.append("<tr>");
      for (List<Span> cell : grid.rows().get(row)) {
        html.append('<').append(tag).append('>');
        spans(cell, 0, Integer.MAX_VALUE, html);
        html.append("</").append(tag).append('>');
      }
      html.append("</tr>");
    }
    html.append("</table>");
  }

  private static void spans(List<Span> spans, int from, int to, StringBuilder html) {
    int at = 0;
    for (Span span : spans) {
      int start = Math.max(from - at, 0);
      int end = Math.min(to - at, span.text().length());
      at += span.text().length();
      if (start >= end) {
        continue;
      }
      StringBuilder close = new StringBuilder();
      open(html, close, span.marks().contains(Mark.BOLD), "strong");
      open(html, close, span.marks().contains(Mark.ITALIC), "em");
      open(html, close, span.marks().contains(Mark.STRUCK), "del");
      open(html, close, span.marks().contains(Mark.CODE), "code");
      open(html, close, span.marks().contains(Mark.KEYS), "kbd");
      open(html, close, span.marks().contains(Mark.SUBSCRIPT), "sub");
      open(html, close, span.marks().contains(Mark.SUPERSCRIPT), "sup");
      html.append(escape(span.text().substring(start, end)).replace("\n", "<br>"));
      html.append(close);
    }
  }

  private static void open(StringBuilder html, StringBuilder close, boolean wanted, String tag) {
    if (wanted) {
      html.append('<').append(tag).append('>');
      close.insert(0, "</" + tag + ">");
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
