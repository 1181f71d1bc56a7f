package app.satchel.check.upload;

import app.satchel.skill.Frontmatter;
import app.satchel.skill.Frontmatter.Presence;
import app.satchel.skill.SkillMd;

/**
 * Where the frontmatter stands in the text as published; {@link Frontmatter}'s own offsets are
 * those of the text as read.
 *
 * @param openingStart offset of the opening line
 * @param opening the opening line without its line end
 * @param blockStart offset after the opening line
 * @param blockEnd offset of the closing line, or of the body when there is none
 * @param bodyStart offset after the closing line
 * @param block the lines between
 */
record HeadText(
    int openingStart, String opening, int blockStart, int blockEnd, int bodyStart, String block) {

  /** Of a file whose frontmatter is not absent. */
  static HeadText of(SkillMd md) {
    Frontmatter frontmatter = md.frontmatter();
    if (frontmatter.presence() == Presence.ABSENT) {
      throw new IllegalArgumentException("no frontmatter");
    }
    String text = md.text();
    int growth = md.readText().length() - text.length();
    int start = frontmatter.start();
    int end = frontmatter.end() - growth;
    int opening = lineStart(text, start - 1);
    String line = text.substring(opening, start);
    return new HeadText(
        opening,
        line.replaceFirst("\\r?\\n$", ""),
        start,
        end,
        md.bodyStart() - growth,
        text.substring(start, end));
  }

  /** Offset of the first character of the line that holds an offset. */
  static int lineStart(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Offset after the line that holds an offset, line end included. */
  static int lineEnd(String text, int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /** 1-based line of an offset. */
  static int lineAt(String text, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }
}
