package app.satchel.ui.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds words in a document's cells, whatever their case. What spans two cells (two paragraphs, two
 * slices of a very long code block) is not found, as in a browser.
 */
final class WordFinder {
  /** More hits than these are not listed: nobody walks through them. */
  static final int MOST = 5_000;

  /** A place where the words stand, in the text of a cell. */
  record Hit(int cell, int from, int to) {}

  private WordFinder() {}

  /**
   * All places, in reading order.
   *
   * @param wanted spaces in it stand for any single white space
   */
  static List<Hit> find(List<Cell> cells, String wanted) {
    String words = fold(wanted);
    List<Hit> hits = new ArrayList<>();
    if (words.isEmpty()) {
      return hits;
    }
    for (int cell = 0; cell < cells.size() && hits.size() < MOST; cell++) {
      String text = fold(cells.get(cell).text());
      int at = text.indexOf(words);
      while (at >= 0 && hits.size() < MOST) {
        hits.add(new Hit(cell, at, at + words.length()));
        at = text.indexOf(words, at + words.length());
      }
    }
    return hits;
  }

  /** Character by character, so that places in the result are places in the text. */
  private static String fold(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(text.charAt(i));
    }
    return new String(folded);
  }

  private static char fold(char c) {
    return switch (c) {
      case '\n', '\t', '\u00A0', '\u202F' -> ' ';
      case '\u2018', '\u2019' -> '\'';
      case '\u201C', '\u201D' -> '"';
      // Upper case first: some letters have two lower-case forms and one capital.
      default -> Character.toLowerCase(Character.toUpperCase(c));
    };
  }
}
