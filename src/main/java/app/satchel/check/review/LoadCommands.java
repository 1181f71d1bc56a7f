package app.satchel.check.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Commands that Claude Code runs while it loads a SKILL.md, before any model or person sees the
 * text: an exclamation mark and a command in backticks, also inside fenced code, and fences whose
 * language is an exclamation mark (documentation of 2026-08-22).
 */
final class LoadCommands {
  private static final Pattern STRONG =
      Pattern.compile(
          "https?://|\\b(?:curl|wget|nc|ncat|ssh|scp|base64|eval|rm|dd|sudo|iwr|irm)\\b"
              + "|\\b(?:python3?|node|perl|ruby|sh|bash|zsh|pwsh)\\s{1,4}-[ce]\\b"
              + "|/\\.ssh\\b|/\\.aws\\b|\\b(?:cat|head|tail|less|source|grep)\\b.{0,60}\\.env\\b|credentials|\\bprintenv\\b",
          Pattern.CASE_INSENSITIVE);

  private LoadCommands() {}

  /**
   * A command and where it stands.
   *
   * @param line 1-based line in the file
   */
  record LoadCommand(String command, int line) {
    /** Whether it uses the network, deletes, decodes or reads secrets. */
    boolean strong() {
      String head = command.substring(0, Math.min(command.length(), 2_000));
      return STRONG.matcher(head).find();
    }
  }

  static List<LoadCommand> find(List<String> lines) {
    List<LoadCommand> found = new ArrayList<>();
    boolean block = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String stripped = line.strip();
      if (block) {
        if (stripped.startsWith("```")) {
          block = false;
        } else if (!stripped.isEmpty()) {
          found.add(new LoadCommand(stripped, i + 1));
        }
      } else if (stripped.startsWith("```!")) {
        block = true;
      } else {
        inline(line, i + 1, found);
      }
    }
    return found;
  }

  private static void inline(String line, int number, List<LoadCommand> found) {
    for (int at = line.indexOf("!`"); at >= 0; at = line.indexOf("!`", at + 2)) {
      int end = line.indexOf('`', at + 2);
      if (end < 0) {
        return;
      }
      boolean starts = at == 0 || Character.isWhitespace(line.charAt(at - 1));
      if (starts && end > at + 2) {
        found.add(new LoadCommand(line.substring(at + 2, end).strip(), number));
        at = end - 1;
      }
    }
  }
}
