package app.satchel.ui.skill;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Offer;
import app.satchel.check.upload.report.ExplainedDiff;
import app.satchel.check.upload.report.LineDiff;
import app.satchel.check.upload.report.LineDiff.Kind;
import app.satchel.check.upload.report.LineDiff.Line;
import app.satchel.skill.SkillFolder;
import app.satchel.skill.SkillMd;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the difference of a SKILL.md shows, row by row: lines with their numbers, and below each the
 * reason for its change or what a person is asked about it. Bounded, however much has changed.
 *
 * @param file path of the SKILL.md as published
 * @param rows in order; empty when there is nothing to show
 * @param removed lines that go, shown or not
 * @param added lines that come, shown or not
 * @param elsewhere what no line shows: of the folder, of other files, and beyond what is shown
 */
record DiffRows(
    String file, List<DiffRows.Row> rows, int removed, int added, List<DiffRows.Reason> elsewhere) {
  /** Most lines that are shown in all: nobody reads more, and each is a handful of nodes. */
  static final int MOST_LINES = 240;

  /** Most pieces of text in all, for lines of many marks. */
  private static final int MOST_PIECES = 1_000;

  /** Most characters in all, for lines that are long. */
  private static final int MOST_CHARACTERS = 40_000;

  /** Most lines of one side of a change. */
  static final int MOST_IN_A_RUN = 40;

  /** Most reasons between the lines; the others are listed beneath. */
  static final int MOST_REASONS = 60;

  /** As much context as there is. */
  private static final int EVERYTHING = Integer.MAX_VALUE / 4;

  DiffRows {
    rows = List.copyOf(rows);
    elsewhere = List.copyOf(elsewhere);
  }

  /** A row of the difference. */
  sealed interface Row {}

  /**
   * @param oldLine 1-based, null when added
   * @param newLine 1-based, null when removed
   */
  record Text(Kind kind, Integer oldLine, Integer newLine, CodeLine line) implements Row {}

  /**
   * Why something is changed.
   *
   * @param accepted false for what is proposed and not agreed to yet
   * @param echo whether the change itself is listed beneath, and the line only follows it
   */
  record Reason(Change change, boolean accepted, boolean echo) implements Row {}

  /** Lines that stay as they are between two places. */
  record Gap(int lines) implements Row {}

  /** Lines of one side of a change that are not shown. */
  record More(Kind kind, int lines) implements Row {}

  /** Changed lines further on that are not shown. */
  record Rest(int lines) implements Row {}

  /** Of the SKILL.md as published and as an offer makes it. */
  static DiffRows of(SkillFolder published, Offer offer) {
    return new Builder(published, offer).build();
  }

  /** With its byte order mark, which the text alone does not have. */
  private static String text(SkillMd md) {
    return md.encoding() == SkillMd.Encoding.UTF_8_BOM ? "\uFEFF" + md.text() : md.text();
  }

  private static final class Builder {
    private final String file;
    private final List<Line> lines;
    private final boolean[] kept;
    private final Map<Integer, List<Reason>> reasons = new TreeMap<>();
    private final List<Reason> elsewhere = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int shownLines;
    private int shownPieces;
    private int shownCharacters;
    private int shownReasons;
    private int untold;

    Builder(SkillFolder published, Offer offer) {
      file = published.skillMdFile().path();
      String before = text(published.skillMd());
      LineDiff diff = LineDiff.of(before, text(offer.repair().skill().skillMd()), EVERYTHING);
      lines = diff.hunks().isEmpty() ? unchanged(before) : diff.hunks().getFirst().lines();
      kept = new boolean[lines.size()];
      explain(ExplainedDiff.of(diff, file, offer.repair().changes()));
      offer.open().forEach(this::ask);
      for (int i = 0; i < kept.length; i++) {
        if (lines.get(i).kind() != Kind.CONTEXT) {
          keep(i);
        }
      }
    }

    private static List<Line> unchanged(String text) {
      List<Line> all = new ArrayList<>();
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        all.add(new Line(Kind.CONTEXT, number, number, line, true));
      }
      if (all.getLast().text().isEmpty()) {
        // What follows the last line feed is no line.
        all.removeLast();
      }
      return all;
    }

    private void explain(ExplainedDiff explained) {
      explained.elsewhere().forEach(change -> elsewhere.add(new Reason(change, true, false)));
      // With all lines as context there is one hunk, or none.
      explained.hunks().forEach(hunk -> hunk.reasons().forEach(this::explain));
    }

    private void explain(ExplainedDiff.Reason reason) {
      Change change = reason.change();
      if (change.file().equals(file)) {
        at(reason.line(), new Reason(change, true, false));
        return;
      }
      // It stays in the list, so that its box is in one place whether it is ticked or not.
      elsewhere.add(new Reason(change, true, false));
      if (!change.file().isEmpty()) {
        at(reason.line(), new Reason(change, true, true));
      }
    }

    /** Puts a question where the change would be made. */
    private void ask(Change change) {
      Reason question = new Reason(change, false, false);
      int place = -1;
      if (change.file().equals(file) && change.line() != null) {
        for (int i = 0; i < lines.size(); i++) {
          Integer old = lines.get(i).oldLine();
          if (old != null && old <= change.line()) {
            place = i;
          }
        }
      }
      if (place < 0) {
        elsewhere.add(question);
      } else {
        at(place, question);
        keep(place);
      }
    }

    private void at(int line, Reason reason) {
      reasons.computeIfAbsent(line, none -> new ArrayList<>()).add(reason);
    }

    private void keep(int line) {
      int to = Math.min(kept.length - 1, line + LineDiff.CONTEXT);
      for (int i = Math.max(0, line - LineDiff.CONTEXT); i <= to; i++) {
        kept[i] = true;
      }
    }

    DiffRows build() {
      int gap = 0;
      int at = 0;
      while (at < lines.size()) {
        if (!kept[at]) {
          gap++;
          at++;
          continue;
        }
        if (gap > 0 && !rows.isEmpty() && room()) {
          rows.add(new Gap(gap));
        }
        gap = 0;
        if (lines.get(at).kind() == Kind.CONTEXT) {
          show(at, new BitSet());
          at++;
        } else {
          at = run(at);
        }
      }
      if (untold > 0) {
        rows.add(new Rest(untold));
      }
      return new DiffRows(file, rows, count(Kind.REMOVED), count(Kind.ADDED), elsewhere);
    }

    private int count(Kind kind) {
      return (int) lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** Shows what goes and then what comes in one place; returns where that ends. */
    private int run(int from) {
      int middle = side(from, Kind.REMOVED);
      int end = side(middle, Kind.ADDED);
      boolean pairs = middle - from == end - middle;
      side(from, middle, pairs ? middle - from : 0);
      side(middle, end, pairs ? from - middle : 0);
      return end;
    }

    private int side(int from, Kind kind) {
      int end = from;
      while (end < lines.size() && lines.get(end).kind() == kind) {
        end++;
      }
      return end;
    }

    /**
     * @param other how far away the line's other side is; 0 when it has none
     */
    private void side(int from, int end, int other) {
      for (int i = from; i < end; i++) {
        if (i - from == MOST_IN_A_RUN && end - i > 1) {
          if (room()) {
            rows.add(new More(lines.get(i).kind(), end - i));
          } else {
            untold += end - i;
          }
          for (int hidden = i; hidden < end; hidden++) {
            explain(hidden);
          }
          return;
        }
        BitSet part =
            other == 0
                ? new BitSet()
                : LineWords.changed(lines.get(i).text(), lines.get(i + other).text());
        show(i, part);
      }
    }

    private void show(int at, BitSet changed) {
      Line line = lines.get(at);
      if (room()) {
        CodeLine text = CodeLine.of(line.text(), line.ended(), changed);
        shownLines++;
        shownPieces += text.pieces().size();
        shownCharacters += Math.min(line.text().length(), CodeLine.MOST_CHARACTERS);
        rows.add(new Text(line.kind(), line.oldLine(), line.newLine(), text));
      } else if (line.kind() != Kind.CONTEXT) {
        untold++;
      }
      explain(at);
    }

    /** Whether one more line can be shown without keeping a person waiting. */
    private boolean room() {
      return shownLines < MOST_LINES
          && shownPieces < MOST_PIECES
          && shownCharacters < MOST_CHARACTERS;
    }

    private void explain(int line) {
      for (Reason reason : reasons.getOrDefault(line, List.of())) {
        if (room() && shownReasons < MOST_REASONS) {
          shownReasons++;
          rows.add(reason);
        } else if (!reason.echo()) {
          elsewhere.add(reason);
        }
      }
    }
  }
}
