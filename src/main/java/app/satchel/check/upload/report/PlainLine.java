package app.satchel.check.upload.report;

import java.util.regex.Pattern;

/** A stranger's text in one line of a document, bounded, without anything invisible. */
final class PlainLine {
  private static final int MAX = 600;

  /** Control characters, and those that are not seen or that reorder what is. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cntrl}\\p{Cs}\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF"
              + "\\x{E0000}-\\x{E0FFF}]");

  private PlainLine() {}

  static String of(String text) {
    String bounded = text.length() > 4 * MAX ? text.substring(0, 4 * MAX) : text;
    String line = visible(bounded.replaceAll("\\s+", " ")).strip();
    if (line.codePointCount(0, line.length()) <= MAX) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MAX - 1)) + "\u2026";
  }

  /** Without what is not seen; blanks stay. */
  static String visible(String line) {
    return INVISIBLE.matcher(line).replaceAll("");
  }
}
