package app.satchel.ui.skill;

import app.satchel.check.cost.ContextCost;
import app.satchel.ui.kit.Figures;
import app.satchel.words.Words;
import javafx.scene.control.Label;

/** What a skill costs an agent's context, in one quiet line. */
final class CostLine extends Label {
  private static final Words WORDS = Words.of(CostLine.class);

  CostLine(ContextCost cost) {
    setId("context-cost");
    getStyleClass().addAll("soft", "small");
    setMinWidth(0);
    setWrapText(true);
    setText(
        cost.always() == 0
            ? WORDS.text("cost.used", figure(cost.whenUsed()))
            : WORDS.text("cost", figure(cost.always()), figure(cost.whenUsed())));
    Explained.by(this, WORDS.text("cost.hint"));
  }

  private static String figure(int tokens) {
    return Figures.exact(ContextCost.rounded(tokens));
  }
}
