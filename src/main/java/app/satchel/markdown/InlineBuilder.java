package app.satchel.markdown;

import app.satchel.markdown.HtmlScanner.Token;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the inlines of one run of text. Words are gathered until something else comes, so that
 * an address or a hidden run is seen whole however the parser cut it.
 */
final class InlineBuilder {
  private final List<Inline> done = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final Reading reading;
  private final boolean inLink;

  /**
   * @param inLink whether this run is a link's content: no links inside links
   */
  InlineBuilder(Reading reading, boolean inLink) {
    this.reading = reading;
    this.inLink = inLink;
  }

  boolean inLink() {
    return inLink;
  }

  void words(String text) {
    reading.charge(text.length());
    words.append(text);
  }

  void add(Inline inline) {
    flush();
    reading.charge(1);
    done.add(inline);
  }

  List<Inline> build() {
    flush();
    return List.copyOf(done);
  }

  private void flush() {
    if (words.isEmpty()) {
      return;
    }
    String text = words.toString();
    words.setLength(0);
    if (inLink || text.indexOf("://") < 0) {
      addVisible(text);
      return;
    }
    for (Autolinks.Stretch stretch : Autolinks.split(text)) {
      LinkTarget target = stretch.address() ? reading.links().resolve(stretch.text()) : null;
      if (target instanceof LinkTarget.Web) {
        done.add(new Inline.Link(target, "", List.of(new Inline.Text(stretch.text()))));
      } else {
        addVisible(stretch.text());
      }
    }
  }

  private void addVisible(String text) {
    for (VisibleText.Piece piece : VisibleText.split(text)) {
      if (piece.hidden() == null) {
        done.add(new Inline.Text(piece.plain()));
      } else {
        reading.noteHidden(piece.hidden());
        done.add(new Inline.Hidden(piece.hidden()));
      }
    }
  }

  /** Adds what remains of a tag, a comment or words of raw HTML. */
  void html(String source, boolean keepLines) {
    HtmlScanner.scan(source, token -> html(token, keepLines));
  }

  private void html(Token token, boolean keepLines) {
    switch (token) {
      case Token.Words raw -> htmlWords(Escaping.unescapeHtml(raw.text()), keepLines);
      case Token.Comment comment -> hidden(HiddenContent.Kind.COMMENT, comment.text());
      case Token.Tag tag -> tag(tag);
    }
  }

  private void htmlWords(String text, boolean keepLines) {
    if (!keepLines) {
      words(text);
      return;
    }
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        lineBreak();
      }
      words(atLineStart() ? lines[i].stripLeading() : lines[i]);
    }
  }

  private boolean atLineStart() {
    return words.isEmpty() && (done.isEmpty() || done.getLast() instanceof Inline.LineBreak);
  }

  /** A line break, unless a line has just begun. */
  private void lineBreak() {
    flush();
    if (!done.isEmpty() && !(done.getLast() instanceof Inline.LineBreak)) {
      done.add(new Inline.LineBreak());
    }
  }

  private void tag(Token.Tag tag) {
    if (!tag.isElement()) {
      String source = VisibleText.bracketed(tag.source());
      add(new Inline.PseudoTag(source.replace('\n', ' ')));
    } else if (tag.name().equals("br") || tag.name().equals("hr")) {
      lineBreak();
    } else if (tag.name().equals("img") && !tag.closing()) {
      image(tag);
    } else if (tag.isActive() && !tag.closing()) {
      hidden(HiddenContent.Kind.ELEMENT, tag.source());
    }
  }

  private void image(Token.Tag tag) {
    LinkTarget source = reading.links().resolve(Escaping.unescapeHtml(tag.attribute("src")));
    String alt = Escaping.unescapeHtml(tag.attribute("alt"));
    String title = Escaping.unescapeHtml(tag.attribute("title"));
    reading.noteTarget(source, true);
    add(new Inline.Image(source, VisibleText.bracketed(alt), VisibleText.bracketed(title)));
  }

  void hidden(HiddenContent.Kind kind, String text) {
    HiddenContent content = new HiddenContent(kind, VisibleText.bracketed(text));
    reading.noteHidden(content);
    reading.charge(text.length());
    add(new Inline.Hidden(content));
  }
}
