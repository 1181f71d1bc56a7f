package app.satchel.ui.wizard;

import app.satchel.check.Finding;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.Delivered;
import app.satchel.install.delivery.DeliveryListener.Stage;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.SkillTile;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Step 4: the work, with numbers; or what stands in its way. */
final class BuildStep extends StepPane {
  private final WizardModel model;
  private final Desktop desktop;
  private final Subscription subscription;
  private Subscription rows = Subscription.EMPTY;
  private Node first;

  BuildStep(WizardModel model, Desktop desktop) {
    super("build-step");
    this.model = model;
    this.desktop = desktop;
    subscription = model.build().phaseProperty().subscribe(phase -> render());
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
    switch (model.build().phaseProperty().get()) {
      case ASKING -> showConflicts();
      case WORKING -> showWork();
      case STOPPING -> {
        if (!getChildren().isEmpty()) {
          ((Label) ((VBox) getChildren().getFirst()).getChildren().getFirst())
              .setText(WORDS.text("build.stopping"));
        }
      }
      case STOPPED -> showStopped();
      case FAILED -> showProblem();
      case NOTHING -> showNothing();
      case DONE -> {}
    }
  }

  private void reset() {
    rows.unsubscribe();
    rows = Subscription.EMPTY;
    first = null;
    getChildren().clear();
  }

  // What lies there already

  private void showConflicts() {
    reset();
    getChildren()
        .addAll(
            intro(
                WORDS.text("conflict.title", model.plan().conflicts().size()),
                WORDS.text("conflict.words" + kind())));
    for (PlannedSkill skill : model.plan().conflicts()) {
      getChildren().add(conflict(skill));
    }
  }

  /** What the words about this sort of target end in. */
  private String kind() {
    return model.plan().forSite() ? "-zip" : model.plan().forWorkspace() ? "-workspace" : "";
  }

  private Node conflict(PlannedSkill skill) {
    String name = DisplayText.line(skill.name(), 80);
    ToggleGroup group = new ToggleGroup();
    RadioButton keep = option(group, skill, Decisions.OnExisting.KEEP, WORDS.text("conflict.keep"));
    RadioButton replace =
        option(group, skill, Decisions.OnExisting.REPLACE, WORDS.text("conflict.replace" + kind()));
    keep.setAccessibleText(name + ": " + keep.getText());
    replace.setAccessibleText(name + ": " + replace.getText());
    if (first == null) {
      first = keep;
    }
    VBox card = new VBox(6, Texts.line(name, "strong"));
    if (skill.destination() != null) {
      String path = WhereStep.shortened(skill.destination());
      card.getChildren().add(Texts.path(path, "soft", "code-text"));
    }
    card.getChildren().addAll(keep, replace);
    card.getStyleClass().addAll("card", "conflict-card");
    return card;
  }

  private RadioButton option(
      ToggleGroup group, PlannedSkill skill, Decisions.OnExisting what, String words) {
    RadioButton option = new RadioButton(words);
    option.setToggleGroup(group);
    option.setSelected(model.plan().decisionsProperty().get().onExisting().get(skill.id()) == what);
    option
        .selectedProperty()
        .subscribe(
            (before, now) -> {
              if (now) {
                model.plan().onExisting(skill, what);
              }
            });
    return option;
  }

  // The work

  private void showWork() {
    reset();
    int count = model.build().rows().size();
    Label done = Texts.wrapped("", "soft");
    RowCard card = new RowCard();
    for (BuildModel.Row row : model.build().rows()) {
      card.getChildren().add(workRow(row));
      rows =
          rows.and(
              row.atProperty()
                  .subscribe(
                      at -> done.setText(WORDS.text("build.count", model.build().ended(), count))));
    }
    getChildren().addAll(intro(heading(WORDS.text("build.title" + kind(), count)), done), card);
  }

  private Node workRow(BuildModel.Row row) {
    String name = DisplayText.line(row.skill().name(), 80);
    SkillTile tile = new SkillTile(SkillTile.Size.SMALL);
    tile.show(name);
    Label title = Texts.line(name, "strong");
    Label stage = Texts.line("", "soft", "small");
    ProgressBar bar = new ProgressBar(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(name);
    VBox words = new VBox(3, title, stage, bar);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    StackPane end = new StackPane();
    end.getStyleClass().add("work-end");
    HBox line = new HBox(12, tile, words, end);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("work-row");
    rows =
        rows.and(
            row.atProperty()
                .subscribe(
                    at -> {
                      stage.setText(stageWords(at));
                      bar.setProgress(fraction(at));
                      bar.setAccessibleText(name + ": " + stage.getText());
                      if (at.stage() == Stage.DONE) {
                        end.getChildren().setAll(Icon.OK.node("ok"));
                      } else if (at.stage() == Stage.SKIPPED) {
                        end.getChildren().setAll(Icon.INFO.node());
                      } else {
                        end.getChildren().clear();
                      }
                    }));
    return line;
  }

  static String stageWords(BuildModel.At at) {
    if (at.stage() == null) {
      return WORDS.text("stage.waiting");
    }
    String key = "stage." + at.stage().word();
    if (at.ended() || at.done() == 0 && at.total() < 0) {
      return WORDS.text(key);
    }
    boolean bytes = at.stage() == Stage.FETCH || at.stage() == Stage.SEND;
    String done = bytes ? Figures.bytes(at.done()) : Figures.exact(at.done());
    if (at.total() < 0) {
      return WORDS.text(key) + " \u00B7 " + done;
    }
    String total = bytes ? Figures.bytes(at.total()) : Figures.exact(at.total());
    return WORDS.text(key) + " \u00B7 " + WORDS.text("stage.of", done, total);
  }

  /** How much of one skill's work is done: fetching is the longest part. */
  static double fraction(BuildModel.At at) {
    if (at.stage() == null) {
      return 0;
    }
    double part = at.total() > 0 ? Math.clamp((double) at.done() / at.total(), 0, 1) : 0;
    return switch (at.stage()) {
      case FETCH -> 0.6 * part;
      case REPAIR -> 0.6 + 0.05 * part;
      case BUILD -> 0.65 + 0.15 * part;
      case VERIFY -> 0.8 + 0.15 * part;
      case SEND -> 0.65 + 0.3 * part;
      case PLACE -> 0.95;
      case DONE, SKIPPED -> 1;
    };
  }

  // How it ended

  private void showStopped() {
    reset();
    getChildren().add(intro(WORDS.text("build.stopped"), WORDS.text("build.stopped-words")));
  }

  private void showProblem() {
    reset();
    ProblemPane pane = new ProblemPane(model.build().problemProperty().get(), desktop, null);
    getChildren().addAll(intro(WORDS.text("build.failed"), WORDS.text("build.failed-words")), pane);
  }

  private void showNothing() {
    reset();
    Delivered delivered = model.build().deliveredProperty().get();
    boolean refused =
        delivered.skipped().stream()
            .anyMatch(skipped -> skipped.reason() == Delivered.Reason.REFUSED);
    getChildren()
        .add(
            intro(
                WORDS.text(refused ? "build.refused" : "build.nothing", model.there()),
                WORDS.text(refused ? "build.refused-words" : "build.nothing-words")));
    delivered.skipped().stream()
        .filter(skipped -> skipped.reason() != Delivered.Reason.LEFT_OUT)
        .filter(skipped -> skipped.reason() != Delivered.Reason.NOT_NEEDED)
        .forEach(skipped -> getChildren().add(new SkippedCard(skipped, desktop)));
    ProposalModel proposals =
        model.plan().proposals(model.plan().preparedProperty().get().plan().root());
    if (refused && !proposals.offerProperty().get().proposals().isEmpty()) {
      ProposalList list = new ProposalList(proposals, desktop);
      rows = list::leave;
      first = list.firstFocus();
      getChildren().addAll(section(WORDS.text("review.proposals")), list);
    }
  }

  /** A skill that was not delivered, and why. */
  static final class SkippedCard extends VBox {
    SkippedCard(Delivered.Skipped skipped, Desktop desktop) {
      getStyleClass().addAll("card", "skipped-card");
      String name = DisplayText.line(skipped.skill().name(), 80);
      boolean bad =
          skipped.reason() == Delivered.Reason.REFUSED
              || skipped.reason() == Delivered.Reason.FAILED;
      Label state =
          Texts.status(
              bad ? Tone.BAD : Tone.WARN, WORDS.text("skipped." + skipped.reason().word()));
      HBox head = new HBox(12, Texts.line(name, "strong"), Texts.spring(), state);
      head.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(head);
      if (skipped.report() != null) {
        skipped.report().findings().stream()
            .filter(Finding::isError)
            .forEach(finding -> getChildren().add(FindingRow.reason(finding)));
      }
      if (skipped.problem() != null) {
        getChildren().add(new ProblemPane(skipped.problem(), desktop, null));
      }
    }
  }
}
