package app.satchel.ui.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts running text that is far longer than any paragraph into slices, each a cell of its own: the
 * window's thread lays out one cell at a time, and a flow takes longer than its length.
 */
final class ProseSlices {
  /** The longest paragraph of 3,039 real skills has 3,315 characters, the richest 99 spans. */
  private static final int MOST_CHARS = 4_096;

  private static final int MOST_SPANS = 128;
  private static final int MOST_LINES = 120;

  /** How far back a space is looked for, so that no word is cut. */
  private static final int BACK = 200;

  private final List<List<Span>> done = new ArrayList<>();
  private List<Span> slice = new ArrayList<>();
  private int chars;
  private int lines;

  private ProseSlices() {}

  /** At least one slice; together they have all the words. */
  static List<List<Span>> of(List<Span> spans) {
    ProseSlices slices = new ProseSlices();
    spans.forEach(slices::add);
    slices.end();
    return slices.done.isEmpty() ? List.of(List.of()) : slices.done;
  }

  private void add(Span span) {
    String rest = span.text();
    while (!rest.isEmpty()) {
      if (slice.size() >= MOST_SPANS || chars >= MOST_CHARS || lines >= MOST_LINES) {
        end();
      }
      int end = end(rest);
      String part = rest.substring(0, end);
      slice.add(new Span(part, span.marks(), span.link(), span.hint()));
      chars += part.length();
      lines += (int) part.chars().filter(c -> c == '\n').count();
      rest = rest.substring(end);
      if (!rest.isEmpty()) {
        end();
      }
    }
  }

  /** How much of a text still fits. */
  private int end(String text) {
    int most = Math.min(text.length(), MOST_CHARS - chars);
    int newLines = lines;
    for (int i = 0; i < most; i++) {
      if (text.charAt(i) == '\n' && ++newLines >= MOST_LINES) {
        return i + 1;
      }
    }
    if (most == text.length()) {
      return most;
    }
    for (int i = most; i > Math.max(0, most - BACK); i--) {
      if (text.charAt(i - 1) == ' ') {
        return i;
      }
    }
    return most > 1 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  private void end() {
    if (!slice.isEmpty()) {
      done.add(List.copyOf(slice));
      slice = new ArrayList<>();
    }
    chars = 0;
    lines = 0;
  }
}
