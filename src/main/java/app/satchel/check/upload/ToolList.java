package app.satchel.check.upload;

import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Scalar;
import app.satchel.skill.FrontmatterValue.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The tools of {@code allowed-tools}; a pattern such as {@code Bash(git add *)} is one tool. */
final class ToolList {
  private ToolList() {}

  /** Whether tools are separated by commas rather than by blanks. */
  static boolean hasCommas(String text) {
    return split(text, true).size() > 1 || text.strip().endsWith(",");
  }

  /** The tools of a string or a list, in order, each as written. */
  static List<String> of(FrontmatterValue value) {
    return switch (value) {
      case Scalar scalar -> tools(scalar.text());
      case Sequence sequence ->
          sequence.items().stream().flatMap(item -> ofItem(item).stream()).toList();
      default -> tools(value.asText());
    };
  }

  private static List<String> ofItem(FrontmatterValue item) {
    // An item of a list is one tool, unless its author put several into it.
    String text = item.asText().strip();
    return hasCommas(text) ? tools(text) : text.isEmpty() ? List.of() : List.of(text);
  }

  private static List<String> tools(String text) {
    List<String> tools = new ArrayList<>();
    for (String part : split(text, true)) {
      tools.addAll(split(part, false));
    }
    return tools;
  }

  /** Parts between commas (or blanks) that stand in no brackets or quotes. */
  private static List<String> split(String text, boolean commas) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && (commas ? c == ',' : Character.isWhitespace(c))) {
        add(parts, text.substring(start, i));
        start = i + 1;
      }
    }
    add(parts, text.substring(start));
    return parts;
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }
}
