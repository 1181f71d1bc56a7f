package app.satchel.ui.sources;

import app.satchel.ui.kit.Confirm;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Screen;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.ui.sources.SourcesModel.Answer;
import app.satchel.ui.sources.SourcesModel.Row;
import app.satchel.words.Words;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where skills come from: the marketplaces, each with its state, and how to add one. */
public final class SourcesView extends Screen {
  private static final Words WORDS = Words.of(SourcesView.class);

  private final SourcesModel model;
  private final Desktop desktop;
  private final RowCard list = new RowCard();
  private final VBox trouble = new VBox();

  /** Shows the list and asks for it. */
  public SourcesView(SourcesModel model, Desktop desktop) {
    super(WORDS.text("title"), WORDS.text("words"));
    this.model = model;
    this.desktop = desktop;
    model.rows().addListener((ListChangeListener<Row>) change -> fill());
    model.problemProperty().subscribe(now -> showProblem());
    show(trouble, list, section(WORDS.text("add")), adding());
    fill();
    model.refresh();
  }

  private void fill() {
    list.getChildren().setAll(model.rows().stream().map(this::row).toList());
    boolean any = !model.rows().isEmpty();
    list.setVisible(any);
    list.setManaged(any);
  }

  private void showProblem() {
    trouble.getChildren().clear();
    boolean any = model.problemProperty().get() != null;
    if (any) {
      trouble.getChildren().add(new ProblemPane(model.problemProperty().get(), desktop, null));
    }
    trouble.setVisible(any);
    trouble.setManaged(any);
  }

  private Node row(Row row) {
    Source source = row.source();
    String name = DisplayText.line(source.name(), 60);
    StackPane badge = new StackPane(icon(source.kind()).node());
    badge.getStyleClass().add("place-badge");
    Label kind =
        Texts.line(
            WORDS.text("kind." + source.kind().name().toLowerCase(Locale.ROOT)), "soft", "small");
    kind.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, Texts.line(name, "strong"), kind);
    head.setAlignment(Pos.BASELINE_LEFT);
    String where =
        source.folder() != null ? source.folder().toString() : source.address().toString();
    Label address = Texts.path(DisplayText.line(where, 200), "soft", "code-text");
    VBox words = new VBox(2, head, address);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    StackPane state = new StackPane();
    state.setAlignment(Pos.CENTER_RIGHT);
    HBox actions = new HBox(8);
    actions.setAlignment(Pos.CENTER_RIGHT);
    HBox line = new HBox(12, badge, words, state, actions);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(8, line);
    box.getStyleClass().add("source-row");
    row.answerProperty().subscribe(answer -> answered(row, answer, box, state, actions));
    return box;
  }

  private void answered(Row row, Answer answer, VBox box, StackPane state, HBox actions) {
    String name = DisplayText.line(row.source().name(), 60);
    box.getChildren().remove(1, box.getChildren().size());
    actions.getChildren().clear();
    switch (answer) {
      case Answer.Waiting() ->
          state
              .getChildren()
              .setAll(Texts.status(Tone.SOFT, Icon.RETRY, WORDS.text("state.waiting")));
      case Answer.Ready(Integer skills) ->
          state
              .getChildren()
              .setAll(
                  Texts.status(
                      Tone.OK,
                      skills == null
                          ? WORDS.text("state.ready")
                          : WORDS.text("state.skills", Figures.exact(skills), skills)));
      case Answer.Failed(var problem) -> {
        state
            .getChildren()
            .setAll(Texts.status(Tone.BAD, Icon.OFFLINE, WORDS.text("state.failed")));
        Label why =
            Texts.wrapped(
                DisplayText.line((problem.what() + " " + problem.next()).strip(), 300),
                "soft",
                "small",
                "source-trouble");
        box.getChildren().add(why);
        Button again = Texts.button(WORDS.text("again"), () -> model.ask(row), "small-button");
        again.setAccessibleText(WORDS.text("again") + ": " + name);
        actions.getChildren().add(again);
      }
    }
    if (row.source().removable()) {
      Button remove = new Button(WORDS.text("remove"));
      remove.getStyleClass().add("small-button");
      remove.setMinWidth(USE_PREF_SIZE);
      remove.setAccessibleText(WORDS.text("remove") + ": " + name);
      remove.setOnAction(
          event ->
              Confirm.ask(
                  actions,
                  WORDS.text("remove.question"),
                  WORDS.text("remove"),
                  WORDS.text("keep"),
                  () -> model.remove(row)));
      actions.getChildren().add(remove);
    }
    actions.setManaged(!actions.getChildren().isEmpty());
  }

  private static Icon icon(Source.Kind kind) {
    return switch (kind) {
      case PUBLIC -> Icon.OPEN;
      case PRIVATE -> Icon.SOURCES;
      case FOLDER -> Icon.FOLDER;
      case SAMPLES -> Icon.PACKAGE;
    };
  }

  private Node adding() {
    TextField field = new TextField();
    field.setPromptText(WORDS.text("add.prompt"));
    field.setAccessibleText(WORDS.text("add.title"));
    field.textProperty().bindBidirectional(model.addressProperty());
    field.setOnAction(event -> model.add());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button add = Texts.button(WORDS.text("add.button"), model::add, "primary");
    add.disableProperty().bind(model.addressProperty().isEmpty().or(model.busyProperty()));
    HBox byAddress = new HBox(8, field, add);
    byAddress.setAlignment(Pos.CENTER_LEFT);
    VBox first =
        new VBox(
            8,
            Texts.wrapped(WORDS.text("add.title"), "semi"),
            Texts.wrapped(WORDS.text("add.words"), "soft", "small"),
            byAddress);

    Button choose =
        Texts.button(
            WORDS.text("serve.button"),
            () -> desktop.chooseFolder(WORDS.text("serve.title"), null).ifPresent(model::serve));
    choose.disableProperty().bind(model.busyProperty());
    VBox words =
        new VBox(
            2,
            Texts.wrapped(WORDS.text("serve.title"), "semi"),
            Texts.wrapped(WORDS.text("serve.words"), "soft", "small"));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox second = new HBox(24, words, choose);
    second.setAlignment(Pos.CENTER_LEFT);
    RowCard card = new RowCard();
    card.getChildren().addAll(first, second);
    return card;
  }
}
