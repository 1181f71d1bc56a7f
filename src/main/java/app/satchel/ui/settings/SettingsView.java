package app.satchel.ui.settings;

import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Screen;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Theme;
import app.satchel.words.Words;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The settings: few, each with a sentence on what it does. */
public final class SettingsView extends Screen {
  private static final Words WORDS = Words.of(SettingsView.class);

  private final SettingsModel model;
  private final Desktop desktop;
  private final VBox trouble = new VBox();

  public SettingsView(SettingsModel model, Desktop desktop) {
    super(WORDS.text("title"), WORDS.text("words"));
    this.model = model;
    this.desktop = desktop;
    show(
        trouble,
        section(WORDS.text("look")),
        look(),
        section(WORDS.text("drawing")),
        new DrawingCard(model),
        section(WORDS.text("privacy")),
        privacy(),
        section(WORDS.text("data")),
        data(),
        section(WORDS.text("about")),
        about());
    trouble.setVisible(false);
    trouble.setManaged(false);
    model
        .problemProperty()
        .subscribe(
            problem -> {
              trouble.setVisible(problem != null);
              trouble.setManaged(problem != null);
              trouble.getChildren().clear();
              if (problem != null) {
                trouble.getChildren().add(new ProblemPane(problem, desktop, model::again));
              }
            });
  }

  private Node look() {
    ToggleGroup group = new ToggleGroup();
    HBox choices = new HBox(6);
    for (Theme.Choice choice : Theme.Choice.values()) {
      ToggleButton button =
          new ToggleButton(WORDS.text("look." + choice.name().toLowerCase(Locale.ROOT)));
      button.getStyleClass().add("chip");
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            // Pressing the chosen one again does not leave none chosen.
            button.setSelected(true);
            model.chooseTheme(choice);
          });
      model.themeProperty().subscribe(now -> button.setSelected(now == choice));
      choices.getChildren().add(button);
    }
    choices.setAlignment(Pos.CENTER_RIGHT);
    RowCard card = new RowCard();
    CheckBox less = new CheckBox();
    less.setId("less-motion");
    less.setAccessibleText(WORDS.text("motion.title"));
    less.getStyleClass().add("bare-check");
    model.lessMotionProperty().subscribe(less::setSelected);
    less.setOnAction(event -> model.moveLess(less.isSelected()));
    card.getChildren()
        .addAll(
            row(WORDS.text("look.title"), WORDS.text("look.words"), choices),
            row(WORDS.text("motion.title"), WORDS.text("motion.words"), less));
    return card;
  }

  private Node privacy() {
    CheckBox count = new CheckBox();
    count.setAccessibleText(WORDS.text("count.title"));
    count.getStyleClass().add("bare-check");
    model.countingProperty().subscribe(count::setSelected);
    count.setOnAction(event -> model.allowCounting(count.isSelected()));
    RowCard card = new RowCard();
    card.getChildren().add(row(WORDS.text("count.title"), WORDS.text("count.words"), count));
    card.getChildren().add(pictures());
    return card;
  }

  private Node pictures() {
    ToggleGroup group = new ToggleGroup();
    HBox choices = new HBox(6);
    for (boolean always : new boolean[] {false, true}) {
      ToggleButton button =
          new ToggleButton(WORDS.text(always ? "pictures.always" : "pictures.ask"));
      button.setId(always ? "pictures-always" : "pictures-ask");
      button.getStyleClass().add("chip");
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.loadPictures(always);
          });
      model.picturesAlwaysProperty().subscribe(now -> button.setSelected(now == always));
      choices.getChildren().add(button);
    }
    choices.setAlignment(Pos.CENTER_RIGHT);
    Button forget =
        Texts.button(WORDS.text("pictures.forget"), model::forgetPicturesGranted, "small-button");
    forget.setId("pictures-forget");
    forget.managedProperty().bind(forget.visibleProperty());
    Label words = Texts.wrapped("", "soft", "small");
    model
        .picturesGrantedProperty()
        .subscribe(
            count -> {
              forget.setVisible(count.intValue() > 0);
              words.setText(WORDS.text("pictures.words", count.intValue()));
            });
    VBox end = new VBox(6, choices, forget);
    end.setAlignment(Pos.CENTER_RIGHT);
    return row(WORDS.text("pictures.title"), words, end);
  }

  private Node data() {
    RowCard card = new RowCard();
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM yyyy");
    Label rules = Texts.wrapped("", "soft", "small");
    Button newer =
        Texts.button(
            WORDS.text("rules.newer"),
            () -> desktop.chooseFile(WORDS.text("rules.choose")).ifPresent(model::useRules),
            "small-button");
    Button back = Texts.button(WORDS.text("rules.back"), model::useBuiltInRules, "small-button");
    back.managedProperty().bind(back.visibleProperty());
    model
        .rulesProperty()
        .subscribe(
            now -> {
              String key = now.builtIn() ? "rules.built-in" : "rules.own";
              rules.setText(WORDS.text(key, day.format(now.date())));
              back.setVisible(!now.builtIn());
            });
    HBox actions = new HBox(8, back, newer);
    actions.setAlignment(Pos.CENTER_RIGHT);
    card.getChildren().add(row(WORDS.text("rules.title"), rules, actions));
    for (SettingsServices.DataDate one : model.services().data()) {
      Label date = Texts.line(day.format(one.date()), "soft");
      date.setMinWidth(USE_PREF_SIZE);
      card.getChildren().add(row(one.name(), "", date));
    }
    return card;
  }

  private Node about() {
    RowCard card = new RowCard();
    card.getChildren().add(place("home", model.services().home()));
    if (model.services().log() != null) {
      card.getChildren().add(place("log", model.services().log()));
    }
    Label version = Texts.line(model.services().version(), "soft");
    version.setMinWidth(USE_PREF_SIZE);
    card.getChildren().add(row(WORDS.text("version"), "", version));
    return card;
  }

  private Node place(String key, Path path) {
    Button copy = new Button(WORDS.text("copy"));
    copy.getStyleClass().add("small-button");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setAccessibleText(WORDS.text("copy") + ": " + WORDS.text(key));
    copy.setOnAction(
        event -> {
          desktop.copy(path.toString());
          copy.setText(WORDS.text("copied"));
        });
    Button show = Texts.button(WORDS.text("show"), () -> desktop.show(path), "small-button");
    show.setAccessibleText(WORDS.text("show") + ": " + WORDS.text(key));
    HBox actions = new HBox(8, copy, show);
    actions.setAlignment(Pos.CENTER_RIGHT);
    Label where = Texts.path(path.toString(), "soft", "code-text");
    return row(WORDS.text(key), where, actions);
  }

  static Node row(String title, String words, Node end) {
    return row(title, words.isEmpty() ? null : Texts.wrapped(words, "soft", "small"), end);
  }

  private static Node row(String title, Node words, Node end) {
    VBox left = new VBox(2, Texts.wrapped(title, "semi"));
    if (words != null) {
      left.getChildren().add(words);
    }
    left.setAlignment(Pos.CENTER_LEFT);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox row = new HBox(24, left, end);
    row.getStyleClass().add("setting-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
