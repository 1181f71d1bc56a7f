package app.satchel.check.upload.report;

/**
 * A stranger's text inside Markdown of ours. It can be neither markup nor HTML, and where it is
 * shown nobody is notified and nothing is linked: issue trackers look for names, numbers and
 * addresses after the markup is gone, so those are broken up by a sign that is not seen.
 */
final class MarkdownText {
  private static final String BREAK = "\u200B";
  private static final String MARKUP = "\\`*_[]<>|~&$^{}()!";
  private static final int MOST_LINES = 12;
  private static final int LONGEST_LINE = 200;

  private MarkdownText() {}

  /** In a line of prose. */
  static String inline(String text) {
    String plain = PlainLine.of(text);
    StringBuilder escaped = new StringBuilder(plain.length() + 16);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (MARKUP.indexOf(c) >= 0) {
        escaped.append('\\').append(c);
      } else if (c == '@') {
        escaped.append(c).append(BREAK);
      } else if (c == '#') {
        escaped.append('\\').append(c).append(BREAK);
      } else if (c == ':' && plain.startsWith("//", i + 1)) {
        escaped.append(c).append(BREAK);
      } else if (plain.regionMatches(true, i, "www.", 0, 4)
          || plain.regionMatches(true, i, "gh-", 0, 3)) {
        escaped.append(c).append(BREAK);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** In a line of code, where nothing is markup but a longer row of backticks. */
  static String code(String text) {
    String plain = PlainLine.of(text);
    String fence = "`".repeat(longestRow(plain) + 1);
    String pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
    return plain.isEmpty() ? "" : fence + pad + plain + pad + fence;
  }

  /** What stood there and what stands there instead, as a block. */
  static String diff(String before, String after, String indent) {
    StringBuilder lines = new StringBuilder();
    lines(lines, before, '-', indent);
    lines(lines, after, '+', indent);
    if (lines.isEmpty()) {
      return "";
    }
    String fence = "`".repeat(Math.max(3, longestRow(lines.toString()) + 1));
    return indent + fence + "diff\n" + lines + indent + fence + "\n";
  }

  private static void lines(StringBuilder block, String text, char sign, String indent) {
    if (text.isEmpty()) {
      return;
    }
    int shown = 0;
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (from == text.length() && shown > 0) {
        return;
      }
      if (shown++ == MOST_LINES) {
        block.append(indent).append(sign).append(" \u2026\n");
        return;
      }
      String line = text.substring(from, Math.min(end, from + LONGEST_LINE));
      block.append(indent).append(sign).append(' ').append(PlainLine.visible(line));
      block.append(end - from > LONGEST_LINE ? "\u2026\n" : "\n");
      from = end + 1;
    }
  }

  private static int longestRow(String text) {
    int longest = 0;
    int row = 0;
    for (int i = 0; i < text.length(); i++) {
      row = text.charAt(i) == '`' ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    return longest;
  }
}
