package app.satchel.ui.markdown;

import app.satchel.markdown.HiddenContent;
import app.satchel.markdown.Inline;
import app.satchel.markdown.LinkTarget;
import app.satchel.ui.markdown.Span.Mark;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** From inlines, which nest, to spans, which do not. */
final class Spans {
  private static final int HIDDEN_SHOWN = 300;

  private final Words words;
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private Set<Mark> plainMarks = Set.of();

  private Spans(Words words) {
    this.words = words;
  }

  static List<Span> of(List<Inline> inlines, Words words) {
    Spans spans = new Spans(words);
    spans.add(inlines, EnumSet.noneOf(Mark.class), null, null);
    spans.flush();
    return List.copyOf(spans.spans);
  }

  /** Adds the places within inlines that links lead to. */
  static void places(List<Inline> inlines, List<String> places) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Place place -> places.add(place.anchor());
        case Inline.Emphasis emphasis -> places(emphasis.content(), places);
        case Inline.Strong strong -> places(strong.content(), places);
        case Inline.Strikethrough struck -> places(struck.content(), places);
        case Inline.Phrase phrase -> places(phrase.content(), places);
        case Inline.Link link -> places(link.content(), places);
        default -> {}
      }
    }
  }

  private void add(List<Inline> inlines, Set<Mark> marks, LinkTarget link, String hint) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Text text -> add(text.text(), marks, link, hint);
        case Inline.Emphasis emphasis ->
            add(emphasis.content(), with(marks, Mark.ITALIC), link, hint);
        case Inline.Strong strong -> add(strong.content(), with(marks, Mark.BOLD), link, hint);
        case Inline.Strikethrough struck ->
            add(struck.content(), with(marks, Mark.STRUCK), link, hint);
        case Inline.Phrase phrase ->
            add(phrase.content(), with(marks, mark(phrase.sort())), link, hint);
        case Inline.Place _ -> {}
        case Inline.Code code -> add(code.text(), with(marks, Mark.CODE), link, hint);
        case Inline.Link inner ->
            add(inner.content(), marks, inner.target(), Destinations.words(inner, words));
        case Inline.LineBreak _ -> add("\n", marks, link, hint);
        case Inline.PseudoTag tag -> add(tag.source(), with(marks, Mark.TAG), link, hint);
        case Inline.Image image ->
            add(
                words.text(
                    "image.inline",
                    image.alt().isBlank() ? words.text("image.nameless") : image.alt()),
                with(marks, Mark.IMAGE),
                link,
                Destinations.words(image, words));
        case Inline.Hidden hidden -> hidden(hidden.content(), marks);
      }
    }
  }

  private static Mark mark(Inline.Sort sort) {
    return switch (sort) {
      case CODE -> Mark.CODE;
      case KEYS -> Mark.KEYS;
      case SUBSCRIPT -> Mark.SUBSCRIPT;
      case SUPERSCRIPT -> Mark.SUPERSCRIPT;
    };
  }

  private void add(String text, Set<Mark> marks, LinkTarget link, String hint) {
    if (text.isEmpty()) {
      return;
    }
    if (link == null && hint == null) {
      // Words in one style are one span, however many lines they have.
      if (!marks.equals(plainMarks)) {
        flush();
        plainMarks = marks;
      }
      plain.append(text);
    } else {
      flush();
      spans.add(new Span(text, marks, link, hint));
    }
  }

  private void flush() {
    if (!plain.isEmpty()) {
      spans.add(new Span(plain.toString(), plainMarks, null, null));
      plain.setLength(0);
    }
  }

  private void hidden(HiddenContent hidden, Set<Mark> marks) {
    String text = hidden.text().replace('\n', ' ').replace("\r", "");
    String shown = text.length() <= HIDDEN_SHOWN ? text : cut(text);
    String label = words.text("hidden." + hidden.kind(), shown);
    // Room at both sides, so that the mark does not run into the words around it.
    add(
        "\u00A0" + label + "\u00A0",
        with(marks, Mark.HIDDEN),
        null,
        words.text("hidden." + hidden.kind() + ".hint"));
  }

  /** The beginning of a very long text, and how much more there is. */
  private String cut(String text) {
    boolean pair = Character.isHighSurrogate(text.charAt(HIDDEN_SHOWN - 1));
    int end = pair ? HIDDEN_SHOWN - 1 : HIDDEN_SHOWN;
    return words.text("hidden.more", text.substring(0, end), text.length() - end);
  }

  private static Set<Mark> with(Set<Mark> marks, Mark mark) {
    EnumSet<Mark> more = EnumSet.of(mark);
    more.addAll(marks);
    return more;
  }
}
