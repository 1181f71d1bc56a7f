package app.satchel.ui.wizard;

import app.satchel.install.delivery.Target;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The wizard's lowest row: what can be done now, and why it does not go on. */
final class WizardFooter extends HBox {
  private static final Words WORDS = StepPane.WORDS;

  private final WizardModel model;
  private final Button cancel;
  private final Button said;
  private final Button back;
  private final Button primary;
  private final Label question = Texts.wrapped(WORDS.text("stop.question"), "semi");
  private final Label hint = Texts.line("", "soft", "small", "wizard-hint");
  private final Button keepGoing;
  private final Button stop;
  private final Button halt;
  private final Node spring = Texts.spring();

  /**
   * @param openSaid shows or hides the box that explains what Claude said
   */
  WizardFooter(WizardModel model, Runnable openSaid) {
    super(10);
    this.model = model;
    getStyleClass().add("wizard-footer");
    setAlignment(Pos.CENTER_LEFT);
    cancel = Texts.button(WORDS.text("cancel"), model::close, "link");
    cancel.setId("wizard-cancel");
    said = Texts.button(WORDS.text("said.open"), openSaid, "link");
    said.setId("wizard-said");
    back = Texts.button(WORDS.text("back"), model::back, "footer-button");
    back.setId("wizard-back");
    primary = Texts.button("", model::next, "primary");
    primary.setId("wizard-next");
    hint.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(hint, Priority.ALWAYS);
    keepGoing = Texts.button(WORDS.text("stop.keep-going"), model::keepGoing, "primary");
    stop = Texts.button(WORDS.text("stop.stop"), model::stopAndClose, "footer-button");
    stop.setId("wizard-stop");
    halt = Texts.button(WORDS.text("cancel"), model::stop, "footer-button");
    halt.setId("wizard-halt");
  }

  /** The way on. */
  Button primary() {
    return primary;
  }

  /** The answer that lets work go on, while that is asked. */
  Button keepGoing() {
    return keepGoing;
  }

  Button said() {
    return said;
  }

  /** Whether it can go on has changed. */
  void canNext(boolean can) {
    primary.setDisable(!can);
    hint.setText(hintWords());
  }

  /** Says what can be done now. */
  void show() {
    hint.setText(hintWords());
    primary.setText(primaryWords(model.stepProperty().get(), model.build().phaseProperty().get()));
    List<Node> controls = controls();
    // A button that is taken out and put back between press and release loses the click.
    if (!controls.equals(getChildren())) {
      getChildren().setAll(controls);
    }
  }

  private List<Node> controls() {
    if (model.askingToStopProperty().get()) {
      return List.of(question, spring, stop, keepGoing);
    }
    Step step = model.stepProperty().get();
    BuildModel.Phase phase = model.build().phaseProperty().get();
    DeliverModel deliver = model.deliverProperty().get();
    boolean building = step == Step.BUILD && model.build().underWay();
    List<Node> controls = new ArrayList<>();
    if (step == Step.DELIVER
        && deliver != null
        && deliver.toSite()
        && deliver.site().equals(Target.CLAUDE_AI)) {
      controls.add(said);
    } else if (step != Step.DELIVER && !building) {
      controls.add(cancel);
    }
    controls.add(hint);
    if (model.canBackProperty().get()) {
      controls.add(back);
    }
    if (building) {
      halt.setDisable(phase == BuildModel.Phase.STOPPING);
      controls.add(halt);
    } else if (step != Step.BUILD || phase != BuildModel.Phase.NOTHING || model.build().refused()) {
      controls.add(primary);
    }
    return controls;
  }

  /** Why it does not go on, when that is the person's turn. */
  private String hintWords() {
    Step step = model.stepProperty().get();
    if (step == Step.NEEDS && !model.plan().unchosen().isEmpty()) {
      String name = model.plan().unchosen().getFirst().name();
      return WORDS.text("hint.choose", DisplayText.line(name, 30));
    }
    if (step == Step.REVIEW && !model.canNextProperty().get()) {
      return model.plan().unseen()
          ? WORDS.text("hint.seen")
          : WORDS.text("hint.accept", model.there());
    }
    if (step == Step.WHERE && model.placeProperty().get() != null && model.target() == null) {
      boolean key = model.placeProperty().get().kind() == Place.Kind.WORKSPACE;
      return WORDS.text(key ? "hint.key" : "hint.folder");
    }
    boolean asking = model.build().phaseProperty().get() == BuildModel.Phase.ASKING;
    return step == Step.BUILD && asking && !model.canNextProperty().get()
        ? WORDS.text("hint.conflict")
        : "";
  }

  private String primaryWords(Step step, BuildModel.Phase phase) {
    return switch (step) {
      case WHERE, NEEDS -> WORDS.text("next");
      case REVIEW -> {
        int count = model.plan().chosen().size();
        yield WORDS.text(
            model.plan().forSite()
                ? "build-zips"
                : model.plan().forWorkspace() ? "send" : "install",
            count);
      }
      case BUILD -> WORDS.text(phase == BuildModel.Phase.ASKING ? "continue" : "again");
      case DELIVER -> WORDS.text("done");
    };
  }
}
