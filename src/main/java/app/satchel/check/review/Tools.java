package app.satchel.check.review;

import app.satchel.check.review.Capabilities.Kind;
import app.satchel.skill.FrontmatterValue;
import app.satchel.skill.FrontmatterValue.Sequence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The tools that a skill asks for in {@code allowed-tools}: a list, or a string with commas or
 * blanks, where blanks inside brackets belong to a tool ({@code Bash(git add *)}).
 */
public final class Tools {
  private static final int MAX_TOOLS = 200;

  private static final Set<String> READING = Set.of("Read", "Grep", "Glob", "LS", "NotebookRead");
  private static final Set<String> WRITING = Set.of("Write", "Edit", "MultiEdit", "NotebookEdit");
  private static final Set<String> RUNNING =
      Set.of("Bash", "Shell", "PowerShell", "Terminal", "KillShell", "BashOutput");
  private static final Set<String> NETWORK = Set.of("WebFetch", "WebSearch");

  private Tools() {}

  /** The tools in the order written, bounded in number. */
  public static List<String> of(FrontmatterValue value) {
    if (value instanceof Sequence list) {
      return list.items().stream()
          .flatMap(item -> split(item.asText()).stream())
          .limit(MAX_TOOLS)
          .toList();
    }
    return split(value.asText());
  }

  private static List<String> split(String text) {
    List<String> tools = new ArrayList<>();
    StringBuilder tool = new StringBuilder();
    int depth = 0;
    for (int i = 0; i <= text.length() && tools.size() < MAX_TOOLS; i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      boolean outside = depth == 0 || i == text.length();
      if (outside && (c == ',' || Character.isWhitespace(c))) {
        if (!tool.isEmpty()) {
          tools.add(tool.toString());
          tool.setLength(0);
        }
        continue;
      }
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      tool.append(c);
    }
    return tools;
  }

  /** Whether a tool means any command at all. */
  public static boolean unrestricted(String tool) {
    String plain = tool.replace(" ", "");
    return plain.equals("*")
        || RUNNING.contains(plain)
        || plain.matches("(?:Bash|Shell|PowerShell)\\((?:\\*|\\*:\\*|:\\*)?\\)");
  }

  /** What a list of tools allows. */
  static Set<Kind> kinds(List<String> tools) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String tool : tools) {
      int bracket = tool.indexOf('(');
      String name = bracket < 0 ? tool : tool.substring(0, bracket);
      if (name.equals("*")) {
        kinds.addAll(
            EnumSet.of(Kind.READ_FILES, Kind.WRITE_FILES, Kind.RUN_COMMANDS, Kind.USE_NETWORK));
      }
      if (READING.contains(name)) {
        kinds.add(Kind.READ_FILES);
      }
      if (WRITING.contains(name)) {
        kinds.add(Kind.WRITE_FILES);
      }
      if (RUNNING.contains(name)) {
        kinds.add(Kind.RUN_COMMANDS);
      }
      if (NETWORK.contains(name)) {
        kinds.add(Kind.USE_NETWORK);
      }
    }
    return kinds;
  }
}
