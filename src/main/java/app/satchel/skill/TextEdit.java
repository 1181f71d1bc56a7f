package app.satchel.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One small, named change of a text: the characters from {@code start} (inclusive) to {@code end}
 * (exclusive) become {@code replacement}. Reversible: see {@link #undoing}.
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

  /**
   * The edits that take edits back.
   *
   * @param text the text before
   * @param edits what is made of it; sorted by their place, without overlap
   * @return edits of the text after, which give the text before
   */
  public static List<TextEdit> undoing(String text, List<TextEdit> edits) {
    List<TextEdit> back = new ArrayList<>();
    int moved = 0;
    for (TextEdit edit : edits) {
      int start = edit.start + moved;
      int end = start + edit.replacement.length();
      back.add(new TextEdit(start, end, text.substring(edit.start, edit.end), edit.reason));
      moved += edit.replacement.length() - (edit.end - edit.start);
    }
    return back;
  }

  /**
   * Where a place in the text after was in the text before; a place in what was put in counts as
   * the place that it was put at.
   *
   * @param edits sorted by their place, without overlap
   */
  public static int placeBefore(int place, List<TextEdit> edits) {
    int moved = 0;
    for (TextEdit edit : edits) {
      int start = edit.start + moved;
      if (place < start) {
        break;
      }
      if (place < start + edit.replacement.length()) {
        return edit.start;
      }
      moved += edit.replacement.length() - (edit.end - edit.start);
    }
    return place - moved;
  }
}
