package app.satchel.opening;

import app.satchel.marketplace.SourceSpec;
import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.words.Words;
import java.net.URI;
import java.util.Optional;

/**
 * The grammar of links, character by character. A general parser of addresses accepts user names,
 * ports, fragments, dot segments and encoded slashes, each of which has been somebody's way in.
 */
final class LinkReader {
  static final String AUTHORITY = "skill";
  static final String SOURCE = "source";

  /** Longer than any link that names a skill and an address. */
  static final int MAX_LENGTH = 1_000;

  private static final String START = SkillLink.SCHEME + "//";
  private static final int SHOWN = 80;
  private static final int MAX_PORT = 65_535;
  private static final String IN_SEGMENT = "-._~+";
  private static final String IN_VALUE = "-._~:/[]";

  private LinkReader() {}

  static SkillLink read(String text) {
    if (text.length() > MAX_LENGTH) {
      throw problem("link-too-long", text, MAX_LENGTH);
    }
    for (char c : text.toCharArray()) {
      if (c <= ' ' || c > '~') {
        throw problem("link-characters", text);
      }
    }
    if (!text.regionMatches(true, 0, START, 0, START.length())) {
      throw problem("link-scheme", text);
    }
    String rest = text.substring(START.length());
    if (rest.indexOf('#') >= 0) {
      throw problem("link-fragment", text);
    }
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    Namespace skill = skill(place, text);
    return new SkillLink(skill, question < 0 ? null : source(rest.substring(question + 1), text));
  }

  private static Namespace skill(String place, String text) {
    String[] parts = place.split("/", -1);
    if (!parts[0].equals(AUTHORITY)) {
      throw problem("link-authority", text);
    }
    if (parts.length != 4 || parts[1].length() < 2 || parts[1].charAt(0) != '@') {
      throw problem("link-path", text);
    }
    parts[1] = parts[1].substring(1);
    for (int i = 1; i < parts.length; i++) {
      for (char c : parts[i].toCharArray()) {
        if (!isLetterOrDigit(c) && IN_SEGMENT.indexOf(c) < 0) {
          throw problem("link-path", text);
        }
      }
    }
    return Namespace.parse("@" + parts[1] + "/" + parts[2] + "/" + parts[3])
        .orElseThrow(() -> problem("link-path", text));
  }

  private static LinkSource source(String query, String text) {
    int equals = query.indexOf('=');
    if (equals < 0 || !query.substring(0, equals).equals(SOURCE) || query.indexOf('&') >= 0) {
      throw problem("link-query", text);
    }
    String value = decode(query.substring(equals + 1), text);
    if (SourceSpec.isName(value)) {
      return new LinkSource.Named(value);
    }
    Optional<URI> address = SourceSpec.address(value).filter(LinkReader::isPlainAddress);
    // What would be read differently from what stands there is not accepted at all.
    if (address.isEmpty() || !isSame(address.get(), value)) {
      throw problem("link-source", text);
    }
    if (!SourceSpec.isPrivate(address.get())) {
      throw problem("link-insecure", text);
    }
    return new LinkSource.At(address.get());
  }

  private static boolean isSame(URI address, String written) {
    String slashless = written.replaceAll("/+$", "");
    return address.toString().equals(slashless);
  }

  private static boolean isPlainAddress(URI address) {
    String path = address.getRawPath();
    int port = address.getPort();
    if (port == 0 || port > MAX_PORT || address.getRawAuthority().endsWith(":")) {
      return false;
    }
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return path.indexOf('%') < 0 && !path.contains("//");
  }

  /** One round, into printable ASCII without a percent sign: nothing is encoded twice. */
  private static String decode(String value, String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%') {
        int code = i + 2 < value.length() ? hex(value, i + 1) * 16 + hex(value, i + 2) : -1;
        if (code <= ' ' || code > '~' || code == '%') {
          throw problem("link-source", text);
        }
        c = (char) code;
        i += 2;
      } else if (!isPlainInValue(c)) {
        throw problem("link-source", text);
      }
      out.append(c);
    }
    return out.toString();
  }

  /** A digit's value; for anything else so low that no two make a code. */
  private static int hex(String text, int at) {
    int digit = Character.digit(text.charAt(at), 16);
    return digit < 0 ? -256 : digit;
  }

  static boolean isPlainInValue(char c) {
    return isLetterOrDigit(c) || IN_VALUE.indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static ProblemException problem(String code, String text, Object... args) {
    return ProblemException.of(
        Words.of(LinkReader.class), ProblemKind.INPUT, code, harmless(text), args);
  }

  /** For the details: cut, and without what could play tricks where it is shown. */
  static String harmless(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && i < SHOWN; i++) {
      char c = text.charAt(i);
      out.append(c < ' ' || c > '~' ? '?' : c);
    }
    return text.length() > SHOWN ? out + "..." : out.toString();
  }
}
