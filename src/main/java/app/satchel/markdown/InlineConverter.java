package app.satchel.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** From flexmark's inline nodes to ours. */
final class InlineConverter {
  private final Document document;
  private final Reading reading;
  private final FootnoteNumbers footnotes;
  private final Map<Reference, Destination> destinations = new IdentityHashMap<>();

  InlineConverter(Document document, Reading reading, FootnoteNumbers footnotes) {
    this.document = document;
    this.reading = reading;
    this.footnotes = footnotes;
  }

  /** A resolved target; one object for all uses of a reference, however long it is. */
  private record Destination(LinkTarget target, String title) {}

  /** The inlines below a node. */
  List<Inline> content(Node parent) {
    return content(parent, false, 0);
  }

  /** The inlines of a node from one of its children on. */
  List<Inline> contentFrom(Node first) {
    InlineBuilder builder = new InlineBuilder(reading, false);
    for (Node child = first; child != null; child = child.getNext()) {
      node(child, builder, 1);
    }
    return builder.build();
  }

  private List<Inline> content(Node parent, boolean inLink, int depth) {
    InlineBuilder builder = new InlineBuilder(reading, inLink);
    children(parent, builder, depth);
    return builder.build();
  }

  private void children(Node parent, InlineBuilder out, int depth) {
    if (depth > reading.limits().maxDepth()) {
      reading.noteTooDeep();
      out.words(parent.getChars().toString());
      return;
    }
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      node(child, out, depth + 1);
    }
  }

  private void node(Node node, InlineBuilder out, int depth) {
    switch (node) {
      case Text text -> out.words(oneLine(text.getChars().unescape()));
      case HtmlEntity entity -> out.words(entity.getChars().unescape());
      case SoftLineBreak _ -> out.words(" ");
      case HardLineBreak _ -> out.add(new Inline.LineBreak());
      case Code code -> code(code, out);
      case Emphasis emphasis ->
          out.add(new Inline.Emphasis(content(emphasis, out.inLink(), depth)));
      case StrongEmphasis strong ->
          out.add(new Inline.Strong(content(strong, out.inLink(), depth)));
      case Strikethrough struck ->
          out.add(new Inline.Strikethrough(content(struck, out.inLink(), depth)));
      case Link link -> link(link, destination(link.getUrl(), link.getTitle()), out, depth);
      case Image image -> image(image, destination(image.getUrl(), image.getTitle()), out);
      case ImageRef image -> imageReference(image, out, depth);
      case LinkRef link -> linkReference(link, out, depth);
      case MailLink mail -> mail(mail, out);
      case AutoLink auto -> auto(auto, out);
      case Footnote footnote -> footnote(footnote, out);
      case HtmlInlineComment comment -> out.html(comment.getChars().toString(), false);
      case HtmlInline html -> out.html(html.getChars().toString(), false);
      default -> {
        if (node.hasChildren()) {
          children(node, out, depth);
        } else {
          out.words(oneLine(node.getChars().unescape()));
        }
      }
    }
  }

  private static String oneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? text
        : text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
  }

  private void code(Code code, InlineBuilder out) {
    String text = oneLine(code.getText().toString());
    if (code.getAncestorOfType(TableCell.class) != null) {
      // GFM tables: an escaped pipe is a pipe, also in code (specification, 4.10).
      text = text.replace("\\|", "|");
    }
    // CommonMark: one space at both ends is stripped when there is more than spaces.
    boolean padded =
        text.length() > 2 && text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
    String shown = padded ? text.substring(1, text.length() - 1) : text;
    reading.noteHiddenIn(shown);
    reading.charge(shown.length());
    out.add(new Inline.Code(VisibleText.bracketed(shown)));
  }

  private Destination destination(BasedSequence url, BasedSequence title) {
    return new Destination(
        reading.links().resolve(url.unescape()), VisibleText.bracketed(oneLine(title.unescape())));
  }

  private Destination destination(RefNode use) {
    Reference reference = use.getReferenceNode(document);
    return reference == null
        ? null
        : destinations.computeIfAbsent(
            reference, found -> destination(found.getUrl(), found.getTitle()));
  }

  private void footnote(Footnote use, InlineBuilder out) {
    FootnoteBlock definition = use.getReferenceNode(document);
    if (definition == null) {
      out.words(oneLine(use.getChars().unescape()));
      return;
    }
    if (footnotes.refersTo(definition)) {
      out.add(new Inline.Place(footnotes.back(definition)));
    }
    Inline number = new Inline.Text(footnotes.marker(definition));
    LinkTarget target = new LinkTarget.InDocument(footnotes.anchor(definition));
    Inline shown = out.inLink() ? number : new Inline.Link(target, "", List.of(number));
    out.add(new Inline.Phrase(Inline.Sort.SUPERSCRIPT, List.of(shown)));
  }

  private void link(Node node, Destination destination, InlineBuilder out, int depth) {
    out.endOpenLink();
    if (out.inLink()) {
      children(node, out, depth);
      return;
    }
    reading.noteTarget(destination.target(), false);
    List<Inline> content = content(node, true, depth);
    if (!content.isEmpty()) {
      LinkTarget target = LinkClaims.judge(destination.target(), content);
      out.add(new Inline.Link(target, destination.title(), content));
    }
  }

  private void image(Node node, Destination destination, InlineBuilder out) {
    TextCollectingVisitor collector = new TextCollectingVisitor();
    String alt = oneLine(collector.collectAndGetText(node));
    reading.noteTarget(destination.target(), true);
    reading.charge(alt.length());
    out.add(
        new Inline.Image(destination.target(), VisibleText.bracketed(alt), destination.title()));
  }

  private void linkReference(LinkRef link, InlineBuilder out, int depth) {
    Destination destination = destination(link);
    if (destination == null) {
      asWritten(link, out, depth);
    } else {
      link(link, destination, out, depth);
    }
  }

  private void imageReference(ImageRef image, InlineBuilder out, int depth) {
    Destination destination = destination(image);
    if (destination == null) {
      asWritten(image, out, depth);
    } else {
      image(image, destination, out);
    }
  }

  /** Brackets that turned out to be no reference. */
  private void asWritten(RefNode node, InlineBuilder out, int depth) {
    if (!node.hasChildren()) {
      out.words(oneLine(node.getChars().unescape()));
      return;
    }
    BasedSequence inner = node.getChildChars();
    out.words(oneLine(node.getChars().prefixOf(inner).unescape()));
    children(node, out, depth);
    out.words(oneLine(node.getChars().suffixOf(inner).unescape()));
  }

  private void mail(MailLink mail, InlineBuilder out) {
    String address = mail.getText().unescape();
    linkTo(reading.links().mail(address, address), address, out);
  }

  private void auto(AutoLink auto, InlineBuilder out) {
    String address = auto.getText().toString();
    linkTo(reading.links().resolve(address), address, out);
  }

  private void linkTo(LinkTarget target, String words, InlineBuilder out) {
    if (out.inLink() || words.isEmpty()) {
      out.words(words);
      return;
    }
    reading.noteTarget(target, false);
    reading.charge(words.length());
    InlineBuilder content = new InlineBuilder(reading, true);
    content.words(words);
    out.add(new Inline.Link(target, "", content.build()));
  }

  /** Resolves entities and escapes, as in a fence's info string. */
  static String unescape(BasedSequence text) {
    return Escaping.unescapeString(text);
  }
}
