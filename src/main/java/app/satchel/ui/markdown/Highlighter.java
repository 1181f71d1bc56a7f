package app.satchel.ui.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Colours code lightly: comments, strings, keywords, names of types. One pass over the text with
 * the words of the language from {@code languages.json}; not a parser, and never wrong in a way
 * that hides a character.
 */
final class Highlighter {
  private static final int FREE_TOKENS = 200;
  private static final int TOKENS_PER_LINE = 40;

  private final Map<String, Language> languages;

  private Highlighter(Map<String, Language> languages) {
    this.languages = languages;
  }

  /** Kinds of pieces. */
  enum Kind {
    PLAIN,
    KEYWORD,
    TYPE,
    STRING,
    COMMENT
  }

  /** A piece of code. */
  record Token(Kind kind, String text) {}

  /**
   * A language's words.
   *
   * @param label its name for a person
   * @param keys whether a word before a colon is a key
   * @param tags whether angle brackets enclose tags
   */
  private record Language(
      String label,
      Set<String> keywords,
      List<String> lineComments,
      String blockOpen,
      String blockClose,
      List<String> strings,
      boolean keys,
      boolean tags) {}

  /** Reads the languages. */
  static Highlighter load() {
    try (InputStream in = Highlighter.class.getResourceAsStream("languages.json")) {
      Map<String, Language> languages = new HashMap<>();
      for (JsonNode node : new ObjectMapper().readTree(in).get("languages")) {
        Language language = language(node);
        words(node, "names").forEach(name -> languages.put(name, language));
      }
      return new Highlighter(Map.copyOf(languages));
    } catch (IOException e) {
      throw new UncheckedIOException("languages.json cannot be read", e);
    }
  }

  private static Language language(JsonNode node) {
    List<String> block = words(node, "block");
    return new Language(
        node.get("label").asText(),
        Set.copyOf(words(node, "keywords")),
        words(node, "comments"),
        block.isEmpty() ? "" : block.get(0),
        block.isEmpty() ? "" : block.get(1),
        words(node, "strings"),
        node.path("keys").asBoolean(),
        node.path("tags").asBoolean());
  }

  private static List<String> words(JsonNode node, String field) {
    String words = node.path(field).asText("");
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }

  /** What to call a language; the word itself when it is not known. */
  String label(String name) {
    Language language = languages.get(name);
    return language == null ? name : language.label();
  }

  /** The code in pieces; together they are the code. */
  List<Token> tokens(String name, String code) {
    Language language = languages.get(name);
    List<Token> plain = List.of(new Token(Kind.PLAIN, code));
    if (language == null) {
      return plain;
    }
    List<Token> tokens = new Scan(language, code).run();
    long lines = 1 + code.chars().filter(c -> c == '\n').count();
    // Each is a node. Lines that are endless are a machine's; colours would not help to read them.
    return tokens.size() <= FREE_TOKENS + TOKENS_PER_LINE * lines ? tokens : plain;
  }

  private static final class Scan {
    private final Language language;
    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private int plainFrom;
    private int at;

    Scan(Language language, String code) {
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
          && (Character.isLetterOrDigit(code.charAt(end))
              || "-_.:".indexOf(code.charAt(end)) >= 0)) {
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
    private static boolean isTypeName(String word) {
      return word.length() > 1
          && Character.isUpperCase(word.charAt(0))
          && word.chars().anyMatch(Character::isLowerCase)
          && word.indexOf('_') < 0;
    }
  }
}
