package app.satchel.check.upload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Codes in place of letters, which claude.ai refuses anywhere in a frontmatter, whatever kind of
 * YAML value they stand in (first seen 2026-09-10).
 */
final class Escapes {
  /** {@code backslash-x} and two hex digits, {@code backslash-u} and four, {@code -U} and eight. */
  static final Pattern PATTERN =
      Pattern.compile("\\\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})");

  private Escapes() {}

  /** Whether a text holds a code or a line that ends in a backslash. */
  static boolean in(String text) {
    return text.indexOf('\\') >= 0
        && (PATTERN.matcher(text).find() || text.lines().anyMatch(Escapes::endsInBackslash));
  }

  /** Whether a line ends in a backslash, its line end not counted. */
  static boolean endsInBackslash(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\r' || line.charAt(end - 1) == '\n')) {
      end--;
    }
    return end > 0 && line.charAt(end - 1) == '\\';
  }

  /**
   * A text that means codes (a regular expression, say) and must not show them: {@code 0x1b} for
   * {@code backslash-x1b}, {@code U+2014} for {@code backslash-u2014}.
   */
  static String spelledOut(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    Matcher matcher = PATTERN.matcher(value);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String code = matcher.group();
      String digits = code.substring(2);
      matcher.appendReplacement(result, (code.charAt(1) == 'x' ? "0x" : "U+") + digits);
    }
    return matcher.appendTail(result).toString();
  }
}
