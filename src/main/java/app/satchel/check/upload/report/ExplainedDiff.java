package app.satchel.check.upload.report;

import app.satchel.check.upload.Change;
import app.satchel.check.upload.Repair;
import app.satchel.check.upload.report.LineDiff.Hunk;
import app.satchel.check.upload.report.LineDiff.Kind;
import app.satchel.check.upload.report.LineDiff.Line;
import app.satchel.skill.SkillFolder;
import java.util.ArrayList;
import java.util.List;

/**
 * Before and after of a SKILL.md, with the reason at each change.
 *
 * @param hunks the places that differ, in order
 * @param elsewhere changes that no line shows: of the folder, of other files, of invisible marks
 */
public record ExplainedDiff(List<ExplainedDiff.ExplainedHunk> hunks, List<Change> elsewhere) {
  public ExplainedDiff {
    hunks = List.copyOf(hunks);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * A place that differs, and why.
   *
   * @param reasons in the order of the repair; empty when what was changed elsewhere explains it
   */
  public record ExplainedHunk(Hunk hunk, List<Reason> reasons) {
    public ExplainedHunk {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A change and where to show it.
   *
   * @param line index in {@link Hunk#lines} of the removed or added line that it stands closest to
   */
  public record Reason(Change change, int line) {}

  /** Where a change belongs. */
  private record Spot(int hunk, int line, int distance) {}

  /** Of the SKILL.md as published and as repaired. */
  public static ExplainedDiff of(SkillFolder published, Repair repair) {
    LineDiff diff = LineDiff.of(published.skillMd().text(), repair.skill().skillMd().text());
    return of(diff, published.skillMdFile().path(), repair.changes());
  }

  /**
   * Attaches each change to the hunk that it belongs to.
   *
   * @param diff of the file as published and as repaired
   * @param file the file's path as published
   * @param changes of any file
   */
  public static ExplainedDiff of(LineDiff diff, String file, List<Change> changes) {
    List<List<Reason>> reasons = new ArrayList<>();
    diff.hunks().forEach(_ -> reasons.add(new ArrayList<>()));
    List<Change> elsewhere = new ArrayList<>();
    for (Change change : changes) {
      Spot spot = spot(diff, file, change);
      if (spot == null) {
        elsewhere.add(change);
      } else {
        reasons.get(spot.hunk()).add(new Reason(change, spot.line()));
      }
    }
    List<ExplainedHunk> hunks = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      hunks.add(new ExplainedHunk(diff.hunks().get(i), reasons.get(i)));
    }
    return new ExplainedDiff(hunks, elsewhere);
  }

  private static Spot spot(LineDiff diff, String file, Change change) {
    Spot best = null;
    for (int i = 0; i < diff.hunks().size(); i++) {
      List<Line> lines = diff.hunks().get(i).lines();
      int old = diff.hunks().get(i).oldStart() - 1;
      for (int j = 0; j < lines.size(); j++) {
        Line line = lines.get(j);
        old = line.oldLine() == null ? old : line.oldLine();
        if (line.kind() == Kind.CONTEXT) {
          continue;
        }
        int distance = distance(change, file, line, old);
        if (distance <= LineDiff.CONTEXT && (best == null || distance < best.distance())) {
          best = new Spot(i, j, distance);
        }
      }
    }
    return best;
  }

  /**
   * How far a changed line is from a change; far away when they have nothing to do with each other.
   *
   * @param old the line's own number, or that of the last line before it
   */
  private static int distance(Change change, String file, Line line, int old) {
    if (change.line() == null) {
      // A renamed file is named by the new name wherever the text names it.
      boolean named =
          line.kind() == Kind.REMOVED
              && !change.before().isBlank()
              && line.text().contains(change.before());
      return named ? 0 : Integer.MAX_VALUE;
    }
    if (!change.file().equals(file)) {
      return Integer.MAX_VALUE;
    }
    return line.kind() == Kind.REMOVED
        ? Math.abs(change.line() - old)
        : Math.min(Math.abs(change.line() - old), Math.abs(change.line() - old - 1));
  }
}
