package app.satchel.ui.wizard;

import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Step 1: where the skill shall go. */
final class WhereStep extends StepPane {
  /** Agents known by name that are listed even when they were not found. */
  private static final String CLAUDE_CODE = "claude-code";

  private final WizardModel model;
  private final Desktop desktop;
  private final VBox list = new VBox();
  private final Map<Place, RadioButton> rows = new LinkedHashMap<>();
  private final Subscription subscription;
  private Node scope;
  private KeyPane keyPane;
  private boolean showAll;

  WhereStep(WizardModel model, Desktop desktop) {
    super("where-step");
    this.model = model;
    this.desktop = desktop;
    list.getStyleClass().add("place-list");
    getChildren()
        .addAll(
            intro(
                WORDS.text("where.title", DisplayText.line(model.name(), NAME)),
                WORDS.text("where.words")),
            list);
    ListChangeListener<Place> found = change -> render();
    model.places().addListener(found);
    subscription =
        model
            .placesProblemProperty()
            .subscribe((before, now) -> render())
            .and(model.placeProperty().subscribe((before, now) -> showChoice()))
            .and(model.projectProperty().subscribe((before, now) -> showChoice()))
            .and(() -> model.places().removeListener(found));
    render();
  }

  @Override
  void leave() {
    endKeyPane();
    subscription.unsubscribe();
  }

  private void endKeyPane() {
    if (keyPane != null) {
      keyPane.leave();
      keyPane = null;
    }
  }

  @Override
  Node firstFocus() {
    return rows.get(model.placeProperty().get());
  }

  /** All rows anew: when the places are known, or more of them are asked for. */
  private void render() {
    rows.clear();
    scope = null;
    list.getChildren().clear();
    if (model.placesProblemProperty().get() != null) {
      list.getChildren()
          .add(new ProblemPane(model.placesProblemProperty().get(), desktop, model::start));
      return;
    }
    if (model.places().isEmpty()) {
      list.getChildren().add(Texts.status(Tone.SOFT, WORDS.text("where.looking")));
      return;
    }
    ToggleGroup group = new ToggleGroup();
    for (Place place : model.places()) {
      if (listed(place)) {
        RadioButton row = row(place);
        row.setToggleGroup(group);
        rows.put(place, row);
        list.getChildren().add(row);
      }
    }
    int hidden = model.places().size() - rows.size();
    if (hidden > 0) {
      list.getChildren()
          .add(Texts.button(WORDS.text("where.more", hidden), this::showAll, "link", "small"));
    }
    showChoice();
  }

  /** The chosen row, with its choice of projects; the rows stay, and with them the focus. */
  private void showChoice() {
    endKeyPane();
    list.getChildren().remove(scope);
    scope = null;
    Place place = model.placeProperty().get();
    RadioButton row = rows.get(place);
    if (row == null) {
      return;
    }
    row.setSelected(true);
    if (place.projectFolder() != null) {
      scope = scope(place);
    } else if (place.kind() == Place.Kind.WORKSPACE) {
      keyPane = new KeyPane(model.key(), model::next, desktop);
      scope = keyPane;
    }
    if (scope != null) {
      list.getChildren().add(list.getChildren().indexOf(row) + 1, scope);
    }
  }

  private void showAll() {
    showAll = true;
    render();
    if (firstFocus() != null) {
      firstFocus().requestFocus();
    }
  }

  private boolean listed(Place place) {
    return showAll
        || place.found()
        || place.kind() != Place.Kind.AGENT
        || place.id().equals(CLAUDE_CODE)
        || place.equals(model.placeProperty().get());
  }

  private RadioButton row(Place place) {
    boolean upload = place.kind() == Place.Kind.SITE;
    boolean workspace = place.kind() == Place.Kind.WORKSPACE;
    Icon icon = upload ? Icon.OPEN : workspace ? Icon.SEND : Icon.SCRIPT;
    StackPane badge = new StackPane(icon.node());
    badge.getStyleClass().add("place-badge");
    String where =
        upload
            ? WORDS.text("where.site", place.name())
            : workspace
                ? WORDS.text("where.workspace")
                : place.folder() == null
                    ? WORDS.text("where.project-only")
                    : WORDS.text("where.agent", shortened(place.folder()));
    VBox words =
        new VBox(
            Texts.line(place.name(), "place-name", "strong"), Texts.line(where, "soft", "small"));
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label state =
        upload
            ? Texts.status(Tone.SOFT, Icon.INFO, WORDS.text("where.by-hand"))
            : workspace
                ? Texts.status(Tone.SOFT, Icon.INFO, WORDS.text("where.developers"))
                : place.found()
                    ? Texts.status(Tone.OK, WORDS.text("where.found"))
                    : Texts.status(Tone.SOFT, WORDS.text("where.not-found"));
    HBox content = new HBox(12, badge, words, state);
    content.setAlignment(Pos.CENTER_LEFT);

    RadioButton row = new RadioButton();
    row.getStyleClass().add("place-row");
    row.setGraphic(content);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(place.name() + ". " + where + ". " + state.getText());
    // A label's graphic keeps its own width; this one fills the row.
    content.setPadding(new Insets(0, 0, 0, 8));
    content.prefWidthProperty().bind(row.widthProperty().subtract(48));
    row.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    row.selectedProperty()
        .subscribe(
            (before, now) -> {
              if (now) {
                model.placeProperty().set(place);
              }
            });
    return row;
  }

  /** For all projects, or for one. */
  private Node scope(Place place) {
    Path project = model.projectProperty().get();
    Label words =
        Texts.line(
            project != null
                ? WORDS.text("where.project", shortened(project.resolve(place.projectFolder())))
                : place.folder() != null ? WORDS.text("where.all") : WORDS.text("where.no-project"),
            "soft");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(8, words);
    if (project != null && place.folder() != null) {
      line.getChildren()
          .add(
              Texts.button(
                  WORDS.text("where.for-all"),
                  () -> model.projectProperty().set(null),
                  "small-button"));
    }
    line.getChildren()
        .add(
            Texts.button(
                WORDS.text(project == null ? "where.choose" : "where.choose-other"),
                () -> choose(project),
                "small-button"));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("place-scope");
    return line;
  }

  /** Up and down walk from place to place, whatever stands between their rows. */
  private void walk(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case DOWN, RIGHT -> 1;
          case UP, LEFT -> -1;
          default -> 0;
        };
    if (step == 0) {
      return;
    }
    event.consume();
    List<Place> shown = List.copyOf(rows.keySet());
    int at = shown.indexOf(model.placeProperty().get());
    Place next = shown.get(Math.clamp(at + step, 0, shown.size() - 1));
    model.placeProperty().set(next);
    rows.get(next).requestFocus();
  }

  private void choose(Path before) {
    desktop
        .chooseFolder(WORDS.text("where.choose-title"), before)
        .ifPresent(model.projectProperty()::set);
  }

  /** A path with the home folder as a tilde. */
  static String shortened(Path path) {
    Path home = Path.of(System.getProperty("user.home"));
    return path.startsWith(home) && !path.equals(home)
        ? "~" + path.getFileSystem().getSeparator() + home.relativize(path)
        : path.toString();
  }
}
