package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts a text into {@link Lexeme}s: first at white space and signs, then the words together into
 * the longest phrases the vocabulary knows. One pass, linear in the text's length.
 */
final class Lexer {
  private final Vocabulary vocabulary;
  private final Cutter cutter;

  private static final Pattern POSSESSIVE = Pattern.compile("\\w['’]s$");

  Lexer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.cutter = new Cutter(vocabulary);
  }

  List<Lexeme> lex(String text) {
    return phrases(cutter.pieces(Ideographs.plainSigns(text)));
  }

  /** Whether a phrase begins in backticks and ends behind them. */
  private static boolean splitsCode(List<Piece> pieces, int from, int words) {
    return words > 1 && pieces.get(from).code() && !pieces.get(from + words - 1).code();
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
      Optional<Phrases.Match> match =
          piece.role() == null ? vocabulary.phrases().longest(words, i) : Optional.empty();
      if (match.isPresent() && splitsCode(pieces, i, match.get().words())) {
        match = vocabulary.phrases().longest(words.subList(0, i + 1), i); // "the `acme` CLI"
      }
      boolean pinned =
          i + 1 < pieces.size() && pieces.get(i + 1).role() == Role.COMPARATOR && isMcp(piece);
      if (pinned) {
        lexemes.add( // "mcp>=1.0": the library rather than the noun
            new Lexeme(
                Role.SCOPED, "mcp", List.of(), null, piece.code(), piece.start(), piece.end()));
        i++;
      } else if (match.isPresent()) {
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

  private static boolean isMcp(Piece piece) {
    return piece.role() == null && piece.text().equals("mcp");
  }

  private static String phraseWord(Piece piece) {
    return piece.text().toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /**
   * @param versioned whether a version or "CLI" follows, which makes a common word a name
   */
  private Lexeme lexeme(
      Phrases.Match match, List<Piece> pieces, int first, int last, boolean versioned) {
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
    if (POSSESSIVE.matcher(word).find()) {
      return Role.GLUE; // "Acme's jupyter-kit": whose it is
    }
    return word.startsWith("-") ? Role.OPTION : Role.WORD;
  }
}
