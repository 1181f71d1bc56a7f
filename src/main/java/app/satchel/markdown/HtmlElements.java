package app.satchel.markdown;

import app.satchel.markdown.HtmlScanner.Token.Tag;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.List;
import java.util.Locale;

/** What the few HTML elements mean that stand for something Markdown has too. */
final class HtmlElements {
  private static final int LONGEST_ANCHOR = 200;

  private HtmlElements() {}

  /** Whether words between this tag and its end mean something of their own. */
  static boolean isPhrase(Tag tag) {
    return switch (tag.name()) {
      case "b", "strong", "i", "em", "s", "del", "strike", "code", "tt", "samp", "kbd", "sub" ->
          true;
      case "sup" -> true;
      case "a" -> !tag.attribute("href").isBlank();
      default -> false;
    };
  }

  /** The words between a tag of {@link #isPhrase} and its end, as what they mean. */
  static Inline phrase(Tag tag, List<Inline> content, Reading reading) {
    return switch (tag.name()) {
      case "b", "strong" -> new Inline.Strong(content);
      case "i", "em" -> new Inline.Emphasis(content);
      case "s", "del", "strike" -> new Inline.Strikethrough(content);
      case "kbd" -> new Inline.Phrase(Inline.Sort.KEYS, content);
      case "sub" -> new Inline.Phrase(Inline.Sort.SUBSCRIPT, content);
      case "sup" -> new Inline.Phrase(Inline.Sort.SUPERSCRIPT, content);
      case "a" -> link(tag, content, reading);
      default -> new Inline.Phrase(Inline.Sort.CODE, content);
    };
  }

  private static Inline link(Tag tag, List<Inline> content, Reading reading) {
    LinkTarget target = reading.links().resolve(Escaping.unescapeHtml(tag.attribute("href")));
    reading.noteTarget(target, false);
    String title = VisibleText.bracketed(Escaping.unescapeHtml(tag.attribute("title")));
    return new Inline.Link(LinkClaims.judge(target, content), title, content);
  }

  static Inline image(Tag tag, Reading reading) {
    LinkTarget source = reading.links().resolve(Escaping.unescapeHtml(tag.attribute("src")));
    String alt = Escaping.unescapeHtml(tag.attribute("alt"));
    String title = Escaping.unescapeHtml(tag.attribute("title"));
    reading.noteTarget(source, true);
    return new Inline.Image(source, VisibleText.bracketed(alt), VisibleText.bracketed(title));
  }

  /** The place that an {@code <a>} names; empty when it names none. */
  static String anchor(Tag tag) {
    String id = tag.attribute("id");
    String name = (id.isBlank() ? tag.attribute("name") : id).strip();
    return name.length() <= LONGEST_ANCHOR && VisibleText.allPlain(name)
        ? name.toLowerCase(Locale.ROOT)
        : "";
  }
}
