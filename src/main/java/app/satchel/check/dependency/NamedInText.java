package app.satchel.check.dependency;

import app.satchel.skill.BodyLine;
import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A skill that the text names in a list of prerequisites or related skills ("See also"), mostly
 * with a reason: <code>- `python-async-ops` - Async database sessions</code>.
 *
 * @param name as written
 * @param heading the section's heading
 * @param line its 1-based line in SKILL.md
 * @param reason what is said about it, or null
 */
record NamedInText(String name, String heading, int line, String reason) {
  /** More than any real text lists. */
  private static final int MOST = 100;

  private static final int LONGEST_LINE = 400;
  private static final int LONGEST_REASON = 160;

  /** A list's item that begins with a name: in code, in bold, as a link, or a bare slug. */
  private static final Pattern ITEM =
      Pattern.compile(
          "^[ \\t]*(?:[-*+]|\\d{1,3}[.)])[ \\t]+"
              + "(?:`([^`]{2,100})`|\\*\\*`?([^*`]{2,100})`?\\*\\*:?|\\[`?([^\\]`]{2,100})`?\\]\\([^()\\s]{1,300}\\)|([a-z0-9]+(?:-[a-z0-9]+)+))(?:["
              + " \\t]*(?:[-–—:(]+)[ \\t]*(.*))?$");

  private static final DependencyRules RULES = DependencyRules.CURRENT;

  /** All of a skill's text, in the order written. */
  static List<NamedInText> in(SkillMd md) {
    List<NamedInText> found = new ArrayList<>();
    BodyLine section = null;
    for (BodyLine line : BodyLine.of(md)) {
      if (line.kind() == BodyLine.Kind.HEADING) {
        section = section(section, line);
      } else if (line.kind() == BodyLine.Kind.TEXT && section != null && found.size() < MOST) {
        NamedInText named = named(line, section);
        if (named != null) {
          found.add(named);
        }
      }
    }
    return found;
  }

  /**
   * A heading that says so opens a section; one below it that says something else does not end it.
   */
  private static BodyLine section(BodyLine open, BodyLine heading) {
    String title = heading.title();
    if (RULES.neededSections().contains(title) || RULES.relatedSections().contains(title)) {
      return heading;
    }
    boolean within = open != null && heading.level() > open.level();
    return within ? open : null;
  }

  private static NamedInText named(BodyLine line, BodyLine section) {
    if (line.text().length() > LONGEST_LINE) {
      return null;
    }
    Matcher item = ITEM.matcher(line.text());
    if (!item.matches()) {
      return null;
    }
    String name = null;
    for (int group = 1; group <= 4 && name == null; group++) {
      name = item.group(group);
    }
    String plain = name.strip().replaceFirst("^/", "").replaceFirst(":$", "");
    boolean slug = plain.indexOf('-') > 0 || plain.indexOf(':') > 0 || item.group(4) == null;
    if (!slug || plain.indexOf('.') >= 0 || !DependencyReader.REFERENCE.matcher(plain).matches()) {
      return null;
    }
    return new NamedInText(plain, section.text(), line.number(), reason(item.group(5)));
  }

  private static String reason(String rest) {
    if (rest == null) {
      return null;
    }
    String text = BodyLine.withoutMarks(rest).replace("`", "").replaceFirst("\\)$", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
  }
}
