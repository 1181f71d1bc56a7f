package app.satchel.skill;

import app.satchel.skill.Frontmatter.Presence;
import app.satchel.skill.Frontmatter.YamlError;
import app.satchel.skill.FrontmatterValue.Mapping;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the frontmatter in a text and reads it: strictly first, repaired when that fails. */
final class FrontmatterReader {
  /** Lines before an opening {@code ---} that may be passed over (blank, comment, fence). */
  private static final int MAX_LATE_LINES = 40;

  /** Lines of prose, such as a title, that may stand before it. */
  private static final int MAX_PROSE_LINES = 3;

  private static final Pattern NAME_ENTRY = Pattern.compile("(?m)^name[ \\t]*:");
  private static final Pattern DESCRIPTION_ENTRY = Pattern.compile("(?m)^description[ \\t]*:");

  private static final Pattern LOOKS_LIKE_ENTRY =
      Pattern.compile("(?m)^(name|description)[ \\t]*:");

  private static final Pattern KNOWN_ENTRY =
      Pattern.compile(
          "(?m)^(?:name|description|license|compatibility|allowed-tools|metadata|version|author"
              + "|model|tools|tags|user-invocable|disable-model-invocation|argument-hint)[ \\t]*:");

  /** A heading after a blank line, then a line that is no entry, no comment and no list's item. */
  private static final Pattern HEADING_AND_PROSE =
      Pattern.compile(
          "\\n[ \\t\\r]*\\n#{1,6} [^\\n]*\\n(?:[ \\t\\r]*\\n)*+(?![\\w.-]+[ \\t]*:)[^\\s#]");

  /** Hyphens that are not at the margin, then a heading or a line that is no entry. */
  private static final Pattern SHIFTED_DELIMITER =
      Pattern.compile(
          "\\n[ \\t]+---[ \\t\\r]*\\n(?:[ \\t\\r]*\\n)*+(?:#|(?![\\w.-]+[ \\t]*:)[^\\s#-])");

  private FrontmatterReader() {}

  /**
   * @param text the text that the frontmatter's offsets refer to (repaired where needed)
   * @param bodyStart offset of the body in that text
   */
  record Reading(String text, Frontmatter frontmatter, int bodyStart) {}

  /**
   * The block as delimited, before anybody looked inside.
   *
   * @param start offset after the opening line
   * @param end offset of the closing line, or of the body when unterminated
   * @param bodyStart offset after the closing line
   */
  private record Block(Presence presence, int start, int end, int bodyStart) {}

  static Reading read(String text) {
    return read(text, locate(text));
  }

  private static Reading read(String text, Block block) {
    if (block.presence() == Presence.ABSENT) {
      return new Reading(text, Frontmatter.absent(), 0);
    }
    String inside = text.substring(block.start(), block.end());
    int firstLine = 1 + count(text, block.start());
    FrontmatterYaml.Result strict = FrontmatterYaml.parse(inside, block.start(), firstLine);
    if (strict instanceof FrontmatterYaml.Parsed parsed) {
      return reading(text, block, 0, firstLine, parsed.root(), null, List.of());
    }
    if (block.presence() == Presence.PRESENT && runsIntoTheBody(inside)) {
      Block opened = unterminated(text, block.start());
      if (opened.presence() == Presence.UNTERMINATED) {
        return read(text, opened);
      }
    }
    YamlError error = ((FrontmatterYaml.Failed) strict).error();
    List<TextEdit> repairs = FrontmatterRepair.repairs(inside, block.start());
    String repairedText = TextEdit.apply(text, repairs);
    int growth = repairedText.length() - text.length();
    String repairedInside = repairedText.substring(block.start(), block.end() + growth);
    Mapping root =
        FrontmatterYaml.parse(
                    repairedInside,
                    block.start(),
                    firstLine,
                    (place, line) -> 1 + count(text, TextEdit.placeBefore(place, repairs)))
                instanceof FrontmatterYaml.Parsed parsed
            ? parsed.root()
            : new Mapping(List.of(), false);
    return reading(repairedText, block, growth, firstLine, root, error, repairs);
  }

  /**
   * Whether an unreadable block goes on into the body up to some horizontal rule, because its own
   * end was forgotten or is not at the margin: after that, or after a blank line, stand a heading
   * or prose at the margin, and no known key follows.
   */
  private static boolean runsIntoTheBody(String inside) {
    Matcher heading = HEADING_AND_PROSE.matcher(inside);
    Matcher shifted = SHIFTED_DELIMITER.matcher(inside);
    if (shifted.find()
        && !KNOWN_ENTRY.matcher(inside).region(shifted.end(), inside.length()).find()) {
      return true;
    }
    return heading.find()
        && !KNOWN_ENTRY.matcher(inside).region(heading.end(), inside.length()).find();
  }

  private static Reading reading(
      String text,
      Block block,
      int growth,
      int firstLine,
      Mapping root,
      YamlError error,
      List<TextEdit> repairs) {
    Frontmatter frontmatter =
        new Frontmatter(
            block.presence(), block.start(), block.end() + growth, firstLine, root, error, repairs);
    return new Reading(text, frontmatter, block.bodyStart() + growth);
  }

  /** Line breaks before an offset. */
  static int count(String text, int offset) {
    int lines = 0;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        lines++;
      }
    }
    return lines;
  }

  private static Block locate(String text) {
    int at = 0;
    int prose = 0;
    boolean late = false;
    boolean inComment = false;
    boolean inFence = false;
    for (int line = 0; line < MAX_LATE_LINES && at < text.length(); line++) {
      int end = lineEnd(text, at);
      String content = text.substring(at, end).strip();
      if (!inComment && isDelimiter(text, at, end)) {
        Block block = close(text, after(text, end), late);
        return prose == 0 || !inFence && namesAndDescribes(text, block) ? block : absent();
      }
      if (inComment) {
        inComment = !content.endsWith("-->");
      } else if (content.startsWith("<!--")) {
        inComment = !content.endsWith("-->");
      } else if (content.startsWith("```")) {
        inFence = !inFence;
      } else if (!content.isEmpty() && ++prose > MAX_PROSE_LINES) {
        return absent();
      }
      late = true;
      at = after(text, end);
    }
    return absent();
  }

  /** What stands after prose is a frontmatter only if nobody could take it for anything else. */
  private static boolean namesAndDescribes(String text, Block block) {
    String inside = text.substring(block.start(), block.end());
    return block.presence() == Presence.LATE
        && NAME_ENTRY.matcher(inside).find()
        && DESCRIPTION_ENTRY.matcher(inside).find()
        && FrontmatterYaml.parse(inside, 0, 1) instanceof FrontmatterYaml.Parsed;
  }

  private static Block absent() {
    return new Block(Presence.ABSENT, 0, 0, 0);
  }

  private static Block close(String text, int start, boolean late) {
    int at = start;
    while (at < text.length()) {
      int end = lineEnd(text, at);
      if (isDelimiter(text, at, end)) {
        // A horizontal rule at the head of a plain text is no frontmatter.
        String inside = text.substring(start, at);
        if (late && !LOOKS_LIKE_ENTRY.matcher(inside).find()) {
          return absent();
        }
        return new Block(late ? Presence.LATE : Presence.PRESENT, start, at, after(text, end));
      }
      at = after(text, end);
    }
    return unterminated(text, start);
  }

  /**
   * Takes entries and their continuation lines up to the first line that can be neither. After
   * blank lines and comments only a known key goes on: the body has those too.
   */
  private static Block unterminated(String text, int start) {
    int at = start;
    int lastEntryEnd = start;
    boolean any = false;
    boolean passing = false;
    while (at < text.length()) {
      int end = lineEnd(text, at);
      String line = text.substring(at, end);
      String from = any ? line : line.stripLeading();
      boolean entry =
          passing
              ? KNOWN_ENTRY.matcher(line).lookingAt()
              : FrontmatterRepair.ENTRY.matcher(from).lookingAt();
      boolean continuation =
          any && !passing && !line.isBlank() && Character.isWhitespace(line.charAt(0));
      boolean between = any && (line.isBlank() || line.startsWith("#"));
      if (!entry && !continuation && !between || line.strip().equals("---")) {
        break;
      }
      any |= entry;
      passing = between;
      at = after(text, end);
      lastEntryEnd = between ? lastEntryEnd : at;
    }
    if (!any || !LOOKS_LIKE_ENTRY.matcher(text.substring(start, lastEntryEnd)).find()) {
      return absent();
    }
    return new Block(Presence.UNTERMINATED, start, lastEntryEnd, lastEntryEnd);
  }

  /** Three hyphens and optional blanks, at the line's very start. */
  private static boolean isDelimiter(String text, int at, int end) {
    return text.startsWith("---", at) && text.substring(at + 3, end).isBlank();
  }

  private static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private static int after(String text, int lineEnd) {
    return Math.min(text.length(), lineEnd + 1);
  }
}
