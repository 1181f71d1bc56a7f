package app.satchel.ui.settings;

import app.satchel.problem.Problem;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.ProblemPane;
import app.satchel.ui.kit.RowCard;
import app.satchel.ui.kit.Screen;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Theme;
import app.satchel.ui.update.UpdateModel;
import app.satchel.words.Words;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The settings: few, each with a sentence on what it does. */
public final class SettingsView extends Screen {
  private static final Words WORDS = Words.of(SettingsView.class);

  private final SettingsModel model;
  private final Desktop desktop;
  private final VBox trouble = new VBox();

  /**
   * @param places where Satchel keeps its own things
   * @param updates newer versions of it
   */
  public SettingsView(
      SettingsModel model, PlacesModel places, UpdateModel updates, Desktop desktop) {
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
        section(WORDS.text("updates")),
        new UpdatesSection(updates),
        section(WORDS.text("places")),
        new PlacesSection(places, desktop));
    trouble.managedProperty().bind(trouble.visibleProperty());
    for (ReadOnlyObjectProperty<Problem> one :
        List.of(model.problemProperty(), places.problemProperty(), updates.problemProperty())) {
      VBox place = new VBox();
      place.managedProperty().bind(place.visibleProperty());
      trouble.getChildren().add(place);
      Runnable again = one == model.problemProperty() ? model::again : null;
      Subscription watching = one.subscribe(problem -> tell(problem, place, again));
      // What outlives this screen is not to keep it.
      sceneProperty()
          .subscribe(
              (before, now) -> {
                if (now == null) {
                  watching.unsubscribe();
                }
              });
    }
  }

  private void tell(Problem problem, VBox place, Runnable again) {
    place.getChildren().clear();
    if (problem != null) {
      place.getChildren().add(new ProblemPane(problem, desktop, again));
    }
    place.setVisible(problem != null);
    trouble.setVisible(trouble.getChildren().stream().anyMatch(Node::isVisible));
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
            new SettingRow(WORDS.text("look.title"), WORDS.text("look.words"), choices),
            new SettingRow(WORDS.text("motion.title"), WORDS.text("motion.words"), less));
    return card;
  }

  private Node privacy() {
    CheckBox count = new CheckBox();
    count.setAccessibleText(WORDS.text("count.title"));
    count.getStyleClass().add("bare-check");
    model.countingProperty().subscribe(count::setSelected);
    count.setOnAction(event -> model.allowCounting(count.isSelected()));
    RowCard card = new RowCard();
    card.getChildren()
        .add(new SettingRow(WORDS.text("count.title"), WORDS.text("count.words"), count));
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
    return new SettingRow(WORDS.text("pictures.title"), words, end);
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
    card.getChildren().add(new SettingRow(WORDS.text("rules.title"), rules, actions));
    for (SettingsServices.DataDate one : model.services().data()) {
      Label date = Texts.line(day.format(one.date()), "soft");
      date.setMinWidth(USE_PREF_SIZE);
      card.getChildren().add(new SettingRow(one.name(), "", date));
    }
    return card;
  }
}
