package app.satchel.check.review;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds what a reader cannot see and an agent reads. */
final class HiddenText {
  private static final int MAX_COMMENT = 4_000;

  /** What a comment says when it speaks to an agent. */
  private static final List<Pattern> SPEAKS_TO_AGENT =
      List.of(
          phrase(
              "(?:ignore|disregard|forget)\\b.{0,40}\\b(?:instructions?|rules?|prompts?|above|previous)"),
          phrase(
              "(?:do"
                  + " not|don.t|never)\\b.{0,30}\\b(?:tell|mention|inform|reveal|show)\\b.{0,30}\\b(?:user|human|anyone)"),
          phrase(
              "(?:assistant|agent|claude|you|model|ai)\\s{1,3}(?:must|should|shall|will|have"
                  + " to|need to)\\b"),
          phrase(
              "(?:run|execute|curl|wget|send|upload|post|download)\\s.{0,60}(?:https?:|\\bcommands?\\b|\\bscripts?\\b|\\btokens?\\b|\\bkeys?\\b|\\.env\\b|\\.sh\\b)"));

  private HiddenText() {}

  private static Pattern phrase(String regex) {
    return Pattern.compile("\\b" + regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** Looks at every line of a text or script for characters that are not shown. */
  static void characters(String file, List<String> lines, Notes notes) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (plain(line)) {
        continue;
      }
      String message = tagMessage(line);
      if (!message.isEmpty()) {
        notes.add("hidden-message", file, i + 1, message);
      }
      if (reordered(line)) {
        notes.add("reordered-text", file, i + 1, line);
      }
      int inWord = invisibleInWord(line);
      if (inWord >= 0) {
        notes.add(
            "invisible-in-word",
            file,
            i + 1,
            line.substring(Math.max(0, inWord - 20), Math.min(line.length(), inWord + 20)));
      }
    }
  }

  private static boolean plain(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) > 0x7E) {
        return false;
      }
    }
    return true;
  }

  /** The message in tag characters (U+E0000 to U+E007F); empty when they only form a flag. */
  private static String tagMessage(String line) {
    StringBuilder message = new StringBuilder();
    boolean flag = false;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      boolean tag = c >= 0xE0000 && c <= 0xE007F;
      if (tag && !flag) {
        message.append(c >= 0xE0020 && c < 0xE007F ? (char) (c - 0xE0000) : '?');
      } else if (!tag) {
        // A black flag followed by tags is how the flags of regions are written.
        flag = c == 0x1F3F4;
      }
    }
    return message.toString();
  }

  /** Direction controls in a line that has no right-to-left script of its own. */
  private static boolean reordered(String line) {
    boolean control = false;
    boolean rightToLeft = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      control |= (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
      byte direction = Character.getDirectionality(c);
      rightToLeft |=
          direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
              || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
    return control && !rightToLeft;
  }

  /**
   * Where an invisible character stands between two ASCII letters or four stand together; or -1.
   */
  private static int invisibleInWord(String line) {
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean invisible = invisible(line.charAt(i));
      run = invisible ? run + 1 : 0;
      if (run >= 4) {
        return i;
      }
      if (invisible && i > 0 && letter(line.charAt(i - 1))) {
        int next = i + 1;
        while (next < line.length() && invisible(line.charAt(next))) {
          next++;
        }
        if (next < line.length() && letter(line.charAt(next))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean letter(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static boolean invisible(char c) {
    return (c >= 0x200B && c <= 0x200D)
        || (c >= 0x2060 && c <= 0x2064)
        || c == 0xFEFF
        || c == 0x00AD
        || c == 0x180E
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164;
  }

  /** Looks at the HTML comments of a Markdown text. */
  static void comments(String file, String text, Notes notes) {
    int line = 1;
    int counted = 0;
    for (int at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", at + 4)) {
      int end = text.indexOf("-->", at + 4);
      int stop = end < 0 ? text.length() : end;
      String comment = text.substring(at + 4, Math.min(stop, at + 4 + MAX_COMMENT));
      line += newlines(text, counted, at);
      counted = at;
      if (!comment.toLowerCase(Locale.ROOT).startsWith(" prettier")
          && SPEAKS_TO_AGENT.stream().anyMatch(phrase -> phrase.matcher(comment).find())) {
        notes.add("hidden-comment", file, line, comment);
      }
      at = Math.max(at, Math.min(stop, text.length() - 1));
    }
  }

  private static int newlines(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }
}
