package app.satchel.ui.skill;

import app.satchel.check.Finding;
import app.satchel.check.upload.Change;
import app.satchel.problem.Problem;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.SaidBox;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * What claude.ai says to a skill: the verdict, what would be changed and why, what remains, and
 * what a person can take along.
 */
final class UploadTab extends VBox {
  private static final Words WORDS = Words.of(UploadTab.class);
  private static final int MAX_ROWS = 200;
  private static final Duration COPIED = Duration.seconds(1.5);

  private final UploadModel model;
  private final Desktop desktop;
  private final VBox verdict = new VBox(8);
  private final VBox changes = new VBox(16);
  private final VBox remaining = new VBox(12);
  private final Button report = new Button(WORDS.text("copy-report"), Icon.COPY.node());
  private final Button patch = new Button(WORDS.text("save-patch"), Icon.INSTALLS.node());
  private final Button said = Texts.button(WORDS.text("said"), this::said, "link");
  private final FlowPane actions = new FlowPane(8, 8, report, patch, said);
  private final VBox outcome = new VBox();
  private final VBox saidPlace = new VBox();
  private final List<ReasonNode> questions = new ArrayList<>();
  private UploadShown.Subject subject;

  UploadTab(UploadModel model, Desktop desktop) {
    super(16);
    this.model = model;
    this.desktop = desktop;
    getStyleClass().add("upload-tab");
    report.setId("copy-report");
    report.setMinWidth(USE_PREF_SIZE);
    report.setOnAction(event -> copyReport());
    patch.setId("save-patch");
    patch.setMinWidth(USE_PREF_SIZE);
    patch.setOnAction(event -> savePatch());
    said.setId("said-something-else");
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.getStyleClass().add("upload-actions");
    model.shownProperty().subscribe(this::show);
    model.savedProperty().subscribe(now -> showOutcome());
    model
        .problemProperty()
        .subscribe(
            now -> {
              if (subject == null) {
                showNothing();
              } else {
                showOutcome();
                questions.forEach(this::asIs);
              }
            });
  }

  private void show(UploadShown shown) {
    if (shown == null) {
      subject = null;
      questions.clear();
      saidPlace.getChildren().clear();
      showNothing();
      return;
    }
    if (shown.subject() == subject) {
      PageScroll.keep(this, this::focusedQuestion, () -> fill(shown));
    } else {
      subject = shown.subject();
      fill(shown);
      getChildren().setAll(verdict, changes, remaining, actions, outcome, saidPlace);
    }
    hideEmpty();
  }

  /** Nothing is known yet, or never will be. */
  private void showNothing() {
    Problem why = model.problemProperty().get();
    getChildren()
        .setAll(
            why == null
                ? Rows.card(Texts.wrapped(WORDS.text("waiting"), "soft"))
                : new ProblemPane(why, desktop, null));
  }

  private void hideEmpty() {
    for (VBox place : List.of(changes, remaining, outcome, saidPlace)) {
      boolean any = !place.getChildren().isEmpty();
      place.setVisible(any);
      place.setManaged(any);
    }
  }

  private void fill(UploadShown shown) {
    ReasonNode focused = focusedQuestion();
    showVerdict(shown);
    showChanges(shown);
    remaining.getChildren().clear();
    boolean errors = shown.remaining().stream().anyMatch(Finding::isError);
    if (!shown.remaining().isEmpty()) {
      remaining
          .getChildren()
          .addAll(
              Rows.heading(WORDS.text(errors ? "remains.errors" : "remains")),
              CheckTabs.findings(shown.remaining()));
    }
    boolean canPatch = !shown.patch().isEmpty();
    patch.setVisible(canPatch);
    patch.setManaged(canPatch);
    if (focused != null) {
      again(focused.change()).requestFocus();
    }
  }

  private void showVerdict(UploadShown shown) {
    Verdict says = shown.verdict();
    Label sentence = Texts.wrapped(says.words(), "verdict-sentence");
    String date = Figures.date(shown.subject().upload().rules().rulesDate());
    VBox words =
        new VBox(2, sentence, Texts.wrapped(WORDS.text("upload.rules", date), "verdict-date"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox icon = new HBox(Rows.icon(says.tone()));
    icon.setMinWidth(USE_PREF_SIZE);
    icon.getStyleClass().add("verdict-mark");
    HBox banner = new HBox(8, icon, words);
    banner.getStyleClass().addAll("verdict-banner", Rows.style(says.tone()));
    verdict.getChildren().setAll(banner);
    if (!shown.subject().whole()) {
      verdict.getChildren().add(Texts.wrapped(WORDS.text("upload.only-text"), "soft", "small"));
    }
  }

  private void showChanges(UploadShown shown) {
    changes.getChildren().clear();
    questions.clear();
    if (!shown.changes()) {
      return;
    }
    if (!shown.offer().proposals().isEmpty()) {
      changes.getChildren().add(invitation(shown));
    }
    if (!shown.diff().rows().isEmpty()) {
      changes.getChildren().add(new DiffBox(shown.diff(), reason -> reason(reason, false)));
    }
    List<DiffRows.Reason> elsewhere = shown.diff().elsewhere();
    if (!elsewhere.isEmpty()) {
      List<Node> rows = new ArrayList<>();
      elsewhere.stream().limit(MAX_ROWS).forEach(reason -> rows.add(elsewhere(reason)));
      if (elsewhere.size() > MAX_ROWS) {
        int more = elsewhere.size() - MAX_ROWS;
        rows.add(Texts.wrapped(WORDS.text("elsewhere.more", more), "soft", "small"));
      }
      boolean only = shown.diff().rows().isEmpty();
      VBox list = new VBox(12, Rows.card(rows));
      if (!only) {
        list.getChildren().addFirst(Rows.heading(WORDS.text("elsewhere")));
      }
      changes.getChildren().add(list);
    }
  }

  /** What ticking does, and that it does nothing else. */
  private Node invitation(UploadShown shown) {
    Label words = Texts.wrapped(WORDS.text("upload.try"), "soft", "small");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(16, words);
    row.setAlignment(Pos.TOP_LEFT);
    if (shown.offer().proposals().size() > 1) {
      boolean open = !shown.offer().open().isEmpty();
      row.getChildren()
          .add(
              Texts.button(
                  WORDS.text(open ? "upload.try-all" : "upload.try-none"),
                  open ? model::acceptAll : model::acceptNone,
                  "link",
                  "small"));
    }
    return row;
  }

  private ReasonNode reason(DiffRows.Reason reason, boolean alone) {
    ReasonNode node = new ReasonNode(reason, model::accept, alone);
    if (node.tick() != null) {
      questions.add(node);
    }
    return node;
  }

  private Node elsewhere(DiffRows.Reason reason) {
    ReasonNode node = reason(reason, true);
    String file = reason.change().file();
    Label place =
        file.isEmpty()
            ? Texts.line(WORDS.text("elsewhere.folder"), "soft", "small", "semi")
            : Texts.path(DisplayText.line(file, 120), "code-text", "soft");
    return new VBox(4, place, node);
  }

  /** Puts a box back to what is shown when a wish could not be followed. */
  private void asIs(ReasonNode question) {
    UploadShown shown = model.shownProperty().get();
    question.tick().setSelected(shown.offer().accepted().contains(question.change()));
  }

  private ReasonNode focusedQuestion() {
    return questions.stream().filter(one -> one.tick().isFocused()).findFirst().orElse(null);
  }

  /** The box of a question in what is shown now; the button below when it is asked no more. */
  private Node again(Change change) {
    return questions.stream()
        .filter(one -> one.change().equals(change))
        .map(one -> (Node) one.tick())
        .findFirst()
        .orElse(report);
  }

  private void copyReport() {
    desktop.copy(model.shownProperty().get().report());
    copied(report, WORDS.text("copy-report"));
  }

  private static void copied(Button button, String words) {
    button.setText(WORDS.text("copied"));
    PauseTransition back = new PauseTransition(COPIED);
    back.setOnFinished(event -> button.setText(words));
    back.play();
  }

  private void savePatch() {
    String name = model.shownProperty().get().subject().skill().displayName();
    desktop
        .saveFile(WORDS.text("save-patch.title"), SkillPatch.fileName(name))
        .ifPresent(model::save);
  }

  private void said() {
    if (saidPlace.getChildren().isEmpty()) {
      SaidBox box = new SaidBox(subject.upload().rules());
      saidPlace.getChildren().setAll(box);
      hideEmpty();
      box.field().requestFocus();
      PageScroll.reveal(saidPlace);
    } else {
      saidPlace.getChildren().clear();
      hideEmpty();
    }
  }

  private void showOutcome() {
    outcome.getChildren().clear();
    if (model.problemProperty().get() != null) {
      outcome.getChildren().add(new ProblemPane(model.problemProperty().get(), desktop, null));
    } else if (model.savedProperty().get() != null) {
      outcome.getChildren().add(saved(model.savedProperty().get()));
    }
    hideEmpty();
    if (!outcome.getChildren().isEmpty()) {
      PageScroll.reveal(outcome);
    }
  }

  private Node saved(UploadModel.Saved saved) {
    Label command = Texts.wrapped(saved.command(), "code-text", "reason-code");
    Button copy = new Button(WORDS.text("saved.copy"));
    copy.setOnAction(
        event -> {
          desktop.copy(saved.command());
          copied(copy, WORDS.text("saved.copy"));
        });
    VBox box =
        new VBox(
            8,
            Rows.row(
                Icon.OK.node("ok"),
                Texts.wrapped(
                    WORDS.text("saved", DisplayText.line(saved.file().toString(), 400)), "semi"),
                null),
            Texts.wrapped(saved.hint(), "soft"),
            command);
    model
        .shownProperty()
        .get()
        .patch()
        .notes()
        .forEach(note -> box.getChildren().add(Texts.wrapped(note, "soft", "small")));
    box.getChildren()
        .add(
            new FlowPane(
                8,
                8,
                copy,
                Texts.button(WORDS.text("saved.show"), () -> desktop.show(saved.file()))));
    box.getStyleClass().addAll("card", "saved-patch");
    return box;
  }
}
