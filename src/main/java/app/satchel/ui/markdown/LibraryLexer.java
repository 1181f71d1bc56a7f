package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Highlighter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Colours code with the lexers of RSyntaxTextArea, line by line, as that library's editor does. Of
 * Swing they need one class that holds characters; nothing of it is started.
 */
final class LibraryLexer {
  private static final Logger LOG = LoggerFactory.getLogger(LibraryLexer.class);

  private final boolean shell;
  private final boolean json;
  private final List<Highlighter.Token> tokens = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Kind kind = Kind.PLAIN;

  private LibraryLexer(String lexer) {
    shell = lexer.equals(SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL);
    json = lexer.equals(SyntaxConstants.SYNTAX_STYLE_JSON_WITH_COMMENTS);
  }

  /**
   * The code in pieces; together they are the code. Empty when the lexer gives up on it or loses a
   * character: what strangers write may find what its makers did not.
   *
   * @param lexer the library's name for the language, such as {@code text/python}
   */
  static Optional<List<Highlighter.Token>> tokens(String lexer, String code) {
    try {
      return new LibraryLexer(lexer).read(lexer, code);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (RuntimeException | Error e) { // Generated lexers report what they cannot match so.
      LOG.debug("The lexer {} gave up", lexer, e);
      return Optional.empty();
    }
  }

  private Optional<List<Highlighter.Token>> read(String lexer, String code) {
    // One each: lexers have state.
    TokenMaker maker = TokenMakerFactory.getDefaultInstance().getTokenMaker(lexer);
    int state = TokenTypes.NULL;
    int from = 0;
    while (from <= code.length()) {
      int end = code.indexOf('\n', from);
      int to = end < 0 ? code.length() : end;
      char[] line = code.substring(from, to).toCharArray();
      Token first = maker.getTokenList(new Segment(line, 0, line.length), state, 0);
      if (line(first) != line.length) {
        return Optional.empty();
      }
      if (end < 0) {
        break;
      }
      add(kind, "\n");
      state = last(first).getType(); // What goes on in the next line.
      from = to + 1;
    }
    return Optional.of(finish());
  }

  private static Token last(Token first) {
    Token last = first;
    while (last.getNextToken() != null) {
      last = last.getNextToken();
    }
    return last;
  }

  /** How many characters the tokens of a line have. */
  private int line(Token first) {
    int seen = 0;
    for (Token token = first; token != null && token.isPaintable(); token = token.getNextToken()) {
      String lexeme = token.getLexeme();
      add(kind(token), lexeme);
      seen += lexeme.length();
    }
    return seen;
  }

  private void add(Kind next, String lexeme) {
    if (next != kind) {
      flush();
      kind = next;
    }
    text.append(lexeme);
  }

  private void flush() {
    if (!text.isEmpty()) {
      tokens.add(new Highlighter.Token(kind, text.toString()));
      text.setLength(0);
    }
  }

  private List<Highlighter.Token> finish() {
    flush();
    return tokens;
  }

  private Kind kind(Token token) {
    return switch (token.getType()) {
      case TokenTypes.COMMENT_EOL,
          TokenTypes.COMMENT_MULTILINE,
          TokenTypes.COMMENT_DOCUMENTATION,
          TokenTypes.COMMENT_KEYWORD,
          TokenTypes.COMMENT_MARKUP,
          TokenTypes.MARKUP_COMMENT ->
          Kind.COMMENT;
      case TokenTypes.RESERVED_WORD,
          TokenTypes.RESERVED_WORD_2,
          TokenTypes.LITERAL_BOOLEAN,
          TokenTypes.MARKUP_TAG_NAME ->
          Kind.KEYWORD;
      case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          TokenTypes.LITERAL_CHAR,
          TokenTypes.LITERAL_BACKQUOTE,
          TokenTypes.REGEX,
          TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
          TokenTypes.ERROR_STRING_DOUBLE,
          TokenTypes.ERROR_CHAR ->
          Kind.STRING;
      case TokenTypes.DATA_TYPE -> Kind.TYPE;
      case TokenTypes.VARIABLE -> json ? Kind.KEYWORD : Kind.TYPE; // There it is a key.
      case TokenTypes.FUNCTION -> function(token);
      case TokenTypes.IDENTIFIER -> WordScan.isTypeName(token.getLexeme()) ? Kind.TYPE : Kind.PLAIN;
      default -> Kind.PLAIN;
    };
  }

  /** What the language brings along: the commands of a shell, types that can also be called. */
  private Kind function(Token token) {
    if (shell) {
      return Kind.KEYWORD;
    }
    Token next = token.getNextToken();
    return next != null && next.isPaintable() && next.getLexeme().startsWith("(")
        ? Kind.PLAIN
        : Kind.TYPE;
  }
}
