package app.satchel.ui.opened;

import app.satchel.opening.Opening;
import app.satchel.problem.Problem;
import app.satchel.problem.ProblemKind;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Placeholder;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.opened.OpenedModel.State;
import app.satchel.ui.skill.SkillPageView;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The place of what was opened with Satchel: the page, or what stands in its way, and beside it the
 * list when there is more than one.
 */
public final class OpenedView extends BorderPane {
  private static final Words WORDS = Words.of(OpenedView.class);

  /** Below this width the list stands above the page. */
  private static final double NARROW = 820;

  private static final double LIST_WIDTH = 300;
  private static final double LIST_HEIGHT = 216;

  private static final String ABOVE = "above";

  private final OpenedModel model;
  private final SkillPageView page;
  private final ListView<Opening> list = new ListView<>();
  private final Label count = Texts.line("", "soft", "small");
  private final VBox listBox = new VBox();
  private final StackPane instead = new StackPane();
  private boolean following;

  public OpenedView(OpenedModel model, SkillPageView page) {
    this.model = model;
    this.page = page;
    getStyleClass().addAll("screen", "opened-screen");
    instead.getStyleClass().add("opened-instead");
    list.setId("opened-list");
    list.setItems(model.openings());
    list.setCellFactory(_ -> new OpenedCell(model::state));
    Label heading = Texts.asHeading(Texts.line(WORDS.text("list.title"), "strong"), 2);
    VBox head = new VBox(heading, count);
    head.getStyleClass().add("opened-head");
    listBox.getChildren().addAll(head, list);
    listBox.getStyleClass().addAll("discover", "opened-list");
    VBox.setVgrow(list, Priority.ALWAYS);
    setCenter(new StackPane(page, instead));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (before, now) -> {
              if (!following && now != null) {
                model.selectedProperty().set(now);
              }
            });
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    model.selectedProperty().subscribe(_ -> select());
    model.stateProperty().subscribe(this::show);
    model.openings().addListener((ListChangeListener<Opening>) _ -> arrange());
    widthProperty().subscribe(_ -> arrange());
    arrange();
  }

  /** The page. */
  public SkillPageView pageNode() {
    return page;
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      event.consume();
      model.dismiss();
    }
  }

  private void select() {
    following = true;
    if (model.selectedProperty().get() == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(model.selectedProperty().get());
      list.scrollTo(model.selectedProperty().get());
    }
    following = false;
  }

  private void arrange() {
    int size = model.openings().size();
    count.setText(WORDS.text("list.count", size));
    list.setAccessibleText(WORDS.text("list.accessible", size));
    boolean narrow = getWidth() > 0 && getWidth() < NARROW;
    Node left = size > 1 && !narrow ? listBox : null;
    Node top = size > 1 && narrow ? listBox : null;
    if (getLeft() != left || getTop() != top) {
      setLeft(null);
      setTop(null);
      setLeft(left);
      setTop(top);
      listBox.getStyleClass().remove(ABOVE);
      if (narrow) {
        listBox.getStyleClass().add(ABOVE);
      }
      listBox.setPrefWidth(narrow ? USE_COMPUTED_SIZE : LIST_WIDTH);
      listBox.setMinWidth(narrow ? 0 : LIST_WIDTH);
      listBox.setPrefHeight(narrow ? LIST_HEIGHT : USE_COMPUTED_SIZE);
    }
  }

  private void show(State state) {
    list.refresh();
    Node shown =
        switch (state) {
          case null -> nothing();
          case State.Waiting _, State.Loading _ -> loading();
          case State.Ready _ -> null;
          case State.Asking asking ->
              new SourceQuestion(asking.link(), asking.address(), model::allow, model::dismiss);
          case State.Failed(Problem problem) -> failed(problem);
        };
    page.setVisible(shown == null);
    instead.setVisible(shown != null);
    if (shown == null) {
      instead.getChildren().clear();
    } else {
      instead.getChildren().setAll(shown);
    }
    if (shown instanceof SourceQuestion question) {
      question.focus();
    }
  }

  private static Node nothing() {
    return new Placeholder(
        Icon.PACKAGE, WORDS.text("nothing.title"), WORDS.text("nothing.words"), List.of());
  }

  private Node loading() {
    String name = OpenedCell.name(model.selectedProperty().get());
    return new Placeholder(Icon.PACKAGE, WORDS.text("loading", name), "", List.of());
  }

  private Node failed(Problem problem) {
    List<Button> actions = new ArrayList<>();
    Opening opening = model.selectedProperty().get();
    if (!(opening instanceof Opening.Unusable)) {
      Button retry = new Button(WORDS.text("failed.retry"), Icon.RETRY.node());
      retry.setOnAction(_ -> model.retry());
      actions.add(retry);
    }
    actions.add(Texts.button(WORDS.text("failed.close"), model::dismiss));
    boolean network = problem.kind() == ProblemKind.NETWORK;
    Placeholder said = Placeholder.of(network ? Icon.OFFLINE : Icon.WARN, problem, actions);
    if (opening instanceof Opening.Unusable unusable) {
      // What was given: whoever clicked a link recognises it, and sees what is wrong with it.
      Label given = Texts.wrapped(unusable.word(), "code-text", "given");
      said.getChildren().add(3, given);
    }
    return said;
  }
}
