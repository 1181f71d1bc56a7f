package app.satchel.check.upload;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes values as YAML that every known reader takes for the same string: plain when nothing in it
 * can be misread, else single-quoted on one line, a literal block when it has lines, and
 * double-quoted only when nothing else can hold it. Never a code in place of a letter, never a line
 * that ends in a backslash: claude.ai refuses both (2026-09-10).
 */
final class YamlText {
  /** Starts with a letter and holds nothing YAML gives a meaning to. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z](?:[A-Za-z0-9 ,._/()+-]*[A-Za-z0-9._/()+])?");

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");

  /** What some YAML reader takes for something else than a string. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  private YamlText() {}

  /** A key. */
  static String key(String key) {
    String literal = Escapes.spelledOut(printable(key).replace('\n', ' '));
    boolean plain = PLAIN_KEY.matcher(literal).matches() && !isWord(literal);
    return plain ? literal : quoted(literal);
  }

  /** A value on one line, and only there; line breaks become blanks. */
  static String oneLine(String value) {
    String line =
        Escapes.spelledOut(printable(value)).strip().replaceAll("[ \\t]*\\n[ \\t\\n]*", " ");
    return PLAIN.matcher(line).matches() && !isWord(line) ? line : quoted(line);
  }

  /**
   * A value with its line breaks.
   *
   * @param indent the blanks before the lines of a block
   * @return what follows {@code key: }, without a final line break
   */
  static String value(String value, String indent) {
    String text = Escapes.spelledOut(printable(value));
    if (text.indexOf('\n') < 0) {
      return PLAIN.matcher(text).matches() && !isWord(text) ? text : quoted(text);
    }
    return fitsBlock(text) ? block(text, indent) : doubleQuoted(text);
  }

  private static boolean fitsBlock(String text) {
    boolean ends = text.endsWith("\n\n") || text.isBlank();
    boolean starts = Character.isWhitespace(text.charAt(0));
    return !ends && !starts && text.lines().noneMatch(Escapes::endsInBackslash);
  }

  private static String block(String text, String indent) {
    StringBuilder block = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
    text.lines().forEach(line -> block.append('\n').append(line.isEmpty() ? "" : indent + line));
    return block.toString();
  }

  /** YAML's only quoting without escapes. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String doubleQuoted(String value) {
    return "\""
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
        + "\"";
  }

  /** Without the characters that YAML does not allow, line ends as LF. */
  static String printable(String value) {
    StringBuilder result = new StringBuilder(value.length());
    value
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\u0085\\u2028\\u2029]", "\n")
        .codePoints()
        .filter(YamlText::isPrintable)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  /** The same on one line: what YAML takes for a line end becomes a blank. */
  static String printableLine(String line) {
    return printable(line).replace('\n', ' ');
  }

  private static boolean isPrintable(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c < 0x7F
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF
        || c >= 0x10000;
  }

  private static boolean isWord(String text) {
    return WORDS.contains(text.toLowerCase(Locale.ROOT));
  }
}
