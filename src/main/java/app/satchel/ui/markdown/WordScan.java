package app.satchel.ui.markdown;

import app.satchel.ui.markdown.Highlighter.Kind;
import app.satchel.ui.markdown.Highlighter.Language;
import app.satchel.ui.markdown.Highlighter.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Colours code of languages that no lexer knows, by their words alone: comments, strings, keywords,
 * names of types. One pass over the text; not a parser, and never wrong in a way that hides a
 * character.
 */
final class WordScan {
  private final Language language;
  private final String code;
  private final List<Token> tokens = new ArrayList<>();
  private int plainFrom;
  private int at;

  WordScan(Language language, String code) {
    this.language = language;
    this.code = code;
  }

  List<Token> run() {
    while (at < code.length()) {
      int end = comment();
      Kind kind = Kind.COMMENT;
      if (end < 0) {
        end = string();
        kind = end >= 0 && language.keys() && keyFollows(end) ? Kind.KEYWORD : Kind.STRING;
      }
      if (end < 0 && language.tags() && code.charAt(at) == '<') {
        end = tagName();
        kind = Kind.KEYWORD;
      }
      if (end >= 0) {
        emit(kind, end);
      } else if (Character.isJavaIdentifierStart(code.charAt(at))) {
        word();
      } else {
        at++;
        while (at < code.length()
            && Character.isDigit(code.charAt(at - 1))
            && Character.isLetterOrDigit(code.charAt(at))) {
          at++;
        }
      }
    }
    emit(Kind.PLAIN, at);
    return tokens;
  }

  private void emit(Kind kind, int end) {
    if (at > plainFrom) {
      tokens.add(new Token(Kind.PLAIN, code.substring(plainFrom, at)));
    }
    if (end > at) {
      tokens.add(new Token(kind, code.substring(at, end)));
    }
    at = end;
    plainFrom = end;
  }

  private int comment() {
    for (String mark : language.lineComments()) {
      boolean word = mark.equals("#") && at > 0 && !Character.isWhitespace(code.charAt(at - 1));
      if (code.startsWith(mark, at) && !word) {
        int end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
      }
    }
    if (!language.blockOpen().isEmpty() && code.startsWith(language.blockOpen(), at)) {
      int end = code.indexOf(language.blockClose(), at + language.blockOpen().length());
      return end < 0 ? code.length() : end + language.blockClose().length();
    }
    return -1;
  }

  private int string() {
    for (String quote : language.strings()) {
      if (!code.startsWith(quote, at)) {
        continue;
      }
      boolean manyLines = quote.length() > 1 || quote.equals("`");
      for (int i = at + quote.length(); i < code.length(); i++) {
        if (code.charAt(i) == '\\') {
          i++;
        } else if (code.startsWith(quote, i)) {
          return i + quote.length();
        } else if (code.charAt(i) == '\n' && !manyLines) {
          // An apostrophe in prose or a generic lifetime: no string.
          return -1;
        }
      }
      return manyLines ? code.length() : -1;
    }
    return -1;
  }

  private int tagName() {
    int end = at + 1;
    if (end < code.length() && code.charAt(end) == '/') {
      end++;
    }
    int nameFrom = end;
    while (end < code.length()
        && (Character.isLetterOrDigit(code.charAt(end)) || "-_.:".indexOf(code.charAt(end)) >= 0)) {
      end++;
    }
    return end == nameFrom ? -1 : end;
  }

  private boolean keyFollows(int from) {
    int i = from;
    while (i < code.length() && code.charAt(i) == ' ') {
      i++;
    }
    return i < code.length() && code.charAt(i) == ':';
  }

  private void word() {
    int end = at;
    while (end < code.length() && wordPart(code.charAt(end))) {
      end++;
    }
    String word = code.substring(at, end);
    char before = at == 0 ? ' ' : code.charAt(at - 1);
    if (language.keys() && before != '"' && keyFollows(end)) {
      emit(Kind.KEYWORD, end);
    } else if (language.keywords().contains(word) && before != '.' && before != '-') {
      emit(Kind.KEYWORD, end);
    } else if (word.charAt(0) == '$'
        || isTypeName(word) && !language.keywords().isEmpty() && !language.keys()) {
      emit(Kind.TYPE, end);
    } else {
      at = end;
    }
  }

  private boolean wordPart(char c) {
    return Character.isJavaIdentifierPart(c) || language.keys() && c == '-';
  }

  /** UpperCamelCase: a type in most languages. */
  static boolean isTypeName(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && word.chars().anyMatch(Character::isLowerCase)
        && word.indexOf('_') < 0;
  }
}
