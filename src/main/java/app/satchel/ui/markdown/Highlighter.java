package app.satchel.ui.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Colours code lightly: comments, strings, keywords, names of types. {@code languages.json} says
 * which lexer knows a language, or which words it has where none does.
 */
public final class Highlighter {
  private static final int FREE_TOKENS = 200;
  private static final int TOKENS_PER_LINE = 40;

  private final Map<String, Language> languages;

  private Highlighter(Map<String, Language> languages) {
    this.languages = languages;
  }

  /** Kinds of pieces. */
  public enum Kind {
    PLAIN,
    KEYWORD,
    TYPE,
    STRING,
    COMMENT
  }

  /** A piece of code. */
  public record Token(Kind kind, String text) {}

  /**
   * A language's words.
   *
   * @param label its name for a person
   * @param lexer the lexer that knows it, or empty
   * @param keys whether a word before a colon is a key
   * @param tags whether angle brackets enclose tags
   */
  record Language(
      String label,
      String lexer,
      Set<String> keywords,
      List<String> lineComments,
      String blockOpen,
      String blockClose,
      List<String> strings,
      boolean keys,
      boolean tags) {}

  /** Reads the languages. */
  public static Highlighter load() {
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
        node.path("lexer").asText(""),
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
  public String label(String name) {
    Language language = languages.get(name);
    return language == null ? name : language.label();
  }

  /** The language that a file's name says it is in; empty when it says none that is known. */
  public String ofFile(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    // A Dockerfile has its language for a name, with or without something behind a dot.
    String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    if (languages.containsKey(extension)) {
      return extension;
    }
    return languages.containsKey(first) ? first : "";
  }

  /** The code in pieces; together they are the code. */
  public List<Token> tokens(String name, String code) {
    Language language = languages.get(name);
    List<Token> plain = List.of(new Token(Kind.PLAIN, code));
    if (language == null) {
      return plain;
    }
    List<Token> tokens =
        language.lexer().isEmpty()
            ? new WordScan(language, code).run()
            : LibraryLexer.tokens(language.lexer(), code).orElse(plain);
    long lines = 1 + code.chars().filter(c -> c == '\n').count();
    // Each is a node. Lines that are endless are a machine's; colours would not help to read them.
    return tokens.size() <= FREE_TOKENS + TOKENS_PER_LINE * lines ? tokens : plain;
  }
}
