package app.satchel.check.requirement;

import java.util.ArrayList;
import java.util.List;

/**
 * What texts in Chinese, Japanese and Korean need before their words can be told apart: signs of
 * full width, and words that stand without spaces, also beside Latin names.
 */
final class Ideographs {
  private static final String WIDE = "，、；：（）。！？／＋";
  private static final String PLAIN = ",,;:()???/+";

  /** Letters of the longest word that is looked for. */
  private static final int LONGEST = 8;

  private Ideographs() {}

  /** Whether a letter belongs to a script that is written without spaces. */
  static boolean is(char c) {
    return Character.isIdeographic(c)
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
        || c == '\u30fc'; // the sign for a long vowel belongs to no script
  }

  /** The text, letter for letter, with ordinary signs for those of full width. */
  static String plainSigns(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int wide = WIDE.indexOf(text.charAt(i));
      plain.append(wide < 0 ? text.charAt(i) : PLAIN.charAt(wide));
    }
    return plain.toString();
  }

  /**
   * Cuts a run into the words that the vocabulary knows and whatever stands between them.
   *
   * @param run letters for which {@link #is} holds
   */
  static List<String> words(String run, Vocabulary vocabulary) {
    List<String> words = new ArrayList<>();
    int unknown = 0;
    int at = 0;
    while (at < run.length()) {
      int length = known(run, at, vocabulary);
      if (length > 0) {
        if (unknown < at) {
          words.add(run.substring(unknown, at));
        }
        words.add(run.substring(at, at + length));
        unknown = at + length;
      }
      at += Math.max(1, length);
    }
    if (unknown < run.length()) {
      words.add(run.substring(unknown));
    }
    return words;
  }

  private static int known(String run, int at, Vocabulary vocabulary) {
    for (int length = Math.min(LONGEST, run.length() - at); length > 0; length--) {
      if (vocabulary.knows(run.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }
}
