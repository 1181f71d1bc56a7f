package app.satchel.markdown;

import app.satchel.markdown.HtmlScanner.Token;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the inlines of one run of text. Words are gathered until something else comes, so that
 * an address or a hidden run is seen whole however the parser cut it.
 *
 * <p>HTML elements that mean something ({@link HtmlElements}) are open until their end tag; one
 * that does not end in the same run means nothing, as do elements within more than a few others.
 */
final class InlineBuilder {
  private static final int MOST_OPEN = 8;

  private final List<Inline> done = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final Reading reading;
  private final boolean inLink;

  /** An HTML element that has begun, and what it holds so far. */
  private record Open(Token.Tag tag, List<Inline> content) {}

  /**
   * @param inLink whether this run is a link's content: no links inside links
   */
  InlineBuilder(Reading reading, boolean inLink) {
    this.reading = reading;
    this.inLink = inLink;
  }

  boolean inLink() {
    return inLink || openLink() >= 0;
  }

  private int openLink() {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).tag().name().equals("a")) {
        return i;
      }
    }
    return -1;
  }

  /** Ends a link of HTML that is still open, because another link begins, as browsers do. */
  void endOpenLink() {
    int link = openLink();
    if (link >= 0) {
      close(link);
    }
  }

  void words(String text) {
    reading.charge(text.length());
    words.append(text);
  }

  void add(Inline inline) {
    flush();
    reading.charge(1);
    current().add(inline);
  }

  List<Inline> build() {
    flush();
    while (!open.isEmpty()) {
      List<Inline> content = open.removeLast().content();
      current().addAll(content);
    }
    return List.copyOf(done);
  }

  private List<Inline> current() {
    return open.isEmpty() ? done : open.getLast().content();
  }

  private void flush() {
    if (words.isEmpty()) {
      return;
    }
    String text = words.toString();
    words.setLength(0);
    if (inLink() || text.indexOf("://") < 0) {
      addVisible(text);
      return;
    }
    for (Autolinks.Stretch stretch : Autolinks.split(text)) {
      LinkTarget target = stretch.address() ? reading.links().resolve(stretch.text()) : null;
      if (target instanceof LinkTarget.Web) {
        current().add(new Inline.Link(target, "", List.of(new Inline.Text(stretch.text()))));
      } else {
        addVisible(stretch.text());
      }
    }
  }

  private void addVisible(String text) {
    for (VisibleText.Piece piece : VisibleText.split(text)) {
      if (piece.hidden() == null) {
        current().add(new Inline.Text(piece.plain()));
      } else {
        reading.noteHidden(piece.hidden());
        current().add(new Inline.Hidden(piece.hidden()));
      }
    }
  }

  /** Adds what remains of a tag, a comment or words of raw HTML. */
  void html(String source, boolean keepLines) {
    HtmlScanner.scan(source, token -> html(token, keepLines));
  }

  /** Adds what remains of a part of raw HTML. */
  void html(Token token, boolean keepLines) {
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
    if (!words.isEmpty()) {
      return false;
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      if (!open.get(i).content().isEmpty()) {
        return open.get(i).content().getLast() instanceof Inline.LineBreak;
      }
    }
    return done.isEmpty() || done.getLast() instanceof Inline.LineBreak;
  }

  /** A line break, unless a line has just begun. */
  private void lineBreak() {
    flush();
    if (!atLineStart()) {
      current().add(new Inline.LineBreak());
    }
  }

  private void tag(Token.Tag tag) {
    if (!tag.isElement()) {
      String source = VisibleText.bracketed(tag.source());
      add(new Inline.PseudoTag(source.replace('\n', ' ')));
    } else if (tag.name().equals("br") || tag.name().equals("hr")) {
      lineBreak();
    } else if (tag.name().equals("img") && !tag.closing()) {
      add(HtmlElements.image(tag, reading));
    } else if (tag.isActive() && !tag.closing()) {
      hidden(HiddenContent.Kind.ELEMENT, tag.source());
    } else if (tag.closing()) {
      end(tag.name());
    } else {
      begin(tag);
    }
  }

  private void begin(Token.Tag tag) {
    if (tag.name().equals("a") && !HtmlElements.anchor(tag).isEmpty()) {
      add(new Inline.Place(HtmlElements.anchor(tag)));
    }
    boolean link = tag.name().equals("a");
    if (link) {
      endOpenLink();
    }
    if (HtmlElements.isPhrase(tag) && open.size() < MOST_OPEN && !(link && inLink)) {
      flush();
      open.add(new Open(tag, new ArrayList<>()));
    }
  }

  private void end(String name) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).tag().name().equals(name)) {
        close(i);
        return;
      }
    }
  }

  /** Ends an element; what began in it and has not ended means nothing. */
  private void close(int index) {
    flush();
    while (open.size() > index + 1) {
      List<Inline> inner = open.removeLast().content();
      current().addAll(inner);
    }
    Open element = open.removeLast();
    List<Inline> content = element.content();
    boolean broken = false;
    while (!content.isEmpty() && content.getLast() instanceof Inline.LineBreak) {
      content.removeLast();
      broken = true;
    }
    if (!content.isEmpty()) {
      reading.charge(1);
      current().add(HtmlElements.phrase(element.tag(), content, reading));
    }
    if (broken) {
      lineBreak();
    }
  }

  void hidden(HiddenContent.Kind kind, String text) {
    HiddenContent content = new HiddenContent(kind, VisibleText.bracketed(text));
    reading.noteHidden(content);
    reading.charge(text.length());
    add(new Inline.Hidden(content));
  }
}
