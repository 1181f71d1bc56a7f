package app.satchel.ui.skill;

import app.satchel.check.Finding;
import app.satchel.check.Severity;
import app.satchel.ui.kit.CapabilityList;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.skill.Verdict.Tone;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What stands under the tab Review, and how findings are shown. */
final class CheckTabs {
  private static final Words WORDS = Words.of(CheckTabs.class);
  private static final int MAX_ROWS = 200;

  private CheckTabs() {}

  static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.WARN;
      case NOTE -> Tone.INFO;
    };
  }

  static Node findings(List<Finding> findings) {
    List<Node> rows = new ArrayList<>();
    for (Finding finding : findings.stream().limit(MAX_ROWS).toList()) {
      VBox words = new VBox(2, Texts.wrapped(DisplayText.line(finding.message(), 600)));
      if (finding.fix() != null) {
        words
            .getChildren()
            .add(
                Texts.wrapped(
                    WORDS.text("finding.fix", DisplayText.line(finding.fix(), 400)),
                    "soft",
                    "small"));
      }
      words.getChildren().add(Texts.wrapped(place(finding), "soft", "small", "finding-place"));
      rows.add(Rows.row(Rows.icon(tone(finding.severity())), words, null));
    }
    return Rows.card(rows);
  }

  /** Where it was found and by which rule: what somebody needs who looks the rule up. */
  private static String place(Finding finding) {
    if (finding.file() == null || finding.file().isEmpty()) {
      return finding.rule();
    }
    String file = DisplayText.line(finding.file(), 80);
    String place =
        finding.line() == null
            ? file
            : WORDS.text("finding.place", file, finding.line().toString());
    return WORDS.text("finding.rule", place, finding.rule());
  }

  static Node review(PageServices.Review review) {
    VBox all = new VBox(12);
    if (review == null) {
      all.getChildren().add(Rows.card(Texts.wrapped(WORDS.text("waiting"), "soft")));
      return all;
    }
    all.getChildren()
        .addAll(
            Rows.heading(WORDS.text("review.powers-heading")),
            CapabilityList.of(review.capabilities()));
    all.getChildren().add(Rows.heading(WORDS.text("review.findings-heading")));
    all.getChildren()
        .add(
            review.findings().isEmpty()
                ? Rows.card(Texts.wrapped(WORDS.text("review.none"), "soft"))
                : findings(review.findings()));
    return all;
  }
}
