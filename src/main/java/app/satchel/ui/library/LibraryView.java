package app.satchel.ui.library;

import app.satchel.ui.kit.Confirm;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Placeholder;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Screen;
import app.satchel.ui.kit.SkillTile;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.ui.library.LibraryServices.Entry;
import app.satchel.words.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What Satchel put on this computer, where, and how to take it back. */
public final class LibraryView extends Screen {
  private static final Words WORDS = Words.of(LibraryView.class);

  private final LibraryModel model;
  private final Desktop desktop;
  private final Clock clock;
  private final Runnable discover;

  /**
   * Shows what is installed and asks for it.
   *
   * @param clock says what today is
   * @param discover goes to where skills are found
   */
  public LibraryView(LibraryModel model, Desktop desktop, Clock clock, Runnable discover) {
    super(WORDS.text("title"), WORDS.text("words"));
    this.model = model;
    this.desktop = desktop;
    this.clock = clock;
    this.discover = discover;
    model.entries().addListener((ListChangeListener<Entry>) change -> fill());
    model.stateProperty().subscribe((before, now) -> fill());
    model.problemProperty().subscribe((before, now) -> fill());
    fill();
    model.refresh();
  }

  private void fill() {
    show();
    if (model.problemProperty().get() != null) {
      boolean unread = model.stateProperty().get() == LibraryModel.State.FAILED;
      add(new ProblemPane(model.problemProperty().get(), desktop, unread ? model::refresh : null));
    }
    switch (model.stateProperty().get()) {
      case LOADING -> add(Texts.status(Tone.SOFT, Icon.RETRY, WORDS.text("loading")));
      case FAILED -> {}
      case READY -> {
        if (model.entries().isEmpty()) {
          add(
              new Placeholder(
                  Icon.EMPTY,
                  WORDS.text("empty"),
                  WORDS.text("empty.words"),
                  List.of(Texts.button(WORDS.text("empty.button"), discover, "primary"))));
        } else {
          RowCard card = new RowCard();
          model.entries().forEach(entry -> card.getChildren().add(row(entry)));
          add(card);
        }
      }
    }
  }

  private Node row(Entry entry) {
    String name = DisplayText.line(entry.name(), 80);
    SkillTile tile = new SkillTile(SkillTile.Size.ROW);
    tile.show(name);
    Label facts = Texts.line(facts(entry), "soft", "small");
    Label folder = Texts.path(entry.folder().toString(), "soft", "code-text");
    HBox head = new HBox(10, Texts.line(name, "strong"), state(entry));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(2, head, facts, folder);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(12, tile, words, actions(entry, name));
    line.setAlignment(Pos.CENTER_LEFT);
    VBox row = new VBox(8, line);
    row.getStyleClass().add("library-row");
    if (entry.state() == LibraryServices.State.CHANGED) {
      Label why = Texts.wrapped(WORDS.text("changed.words"), "soft", "small", "library-note");
      row.getChildren().add(why);
    }
    return row;
  }

  private String facts(Entry entry) {
    StringBuilder facts = new StringBuilder(DisplayText.line(entry.agent(), 40));
    String from = entry.namespace() != null ? entry.namespace() : entry.from();
    if (from != null) {
      facts.append(" \u00B7 ").append(DisplayText.line(from, 80));
    }
    String day = Figures.day(entry.installedAt(), LocalDate.now(clock));
    return facts.append(" \u00B7 ").append(day).toString();
  }

  private static Label state(Entry entry) {
    return switch (entry.state()) {
      case UNCHANGED -> Texts.status(Tone.OK, WORDS.text("unchanged"));
      case CHANGED -> Texts.status(Tone.WARN, WORDS.text("changed"));
      case GONE -> Texts.status(Tone.SOFT, WORDS.text("gone"));
    };
  }

  private Node actions(Entry entry, String name) {
    HBox actions = new HBox(8);
    actions.setAlignment(Pos.CENTER_RIGHT);
    if (entry.state() != LibraryServices.State.GONE) {
      Button show =
          Texts.button(WORDS.text("show"), () -> desktop.show(entry.folder()), "small-button");
      show.setAccessibleText(WORDS.text("show.spoken", name));
      actions.getChildren().add(show);
    }
    if (entry.state() == LibraryServices.State.UNCHANGED) {
      String word = WORDS.text(entry.backup() ? "undo" : "remove");
      Button back = new Button(word);
      back.getStyleClass().add("small-button");
      back.setMinWidth(USE_PREF_SIZE);
      back.setAccessibleText(word + ": " + name);
      back.disableProperty().bind(model.busyProperty());
      back.setOnAction(event -> model.askNeededBy(entry, who -> ask(entry, who, word, actions)));
      actions.getChildren().add(back);
    }
    return actions;
  }

  /**
   * Asks before something goes; who else needs it is said first. Putting an older one back is no
   * loss.
   */
  private void ask(Entry entry, List<String> neededBy, String word, HBox actions) {
    String question = WORDS.text(entry.backup() ? "undo.question" : "remove.question");
    if (!neededBy.isEmpty() && !entry.backup()) {
      String names = DisplayText.line(String.join(", ", neededBy), 80);
      question = WORDS.text("remove.needed", neededBy.size(), names);
    }
    Confirm.ask(actions, question, word, WORDS.text("keep"), () -> model.takeBack(entry));
  }
}
