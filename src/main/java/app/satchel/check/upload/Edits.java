package app.satchel.check.upload;

import app.satchel.skill.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The edits that a repair made in the text of SKILL.md, step by step, with the way back. What is
 * not text (the encoding, files, the folder's name) is not in here.
 *
 * @param steps in the order in which they were made
 */
public record Edits(List<Step> steps) {
  public Edits {
    steps = List.copyOf(steps);
  }

  /**
   * Edits made at once, of one text.
   *
   * @param made of the text before; sorted by their place, without overlap
   * @param undoing of the text after: what gives the text before again
   */
  public record Step(List<TextEdit> made, List<TextEdit> undoing) {
    public Step {
      made = List.copyOf(made);
      undoing = List.copyOf(undoing);
    }
  }

  static Edits none() {
    return new Edits(List.of());
  }

  /** These, and a further step. */
  Edits then(String text, List<TextEdit> edits) {
    List<TextEdit> ordered =
        edits.stream().sorted(Comparator.comparingInt(TextEdit::start)).toList();
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(ordered, TextEdit.undoing(text, ordered)));
    return new Edits(more);
  }

  /** The text as published, from the text as repaired. */
  public String undo(String repaired) {
    String text = repaired;
    for (Step step : steps.reversed()) {
      text = TextEdit.apply(text, step.undoing());
    }
    return text;
  }

  /** Where a place in the text as repaired was in the text as published. */
  int published(int place) {
    int at = place;
    for (Step step : steps.reversed()) {
      at = TextEdit.placeBefore(at, step.made());
    }
    return at;
  }
}
