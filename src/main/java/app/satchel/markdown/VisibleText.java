package app.satchel.markdown;

import app.satchel.markdown.HiddenContent.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into what a reader sees and what he does not. Where an invisible character does its
 * proper work (joining an emoji, shaping Arabic or Indic letters, the flags of Britain's nations,
 * variants of ideographs) it is left alone; everywhere else it is named.
 */
public final class VisibleText {
  /** A hidden message may be long; a mark shows this much of it. */
  private static final int MAX_SHOWN = 400;

  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int LONGEST_FLAG = 14;
  private static final int MOST_MARKS = 30;

  /** England, Scotland, Wales: the only sequences of tags in Unicode's emoji list (17.0). */
  private static final List<String> FLAGS =
      List.of(inTags("gbeng"), inTags("gbsct"), inTags("gbwls"));

  private VisibleText() {}

  /** A piece of a text: plain when {@code hidden} is null. */
  public record Piece(String plain, HiddenContent hidden) {}

  /** The text in pieces, in order; empty for an empty text. */
  public static List<Piece> split(String text) {
    if (allPlain(text)) {
      return text.isEmpty() ? List.of() : List.of(new Piece(text, null));
    }
    List<Piece> pieces = new ArrayList<>();
    int plainFrom = 0;
    int i = 0;
    while (i < text.length()) {
      Kind kind = hiddenKind(text, i);
      if (kind == null) {
        i += Character.charCount(text.codePointAt(i));
        continue;
      }
      if (i > plainFrom) {
        pieces.add(new Piece(text.substring(plainFrom, i), null));
      }
      int from = i;
      while (i < text.length() && kind == hiddenKind(text, i)) {
        i += Character.charCount(text.codePointAt(i));
      }
      pieces.add(new Piece(null, new HiddenContent(kind, describe(kind, text.substring(from, i)))));
      plainFrom = i;
    }
    if (plainFrom < text.length()) {
      pieces.add(new Piece(text.substring(plainFrom), null));
    }
    return pieces;
  }

  /** The text with names in brackets in place of hidden characters. */
  public static String bracketed(String text) {
    if (allPlain(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    for (Piece piece : split(text)) {
      if (piece.hidden() == null) {
        shown.append(piece.plain());
      } else {
        shown.append('[').append(piece.hidden().text()).append(']');
      }
    }
    return shown.toString();
  }

  /** Whether nothing in the text is hidden. */
  public static boolean allPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ordinary = c >= 0x20 && c < 0x7F || c == '\n' || c == '\t' || c == '\r';
      if (!ordinary && hiddenKind(text, i) != null) {
        return false;
      }
    }
    return true;
  }

  private static String describe(Kind kind, String run) {
    StringBuilder words = new StringBuilder();
    if (kind == Kind.TAGS) {
      run.codePoints()
          .filter(c -> c >= 0xE0020 && c < 0xE007F)
          .forEach(c -> words.append((char) (c & 0x7F)));
      return cut(words.isEmpty() ? "U+E0001" : words.toString());
    }
    int previous = -1;
    int count = 0;
    for (int c : run.codePoints().toArray()) {
      if (c == previous) {
        count++;
        continue;
      }
      appendCount(words, count);
      if (words.length() > MAX_SHOWN) {
        return cut(words.toString());
      }
      words.append(words.isEmpty() ? "" : " ").append(String.format("U+%04X", c));
      previous = c;
      count = 1;
    }
    appendCount(words, count);
    return words.toString();
  }

  private static void appendCount(StringBuilder words, int count) {
    if (count > 1) {
      words.append(" \u00D7").append(count);
    }
  }

  private static String cut(String words) {
    return words.length() <= MAX_SHOWN ? words : words.substring(0, MAX_SHOWN) + "\u2026";
  }

  /** What sort of hidden character stands at an index, or null for one that is seen. */
  private static Kind hiddenKind(String text, int index) {
    char unit = text.charAt(index);
    if (Character.isLowSurrogate(unit)
        && index > 0
        && Character.isHighSurrogate(text.charAt(index - 1))) {
      return null;
    }
    int c = text.codePointAt(index);
    return switch (c) {
      case '\n', '\t', '\r' -> null;
      case 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069 -> Kind.BIDI;
      case 0x200E, 0x200F, 0x061C -> nextToRightToLeft(text, index) ? null : Kind.BIDI;
      case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B, 0x3164, 0xFEFF, 0xFFA0 ->
          Kind.INVISIBLE;
      case 0x200C, 0x200D -> joins(text, index) ? null : Kind.INVISIBLE;
      case 0x2028, 0x2029 -> Kind.CONTROL;
      default -> {
        if (c < 0x20 || c >= 0x7F && c < 0xA0) {
          yield Kind.CONTROL;
        }
        if (c >= 0x180B && c <= 0x180F
            || c >= 0x2060 && c <= 0x206F
            || c >= 0xFFF9 && c <= 0xFFFB
            || c >= 0x1BCA0 && c <= 0x1BCA3
            || c >= 0x1D173 && c <= 0x1D17A) {
          yield Kind.INVISIBLE;
        }
        if (c >= 0xE0000 && c <= 0xE007F) {
          yield inFlag(text, index) ? null : Kind.TAGS;
        }
        if (isMark(c) && piledUp(text, index)) {
          yield Kind.INVISIBLE;
        }
        if (c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF) {
          yield varies(text, index, c) ? null : Kind.INVISIBLE;
        }
        yield null;
      }
    };
  }

  private static boolean nextToRightToLeft(String text, int index) {
    return index > 0 && rightToLeft(text.codePointBefore(index))
        || index + 1 < text.length() && rightToLeft(text.codePointAt(index + 1));
  }

  private static boolean rightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean joins(String text, int index) {
    if (index == 0 || index + 1 >= text.length()) {
      return false;
    }
    int before = text.codePointBefore(index);
    int after = text.codePointAt(index + 1);
    boolean shapes = before > 0x05FF && (Character.isLetter(before) || isMark(before));
    boolean emoji =
        (Character.isEmoji(before) && before > 0x7F || before == 0xFE0F)
            && Character.isEmoji(after)
            && after > 0x7F;
    return emoji || shapes && (Character.isLetter(after) || isMark(after));
  }

  /**
   * Whether as many marks stand before this one as Unicode's stream-safe text has at most (UAX 15,
   * section 13). A pile of thousands is drawn over the lines above, and takes seconds to lay out.
   */
  private static boolean piledUp(String text, int index) {
    int at = index;
    for (int i = 0; i < MOST_MARKS; i++) {
      int before = at > 0 ? text.codePointBefore(at) : 0;
      if (!isMark(before)) {
        return false;
      }
      at -= Character.charCount(before);
    }
    return true;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean varies(String text, int index, int selector) {
    if (index == 0) {
      return false;
    }
    int before = text.codePointBefore(index);
    if (selector == 0xFE0E || selector == 0xFE0F) {
      return Character.isEmoji(before) || before > 0x7F && !isSelector(before) && symbol(before);
    }
    return Character.isIdeographic(before)
        || before > 0x2190 && !isSelector(before) && symbol(before);
  }

  private static boolean symbol(int c) {
    int type = Character.getType(c);
    return type == Character.OTHER_SYMBOL
        || type == Character.MATH_SYMBOL
        || type == Character.OTHER_PUNCTUATION;
  }

  private static boolean isSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
  }

  /** Whether a tag character belongs to one of the three flags that are spelled with them. */
  private static boolean inFlag(String text, int index) {
    int from = index;
    while (from > 0 && index - from <= LONGEST_FLAG && isTag(text.codePointBefore(from))) {
      from -= 2;
    }
    if (from == 0 || text.codePointBefore(from) != BLACK_FLAG) {
      return false;
    }
    int start = from;
    return FLAGS.stream()
        .anyMatch(flag -> text.startsWith(flag, start) && index < start + flag.length());
  }

  private static boolean isTag(int c) {
    return c >= 0xE0000 && c <= 0xE007F;
  }

  private static String inTags(String letters) {
    StringBuilder tags = new StringBuilder();
    letters.chars().forEach(c -> tags.appendCodePoint(0xE0000 + c));
    return tags.appendCodePoint(0xE007F).toString();
  }
}
