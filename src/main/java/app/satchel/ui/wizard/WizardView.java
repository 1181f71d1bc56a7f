package app.satchel.ui.wizard;

import app.satchel.install.delivery.Target;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.SaidBox;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * The wizard: a card over the window with everything behind it out of reach. It is a layer of the
 * window, not a window of its own, so that it moves, scales and is read with it.
 */
public final class WizardView {
  private static final Words WORDS = StepPane.WORDS;

  /** Widest card, and how much of the window stays free around it, in pixels. */
  static final double WIDTH = 720;

  private static final double MARGIN = 32;

  private final StackPane host;
  private final WizardModel model;
  private final Desktop desktop;
  private final Runnable onClosed;

  private final StackPane overlay = new StackPane();
  private final VBox card = new VBox();
  private final Stepper stepper = new Stepper();
  private final ScrollPane scroll = new ScrollPane();
  private final HBox footer = new HBox(10);
  private final Button cancel;
  private final Button said;
  private final Button back;
  private final Button primary;
  private final Label question = Texts.wrapped("", "semi");
  private final Label hint = Texts.line("", "soft", "small", "wizard-hint");
  private final Button keepGoing;
  private final Button stop;
  private final FocusTrap trap = new FocusTrap(card);
  private final Node focusBefore;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private StepPane pane;
  private boolean byKeyboard;

  private WizardView(StackPane host, WizardModel model, Desktop desktop, Runnable onClosed) {
    this.host = host;
    this.model = model;
    this.desktop = desktop;
    this.onClosed = onClosed;
    this.focusBefore = host.getScene() == null ? null : host.getScene().getFocusOwner();
    cancel = Texts.button(WORDS.text("cancel"), this::cancel, "link");
    cancel.setId("wizard-cancel");
    said = Texts.button(WORDS.text("said.open"), this::openSaid, "link");
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
  }

  /**
   * Opens the wizard over a window's content.
   *
   * @param host the layer that fills the window; must be in a scene
   * @param model the way of one skill; is started here
   * @param desktop browser, file manager and clipboard
   * @param onClosed called once, when the wizard has gone
   */
  public static WizardView open(
      StackPane host, WizardModel model, Desktop desktop, Runnable onClosed) {
    WizardView view = new WizardView(host, model, desktop, onClosed);
    view.build();
    return view;
  }

  private void build() {
    Region scrim = new Region();
    scrim.getStyleClass().add("wizard-scrim");
    scroll.getStyleClass().add("wizard-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.viewportBoundsProperty().subscribe(bounds -> besideBar());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    footer.getStyleClass().add("wizard-footer");
    footer.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().add("wizard-card");
    card.getChildren().addAll(stepper, scroll, footer);
    card.setMaxWidth(WIDTH);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.setAccessibleText(WORDS.text("wizard.spoken", DisplayText.line(model.name(), 80)));
    overlay.getStyleClass().add("wizard-overlay");
    overlay.setPadding(new javafx.geometry.Insets(MARGIN));
    overlay.getChildren().addAll(card);
    StackPane layer = new StackPane(scrim, overlay);
    layer.getStyleClass().add("wizard-layer");
    host.getChildren().add(layer);
    // The scroll pane takes its content in once it has its skin; until then nothing in it can be
    // focused.
    layer.applyCss();
    overlay.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    overlay.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> byKeyboard = false);
    // What the wizard does not use must not work the window behind it.
    layer.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
    layer.setOnScroll(javafx.event.Event::consume);

    trap.start(host.getScene());
    subscriptions.add(model.stepProperty().subscribe(step -> enter()));
    subscriptions.add(model.placeProperty().subscribe(place -> showSteps()));
    subscriptions.add(
        model
            .canNextProperty()
            .subscribe(
                can -> {
                  primary.setDisable(!can);
                  hint.setText(hintWords());
                }));
    subscriptions.add(model.canBackProperty().subscribe(can -> showFooter()));
    subscriptions.add(model.build().phaseProperty().subscribe((before, now) -> worked()));
    subscriptions.add(
        model.plan().phaseProperty().subscribe((before, now) -> later(this::focusStep)));
    subscriptions.add(model.plan().decisionsProperty().subscribe(now -> showFooter()));
    subscriptions.add(model.askingToStopProperty().subscribe((before, now) -> asked(now)));
    subscriptions.add(model.deliverProperty().subscribe((before, now) -> showSteps()));
    subscriptions.add(model.closedProperty().subscribe((before, now) -> close(layer)));
    model.start();
  }

  // Steps

  private void enter() {
    if (pane != null) {
      pane.leave();
    }
    pane = paneOf(model.stepProperty().get());
    scroll.setContent(pane);
    besideBar();
    scroll.setVvalue(0);
    showSteps();
    showFooter();
    later(this::focusStep);
  }

  /** With a scroll bar the content keeps its width: the bar takes its room from the margin. */
  private void besideBar() {
    if (pane == null) {
      return;
    }
    boolean bar = scroll.getViewportBounds().getWidth() < scroll.getWidth() - 1;
    pane.getStyleClass().remove("beside-bar");
    if (bar) {
      pane.getStyleClass().add("beside-bar");
    }
  }

  private StepPane paneOf(Step step) {
    return switch (step) {
      case WHERE -> new WhereStep(model, desktop);
      case NEEDS -> new NeedsStep(model, desktop);
      case REVIEW -> new ReviewStep(model, desktop);
      case BUILD -> new BuildStep(model, desktop);
      case DELIVER -> {
        DeliverModel deliver = model.deliverProperty().get();
        yield deliver.toSite()
            ? new UploadStep(model, desktop)
            : deliver.toWorkspace()
                ? new SentStep(model, desktop)
                : new InstalledStep(deliver, model.there(), desktop);
      }
    };
  }

  private void showSteps() {
    Place place = model.placeProperty().get();
    stepper.show(model.stepProperty().get(), place == null || place.kind() == Place.Kind.SITE);
  }

  private void worked() {
    showFooter();
    later(this::focusStep);
  }

  /** After the controls of the new step are in the scene. */
  private static void later(Runnable action) {
    Platform.runLater(action);
  }

  private void focusStep() {
    if (model.closedProperty().get() || model.askingToStopProperty().get()) {
      return;
    }
    Node first = pane.firstFocus();
    Node wanted = first != null && first.getScene() != null ? first : primary;
    if (wanted.isDisabled() || !wanted.isVisible() || wanted.getScene() == null) {
      // Not the first button: that is Cancel, and Enter must never mean it by accident.
      wanted = card;
    }
    if (byKeyboard) {
      trap.focusVisibly(wanted);
    } else {
      wanted.requestFocus();
    }
  }

  // Footer

  private void showFooter() {
    if (model.askingToStopProperty().get()) {
      question.setText(WORDS.text("stop.question"));
      footer.getChildren().setAll(question, Texts.spring(), stop, keepGoing);
      return;
    }
    Step step = model.stepProperty().get();
    BuildModel.Phase phase = model.build().phaseProperty().get();
    DeliverModel deliver = model.deliverProperty().get();
    footer.getChildren().clear();
    boolean uploading =
        step == Step.DELIVER
            && deliver != null
            && deliver.toSite()
            && deliver.site().equals(Target.CLAUDE_AI);
    if (uploading) {
      footer.getChildren().add(said);
    } else if (step != Step.DELIVER && !(step == Step.BUILD && model.build().underWay())) {
      footer.getChildren().add(cancel);
    }
    hint.setText(hintWords());
    footer.getChildren().add(hint);
    if (model.canBackProperty().get()) {
      footer.getChildren().add(back);
    }
    if (step == Step.BUILD && model.build().underWay()) {
      Button halt = Texts.button(WORDS.text("cancel"), model::stop, "footer-button");
      halt.setId("wizard-halt");
      halt.setDisable(phase == BuildModel.Phase.STOPPING);
      footer.getChildren().add(halt);
    } else if (!(step == Step.BUILD
        && phase == BuildModel.Phase.NOTHING
        && !model.build().refused())) {
      primary.setText(primaryWords(step, phase));
      footer.getChildren().add(primary);
    }
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

  private void cancel() {
    model.close();
  }

  private void openSaid() {
    SaidBox open =
        pane.getChildren().stream()
            .filter(SaidBox.class::isInstance)
            .map(SaidBox.class::cast)
            .findFirst()
            .orElse(null);
    if (open != null) {
      pane.getChildren().remove(open);
      said.requestFocus();
      return;
    }
    SaidBox box = new SaidBox(model.services().rules());
    pane.getChildren().add(box);
    box.heightProperty().subscribe((before, now) -> later(() -> scroll.setVvalue(1)));
    later(box.field()::requestFocus);
  }

  private void asked(boolean asking) {
    showFooter();
    later(asking ? keepGoing::requestFocus : this::focusStep);
  }

  // Keyboard

  private void key(KeyEvent event) {
    byKeyboard = true;
    Node focus = host.getScene().getFocusOwner();
    if (event.getCode() == KeyCode.ESCAPE) {
      if (model.askingToStopProperty().get()) {
        model.keepGoing();
      } else {
        model.close();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
      event.consume();
      move(focus, !event.isShiftDown());
    } else if (event.getCode() == KeyCode.ENTER && !(focus instanceof TextInputControl)) {
      event.consume();
      // On a button, Enter means that button; everywhere else, to go on.
      if (focus instanceof Button button) {
        button.fire();
      } else if (model.askingToStopProperty().get()) {
        keepGoing.fire();
      } else if (primary.getScene() != null && !primary.isDisabled()) {
        primary.fire();
      }
    }
  }

  private void move(Node from, boolean forward) {
    if (trap.move(from, forward)) {
      reveal(host.getScene().getFocusOwner());
    }
  }

  /** Scrolls so far that a control can be seen. */
  private void reveal(Node node) {
    if (pane == null || !(node instanceof ButtonBase || node instanceof TextInputControl)) {
      return;
    }
    boolean inPane = false;
    for (Node at = node; at != null; at = at.getParent()) {
      inPane |= at == pane;
    }
    double view = scroll.getViewportBounds().getHeight();
    double all = pane.getHeight();
    if (!inPane || all <= view) {
      return;
    }
    var bounds = pane.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double top = scroll.getVvalue() * (all - view);
    if (bounds.getMinY() - 16 < top) {
      scroll.setVvalue(Math.max(0, bounds.getMinY() - 16) / (all - view));
    } else if (bounds.getMaxY() + 16 > top + view) {
      scroll.setVvalue(Math.min(1, (bounds.getMaxY() + 16 - view) / (all - view)));
    }
  }

  // End

  private void close(Node layer) {
    subscriptions.forEach(Subscription::unsubscribe);
    trap.end();
    pane.leave();
    host.getChildren().remove(layer);
    Scene scene = host.getScene();
    if (focusBefore != null && focusBefore.getScene() == scene) {
      focusBefore.requestFocus();
    }
    onClosed.run();
  }

  /** The card, for tests and for the screenshot tour. */
  Region card() {
    return card;
  }
}
