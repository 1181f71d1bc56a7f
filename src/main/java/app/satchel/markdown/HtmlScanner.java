package app.satchel.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes raw HTML apart into words, tags and comments: one pass, no tree, nothing executed. What
 * does not end (a tag without {@code >}, an open comment) is taken as far as the text goes.
 */
final class HtmlScanner {
  /** Elements of the HTML standard (2026-11); a tag of another name is the author's own. */
  private static final Set<String> ELEMENTS =
      Set.of(
          ("a abbr acronym address applet area article aside audio b base bdi bdo big blink"
               + " blockquote body br button canvas caption center cite code col colgroup data"
               + " datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption"
               + " figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr"
               + " html i iframe img input ins kbd label legend li link main map mark marquee menu"
               + " meta meter nav noframes noscript object ol optgroup option output p param"
               + " picture portal pre progress q rp rt ruby s samp script search section select"
               + " slot small source span strike strong style sub summary sup svg table tbody td"
               + " template textarea tfoot th thead time title tr track tt u ul var video wbr")
              .split(" "));

  /** Elements that would do something in a browser: run, load, send, or change the page. */
  private static final Set<String> ACTIVE =
      Set.of(
          "script",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "portal",
          "link",
          "meta",
          "base",
          "style",
          "form",
          "svg",
          "video",
          "audio",
          "canvas",
          "template");

  private HtmlScanner() {}

  /** A part of raw HTML. */
  sealed interface Token {
    /** Characters between tags, entities not yet resolved. */
    record Words(String text) implements Token {}

    /**
     * A tag.
     *
     * @param name in lower case
     * @param closing whether it starts with {@code </}
     * @param source as written
     */
    record Tag(String name, boolean closing, String source) implements Token {
      /** Whether HTML knows an element of this name. */
      boolean isElement() {
        return ELEMENTS.contains(name);
      }

      /** Whether a browser would do something with it. */
      boolean isActive() {
        return ACTIVE.contains(name);
      }

      /** The value of an attribute; empty when it is missing. */
      String attribute(String wanted) {
        return HtmlScanner.attribute(source, wanted);
      }
    }

    /** A comment, or another declaration that is not shown. */
    record Comment(String text) implements Token {}
  }

  static void scan(String html, Consumer<Token> sink) {
    int wordsFrom = 0;
    int i = html.indexOf('<');
    while (i >= 0) {
      int end = tokenEnd(html, i);
      if (end < 0) {
        i = html.indexOf('<', i + 1);
        continue;
      }
      if (i > wordsFrom) {
        sink.accept(new Token.Words(html.substring(wordsFrom, i)));
      }
      sink.accept(token(html.substring(i, end)));
      wordsFrom = end;
      i = html.indexOf('<', end);
    }
    if (wordsFrom < html.length()) {
      sink.accept(new Token.Words(html.substring(wordsFrom)));
    }
  }

  private static int tokenEnd(String html, int from) {
    if (html.startsWith("<!--", from)) {
      return after(html, "-->", from + 4);
    }
    if (html.startsWith("<![CDATA[", from)) {
      return after(html, "]]>", from);
    }
    if (html.startsWith("<?", from)) {
      return after(html, "?>", from);
    }
    int at = from + 1;
    if (at < html.length() && (html.charAt(at) == '/' || html.charAt(at) == '!')) {
      at++;
    }
    if (at >= html.length() || !isLetter(html.charAt(at))) {
      return -1;
    }
    char quote = 0;
    for (; at < html.length(); at++) {
      char c = html.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = html.charAt(at - 1) == '=' ? c : 0;
      } else if (c == '>') {
        return at + 1;
      }
    }
    return html.length();
  }

  private static int after(String html, String end, int from) {
    int at = html.indexOf(end, from);
    return at < 0 ? html.length() : at + end.length();
  }

  private static Token token(String source) {
    if (source.startsWith("<!--")) {
      String open = source.substring(4);
      return new Token.Comment((open.endsWith("-->") ? cut(open, 3) : open).strip());
    }
    if (source.startsWith("<!") || source.startsWith("<?")) {
      return new Token.Comment(
          source.substring(1, source.length() - (source.endsWith(">") ? 1 : 0)));
    }
    boolean closing = source.startsWith("</");
    int from = closing ? 2 : 1;
    int to = from;
    while (to < source.length() && isNameChar(source.charAt(to))) {
      to++;
    }
    return new Token.Tag(source.substring(from, to).toLowerCase(Locale.ROOT), closing, source);
  }

  private static String cut(String text, int end) {
    return text.substring(0, text.length() - end);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isNameChar(char c) {
    return isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == '_' || c == ':' || c == '.';
  }

  private static String attribute(String tag, String wanted) {
    int i = 1;
    while (i < tag.length() && !Character.isWhitespace(tag.charAt(i))) {
      i++;
    }
    while (i < tag.length()) {
      while (i < tag.length() && (Character.isWhitespace(tag.charAt(i)) || tag.charAt(i) == '/')) {
        i++;
      }
      int nameFrom = i;
      while (i < tag.length() && "= \t\n\r/>".indexOf(tag.charAt(i)) < 0) {
        i++;
      }
      String name = tag.substring(nameFrom, i);
      String value = "";
      if (i < tag.length() && tag.charAt(i) == '=') {
        i++;
        char quote = i < tag.length() ? tag.charAt(i) : 0;
        int valueFrom;
        if (quote == '"' || quote == '\'') {
          valueFrom = ++i;
          while (i < tag.length() && tag.charAt(i) != quote) {
            i++;
          }
          value = tag.substring(valueFrom, i);
          i++;
        } else {
          valueFrom = i;
          while (i < tag.length() && " \t\n\r>".indexOf(tag.charAt(i)) < 0) {
            i++;
          }
          value = tag.substring(valueFrom, i);
        }
      } else if (i == nameFrom) {
        i++;
      }
      if (name.equalsIgnoreCase(wanted)) {
        return value;
      }
    }
    return "";
  }
}
