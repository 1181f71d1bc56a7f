package app.satchel.release;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is new in a release, prepared to be read as Markdown. */
final class ReleaseNotes {
  /** The end of what a browser would run, and words after it on the same line. */
  private static final Pattern ACTIVE_END =
      Pattern.compile("(?i)</(?:script|style|textarea|pre)\\s{0,9}>(?=.*\\S)");

  /** What an item of a list begins with. */
  private static final Pattern MARKER = Pattern.compile("\\s{0,20}(?:[-*+]|\\d{1,9}[.)])\\s{1,4}");

  private ReleaseNotes() {}

  /**
   * To Markdown, the rest of such a line is HTML, and its own marks would be shown as they are
   * written; on a line of its own it is read like everything else.
   */
  static String markdown(String notes) {
    return notes.lines().map(ReleaseNotes::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    if (!line.toLowerCase(Locale.ROOT).contains("</")) {
      return line;
    }
    Matcher marker = MARKER.matcher(line);
    String indent = " ".repeat(marker.lookingAt() ? marker.end() : 0);
    Matcher end = ACTIVE_END.matcher(line);
    int last = -1;
    while (end.find()) {
      last = end.end();
    }
    return last < 0
        ? line
        : line.substring(0, last) + "\n" + indent + line.substring(last).stripLeading();
  }
}
