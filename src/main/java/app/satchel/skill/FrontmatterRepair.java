package app.satchel.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a frontmatter readable that a strict YAML reader refuses, entry by entry: an entry that can
 * be read alone stays as it is, one that cannot gets the smallest change that helps. What real
 * files need (41,125 measured, 2026-11): an unquoted {@code ": "} in four of five cases, then
 * values that start with {@code @ * & %} or a backtick, text after a closing bracket or quote, and
 * text on the line of a block indicator.
 */
final class FrontmatterRepair {
  /** A line that opens a top-level entry. The blank after the colon may be missing. */
  static final Pattern ENTRY = Pattern.compile("^([A-Za-z_][\\w.-]*)[ \\t]*:([ \\t\\r\\n]|$)");

  /** The same for known keys, with no blank after the colon or with the wide colon of CJK. */
  private static final Pattern KNOWN_WITHOUT_BLANK =
      Pattern.compile(
          "^(name|description|license|compatibility|allowed-tools|version|author)"
              + "(?::(?=[^\\s:/])|[ \\t]*\uFF1A[ \\t]*)");

  private static final Pattern NESTED =
      Pattern.compile("^([ \\t]+(?:- )?)([\\w.@/-]+):[ \\t]+(\\S.*?)[ \\t\\r]*$");

  /** A known key that was indented by mistake, below an entry that has its value already. */
  private static final Pattern INDENTED_KEY =
      Pattern.compile(
          "(?m)^([ ]+)(?:name|description|license|compatibility|allowed-tools|metadata):(?: |$)");

  private static final Pattern ITEM = Pattern.compile("^([ \\t]*-[ \\t]+)(\\S.*?)[ \\t\\r]*$");

  private static final Pattern INDENTED =
      Pattern.compile("(?m)^([ ]+)[A-Za-z_][\\w.-]*:(?:[ \\r\\n]|$)");

  /** Tabs between a key or an item's hyphen and its value. */
  private static final Pattern BLANK_TABS =
      Pattern.compile("^((?:- +)*(?:[\\w.@/-]+:|-))[ \\t]*\\t[ \\t]*");

  private static final Pattern COMMENT_TABS = Pattern.compile("[ \\t]*\\t[ \\t]*(?=#)");

  private static final Pattern BLOCK_WITH_TEXT =
      Pattern.compile("^[|>][+-]?[0-9]?[ \\t]+(?!#)(\\S.*)$", Pattern.DOTALL);

  private final String block;
  private final int offset;
  private final List<TextEdit> edits = new ArrayList<>();

  private FrontmatterRepair(String block, int offset) {
    this.block = block;
    this.offset = offset;
  }

  /** The edits that make {@code block} readable; their offsets are moved by {@code offset}. */
  static List<TextEdit> repairs(String block, int offset) {
    FrontmatterRepair repair = new FrontmatterRepair(block, offset);
    repair.run();
    return repair.edits;
  }

  private void run() {
    int start = 0;
    while (start < block.length()) {
      int end = nextEntry(lineAfter(start));
      repairChunk(start, end);
      start = end;
    }
  }

  /** The start of the next line at or after {@code at} that opens an entry. */
  private int nextEntry(int at) {
    while (at < block.length() && !opensEntry(at)) {
      at = lineAfter(at);
    }
    return at;
  }

  private boolean opensEntry(int at) {
    String line = block.substring(at, lineAfter(at));
    return ENTRY.matcher(line).lookingAt() || KNOWN_WITHOUT_BLANK.matcher(line).lookingAt();
  }

  private int lineAfter(int at) {
    int end = block.indexOf('\n', at);
    return end < 0 ? block.length() : end + 1;
  }

  private void repairChunk(int start, int end) {
    String chunk = block.substring(start, end);
    Matcher entry = ENTRY.matcher(chunk);
    Matcher tight = KNOWN_WITHOUT_BLANK.matcher(chunk);
    boolean blankMissing = tight.lookingAt() && !entry.lookingAt();
    // Indented entries are readable alone, and not with those at the margin that follow.
    boolean indented = !entry.lookingAt() && end < block.length() && INDENTED.matcher(chunk).find();
    if (!blankMissing && !indented && readable(chunk)) {
      return;
    }
    if (blankMissing) {
      String key = tight.group(1);
      String spaced = key + ": " + chunk.substring(tight.end());
      if (readable(spaced)) {
        replace(start, end, spaced, "space-after-colon");
      } else {
        oneLine(start, end, key, spaced, key.length() + 1, "space-after-colon");
      }
    } else if (!indented && readable(untabbed(chunk))) {
      replace(start, end, untabbed(chunk), "tabs-as-blanks");
    } else if (!dedented(chunk).equals(chunk) && readable(dedented(chunk))) {
      replace(start, end, dedented(chunk), "dedent-entry");
    } else if (!entry.lookingAt()) {
      // Text before the first entry: nothing to keep a value for, kept as a comment.
      replace(start, end, commented(chunk), "text-before-entries");
    } else {
      String nested = nestedQuoted(untabbed(chunk));
      if (nested != null) {
        replace(start, end, nested, "quote-value");
      } else {
        oneLine(start, end, entry.group(1), chunk, chunk.indexOf(':') + 1, "quote-value");
      }
    }
  }

  private void replace(int start, int end, String replacement, String reason) {
    String original = block.substring(start, end);
    int prefix = 0;
    int shorter = Math.min(original.length(), replacement.length());
    while (prefix < shorter && original.charAt(prefix) == replacement.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < shorter - prefix
        && original.charAt(original.length() - 1 - suffix)
            == replacement.charAt(replacement.length() - 1 - suffix)) {
      suffix++;
    }
    edits.add(
        new TextEdit(
            offset + start + prefix,
            offset + end - suffix,
            replacement.substring(prefix, replacement.length() - suffix),
            reason));
  }

  /** Blanks for the tabs that carry no meaning: before a line, behind it, after a colon. */
  private static String untabbed(String chunk) {
    if (chunk.indexOf('\t') < 0) {
      return chunk;
    }
    StringBuilder result = new StringBuilder();
    for (String line : chunk.split("(?<=\n)")) {
      int text = 0;
      while (text < line.length() && (line.charAt(text) == '\t' || line.charAt(text) == ' ')) {
        result.append(line.charAt(text) == '\t' ? "  " : " ");
        text++;
      }
      String ending = line.endsWith("\n") ? "\n" : "";
      String content = line.substring(text).stripTrailing();
      content = BLANK_TABS.matcher(content).replaceFirst("$1 ");
      result.append(COMMENT_TABS.matcher(content).replaceFirst(" ")).append(ending);
    }
    return result.toString();
  }

  /**
   * Entries at the left margin that were indented by mistake: all before the first that is not, or
   * known keys below an entry that has its value already.
   */
  private static String dedented(String chunk) {
    boolean entry = ENTRY.matcher(chunk).lookingAt();
    Matcher key = (entry ? INDENTED_KEY : INDENTED).matcher(chunk);
    if (!key.find(entry ? chunk.indexOf('\n') + 1 : 0)) {
      return chunk;
    }
    String indent = key.group(1);
    StringBuilder result = new StringBuilder(chunk.substring(0, key.start()));
    for (String line : chunk.substring(key.start()).split("(?<=\n)")) {
      result.append(line.startsWith(indent) ? line.substring(indent.length()) : line);
    }
    return result.toString();
  }

  private static boolean readable(String chunk) {
    return FrontmatterYaml.parse(chunk, 0, 1) instanceof FrontmatterYaml.Parsed;
  }

  private static String commented(String chunk) {
    StringBuilder result = new StringBuilder();
    for (String line : chunk.split("(?<=\n)")) {
      String end = line.endsWith("\n") ? "\n" : "";
      result.append(line.isBlank() ? end : "# " + printable(line).stripTrailing() + end);
    }
    return result.toString();
  }

  /** Quotes the single values inside a nested entry; null when that does not help. */
  private static String nestedQuoted(String chunk) {
    StringBuilder result = new StringBuilder();
    boolean first = true;
    for (String line : chunk.split("(?<=\n)")) {
      String ending = line.endsWith("\n") ? "\n" : "";
      String content = line.substring(0, line.length() - ending.length());
      result.append(first ? content : quotedNested(content)).append(ending);
      first = false;
    }
    String candidate = result.toString();
    return !candidate.equals(chunk) && readable(candidate) ? candidate : null;
  }

  private static String quotedNested(String line) {
    Matcher nested = NESTED.matcher(line);
    if (nested.matches()) {
      String value = nested.group(3);
      return readable("k: " + value)
          ? line
          : nested.group(1) + nested.group(2) + ": " + quote(unquoted(value));
    }
    Matcher item = ITEM.matcher(line);
    if (item.matches() && !readable("k:\n" + line.stripTrailing())) {
      return item.group(1) + quote(unquoted(item.group(2)));
    }
    return line;
  }

  /**
   * The entry with its whole value as one quoted line. Comments at the margin stay comments. Where
   * other lines at the margin are taken for the value, that is a guess, and has its own reason.
   */
  private void oneLine(
      int start, int end, String key, String chunk, int valueStart, String reason) {
    String rest = chunk.substring(valueStart).strip();
    boolean quoted = rest.startsWith("\"") || rest.startsWith("'");
    Matcher header = BLOCK_WITH_TEXT.matcher(rest);
    if (header.matches()) {
      rest = header.group(1);
    }
    StringBuilder value = new StringBuilder();
    StringBuilder comments = new StringBuilder();
    boolean guessed = false;
    for (String line : rest.split("\\R")) {
      if (line.startsWith("#") && !value.isEmpty() && !quoted) {
        comments.append('\n').append(printable(line).stripTrailing());
      } else if (!line.isBlank()) {
        guessed |= !value.isEmpty() && !quoted && !Character.isWhitespace(line.charAt(0));
        value.append(value.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    String tail = chunk.substring(chunk.stripTrailing().length()).replace("\t", "");
    replace(
        start,
        end,
        key + ": " + quote(printable(unquoted(value.toString()))) + comments + tail,
        guessed ? Frontmatter.JOINED_LINES : reason);
  }

  /** Drops a pair of quotes around the whole value, or a quote that is never closed. */
  private static String unquoted(String value) {
    if (value.length() >= 2) {
      char first = value.charAt(0);
      char last = value.charAt(value.length() - 1);
      if ((first == '"' || first == '\'') && first == last) {
        String inner = value.substring(1, value.length() - 1);
        String plain = first == '"' ? inner.replace("\\\"", "") : inner.replace("''", "");
        // 'a' and 'b' is no quoted value.
        if (plain.indexOf(first) < 0) {
          return first == '"' ? inner.replace("\\\"", "\"") : inner.replace("''", "'");
        }
      }
    }
    return value;
  }

  /** Without the characters YAML does not allow at all. */
  private static String printable(String value) {
    StringBuilder result = new StringBuilder(value.length());
    value
        .codePoints()
        // In YAML 1.1 these end a line.
        .map(c -> c == 0x85 || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .filter(c -> c == '\t' || c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0))
        .filter(c -> !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  /** As a YAML single-quoted scalar on one line: no escapes, which claude.ai refuses. */
  static String quote(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
