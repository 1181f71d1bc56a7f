package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text at white space and signs; what is between them goes to {@link WordCutter}. */
final class Cutter {
  private static final Set<String> ABBREVIATIONS = Set.of("e.g", "i.e", "etc", "vs", "approx");

  /** From how many words on what stands before a colon is a sentence rather than a label. */
  private static final int LABEL_WORDS = 3;

  /** Letters from which on a text is no list of short lines. */
  private static final int LONG_LIST = 2000;

  /** Letters of a line that was not broken for its length. */
  private static final int SHORT_LINE = 50;

  private static final Pattern GOES_ON =
      Pattern.compile("(,|\\b(and|or|with|for|the|a|to|of|in))$");

  private static final String SIGNS = ",;:()!?\"|&{}<>=~^≥≤•·";

  private static final Pattern RANGE =
      Pattern.compile(
          "v?\\d{1,4}(\\.\\d{1,4})+\\s+(to|through|up to|[-–])"
              + "\\s+v?\\d{1,4}((\\.\\d{1,4})+\\b|(\\.\\d{1,4})*\\.x\\b)");

  private final WordCutter words;

  Cutter(Vocabulary vocabulary) {
    this.words = new WordCutter(vocabulary);
  }

  /** The words and signs of a text, in order. */
  List<Piece> pieces(String written) {
    String text = Layout.plain(written);
    List<Piece> pieces = new ArrayList<>();
    boolean code = false;
    int i = 0;
    int length = text.length();
    boolean lines = listed(text);
    while (i < length) {
      char c = text.charAt(i);
      if (c == '`') {
        code = !code;
        i++;
      } else if (c == '\n' || c == '\r') {
        int next = skipSpace(text, i);
        if (lines || endsLine(text, i, next)) {
          pieces.add(new Piece(Role.STOP, "\n", false, i, i + 1));
          code = false;
        }
        i = next;
      } else if (Character.isWhitespace(c)) {
        i++;
      } else if (c == Layout.NO) {
        pieces.add(new Piece(null, "no", false, i, i + 1));
        i++;
      } else if (c == '?' && query(text, i)) {
        int end = chunkEnd(text, i + 1);
        boolean set = text.startsWith("=", end) && !isSpace(text, end + 1);
        end = set ? chunkEnd(text, end + 1) : end;
        pieces.add(new Piece(Role.PLACE, text.substring(i, end), code, i, end)); // "?probe=1"
        i = end;
      } else if (c == '{' && placeholder(text, i) > i) {
        int end = chunkEnd(text, placeholder(text, i));
        pieces.add(new Piece(Role.PLACE, text.substring(i, end), code, i, end));
        i = end;
      } else if (SIGNS.indexOf(c) >= 0 || isDash(text, i)) {
        i = sign(text, i, pieces);
      } else if (c == '/' && i > 0 && text.charAt(i - 1) == '`' && text.startsWith("`", i + 1)) {
        pieces.add(new Piece(Role.SLASH, "/", false, i, i + 1)); // "`acme`/`emca`"
        i++;
      } else if (shortWith(text, i)) {
        pieces.add(new Piece(null, text.startsWith("w/o", i) ? "without" : "with", code, i, i + 2));
        i += text.startsWith("w/o", i) ? 3 : 2;
      } else if (rangeEnd(text, i) > i) {
        int end = rangeEnd(text, i); // "3.10 to 3.14"
        pieces.add(new Piece(Role.VERSION, range(text.substring(i, end)), code, i, end));
        i = end;
      } else {
        int end = chunkEnd(text, i);
        chunk(text, i, end, code, pieces);
        i = end;
      }
    }
    return pieces;
  }

  /** Whether a question mark begins what is added to an address. */
  private static boolean query(String text, int at) {
    boolean begins = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    return begins && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
  }

  /** Where a path goes on after a placeholder: {@code {base}/scripts/x.py}; else where it began. */
  private static int placeholder(String text, int open) {
    int i = open + 1;
    while (i < text.length()
        && i < open + 40
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    boolean path = text.startsWith("}/", i); // "${ACME_HOME}/bin/acme"
    boolean variable = open > 0 && text.charAt(open - 1) == '$' && !path; // "${ACME_HOME}"
    return i > open + 1 && !variable && text.startsWith("}", i) ? i + 1 : open;
  }

  /** {@code w/} and {@code w/o}, as people write in a hurry. */
  private static boolean shortWith(String text, int from) {
    boolean begins = from == 0 || Character.isWhitespace(text.charAt(from - 1));
    return begins && (text.startsWith("w/ ", from) || text.startsWith("w/o ", from));
  }

  /** Where a range of versions that is said in words ends; its beginning where there is none. */
  private static int rangeEnd(String text, int from) {
    char first = text.charAt(from);
    if (first != 'v' && !Character.isDigit(first)) {
      return from;
    }
    Matcher matcher = RANGE.matcher(text).region(from, Math.min(text.length(), from + 40));
    boolean inside = from > 0 && Character.isLetterOrDigit(text.charAt(from - 1));
    return !inside && matcher.lookingAt() ? matcher.end() : from;
  }

  private static String range(String words) {
    return words.replaceFirst("\\s+(to|through|up to|[-–])\\s+", "-");
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether a line break ends a sentence: before an empty line, a bullet, a label, the end. */
  private static boolean endsLine(String text, int from, int next) {
    if (next >= text.length()) {
      return true;
    }
    long breaks = text.substring(from, next).chars().filter(c -> c == '\n').count();
    char c = text.charAt(next);
    return breaks > 1 || (c == '-' || c == '*') && isSpace(text, next + 1) || isLabel(text, next);
  }

  /** Whether a text is a list of short lines, none of which goes on in the next. */
  private static boolean listed(String text) {
    if (text.length() > LONG_LIST) {
      return false;
    }
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.size() > 2
        && lines.stream().allMatch(line -> line.length() <= SHORT_LINE)
        && lines.stream().noneMatch(line -> GOES_ON.matcher(line).find());
  }

  /** Whether a line begins with a word or two and a colon: {@code Optional: Docker}. */
  private static boolean isLabel(String text, int from) {
    int words = 1;
    int i = from;
    while (i < text.length() && words <= LABEL_WORDS) {
      char c = text.charAt(i);
      if (c == ':') {
        return i > from && isSpace(text, i + 1);
      }
      if (!Character.isLetter(c) && c != ' ' && c != '.') {
        return false;
      }
      words += c == ' ' ? 1 : 0;
      i++;
    }
    return false;
  }

  private static boolean isSpace(String text, int at) {
    return at >= text.length() || Character.isWhitespace(text.charAt(at));
  }

  /** A long dash, or a short one or plus sign standing alone. */
  private static boolean isDash(String text, int i) {
    char c = text.charAt(i);
    boolean twice = c == '-' && text.startsWith("--", i) && isSpace(text, i + 2);
    if (c == '—' || twice) {
      return true; // "acme -- see below"
    }
    if (c == '–') {
      return isSpace(text, i + 1) || i == 0 || isSpace(text, i - 1);
    }
    return (c == '-' || c == '+' || c == '*' || c == '/') && isSpace(text, i + 1);
  }

  private static int sign(String text, int i, List<Piece> pieces) {
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    if (c == '=' && next == '>' && digitFollows(text, i + 2)) {
      pieces.add(new Piece(Role.COMPARATOR, ">=", false, i, i + 2)); // "Acme => 2"
      return i + 2;
    }
    if ("<>=~^≥≤!".indexOf(c) >= 0) {
      boolean two = next == '=' || (c == '~' && next == '>');
      String sign = text.substring(i, two ? i + 2 : i + 1);
      int end = i + sign.length();
      if (c == '=' && !two && assigns(text, i, pieces)) {
        return assigned(text, end, pieces); // "ACME_MODE=fast": what a variable is set to
      }
      boolean comparator = c != '!' || two;
      if (comparator && (c != '=' || two || digitFollows(text, end))) {
        pieces.add(new Piece(Role.COMPARATOR, sign, false, i, end));
      } else {
        pieces.add(new Piece(Role.STOP, sign, false, i, end));
      }
      return end;
    }
    Role role =
        switch (c) {
          case ',' -> Role.COMMA;
          case '·' -> isSpace(text, i + 1) ? Role.COMMA : Role.SEMICOLON; // "Acme · Emca"
          case ';', '•', '*', '{', '}' -> Role.SEMICOLON;
          case ':' -> Role.COLON;
          case '(' -> Role.OPEN;
          case ')' -> Role.CLOSE;
          case '?' -> Role.STOP;
          case '|' -> isSpace(text, i + 1) ? Role.COMMA : Role.SLASH;
          case '/' -> Role.SLASH;
          case '&', '+' -> Role.AND;
          case '"' -> null;
          default -> Role.DASH;
        };
    if (role != null) {
      pieces.add(new Piece(role, String.valueOf(c), false, i, i + 1));
    }
    return i + 1;
  }

  /** Whether an equals sign stands right between a name in the form of a variable and a value. */
  private static boolean assigns(String text, int i, List<Piece> pieces) {
    Piece name = pieces.isEmpty() ? null : pieces.getLast();
    return name != null
        && name.end() == i
        && (name.text().indexOf('_') > 0 || name.code() && Nouns.isSlug(name.text()))
        && !isSpace(text, i + 1)
        && Character.isLetterOrDigit(text.charAt(i + 1));
  }

  /** Passes over a value; a setting in lower case is no name of anything either. */
  private static int assigned(String text, int from, List<Piece> pieces) {
    Piece name = pieces.getLast();
    if (!VersionWords.isVariable(name.text())) {
      pieces.set(
          pieces.size() - 1,
          new Piece(Role.PLACE, name.text(), name.code(), name.start(), name.end()));
    }
    int end = chunkEnd(text, from);
    while (end > from && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static boolean digitFollows(String text, int from) {
    int i = skipSpace(text, from);
    return i < text.length() && Character.isDigit(text.charAt(i));
  }

  private static int chunkEnd(String text, int from) {
    int i = from;
    boolean url =
        text.startsWith("http://", from)
            || text.startsWith("https://", from)
            || text.startsWith("git+https://", from);
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean ends =
          Character.isWhitespace(c)
              || c == '`'
              || c == ')'
              || (url ? c == ',' || c == ';' : SIGNS.indexOf(c) >= 0 || c == '—' || c == Layout.NO);
      boolean extras = c == ',' && Spellings.inExtras(text, from, i); // "acme[mail,web]"
      boolean inside =
          c == ':' && (joinsNames(text, from, i) || isPort(text, i) || isSize(text, i + 1));
      if (ends && !extras && !inside) {
        // "~/.config" inside a word is no sign, and a colon mostly ends a word.
        break;
      }
      if (!url && i > from && Ideographs.is(c) != Ideographs.is(text.charAt(i - 1))) {
        break;
      }
      i++;
    }
    return Math.min(text.length(), Math.max(i, from + 1));
  }

  /** Whether a colon stands before a port: {@code localhost:8080}. */
  static boolean isPort(String text, int colon) {
    int end = colon + 1;
    while (end < text.length() && end < colon + 7 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end > colon + 4;
  }

  /** Whether the size of a model stands at a place: {@code 8b} of {@code acme3:8b}. */
  private static boolean isSize(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return end > from && end < text.length() && "bB".indexOf(text.charAt(end)) >= 0;
  }

  /** Whether a colon stands inside a name: {@code my-plugin:do-this}, {@code issues:write}. */
  private static boolean joinsNames(String text, int from, int colon) {
    boolean action = // "s3:GetObject": what an account is allowed to do
        colon + 2 < text.length()
            && Character.isUpperCase(text.charAt(colon + 1))
            && Character.isLowerCase(text.charAt(colon + 2));
    boolean follows =
        action || colon + 1 < text.length() && Character.isLowerCase(text.charAt(colon + 1));
    int begin = text.charAt(from) == '/' ? from + 1 : from; // "/my-plugin:do-this"
    String name = text.substring(begin, colon);
    return follows
        && name.length() > (action ? 1 : 2)
        && name.chars()
            .allMatch(
                c -> "-._".indexOf(c) >= 0 || Character.isLowerCase(c) || Character.isDigit(c));
  }

  /** Adds the pieces of a run of characters without white space. */
  private void chunk(String text, int from, int to, boolean code, List<Piece> pieces) {
    int start = from;
    int end = to;
    while (start < end && "'*“”‘’[".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    boolean stop = false;
    while (end > start && ".'*“”‘’…]".indexOf(text.charAt(end - 1)) >= 0) {
      if (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '…') {
        stop = true;
      }
      if (text.charAt(end - 1) == '*' && end - 2 > start && text.charAt(end - 2) == '_') {
        break; // NAME_* is a pattern of names.
      }
      if (text.charAt(end - 1) == ']' && text.lastIndexOf('[', end - 1) > start) {
        break;
      }
      end--;
    }
    if (end > start) {
      words.cut(text.substring(start, end), start, code, pieces);
    }
    boolean abbreviation =
        ABBREVIATIONS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    if (stop && !abbreviation) {
      pieces.add(new Piece(Role.STOP, ".", false, end, to));
    }
  }
}
