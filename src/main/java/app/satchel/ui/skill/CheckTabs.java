package app.satchel.ui.skill;

import app.satchel.check.Finding;
import app.satchel.check.Severity;
import app.satchel.check.dependency.Dependency;
import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Requirement;
import app.satchel.skill.Namespace;
import app.satchel.ui.kit.CapabilityList;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.skill.Verdict.Tone;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands under the tabs Requirements and Review. */
final class CheckTabs {
  private static final Words WORDS = Words.of(CheckTabs.class);
  private static final int MAX_ROWS = 200;

  private CheckTabs() {}

  static Tone tone(CheckedRequirement.Status status) {
    return switch (status) {
      case MET -> Tone.OK;
      case OUTDATED -> Tone.WARN;
      case MISSING -> Tone.BAD;
      case UNKNOWN -> Tone.INFO;
      case NOT_APPLICABLE -> Tone.PLAIN;
    };
  }

  static String statusWord(CheckedRequirement.Status status) {
    return WORDS.text("status." + status.word());
  }

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

  static Node requirements(
      List<CheckedRequirement> requirements,
      List<Dependency> dependencies,
      Consumer<Namespace> open) {
    VBox all = new VBox(12);
    if (requirements == null) {
      all.getChildren().add(Rows.card(Texts.wrapped(WORDS.text("waiting"), "soft")));
    } else if (requirements.isEmpty()) {
      all.getChildren()
          .add(Rows.card(Texts.wrapped(WORDS.text("requirements.none-words"), "soft")));
    } else {
      List<Node> rows = new ArrayList<>();
      requirements.stream().limit(MAX_ROWS).forEach(one -> rows.add(row(one)));
      all.getChildren()
          .addAll(
              Rows.card(rows), Texts.wrapped(WORDS.text("requirements.claude"), "soft", "small"));
    }
    if (dependencies != null) {
      section(
          all, "needs.heading", dependencies.stream().filter(Dependency::needed).toList(), open);
      section(
          all, "related.heading", dependencies.stream().filter(d -> !d.needed()).toList(), open);
    }
    return all;
  }

  private static Node row(CheckedRequirement one) {
    Requirement requirement = one.requirement();
    Label name =
        Texts.wrapped(
            DisplayText.line(
                requirement.name()
                    + (requirement.version() == null ? "" : " " + requirement.version()),
                120),
            "strong");
    VBox words =
        new VBox(
            1, name, Texts.wrapped(DisplayText.line(requirement.text(), 300), "soft", "small"));
    if (requirement.level() != Requirement.Level.REQUIRED) {
      words
          .getChildren()
          .add(Texts.wrapped(WORDS.text("level." + requirement.level().word()), "soft", "small"));
    }
    Label status = new Label(statusWord(one.status()));
    status.getStyleClass().addAll("semi", Rows.style(tone(one.status())));
    VBox end = new VBox(1, status);
    end.setMinWidth(120);
    end.setMaxWidth(240);
    end.setAlignment(javafx.geometry.Pos.TOP_RIGHT);
    if (one.found() != null) {
      end.getChildren()
          .add(Texts.wrapped(DisplayText.line(one.found(), 120), "soft", "small", "at-right"));
    }
    Node icon = Rows.icon(tone(one.status()));
    return Rows.row(icon == null ? Icon.UNKNOWN.node() : icon, words, end);
  }

  private static void section(
      VBox all, String heading, List<Dependency> dependencies, Consumer<Namespace> open) {
    if (dependencies.isEmpty()) {
      return;
    }
    List<Node> rows = new ArrayList<>();
    for (Dependency dependency : dependencies) {
      String shown = DisplayText.line(dependency.name(), 80);
      Node name = Texts.wrapped(shown, "strong");
      if (dependency.namespace() != null) {
        Hyperlink link = new Hyperlink(shown);
        link.setOnAction(event -> open.accept(dependency.namespace()));
        Label where =
            Texts.wrapped(
                DisplayText.line("@" + dependency.namespace().repository(), 80), "soft", "small");
        name = new VBox(1, link, where);
      }
      String target = dependency.namespace() == null ? "" : dependency.namespace().skill();
      Label state = new Label(WORDS.text("dep." + dependency.status().word(), target));
      Tone tone = tone(dependency.status());
      state.getStyleClass().addAll("semi", Rows.style(tone));
      state.setMinWidth(Region.USE_PREF_SIZE);
      Node icon = Rows.icon(tone);
      rows.add(Rows.row(icon == null ? Icon.PACKAGE.node() : icon, name, state));
    }
    all.getChildren().addAll(Rows.heading(WORDS.text(heading)), Rows.card(rows));
  }

  private static Tone tone(Dependency.Status status) {
    return switch (status) {
      case INCLUDED, INSTALLED, AVAILABLE -> Tone.OK;
      case RENAMED -> Tone.INFO;
      case AMBIGUOUS, MISSING -> Tone.WARN;
    };
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
