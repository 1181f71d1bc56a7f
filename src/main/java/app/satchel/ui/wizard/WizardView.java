package app.satchel.ui.wizard;

import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.SaidBox;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
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
  private final WizardFooter footer;
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
    footer = new WizardFooter(model, this::openSaid);
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
    subscriptions.add(model.canNextProperty().subscribe(footer::canNext));
    subscriptions.add(model.canBackProperty().subscribe(can -> footer.show()));
    subscriptions.add(model.build().phaseProperty().subscribe((before, now) -> worked()));
    subscriptions.add(
        model
            .plan()
            .phaseProperty()
            .subscribe(
                (before, now) -> {
                  footer.show(); // What has to be chosen is known only now.
                  later(this::focusStep);
                }));
    subscriptions.add(model.plan().decisionsProperty().subscribe(now -> footer.show()));
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
    footer.show();
    later(this::focusStep);
  }

  /**
   * With a scroll bar the content keeps its width: the bar takes its room from the margin. Asked
   * with each step of scrolling; a class that is taken away and given again would undress the whole
   * step while it is laid out.
   */
  private void besideBar() {
    if (pane == null) {
      return;
    }
    boolean bar = scroll.getViewportBounds().getWidth() < scroll.getWidth() - 1;
    List<String> classes = pane.getStyleClass();
    if (bar && !classes.contains("beside-bar")) {
      classes.add("beside-bar");
    } else if (!bar) {
      classes.remove("beside-bar");
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
    footer.show();
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
    boolean seen = first != null && first.getScene() != null && isSeenAtTop(first);
    Node wanted = seen ? first : footer.primary();
    if (wanted.isDisabled() || !wanted.isVisible() || wanted.getScene() == null) {
      // Not the first button: that is Cancel, and Enter must never mean it by accident.
      wanted = card;
    }
    if (byKeyboard) {
      trap.focusVisibly(wanted);
    } else {
      wanted.requestFocus();
    }
    // The pane scrolls for what gets the focus; a step is read from its beginning.
    scroll.setVvalue(0);
  }

  /** Whether a control is in sight while a step is at its beginning: no key may work another. */
  private boolean isSeenAtTop(Node node) {
    overlay.applyCss();
    overlay.layout();
    var bounds = pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    return bounds.getMaxY() <= scroll.getViewportBounds().getHeight();
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
      footer.said().requestFocus();
      return;
    }
    SaidBox box = new SaidBox(model.services().rules());
    pane.getChildren().add(box);
    box.heightProperty().subscribe((before, now) -> later(() -> scroll.setVvalue(1)));
    later(box.field()::requestFocus);
  }

  private void asked(boolean asking) {
    footer.show();
    later(asking ? footer.keepGoing()::requestFocus : this::focusStep);
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
        footer.keepGoing().fire();
      } else if (footer.primary().getScene() != null && !footer.primary().isDisabled()) {
        footer.primary().fire();
      }
    }
  }

  private void move(Node from, boolean forward) {
    if (trap.move(from, forward)) {
      // The way there may have gone by a neighbour, for whom the pane scrolls as well: once it has
      // come to rest, the control that has the focus is what has to be seen.
      later(() -> reveal(host.getScene().getFocusOwner()));
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
