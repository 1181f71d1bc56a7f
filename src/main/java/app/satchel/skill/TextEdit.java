package app.satchel.skill;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One small, named change of a text: the characters from {@code start} (inclusive) to {@code end}
 * (exclusive) become {@code replacement}. Reversible, because the original is kept.
 *
 * @param start offset in {@code char}s
 * @param end offset in {@code char}s, not before start
 * @param reason stable kebab-case id of the reason, such as {@code quote-value}
 */
public record TextEdit(int start, int end, String replacement, String reason) {

  public TextEdit {
    Objects.requireNonNull(replacement);
    Objects.requireNonNull(reason);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  /**
   * The text with all edits made.
   *
   * @throws IllegalArgumentException when two edits overlap or one lies outside the text
   */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> ordered =
        edits.stream()
            .sorted(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end))
            .toList();
    StringBuilder result = new StringBuilder(text.length() + 64);
    int at = 0;
    for (TextEdit edit : ordered) {
      if (edit.start < at || edit.end > text.length()) {
        throw new IllegalArgumentException("edits overlap or lie outside: " + edit);
      }
      result.append(text, at, edit.start).append(edit.replacement);
      at = edit.end;
    }
    return result.append(text, at, text.length()).toString();
  }
}
