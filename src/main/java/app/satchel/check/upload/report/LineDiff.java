package app.satchel.check.upload.report;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What two texts differ in, line by line, as a unified diff says it. Lines end at {@code \n} alone,
 * so a {@code \r} is part of its line; a last line without an end differs from one with it.
 *
 * @param hunks the places that differ, in order; empty when the texts are the same
 */
public record LineDiff(List<LineDiff.Hunk> hunks) {
  /** The lines around a change that everybody shows. */
  public static final int CONTEXT = 3;

  /**
   * Finding the shortest difference takes time by the square of this many lines; above it, all that
   * lies between the same beginning and the same end is shown as one change.
   */
  private static final int MOST_COMPARED = 6_000;

  public LineDiff {
    hunks = List.copyOf(hunks);
  }

  /** What became of a line. */
  public enum Kind {
    CONTEXT(' '),
    REMOVED('-'),
    ADDED('+');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** As it stands at the beginning of the line in a diff. */
    public char sign() {
      return sign;
    }
  }

  /**
   * A line of a hunk.
   *
   * @param oldLine 1-based, null when added
   * @param newLine 1-based, null when removed
   * @param text without its {@code \n}
   * @param ended false for a last line without {@code \n}
   */
  public record Line(Kind kind, Integer oldLine, Integer newLine, String text, boolean ended) {
    public Line {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(text);
    }
  }

  /**
   * Changes that stand close together, with the lines around them.
   *
   * @param oldStart 1-based line of its first old line; the line before when it has none
   * @param oldCount how many old lines it has
   * @param newStart the same of the new text
   * @param newCount the same of the new text
   */
  public record Hunk(int oldStart, int oldCount, int newStart, int newCount, List<Line> lines) {
    public Hunk {
      lines = List.copyOf(lines);
    }

    /** The line that tells where it belongs, such as {@code @@ -1,7 +1,8 @@}. */
    public String header() {
      return "@@ -" + range(oldStart, oldCount) + " +" + range(newStart, newCount) + " @@";
    }

    private static String range(int start, int count) {
      return count == 1 ? String.valueOf(start) : start + "," + count;
    }
  }

  /** A line with whether it ended: two lines are the same when both are. */
  private record Piece(String text, boolean ended) {
    static List<Piece> of(String text) {
      List<Piece> pieces = new ArrayList<>();
      int from = 0;
      for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
        pieces.add(new Piece(text.substring(from, at), true));
        from = at + 1;
      }
      if (from < text.length()) {
        pieces.add(new Piece(text.substring(from), false));
      }
      return pieces;
    }
  }

  /** Old lines from.. to that new lines from.. to stand in place of; 0-based, ends exclusive. */
  private record Block(int oldFrom, int oldTo, int newFrom, int newTo) {}

  /** With {@link #CONTEXT} lines around each change. */
  public static LineDiff of(String before, String after) {
    return of(before, after, CONTEXT);
  }

  /**
   * The difference of two texts.
   *
   * @param context how many lines to show around each change
   */
  public static LineDiff of(String before, String after, int context) {
    List<Piece> old = Piece.of(before);
    List<Piece> now = Piece.of(after);
    List<Block> blocks = blocks(old, now);
    List<Hunk> hunks = new ArrayList<>();
    for (int i = 0; i < blocks.size(); ) {
      int last = i;
      while (last + 1 < blocks.size()
          && blocks.get(last + 1).oldFrom() - blocks.get(last).oldTo() <= 2 * context) {
        last++;
      }
      hunks.add(hunk(old, now, blocks.subList(i, last + 1), context));
      i = last + 1;
    }
    return new LineDiff(hunks);
  }

  private static List<Block> blocks(List<Piece> old, List<Piece> now) {
    int shorter = Math.min(old.size(), now.size());
    int head = 0;
    while (head < shorter && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<Piece> oldPart = old.subList(head, old.size() - tail);
    List<Piece> newPart = now.subList(head, now.size() - tail);
    if (oldPart.isEmpty() && newPart.isEmpty()) {
      return List.of();
    }
    if (oldPart.isEmpty() || newPart.isEmpty() || oldPart.size() + newPart.size() > MOST_COMPARED) {
      return List.of(new Block(head, old.size() - tail, head, now.size() - tail));
    }
    List<Change> changes =
        new MyersDiffWithLinearSpace<Piece>()
            .computeDiff(new ArrayList<>(oldPart), new ArrayList<>(newPart), null);
    List<Block> blocks = new ArrayList<>();
    for (Change change : changes) {
      Block block =
          new Block(
              head + change.startOriginal,
              head + change.endOriginal,
              head + change.startRevised,
              head + change.endRevised);
      Block before = blocks.isEmpty() ? null : blocks.getLast();
      if (before != null
          && before.oldTo() == block.oldFrom()
          && before.newTo() == block.newFrom()) {
        // What is removed and what is added in one place is one change.
        blocks.removeLast();
        block = new Block(before.oldFrom(), block.oldTo(), before.newFrom(), block.newTo());
      }
      blocks.add(block);
    }
    return blocks;
  }

  private static Hunk hunk(List<Piece> old, List<Piece> now, List<Block> blocks, int context) {
    List<Line> lines = new ArrayList<>();
    Block first = blocks.getFirst();
    int lead = Math.min(context, first.oldFrom());
    int oldAt = first.oldFrom() - lead;
    int newAt = first.newFrom() - lead;
    int oldStart = oldAt;
    int newStart = newAt;
    for (Block block : blocks) {
      while (oldAt < block.oldFrom()) {
        lines.add(line(Kind.CONTEXT, ++oldAt, ++newAt, old.get(oldAt - 1)));
      }
      while (oldAt < block.oldTo()) {
        lines.add(line(Kind.REMOVED, ++oldAt, null, old.get(oldAt - 1)));
      }
      while (newAt < block.newTo()) {
        lines.add(line(Kind.ADDED, null, ++newAt, now.get(newAt - 1)));
      }
    }
    int end = Math.min(old.size(), oldAt + context);
    while (oldAt < end) {
      lines.add(line(Kind.CONTEXT, ++oldAt, ++newAt, old.get(oldAt - 1)));
    }
    int oldCount = oldAt - oldStart;
    int newCount = newAt - newStart;
    return new Hunk(
        oldStart + (oldCount == 0 ? 0 : 1),
        oldCount,
        newStart + (newCount == 0 ? 0 : 1),
        newCount,
        lines);
  }

  private static Line line(Kind kind, Integer oldLine, Integer newLine, Piece piece) {
    return new Line(kind, oldLine, newLine, piece.text(), piece.ended());
  }

  /**
   * The new text, made from the old one.
   *
   * @throws IllegalArgumentException when it is not the text that this is a difference of
   */
  public String applyTo(String before) {
    List<Piece> old = Piece.of(before);
    StringBuilder after = new StringBuilder(before.length() + 64);
    int at = 0;
    for (Hunk hunk : hunks) {
      int start = hunk.oldCount() == 0 ? hunk.oldStart() : hunk.oldStart() - 1;
      while (at < start && at < old.size()) {
        append(after, old.get(at).text(), old.get(at).ended());
        at++;
      }
      for (Line line : hunk.lines()) {
        if (line.kind() != Kind.ADDED) {
          Piece there = at < old.size() ? old.get(at) : null;
          if (!new Piece(line.text(), line.ended()).equals(there)) {
            throw new IllegalArgumentException("line " + line.oldLine() + " is another");
          }
          at++;
        }
        if (line.kind() != Kind.REMOVED) {
          append(after, line.text(), line.ended());
        }
      }
    }
    for (Piece piece : old.subList(at, old.size())) {
      append(after, piece.text(), piece.ended());
    }
    return after.toString();
  }

  private static void append(StringBuilder text, String line, boolean ended) {
    text.append(line);
    if (ended) {
      text.append('\n');
    }
  }
}
