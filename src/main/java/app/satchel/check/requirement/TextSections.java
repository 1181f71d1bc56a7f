package app.satchel.check.requirement;

import app.satchel.skill.BodyLine;
import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final Pattern ITEM =
      Pattern.compile("^[ \\t]*(?:[-*+]|\\d{1,3}[.)])[ \\t]+(?:\\[[ xX]\\][ \\t]+)?");
  private static final Set<String> SHELLS =
      Set.of("", "bash", "sh", "shell", "zsh", "console", "powershell", "terminal");

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
  private BodyLine heading;

  private boolean optional;
  private boolean optionalPart;

  private TextSections(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The passages of a skill's text, in the order written. */
  static List<Passage> of(SkillMd skill, Vocabulary vocabulary) {
    TextSections sections = new TextSections(vocabulary);
    for (BodyLine line : BodyLine.of(skill)) {
      if (sections.full()) {
        break;
      }
      sections.read(line);
    }
    return List.copyOf(sections.passages);
  }

  private void read(BodyLine line) {
    switch (line.kind()) {
      case HEADING -> heading(line);
      case CODE -> {
        if (heading != null && SHELLS.contains(line.language())) {
          command(line);
        }
      }
      case TEXT -> {
        if (heading != null && !line.text().isBlank()) {
          prose(line);
        }
      }
    }
  }

  private void heading(BodyLine line) {
    String title = line.title();
    if (vocabulary.section(title) || vocabulary.optionalSection(title)) {
      heading = line;
      optional = vocabulary.optionalSection(title);
      optionalPart = false;
    } else if (heading != null && line.level() > heading.level()) {
      optionalPart = vocabulary.optionalPart(title);
    } else {
      heading = null;
    }
  }

  private void prose(BodyLine line) {
    String text = cut(line.text());
    if (!text.strip().startsWith("|")) {
      take(BodyLine.withoutMarks(ITEM.matcher(text).replaceFirst("")), line);
      return;
    }
    // The first cell of a table's row names something; the others describe it.
    String[] cells = text.strip().split("\\|", 4);
    if (cells.length > 1 && !cells[1].strip().matches("[:\\- ]*")) {
      take(BodyLine.withoutMarks(cells[1]), line);
    }
  }

  /** A line of a shell's code block: only what it installs says something. */
  private void command(BodyLine line) {
    String text = line.text().strip();
    String command = cut(text.startsWith("$ ") ? text.substring(2) : text);
    if (!command.startsWith("#") && vocabulary.installs(command)) {
      take(command, line);
    }
  }

  private void take(String text, BodyLine line) {
    if (text.isBlank() || full()) {
      return;
    }
    taken += text.length();
    passages.add(
        new Passage(heading.text(), line.number(), text.strip(), optional || optionalPart));
  }

  private boolean full() {
    return passages.size() >= MOST_PASSAGES || taken > MOST_TEXT;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE);
  }
}
