package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a text into {@link Lexeme}s: first at white space and signs, then the words together into
 * the longest phrases the vocabulary knows. One pass, linear in the text's length.
 */
final class Lexer {
  private static final Set<String> ABBREVIATIONS = Set.of("e.g", "i.e", "etc", "vs", "approx");
  private static final Set<String> GO_HOSTS =
      Set.of(
          "github.com",
          "gitlab.com",
          "golang.org",
          "gopkg.in",
          "go.uber.org",
          "k8s.io",
          "google.golang.org");

  private static final String SIGNS = ",;:()!?\"|&{}<>=~^≥≤•";

  private final Vocabulary vocabulary;
  private final Spellings spellings;

  Lexer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.spellings = new Spellings(vocabulary);
  }

  /** A word or sign before phrases are found; {@code role} is null for a word. */
  private record Piece(Role role, String text, boolean code, int start, int end) {}

  List<Lexeme> lex(String text) {
    return phrases(pieces(Ideographs.plainSigns(text)));
  }

  private List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    boolean code = false;
    int i = 0;
    int length = text.length();
    while (i < length) {
      char c = text.charAt(i);
      if (c == '`') {
        code = !code;
        i++;
      } else if (c == '\n' || c == '\r') {
        int next = skipSpace(text, i);
        if (endsLine(text, i, next)) {
          pieces.add(new Piece(Role.STOP, "\n", false, i, i + 1));
          code = false;
        }
        i = next;
      } else if (Character.isWhitespace(c)) {
        i++;
      } else if (c == '{' && placeholder(text, i) > i) {
        int end = chunkEnd(text, placeholder(text, i));
        pieces.add(new Piece(Role.PLACE, text.substring(i, end), code, i, end));
        i = end;
      } else if (SIGNS.indexOf(c) >= 0 || isDash(text, i)) {
        i = sign(text, i, pieces);
      } else {
        int end = chunkEnd(text, i);
        chunk(text, i, end, code, pieces);
        i = end;
      }
    }
    return pieces;
  }

  /** Where a path goes on after a placeholder: {@code {base}/scripts/x.py}; else where it began. */
  private static int placeholder(String text, int open) {
    int i = open + 1;
    while (i < text.length() && i < open + 40 && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return text.startsWith("}/", i) ? i + 1 : open;
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether a line break ends a sentence: before an empty line, a bullet, or at the end. */
  private static boolean endsLine(String text, int from, int next) {
    if (next >= text.length()) {
      return true;
    }
    long breaks = text.substring(from, next).chars().filter(c -> c == '\n').count();
    char c = text.charAt(next);
    return breaks > 1 || ((c == '-' || c == '*') && isSpace(text, next + 1));
  }

  private static boolean isSpace(String text, int at) {
    return at >= text.length() || Character.isWhitespace(text.charAt(at));
  }

  /** A long dash, or a short one or plus sign standing alone. */
  private static boolean isDash(String text, int i) {
    char c = text.charAt(i);
    if (c == '—') {
      return true;
    }
    if (c == '–') {
      return isSpace(text, i + 1) || i == 0 || isSpace(text, i - 1);
    }
    return (c == '-' || c == '+' || c == '*' || c == '/') && isSpace(text, i + 1);
  }

  private static int sign(String text, int i, List<Piece> pieces) {
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    if ("<>=~^≥≤!".indexOf(c) >= 0) {
      boolean two = next == '=' || (c == '~' && next == '>');
      String sign = text.substring(i, two ? i + 2 : i + 1);
      int end = i + sign.length();
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

  private static boolean digitFollows(String text, int from) {
    int i = skipSpace(text, from);
    return i < text.length() && Character.isDigit(text.charAt(i));
  }

  private static int chunkEnd(String text, int from) {
    int i = from;
    boolean url = text.startsWith("http://", from) || text.startsWith("https://", from);
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean ends =
          Character.isWhitespace(c)
              || c == '`'
              || c == ')'
              || (url ? c == ',' || c == ';' : SIGNS.indexOf(c) >= 0 || c == '—');
      boolean extras = c == ',' && Spellings.inExtras(text, from, i); // "acme[mail,web]"
      if (ends && !extras && !(c == ':' && (joinsNames(text, from, i) || isPort(text, i)))) {
        // "~/.config" inside a word is no sign, and a colon mostly ends a word.
        break;
      }
      if (!url && i > from && Ideographs.is(c) != Ideographs.is(text.charAt(i - 1))) {
        break;
      }
      i++;
    }
    return Math.max(i, from + 1);
  }

  private static boolean hasPort(String word) {
    int colon = word.indexOf(':');
    return colon > 0 && isPort(word, colon);
  }

  /** Whether a colon stands before a port: {@code localhost:8080}. */
  private static boolean isPort(String text, int colon) {
    int end = colon + 1;
    while (end < text.length() && end < colon + 7 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end > colon + 4;
  }

  /** Whether a colon stands inside a name: {@code my-plugin:do-this}, {@code issues:write}. */
  private static boolean joinsNames(String text, int from, int colon) {
    boolean follows = colon + 1 < text.length() && Character.isLowerCase(text.charAt(colon + 1));
    String name = text.substring(from, colon);
    return follows
        && name.length() > 2
        && name.chars()
            .allMatch(
                c -> c == '-' || c == '.' || Character.isLowerCase(c) || Character.isDigit(c));
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
      word(text.substring(start, end), start, code, pieces);
    }
    boolean abbreviation =
        ABBREVIATIONS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    if (stop && !abbreviation) {
      pieces.add(new Piece(Role.STOP, ".", false, end, to));
    }
  }

  private void word(String whole, int at, boolean code, List<Piece> pieces) {
    String word = spellings.stem(whole);
    int end = at + whole.length();
    if (Ideographs.is(word.charAt(0))) {
      int from = at;
      for (String each : Ideographs.words(word, vocabulary)) {
        pieces.add(new Piece(null, each, code, from, from + each.length()));
        from += each.length();
      }
      return;
    }
    if (word.startsWith("@") && word.indexOf('/') > 1 && word.endsWith("-")) {
      pieces.add(new Piece(Role.PLACE, word, code, at, end)); // "@acme/kit-*" is a pattern.
    } else if (word.startsWith("@") && word.indexOf('/') > 1) {
      pieces.add(new Piece(Role.SCOPED, scopedName(word), code, at, end));
    } else if (word.startsWith("mcp__") && word.length() > 5) {
      // "mcp__acme__find" is how agents name the tools of the server "acme".
      int last = word.indexOf("__", 5);
      pieces.add(
          new Piece(null, word.substring(5, last < 0 ? word.length() : last), code, at, end));
      pieces.add(new Piece(null, "mcp", false, end, end));
    } else if (!vocabulary.terms(word).isEmpty()) {
      plain(word, at, code, pieces);
    } else if (isGoModule(word)) {
      pieces.add(new Piece(Role.SCOPED, scopedName(word), code, at, end));
    } else if (word.contains("://")
        || hasPort(word)
        || VersionWords.looksLikePath(word)
        || VersionWords.isScript(word)) {
      pieces.add(new Piece(Role.PLACE, word, code, at, end));
    } else if (VersionWords.isVersion(word)) {
      pieces.add(new Piece(Role.VERSION, word, code, at, end));
    } else if (isFolder(word)) {
      pieces.add(new Piece(Role.PLACE, word, code, at, end));
    } else if (isVendored(word)) {
      plain(word, at, code, pieces);
    } else if (word.indexOf('/') >= 0) {
      alternatives(word, at, code, pieces);
    } else if (VersionWords.isVariable(word)) {
      pieces.add(new Piece(Role.VARIABLE, word.replace("$", ""), code, at, end));
    } else {
      plain(word, at, code, pieces);
    }
  }

  /** {@code backend/venv/bin}: two slashes or more, and nothing known before the first. */
  private boolean isFolder(String word) {
    int first = word.indexOf('/');
    return first > 0
        && word.indexOf('/', first + 1) > 0
        && vocabulary.terms(word.substring(0, first)).isEmpty()
        && word.equals(word.toLowerCase(Locale.ROOT));
  }

  /** {@code acme/mail-kit}: a package with its vendor rather than two alternatives. */
  private boolean isVendored(String word) {
    int slash = word.indexOf('/');
    return Nouns.isVendored(word)
        && vocabulary.terms(word.substring(0, slash)).isEmpty()
        && vocabulary.terms(word.substring(slash + 1)).isEmpty();
  }

  /** {@code github.com/acme/kit}: how Go names its packages. */
  private static boolean isGoModule(String word) {
    int slash = word.indexOf('/');
    return slash > 0
        && GO_HOSTS.contains(word.substring(0, slash))
        && word.indexOf('/', slash + 1) > 0
        && Nouns.isSlug(word.replace('/', '-'));
  }

  private static String scopedName(String word) {
    int version = word.indexOf('@', 1);
    return version > 0 ? word.substring(0, version) : word;
  }

  private void alternatives(String word, int at, boolean code, List<Piece> pieces) {
    int from = 0;
    while (from <= word.length()) {
      int slash = word.indexOf('/', from);
      int to = slash < 0 ? word.length() : slash;
      if (to > from) {
        word(word.substring(from, to), at + from, code, pieces);
      }
      if (slash < 0) {
        return;
      }
      pieces.add(new Piece(Role.SLASH, "/", code, at + slash, at + slash + 1));
      from = slash + 1;
    }
  }

  /** A word, with extras ({@code zarr[remote]}) dropped and a glued version cut off. */
  private void plain(String word, int at, boolean code, List<Piece> pieces) {
    int bracket = word.indexOf('[');
    String name = bracket > 0 ? word.substring(0, bracket) : word;
    int end = at + word.length();
    if (vocabulary.terms(name).isEmpty()) {
      int cut = VersionWords.gluedVersion(name);
      boolean pinned = cut > 0 && name.charAt(cut) == '@';
      if (cut > 0 && (pinned || !vocabulary.terms(name.substring(0, cut)).isEmpty())) {
        int version = Character.isLetterOrDigit(name.charAt(cut)) ? cut : cut + 1;
        pieces.add(new Piece(null, name.substring(0, cut), code, at, at + cut));
        pieces.add(new Piece(Role.VERSION, name.substring(version), code, at + version, end));
        return;
      }
    }
    pieces.add(new Piece(null, name, code, at, end));
  }

  private List<Lexeme> phrases(List<Piece> pieces) {
    List<String> words = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      boolean joins =
          piece.role() == null
              || piece.role() == Role.VERSION
              || (piece.role() == Role.SLASH && !piece.code())
              || piece.text().equals("&")
              || piece.text().startsWith("-");
      words.add(joins ? phraseWord(piece) : null);
    }
    List<Lexeme> lexemes = new ArrayList<>(pieces.size());
    int i = 0;
    while (i < pieces.size()) {
      Piece piece = pieces.get(i);
      Optional<Vocabulary.Match> match =
          piece.role() == null ? vocabulary.longest(words, i) : Optional.empty();
      if (match.isPresent()) {
        int last = i + match.get().words() - 1;
        boolean versioned =
            last + 1 < pieces.size()
                && (pieces.get(last + 1).role() == Role.VERSION
                    || pieces.get(last + 1).role() == Role.COMPARATOR
                    || pieces.get(last + 1).text().equalsIgnoreCase("cli"));
        lexemes.add(lexeme(match.get(), pieces, i, last, versioned));
        i = last + 1;
      } else {
        lexemes.add(unknown(piece));
        i++;
      }
    }
    return lexemes;
  }

  private static String phraseWord(Piece piece) {
    return piece.text().toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /**
   * @param versioned whether a version or "CLI" follows, which makes a common word a name
   */
  private Lexeme lexeme(
      Vocabulary.Match match, List<Piece> pieces, int first, int last, boolean versioned) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      text.append(i > first ? " " : "").append(pieces.get(i).text());
    }
    boolean code = pieces.get(first).code();
    Role role = match.role();
    boolean noun = role == Role.GENERIC || role == Role.GLUE || role == Role.RENAME;
    if (!match.terms().isEmpty() && (code || versioned) && noun) {
      role = Role.TERM; // An author who writes `test` means the command.
    }
    return new Lexeme(
        role,
        text.toString(),
        role == Role.TERM || role == Role.HEAD || role == Role.INSTALL ? match.terms() : List.of(),
        match.head(),
        code,
        pieces.get(first).start(),
        pieces.get(last).end());
  }

  private static Lexeme unknown(Piece piece) {
    Role role = piece.role() == null ? wordRole(piece.text()) : piece.role();
    return new Lexeme(
        role, piece.text(), List.of(), null, piece.code(), piece.start(), piece.end());
  }

  private static Role wordRole(String word) {
    if (Ideographs.is(word.charAt(0))) {
      return Role.GLUE; // A word of a sentence in another script, not a name.
    }
    return word.startsWith("-") ? Role.OPTION : Role.WORD;
  }
}
