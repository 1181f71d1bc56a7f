package app.satchel.ui.wizard;

import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.install.delivery.DeliveryPlan;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.RequirementRows;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** Step 2: which other skills and which programs the skill needs. */
final class NeedsStep extends StepPane {
  private final WizardModel model;
  private final Desktop desktop;
  private final Subscription subscription;
  private Subscription rows = Subscription.EMPTY;
  private Node first;

  NeedsStep(WizardModel model, Desktop desktop) {
    super("needs-step");
    this.model = model;
    this.desktop = desktop;
    subscription = model.plan().phaseProperty().subscribe(phase -> render());
  }

  @Override
  void leave() {
    subscription.unsubscribe();
    rows.unsubscribe();
  }

  @Override
  Node firstFocus() {
    return first;
  }

  private void render() {
    rows.unsubscribe();
    rows = Subscription.EMPTY;
    first = null;
    getChildren().clear();
    switch (model.plan().phaseProperty().get()) {
      case NONE -> {}
      case WORKING -> showWaiting();
      case FAILED -> {
        title(WORDS.text("needs.failed"));
        ProblemPane pane =
            new ProblemPane(
                model.plan().problemProperty().get(), desktop, () -> model.plan().again());
        first = pane.retryButton();
        getChildren().add(pane);
      }
      case READY -> show(model.plan().preparedProperty().get().plan());
    }
  }

  private String shownName() {
    return DisplayText.line(model.name(), NAME);
  }

  private void title(String words) {
    getChildren().add(intro(WORDS.text("needs.title", shownName()), words));
  }

  private void showWaiting() {
    title(WORDS.text("needs.working"));
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(WORDS.text("needs.working"));
    getChildren().add(bar);
  }

  private void show(DeliveryPlan plan) {
    List<CheckedRequirement> requirements = plan.inspection().requirements().declared();
    List<CheckedRequirement> mentioned = plan.inspection().requirements().mentioned();
    if (plan.dependencies().isEmpty() && requirements.isEmpty() && mentioned.isEmpty()) {
      title(WORDS.text("needs.nothing"));
      getChildren().add(Texts.banner(Tone.OK, WORDS.text("needs.nothing-banner")));
      return;
    }
    title(WORDS.text("needs.words", plan.dependencies().size(), requirements.size()));
    if (!plan.dependencies().isEmpty()) {
      showDependencies(plan);
    }
    if (!requirements.isEmpty() || !mentioned.isEmpty()) {
      getChildren()
          .add(section(WORDS.text(model.plan().repairs() ? "needs.says" : "needs.this-computer")));
      if (model.plan().repairs()) {
        getChildren().add(Texts.banner(Tone.INFO, WORDS.text("needs.sandbox", model.there())));
      }
    }
    if (!requirements.isEmpty()) {
      getChildren().add(new RequirementRows(requirements, desktop::copy));
    }
    if (!mentioned.isEmpty()) {
      getChildren()
          .addAll(
              section(WORDS.text("needs.mentioned")),
              soft(WORDS.text("needs.mentioned-words")),
              new RequirementRows(mentioned, desktop::copy));
    }
  }

  private void showDependencies(DeliveryPlan plan) {
    getChildren().add(section(WORDS.text("needs.skills")));
    if (!plan.unreachable().isEmpty()) {
      String names = DisplayText.line(String.join(", ", plan.unreachable()), 120);
      getChildren()
          .add(
              Texts.banner(
                  Tone.WARN,
                  WORDS.text("needs.unreachable", names),
                  Texts.button(WORDS.text("again"), () -> model.plan().again(), "small-button")));
    }
    RowCard card = new RowCard();
    for (PlannedSkill skill : plan.dependencies()) {
      DependencyRow row = new DependencyRow(model, skill);
      rows = rows.and(row::leave);
      if (first == null) {
        first = row.firstFocus();
      }
      card.getChildren().add(row);
    }
    HBox total = new HBox(8, Icon.PACKAGE.node(), Texts.line("", "soft", "small"));
    total.setAlignment(Pos.CENTER_LEFT);
    rows =
        rows.and(
            model
                .plan()
                .decisionsProperty()
                .subscribe(
                    now ->
                        ((javafx.scene.control.Label) total.getChildren().get(1))
                            .setText(totalWords())));
    getChildren().addAll(card, total);
    for (List<String> cycle : plan.cycles()) {
      String names = DisplayText.line(String.join(" \u2192 ", cycle), 160);
      getChildren().add(soft(WORDS.text("needs.cycle", names)));
    }
    if (!plan.complete()) {
      getChildren().add(Texts.banner(Tone.WARN, WORDS.text("needs.cut")));
    }
  }

  private String totalWords() {
    List<PlannedSkill> chosen = model.plan().chosen();
    long bytes =
        chosen.stream().filter(s -> s.bytes() != null).mapToLong(PlannedSkill::bytes).sum();
    boolean known = chosen.stream().allMatch(skill -> skill.bytes() != null);
    return WORDS.text(
        known ? "needs.total" : "needs.total-at-least",
        chosen.size(),
        app.satchel.ui.kit.Figures.bytes(bytes));
  }
}
