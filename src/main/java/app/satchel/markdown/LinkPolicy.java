package app.satchel.markdown;

import app.satchel.markdown.LinkTarget.Inert;
import app.satchel.markdown.LinkTarget.Reason;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Sorts targets into what may be done with them. Allow-list: http, https, mailto, places in the
 * document, files below the skill's folder.
 */
final class LinkPolicy {
  private static final int MAX_SHOWN = 300;
  private static final int MAX_URI = 4_096;
  private static final Set<String> UNSAFE =
      Set.of("javascript", "vbscript", "data", "file", "blob", "view-source", "about");

  private final String folder;

  /**
   * @param documentPath the document's path in its skill; relative targets start from its folder
   */
  LinkPolicy(String documentPath) {
    this.folder = documentPath.substring(0, documentPath.lastIndexOf('/') + 1);
  }

  /** Where a target leads. Never fails. */
  LinkTarget resolve(String written) {
    String target = written.strip();
    if (!VisibleText.allPlain(target) || target.indexOf('\n') >= 0 || target.length() > MAX_URI) {
      return inert(target, Reason.MALFORMED);
    }
    if (target.startsWith("#")) {
      return new LinkTarget.InDocument(decode(target.substring(1)));
    }
    if (target.startsWith("//")) {
      return web("https:" + target, target);
    }
    int colon = target.indexOf(':');
    if (colon > 0 && isScheme(target.substring(0, colon))) {
      return switch (target.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "http", "https" -> web(target, target);
        case "mailto" -> mail(target.substring(colon + 1), target);
        default -> inert(target, Reason.SCHEME);
      };
    }
    return inPackage(target);
  }

  /** A mail address, from a target or from text in angle brackets. */
  LinkTarget mail(String address, String written) {
    // What follows '?' could fill in a subject and a body without the person's knowing.
    int query = address.indexOf('?');
    String only = decode(query < 0 ? address : address.substring(0, query));
    boolean wellFormed =
        only.indexOf('@') > 0
            && only.indexOf('@') == only.lastIndexOf('@')
            && only.chars().noneMatch(c -> c <= ' ' || ",;<>\"()".indexOf(c) >= 0);
    return wellFormed ? new LinkTarget.Mail(only) : inert(written, Reason.MALFORMED);
  }

  /** Whether a target is not only unusual: a browser would run it, or reach into this computer. */
  static boolean isUnsafe(Inert target) {
    int colon = target.source().indexOf(':');
    return target.reason() == Reason.SCHEME
        && colon > 0
        && UNSAFE.contains(target.source().substring(0, colon).toLowerCase(Locale.ROOT));
  }

  private static boolean isScheme(String word) {
    // One letter is a Windows drive, which is as inert as an unknown scheme.
    return word.chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0))
        && Character.isLetter(word.charAt(0));
  }

  private static LinkTarget web(String target, String written) {
    try {
      URI uri = new URI(escapeIllegal(target));
      String authority = uri.getRawAuthority();
      if (authority == null || authority.isEmpty()) {
        return inert(written, Reason.MALFORMED);
      }
      String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
      int colon =
          hostAndPort.startsWith("[") ? hostAndPort.indexOf("]:") + 1 : hostAndPort.indexOf(':');
      String host = colon > 0 ? hostAndPort.substring(0, colon) : hostAndPort;
      String port = colon > 0 ? hostAndPort.substring(colon) : "";
      if (!port.isEmpty() && !port.matches(":[0-9]{0,5}")) {
        return inert(written, Reason.MALFORMED);
      }
      String asked = host.startsWith("[") ? host : toAscii(host);
      StringBuilder normal =
          new StringBuilder(uri.getScheme().toLowerCase(Locale.ROOT)).append("://");
      normal.append(asked).append(port.length() > 1 ? port : "");
      normal.append(uri.getRawPath() == null ? "" : uri.getRawPath());
      if (uri.getRawQuery() != null) {
        normal.append('?').append(uri.getRawQuery());
      }
      if (uri.getRawFragment() != null) {
        normal.append('#').append(uri.getRawFragment());
      }
      URI safe = new URI(normal.toString());
      return safe.getHost() == null
          ? inert(written, Reason.MALFORMED)
          : new LinkTarget.Web(safe, shownHost(asked));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return inert(written, Reason.MALFORMED);
    }
  }

  private static String toAscii(String host) {
    String decoded = decode(host);
    if (decoded.isEmpty() || decoded.length() > 253) {
      throw new IllegalArgumentException("host length");
    }
    return IDN.toASCII(decoded).toLowerCase(Locale.ROOT);
  }

  private static String shownHost(String ascii) {
    String decoded = ascii.contains("xn--") ? IDN.toUnicode(ascii) : ascii;
    return decoded.equals(ascii) ? ascii : VisibleText.bracketed(decoded) + " (" + ascii + ")";
  }

  /** Percent-encodes what authors write and RFC 3986 forbids: spaces, braces, non-ASCII. */
  private static String escapeIllegal(String target) {
    StringBuilder legal = new StringBuilder(target.length() + 16);
    int authorityEnd = authorityEnd(target);
    for (int i = 0; i < target.length(); ) {
      int c = target.codePointAt(i);
      int width = Character.charCount(c);
      boolean badPercent = c == '%' && !isHex(target, i + 1);
      boolean inAuthority = i < authorityEnd;
      boolean forbidden =
          c <= ' ' || "\"<>\\^`{}|".indexOf(c) >= 0 || !inAuthority && "[]".indexOf(c) >= 0;
      if (badPercent || forbidden || c > 0x7E) {
        for (byte b : target.substring(i, i + width).getBytes(StandardCharsets.UTF_8)) {
          legal.append('%').append(String.format("%02X", b & 0xFF));
        }
      } else {
        legal.append((char) c);
      }
      i += width;
    }
    return legal.toString();
  }

  private static int authorityEnd(String target) {
    int start = target.indexOf("//");
    for (int i = start + 2; start >= 0 && i < target.length(); i++) {
      if ("/?#".indexOf(target.charAt(i)) >= 0) {
        return i;
      }
    }
    return start < 0 ? 0 : target.length();
  }

  private static boolean isHex(String text, int at) {
    return at + 1 < text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0;
  }

  private LinkTarget inPackage(String target) {
    int hash = target.indexOf('#');
    String anchor = hash < 0 ? "" : decode(target.substring(hash + 1));
    String path = hash < 0 ? target : target.substring(0, hash);
    int query = path.indexOf('?');
    path = decode(query < 0 ? path : path.substring(0, query)).replace('\\', '/');
    if (!VisibleText.allPlain(path)) {
      return inert(target, Reason.MALFORMED);
    }
    if (path.startsWith("/") || path.startsWith("~")) {
      return inert(target, Reason.OUTSIDE_PACKAGE);
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : (folder + path).split("/")) {
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          return inert(target, Reason.OUTSIDE_PACKAGE);
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        if (segment.indexOf(':') >= 0) {
          return inert(target, Reason.SCHEME);
        }
        segments.addLast(segment);
      }
    }
    return new LinkTarget.InPackage(String.join("/", segments), anchor);
  }

  /** Percent-decodes; what is not valid UTF-8 stays as it was. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(source.length);
    for (int i = 0; i < source.length; i++) {
      int high =
          i + 2 < source.length && source[i] == '%' ? Character.digit(source[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(source[i + 2], 16) : -1;
      if (low >= 0) {
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else {
        bytes.put(source[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static Inert inert(String target, Reason reason) {
    String shown = VisibleText.bracketed(target);
    return new Inert(
        shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN) + "\u2026", reason);
  }
}
