package app.satchel.check.review;

import app.satchel.check.review.ReviewRules.Rule;
import app.satchel.check.review.ReviewRules.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Runs the pattern rules over the lines of a text. Linear in the text's length: a line is looked at
 * only when it holds one of a rule's keywords, in windows of bounded length, and a matcher that
 * reads more characters than it should is stopped (java.util.regex backtracks, and cannot be
 * interrupted).
 */
final class LineScan {
  /** Characters of a window. */
  static final int WINDOW = 2_000;

  /** Characters that windows share, so that nothing hides on a border. */
  private static final int OVERLAP = 400;

  /** Reads allowed for one rule in one window; hostile text needs more, real text a hundredth. */
  static final int MAX_READS = 400_000;

  /** Different teaching words in a text that make its commands probable quotations. */
  private static final int TEACHING = 4;

  private final List<Rule> rules;
  private final List<String> teachingWords;
  private final KeywordIndex index;
  private final Notes notes;
  private boolean complete = true;

  LineScan(ReviewRules rules, Notes notes) {
    this.rules = rules.rules().stream().filter(rule -> rule.pattern() != null).toList();
    this.teachingWords = rules.teachingWords();
    this.index = rules.index();
    this.notes = notes;
  }

  /** False once a window was given up. */
  boolean complete() {
    return complete;
  }

  /**
   * Scans a file.
   *
   * @param text its text
   * @param lines its lines as they are
   * @param script whether it is a program rather than text
   */
  void scan(String file, String text, List<String> lines, boolean script) {
    Set<String> words = index.in(text);
    List<Rule> possible =
        rules.stream()
            .filter(rule -> applies(rule, script) && holdsAny(words, rule.keywords()))
            .toList();
    if (possible.isEmpty()) {
      return;
    }
    boolean quoted = !script && teachingWords.stream().filter(words::contains).count() >= TEACHING;
    for (int i = 0; i < lines.size(); i++) {
      scanLine(file, lines, i, possible, quoted);
    }
  }

  private void scanLine(
      String file, List<String> lines, int at, List<Rule> possible, boolean quoted) {
    String line = lines.get(at);
    for (int from = 0; from == 0 || from < line.length(); from += WINDOW - OVERLAP) {
      String window = line.substring(from, Math.min(line.length(), from + WINDOW));
      Set<String> words = index.in(window);
      for (Rule rule : words.isEmpty() ? List.<Rule>of() : possible) {
        if (holdsAny(words, rule.keywords())) {
          String whole = rule.lines() > 1 ? joined(window, lines, at, rule) : window;
          match(rule, file, at, whole, quoted);
        }
      }
      if (from + WINDOW >= line.length()) {
        break;
      }
    }
  }

  private static boolean holdsAny(Set<String> words, List<String> wanted) {
    return wanted.stream().anyMatch(words::contains);
  }

  /** Commands stand in text as well, so only rules about prose are kept out of scripts. */
  private static boolean applies(Rule rule, boolean script) {
    return rule.in() != Scope.TEXT || !script;
  }

  private static String joined(String window, List<String> lines, int at, Rule rule) {
    StringBuilder result = new StringBuilder(window);
    for (int i = at + 1; i < Math.min(lines.size(), at + rule.lines()); i++) {
      result.append(' ').append(lines.get(i));
    }
    return result.substring(0, Math.min(result.length(), WINDOW));
  }

  private void match(Rule rule, String file, int index, String window, boolean quoted) {
    String lower = window.toLowerCase(Locale.ROOT);
    if (!rule.also().isEmpty() && rule.also().stream().noneMatch(lower::contains)) {
      return;
    }
    try {
      Matcher matcher = rule.pattern().matcher(new Counted(window, new int[] {MAX_READS}));
      if (matcher.find()) {
        notes.add(rule.id(), file, index + 1, matcher.group(), quoted);
      }
    } catch (TooManyReads _) {
      complete = false;
      notes.add("not-inspected", file, index + 1, file);
    }
  }

  /** Thrown to leave a matcher. */
  private static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyReads() {
      super(null, null, false, false);
    }
  }

  /** A text that can be read only so often. */
  private record Counted(String text, int[] left) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new TooManyReads();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
