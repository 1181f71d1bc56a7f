package app.satchel.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a SKILL.md's text, as far as somebody needs to know who looks for sections in it: a
 * heading, a line of a code block, or anything else. Found line by line in linear time; the blocks
 * on the screen are another matter.
 *
 * @param number its 1-based line in SKILL.md
 * @param kind what it is
 * @param text as written; of a heading its title without Markdown's marks
 * @param level of a heading 1 to 6, or {@link #BOLD} for a line in bold that serves as one; else 0
 * @param language of a line of code, in lower case and possibly empty; else empty
 */
public record BodyLine(int number, Kind kind, String text, int level, String language) {
  /** The level of a line of its own in bold: below every real heading. */
  public static final int BOLD = 7;

  /** Lines that are looked at; the longest real text has about 6,000. */
  private static final int MOST_LINES = 50_000;

  private static final int LONGEST_HEADING = 120;
  private static final int LONGEST_FENCE = 200;

  private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})[ \\t]+(.*?)[ \\t]*#*$");
  private static final Pattern BOLD_LINE =
      Pattern.compile("^ {0,3}(?:\\*\\*|__)([^*_]{3,60})(?:\\*\\*|__):?[ \\t]*$");
  private static final Pattern FENCE = Pattern.compile("^[ \\t]{0,12}(`{3,}|~{3,})(.*)$");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\[\\]]{0,200})\\]\\([^()\\s]{0,400}\\)");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|__|</?[a-zA-Z][^<>]{0,80}>");

  /** What a line is. */
  public enum Kind {
    HEADING,
    CODE,
    TEXT
  }

  /**
   * The lines of a skill's text, as far as they are looked at. The fences of code blocks are left
   * out.
   */
  public static List<BodyLine> of(SkillMd skill) {
    List<BodyLine> lines = new ArrayList<>();
    String fence = null;
    String language = "";
    int number = skill.bodyLine();
    int last = number + MOST_LINES;
    for (String text : (Iterable<String>) skill.body().lines()::iterator) {
      if (number >= last) {
        break;
      }
      Matcher mark = mayFence(text) ? FENCE.matcher(text) : null;
      if (mark != null && mark.matches()) {
        String sign = mark.group(1);
        if (fence == null) {
          fence = sign;
          language = mark.group(2).strip().toLowerCase(Locale.ROOT);
        } else if (sign.startsWith(fence) && mark.group(2).isBlank()) {
          fence = null;
        }
      } else if (fence != null) {
        lines.add(new BodyLine(number, Kind.CODE, text, 0, language));
      } else {
        lines.add(prose(number, text));
      }
      number++;
    }
    return lines;
  }

  /** Nearly every line shows by its first sign that it is nothing special. */
  private static char firstSign(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private static boolean mayFence(String text) {
    char first = text.length() > LONGEST_FENCE ? ' ' : firstSign(text);
    return first == '`' || first == '~';
  }

  private static BodyLine prose(int number, String text) {
    char first = text.length() > LONGEST_HEADING ? ' ' : firstSign(text);
    if (first == '#') {
      Matcher hashes = HEADING.matcher(text);
      if (hashes.matches()) {
        int level = hashes.group(1).length();
        return new BodyLine(number, Kind.HEADING, withoutMarks(hashes.group(2)), level, "");
      }
    } else if (first == '*' || first == '_') {
      Matcher bold = BOLD_LINE.matcher(text);
      if (bold.matches()) {
        return new BodyLine(number, Kind.HEADING, withoutMarks(bold.group(1)), BOLD, "");
      }
    }
    return new BodyLine(number, Kind.TEXT, text, 0, "");
  }

  /** Links as their text, and nothing in bold. Code keeps its signs. */
  public static String withoutMarks(String text) {
    return MARKS.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("").strip();
  }

  /**
   * A heading as it is compared: in lower case, without its number, its signs and what stands in
   * brackets.
   */
  public String title() {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\\([^()]*\\)", " ")
        .replaceFirst("^[^\\p{L}]+", "")
        .replaceFirst("[^\\p{L}]+$", "")
        .replace('’', '\'')
        .replaceAll("\\s+", " ");
  }
}
