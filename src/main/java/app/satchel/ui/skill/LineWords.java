package app.satchel.ui.skill;

import app.satchel.check.upload.report.LineDiff;
import app.satchel.check.upload.report.LineDiff.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which words of a changed line the other side of the change does not have. */
final class LineWords {
  /** Words compared one by one; a line of more is compared from its two ends alone. */
  private static final int MOST_WORDS = 800;

  private LineWords() {}

  /**
   * The characters of {@code line} that {@code other} does not have; none when the two share so
   * little that all of it would be marked.
   */
  static BitSet changed(String line, String other) {
    int shorter = Math.min(line.length(), other.length());
    int head = 0;
    while (head < shorter && line.charAt(head) == other.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && line.charAt(line.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    // From where a word begins to where one ends, so that words are compared and not their remains.
    while (head > 0 && inWord(line, head - 1) && (inWord(line, head) || inWord(other, head))) {
      head--;
    }
    int end = line.length() - tail;
    int otherEnd = other.length() - tail;
    while (inWord(line, end) && (inWord(line, end - 1) || inWord(other, otherEnd - 1))) {
      end++;
      otherEnd++;
    }
    BitSet changed = middle(line, head, end, other.substring(head, otherEnd));
    boolean alike =
        3 * (line.length() - changed.cardinality()) >= Math.max(line.length(), other.length());
    return alike ? changed : new BitSet();
  }

  private static BitSet middle(String line, int from, int to, String other) {
    BitSet changed = new BitSet();
    List<String> mine = words(line.substring(from, to));
    List<String> theirs = words(other);
    if (mine.size() + theirs.size() > MOST_WORDS) {
      changed.set(from, to);
      return changed;
    }
    List<Integer> ends = new ArrayList<>();
    int at = from;
    for (String word : mine) {
      at += word.length();
      ends.add(at);
    }
    // A word for each line: words have no line feed in them.
    LineDiff diff = LineDiff.of(lines(mine), lines(theirs), 0);
    for (LineDiff.Hunk hunk : diff.hunks()) {
      for (LineDiff.Line word : hunk.lines()) {
        if (word.kind() == Kind.REMOVED) {
          int end = ends.get(word.oldLine() - 1);
          changed.set(end - mine.get(word.oldLine() - 1).length(), end);
        }
      }
    }
    return changed;
  }

  private static String lines(List<String> words) {
    StringBuilder lines = new StringBuilder();
    words.forEach(word -> lines.append(word).append('\n'));
    return lines.toString();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (at == text.length() || !(inWord(text, at) && inWord(text, at - 1))) {
        words.add(text.substring(from, at));
        from = at;
      }
    }
    return words;
  }

  private static boolean inWord(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
