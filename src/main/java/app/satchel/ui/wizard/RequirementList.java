package app.satchel.ui.wizard;

import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Requirement;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a skill says it needs, each with its answer, under the author's own words. */
final class RequirementList extends RowCard {
  private static final Words WORDS = StepPane.WORDS;

  RequirementList(List<CheckedRequirement> requirements) {
    Map<String, VBox> sentences = new LinkedHashMap<>();
    String lastAlternative = null;
    for (CheckedRequirement checked : requirements) {
      String text = DisplayText.line(checked.requirement().text(), 300);
      VBox box =
          sentences.computeIfAbsent(
              text,
              words -> {
                VBox made = new VBox(6);
                made.getStyleClass().add("requirement-row");
                made.getChildren()
                    .add(Texts.wrapped(WORDS.text("requirement.quote", words), "small", "soft"));
                getChildren().add(made);
                return made;
              });
      String alternative = checked.requirement().anyOf();
      if (alternative != null && !alternative.equals(lastAlternative)) {
        box.getChildren().add(Texts.wrapped(WORDS.text("requirement.one-of"), "small", "semi"));
      }
      lastAlternative = alternative;
      box.getChildren().add(row(checked, alternative != null));
    }
  }

  private static HBox row(CheckedRequirement checked, boolean alternative) {
    Requirement requirement = checked.requirement();
    String name = DisplayText.line(requirement.name(), 60);
    if (requirement.version() != null) {
      name += " " + DisplayText.line(requirement.version(), 30);
    }
    Label title = Texts.line(name, "semi");
    Label level =
        Texts.line(WORDS.optional("level." + requirement.level().word()), "soft", "small");
    HBox words = new HBox(8, title, level);
    words.setAlignment(Pos.BASELINE_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, words, answer(checked));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add(alternative ? "requirement-alternative" : "requirement-line");
    return row;
  }

  private static Label answer(CheckedRequirement checked) {
    String found = checked.found() == null ? "" : DisplayText.line(checked.found(), 44);
    Label answer =
        switch (checked.status()) {
          case MET ->
              Texts.status(
                  Tone.OK,
                  found.isEmpty() ? WORDS.text("status.met") : WORDS.text("status.found", found));
          case OUTDATED -> Texts.status(Tone.WARN, WORDS.text("status.outdated", found));
          case MISSING ->
              Texts.status(
                  optional(checked) ? Tone.WARN : Tone.BAD, Icon.BAD, WORDS.text("status.missing"));
          case UNKNOWN -> Texts.status(Tone.SOFT, WORDS.text("status.unknown"));
          case NOT_APPLICABLE ->
              Texts.status(Tone.SOFT, Icon.INFO, WORDS.text("status.not-applicable"));
        };
    return answer;
  }

  private static boolean optional(CheckedRequirement checked) {
    return checked.requirement().level() != Requirement.Level.REQUIRED
        || checked.requirement().anyOf() != null;
  }
}
