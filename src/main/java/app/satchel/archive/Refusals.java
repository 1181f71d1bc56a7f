package app.satchel.archive;

import app.satchel.problem.ProblemException;
import app.satchel.problem.ProblemKind;
import app.satchel.words.Words;
import java.util.stream.IntStream;

/** Says no to one archive in words for a person. */
final class Refusals {
  static final Words WORDS = Words.of(Refusals.class);

  /** Names longer than this are cut when shown. */
  private static final int SHOWN_CHARACTERS = 120;

  private final String archive;

  Refusals(String archive) {
    this.archive = shown(archive);
  }

  /**
   * A refusal of the whole archive.
   *
   * @param details for the clipboard; may be empty
   * @param more arguments from {@code {1}} on; {@code {0}} is the archive
   */
  ProblemException archive(String code, String details, Object... more) {
    Object[] args = new Object[more.length + 1];
    args[0] = archive;
    System.arraycopy(more, 0, args, 1, more.length);
    return ProblemException.of(WORDS, ProblemKind.INPUT, code, details, args);
  }

  /**
   * A refusal because of one entry.
   *
   * @param entry its name as far as it can be read
   * @param more arguments from {@code {2}} on; {@code {1}} is the entry
   */
  ProblemException entry(String code, String entry, String details, Object... more) {
    Object[] args = new Object[more.length + 1];
    args[0] = shown(entry);
    System.arraycopy(more, 0, args, 1, more.length);
    String place = "entry: " + shown(entry);
    return archive(code, details.isEmpty() ? place : place + "\n" + details, args);
  }

  /**
   * A name that can be shown without fooling anybody: characters that are not seen, or that turn
   * the direction of the text, are written out, and a very long name is cut.
   */
  static String shown(String name) {
    StringBuilder text = new StringBuilder();
    int[] points = name.codePoints().limit(SHOWN_CHARACTERS + 1L).toArray();
    IntStream.of(points)
        .limit(SHOWN_CHARACTERS)
        .forEach(
            point -> {
              if (PathRules.unseen(point) || Character.getType(point) == Character.SURROGATE) {
                text.append(String.format("\\u{%X}", point));
              } else {
                text.appendCodePoint(point);
              }
            });
    return points.length > SHOWN_CHARACTERS ? text.append('…').toString() : text.toString();
  }
}
