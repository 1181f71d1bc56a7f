package app.satchel.ui.skill;

import app.satchel.ui.kit.Figures;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A line of a stranger's text as it stands, with a mark in the place of each character that is not
 * seen: nothing hides, turns the writing around or fills the window.
 *
 * @param pieces in order; empty for an empty line
 */
record CodeLine(List<CodeLine.Piece> pieces) {
  /** Most characters that are shown of a line; the rest is counted. */
  static final int MOST_CHARACTERS = 2_000;

  /** Characters before a change that are shown of a line that is longer. */
  private static final int BEFORE_CHANGE = 200;

  /** Marks are small nodes, and a hostile line could be made of nothing else. */
  private static final int MOST_MARKS = 12;

  private static final Words WORDS = Words.of(CodeLine.class);

  CodeLine {
    pieces = List.copyOf(pieces);
  }

  /** What a piece is. */
  enum Kind {
    PLAIN,
    /** Text that the other side of a change does not have. */
    CHANGED,
    /** Blanks that are seen by a sign as wide as they are. */
    BLANK,
    /** The name of a character that is not seen. */
    MARK,
    /** How much is not shown. */
    LEFT_OUT
  }

  /**
   * @param text to show
   * @param spoken to say in its place; the text itself where that is plain
   */
  record Piece(Kind kind, String text, String spoken) {}

  /** A line without a change within. */
  static CodeLine of(String line, boolean ended) {
    return of(line, ended, new BitSet());
  }

  /**
   * @param line without its line feed
   * @param ended whether it has one
   * @param changed the characters that the other side of a change does not have
   */
  static CodeLine of(String line, boolean ended, BitSet changed) {
    return new Reader(line, changed).read(ended);
  }

  /** The line for somebody who hears it. */
  String spoken() {
    StringBuilder words = new StringBuilder();
    pieces.forEach(piece -> words.append(piece.spoken()));
    return words.toString().strip();
  }

  /** Cuts one line into pieces. */
  private static final class Reader {
    private final String line;
    private final BitSet changed;
    private final int textEnd;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private Kind runKind = Kind.PLAIN;
    private int marks;

    Reader(String line, BitSet changed) {
      this.line = line;
      this.changed = changed;
      int end = line.length();
      while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\r')) {
        end--;
      }
      textEnd = end;
    }

    CodeLine read(boolean ended) {
      int from = start();
      int to = Math.min(line.length(), from + MOST_CHARACTERS);
      if (to < line.length() && Character.isLowSurrogate(line.charAt(to))) {
        to--;
      }
      if (from > 0) {
        leftOut(from);
      }
      int at = from;
      while (at < to && marks < MOST_MARKS) {
        at = next(at, to);
      }
      flush();
      if (at < line.length()) {
        leftOut(line.length() - at);
      } else if (!ended) {
        mark(WORDS.text("line.no-end"), WORDS.text("line.no-end.spoken"));
      }
      return new CodeLine(pieces);
    }

    /** The beginning, unless the change would lie beyond what is shown. */
    private int start() {
      int changedFrom = changed.nextSetBit(0);
      if (line.length() <= MOST_CHARACTERS || changedFrom < MOST_CHARACTERS - BEFORE_CHANGE) {
        return 0;
      }
      int from = changedFrom - BEFORE_CHANGE;
      return Character.isLowSurrogate(line.charAt(from)) ? from + 1 : from;
    }

    private int next(int at, int to) {
      int c = line.codePointAt(at);
      int end = at + Character.charCount(c);
      if (c == '\t' || c == ' ' && at >= textEnd || name(c) != null) {
        while (end < to && line.codePointAt(end) == c) {
          end += Character.charCount(c);
        }
        unseen(c, (end - at) / Character.charCount(c));
        return end;
      }
      Kind kind = changed.get(at) ? Kind.CHANGED : Kind.PLAIN;
      if (kind != runKind) {
        flush();
        runKind = kind;
      }
      run.appendCodePoint(c);
      return end;
    }

    private void unseen(int c, int count) {
      flush();
      if (c == '\t') {
        marks++;
        pieces.add(
            new Piece(Kind.BLANK, "\u2192   ".repeat(count), WORDS.text("line.tabs", count)));
      } else if (c == ' ') {
        marks++;
        pieces.add(new Piece(Kind.BLANK, "\u00B7".repeat(count), WORDS.text("line.blanks", count)));
      } else {
        String times = count == 1 ? "" : "\u00D7" + count;
        mark(name(c) + times, WORDS.text("line.unseen", spokenName(c), count));
      }
    }

    private void mark(String text, String spoken) {
      marks++;
      pieces.add(new Piece(Kind.MARK, text, spoken));
    }

    private void leftOut(int characters) {
      String words = WORDS.text("line.left-out", Figures.exact(characters));
      pieces.add(new Piece(Kind.LEFT_OUT, words, words));
    }

    private void flush() {
      if (!run.isEmpty()) {
        pieces.add(new Piece(runKind, run.toString(), run.toString()));
        run.setLength(0);
      }
    }
  }

  /** The mark of a character that is not seen; null for one that is. */
  private static String name(int c) {
    if (c == '\r') {
      return "CR";
    }
    if (c == 0xFEFF) {
      return "BOM";
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          code(c);
      // Joiners belong to emoji and to some scripts; every other format character hides or turns.
      case Character.FORMAT -> c == 0x200D ? null : code(c);
      // The wide blank of East Asian text is seen as one.
      case Character.SPACE_SEPARATOR -> c == ' ' || c == 0x3000 ? null : code(c);
      default -> null;
    };
  }

  private static String code(int c) {
    return String.format("U+%04X", c);
  }

  private static String spokenName(int c) {
    return switch (c) {
      case '\r' -> WORDS.text("line.cr.spoken");
      case 0xFEFF -> WORDS.text("line.bom.spoken");
      default -> name(c);
    };
  }
}
