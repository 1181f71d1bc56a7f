package app.satchel.check.requirement;

import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the sections of a skill's text that say what is needed, by their headings, and cuts them
 * into passages: an item of a list, a row's first cell, a paragraph's line, an install command of a
 * code block. Linear, and bounded in what it takes.
 */
final class TextSections {
  /** Characters of passages taken in all; real sections have some hundreds. */
  private static final int MOST_TEXT = 20_000;

  private static final int LONGEST_LINE = 500;
  private static final int MOST_PASSAGES = 200;
  private static final int LONGEST_HEADING = 120;

  private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})[ \\t]+(.*?)[ \\t]*#*$");

  /** A line of its own in bold that serves as a heading: {@code **Prerequisites:**}. */
  private static final Pattern BOLD =
      Pattern.compile("^ {0,3}(?:\\*\\*|__)([^*_]{3,60})(?:\\*\\*|__):?$");

  private static final Pattern FENCE = Pattern.compile("^[ \\t]{0,12}(`{3,}|~{3,})(.*)$");
  private static final Pattern ITEM =
      Pattern.compile("^[ \\t]*(?:[-*+]|\\d{1,3}[.)])[ \\t]+(?:\\[[ xX]\\][ \\t]+)?");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\[\\]]{0,200})\\]\\([^()\\s]{0,400}\\)");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|__|</?[a-zA-Z][^<>]{0,80}>");
  private static final Set<String> SHELLS =
      Set.of("", "bash", "sh", "shell", "zsh", "console", "powershell", "terminal");

  /** A heading's level below every real one: a bold line ends at the next heading of any sort. */
  private static final int BOLD_LEVEL = 7;

  /**
   * A piece of such a section.
   *
   * @param heading as written, without marks
   * @param line its own 1-based line in SKILL.md
   * @param text without Markdown's marks
   * @param optional whether the heading says that it is not needed by all
   */
  record Passage(String heading, int line, String text, boolean optional) {}

  private final Vocabulary vocabulary;
  private final List<Passage> passages = new ArrayList<>();
  private int taken;

  /** The heading of the section that is being read, or null outside of one. */
  private String heading;

  private int level;
  private boolean optional;
  private boolean optionalPart;

  private TextSections(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The passages of a skill's text, in the order written. */
  static List<Passage> of(SkillMd skill, Vocabulary vocabulary) {
    TextSections sections = new TextSections(vocabulary);
    sections.read(skill.body(), skill.bodyLine());
    return List.copyOf(sections.passages);
  }

  private void read(String body, int firstLine) {
    String fence = null;
    boolean shell = false;
    int line = firstLine;
    for (String text : (Iterable<String>) body.lines()::iterator) {
      Matcher mark = text.length() > LONGEST_LINE ? null : FENCE.matcher(text);
      if (mark != null && mark.matches()) {
        String sign = mark.group(1);
        if (fence == null) {
          fence = sign;
          shell = SHELLS.contains(mark.group(2).strip().toLowerCase(Locale.ROOT));
        } else if (sign.startsWith(fence) && mark.group(2).isBlank()) {
          fence = null;
        }
      } else if (fence == null) {
        prose(text, line);
      } else if (shell && heading != null) {
        command(text.strip(), line);
      }
      line++;
    }
  }

  private void prose(String text, int line) {
    if (text.length() <= LONGEST_HEADING) {
      Matcher hashes = HEADING.matcher(text);
      Matcher bold = BOLD.matcher(text);
      if (hashes.matches()) {
        heading(hashes.group(2), hashes.group(1).length());
        return;
      }
      if (bold.matches()) {
        heading(bold.group(1), BOLD_LEVEL);
        return;
      }
    }
    if (heading == null || text.isBlank()) {
      return;
    }
    if (text.strip().startsWith("|")) {
      row(text.strip(), line);
    } else {
      take(plain(ITEM.matcher(cut(text)).replaceFirst("")), line);
    }
  }

  private void heading(String written, int depth) {
    String title = plain(written);
    String key = key(title);
    boolean within = heading != null && depth > level;
    if (vocabulary.section(key) || vocabulary.optionalSection(key)) {
      heading = title;
      level = depth;
      optional = vocabulary.optionalSection(key);
      optionalPart = false;
    } else if (within) {
      optionalPart = vocabulary.optionalPart(key);
    } else {
      heading = null;
    }
  }

  /** A heading without its number, signs and what stands in brackets, in lower case. */
  private static String key(String title) {
    String words = title.toLowerCase(Locale.ROOT).replaceAll("\\([^()]*\\)", " ");
    return words
        .replaceFirst("^[^\\p{L}]+", "")
        .replaceFirst("[^\\p{L}]+$", "")
        .replace('’', '\'')
        .replaceAll("\\s+", " ");
  }

  /** The first cell of a table's row; the others describe it. */
  private void row(String text, int line) {
    String[] cells = cut(text).split("\\|", 4);
    boolean rule = cells.length > 1 && cells[1].strip().matches("[:\\- ]*");
    if (cells.length > 1 && !rule) {
      take(plain(cells[1]), line);
    }
  }

  /** A line of a shell's code block: only what it installs says something. */
  private void command(String text, int line) {
    String command = text.startsWith("$ ") ? text.substring(2) : text;
    if (!command.startsWith("#") && vocabulary.installs(command)) {
      take(cut(command), line);
    }
  }

  private void take(String text, int line) {
    if (text.isBlank() || passages.size() >= MOST_PASSAGES || taken > MOST_TEXT) {
      return;
    }
    taken += text.length();
    passages.add(new Passage(heading, line, text.strip(), optional || optionalPart));
  }

  private static String plain(String text) {
    String linked = LINK.matcher(text).replaceAll("$1");
    return MARKS.matcher(linked).replaceAll("").strip();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE);
  }
}
