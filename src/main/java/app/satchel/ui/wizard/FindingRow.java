package app.satchel.ui.wizard;

import app.satchel.check.Finding;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A finding: how much it matters, in words; what it is; where; what to do. */
final class FindingRow extends VBox {
  private static final Words WORDS = StepPane.WORDS;

  private FindingRow() {
    getStyleClass().add("finding-row");
  }

  static FindingRow of(Finding finding) {
    return of(finding, true, false);
  }

  /** In a review; a serious one has a word of its own. */
  static FindingRow of(Finding finding, boolean serious) {
    return of(finding, true, serious);
  }

  /** Without the word for how much it matters, where that has been said. */
  static FindingRow reason(Finding finding) {
    return of(finding, false, false);
  }

  private static FindingRow of(Finding finding, boolean withSeverity, boolean serious) {
    Tone tone = serious ? Tone.BAD : tone(finding);
    Label severity =
        Texts.status(
            tone, WORDS.text(serious ? "severity.serious" : "severity." + tone.styleClass()));
    severity.getStyleClass().add("finding-severity");
    Label message = Texts.wrapped(DisplayText.line(finding.message(), 400));
    message.setMaxWidth(Double.MAX_VALUE);
    VBox words = new VBox(2, message);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (finding.fix() != null) {
      words.getChildren().add(StepPane.soft(DisplayText.line(finding.fix(), 400)));
    }
    HBox row = new HBox(12, withSeverity ? severity : tone.icon().node(tone.styleClass()), words);
    row.setAlignment(Pos.TOP_LEFT);
    if (finding.file() != null) {
      String place = finding.file() + (finding.line() == null ? "" : ":" + finding.line());
      row.getChildren().add(ReviewStep.place(place));
    }
    FindingRow box = new FindingRow();
    box.getChildren().add(row);
    return box;
  }

  private static Tone tone(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.WARN;
      case NOTE -> Tone.INFO;
    };
  }
}
