package app.satchel.markdown;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Optional;

/** The words of a document as flexmark's own HTML has them: what ours are compared with. */
public final class ReferenceText {
  private final Parser parser = Parser.builder(MarkdownReader.options()).build();
  private final HtmlRenderer renderer = HtmlRenderer.builder(MarkdownReader.options()).build();

  /** Where words differ from the reference first, spaces folded; empty when they are the same. */
  public Optional<String> difference(String body, String shown) {
    String expected = normal(stripTags(renderer.render(parser.parse(body))));
    String actual = normal(shown);
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of(firstDifference(expected, actual));
  }

  /**
   * In a table's code an escaped pipe is a pipe (GFM 4.10), and a way back from a footnote is an
   * arrow of ours; the reference has its own.
   */
  private static String normal(String text) {
    return fold(text.replace("\\|", "|").replace("\u21A9", " "));
  }

  /** What a browser would show, roughly: tags and comments gone, entities resolved. */
  private static String stripTags(String html) {
    StringBuilder words = new StringBuilder(html.length());
    HtmlScanner.scan(
        html,
        token -> {
          if (token instanceof HtmlScanner.Token.Words(String text)) {
            words.append(Escaping.unescapeHtml(text));
          } else if (token instanceof HtmlScanner.Token.Tag tag) {
            words.append(tag.name().matches("td|th|br") ? " " : "");
          }
        });
    return words.toString();
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (VisibleText.Piece piece : VisibleText.split(text)) {
      String plain = piece.hidden() == null ? piece.plain() : "";
      for (int i = 0; i < plain.length(); i++) {
        char c = plain.charAt(i);
        boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
        if (!space) {
          folded.append(c);
        } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      }
    }
    return folded.toString().strip();
  }

  private static String firstDifference(String expected, String actual) {
    int i = 0;
    while (i < Math.min(expected.length(), actual.length())
        && expected.charAt(i) == actual.charAt(i)) {
      i++;
    }
    return "\n  expected \u2026" + around(expected, i) + "\n  actual   \u2026" + around(actual, i);
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 40));
  }
}
