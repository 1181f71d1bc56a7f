package app.satchel.ui.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * How the columns of a table share its width. Reckoned from the words alone, so that slices of one
 * long table agree and nothing has to be laid out first.
 *
 * @param least narrowest width of each column, in pixels: its longest word
 * @param wanted width of each column on one line, capped
 */
record ColumnWidths(List<Double> least, List<Double> wanted) {
  /** Room left and right of a cell's words, in all. */
  static final double PADDING = 24;

  private static final double CHAR = 7.4;
  private static final int LONGEST_WORD = 28;
  private static final int LONGEST_LINE = 70;

  ColumnWidths {
    least = List.copyOf(least);
    wanted = List.copyOf(wanted);
  }

  /** Reckons from the words of all cells, header included. */
  static ColumnWidths of(int columns, List<List<String>> rows) {
    List<Double> least = new ArrayList<>();
    List<Double> wanted = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      int word = 3;
      int line = 3;
      for (List<String> row : rows) {
        String text = column < row.size() ? row.get(column) : "";
        word = Math.max(word, Math.min(longestWord(text), LONGEST_WORD));
        line = Math.max(line, Math.min(width(text, 0, text.length()), LONGEST_LINE));
      }
      least.add(word * CHAR + PADDING);
      wanted.add(Math.max(line * CHAR, word * CHAR) + PADDING);
    }
    return new ColumnWidths(least, wanted);
  }

  private static int longestWord(String text) {
    int longest = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        longest = Math.max(longest, width(text, start, i));
        start = i + 1;
      }
    }
    return longest;
  }

  /** Columns a text takes; wide characters count twice. */
  private static int width(String text, int from, int to) {
    int width = 0;
    for (int i = from; i < to; i++) {
      width += text.charAt(i) >= 0x2E80 ? 2 : 1;
    }
    return width;
  }

  /**
   * The widths for a table that may be so wide. When the longest words do not fit, the table is
   * wider than {@code available}, to be scrolled.
   */
  double[] fit(double available) {
    double sumWanted = wanted.stream().mapToDouble(w -> w).sum();
    double sumLeast = least.stream().mapToDouble(w -> w).sum();
    double[] widths = new double[least.size()];
    double room = available - sumLeast;
    for (int i = 0; i < widths.length; i++) {
      if (room <= 0) {
        widths[i] = least.get(i);
      } else if (sumWanted <= available) {
        // Stretched to the measure, in proportion: tables of one page line up.
        widths[i] = wanted.get(i) * available / sumWanted;
      } else {
        double share = (wanted.get(i) - least.get(i)) / (sumWanted - sumLeast);
        widths[i] = least.get(i) + room * share;
      }
    }
    return widths;
  }
}
