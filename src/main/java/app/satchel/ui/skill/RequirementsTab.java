package app.satchel.ui.skill;

import app.satchel.check.dependency.Dependency;
import app.satchel.skill.Namespace;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.RequirementRows;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.skill.PageServices.Answers;
import app.satchel.ui.skill.PageServices.Dependent;
import app.satchel.ui.skill.PageServices.HostChoice;
import app.satchel.ui.skill.Verdict.Tone;
import app.satchel.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What the skill needs, asked of this computer or of claude.ai; the skills that it needs or that
 * are related, as links; and the skills on this computer that need it.
 */
final class RequirementsTab extends VBox {
  private static final Words WORDS = Words.of(RequirementsTab.class);

  /** Skills shown of each sort. */
  private static final int MOST = 100;

  private final NeedsModel model;
  private final Consumer<Namespace> open;
  private final Consumer<String> copy;
  private final ToggleGroup hosts = new ToggleGroup();
  private final VBox answers = new VBox(12);
  private final VBox skills = new VBox(12);

  /**
   * @param open opens another skill's page
   * @param copy puts a text on the clipboard
   */
  RequirementsTab(NeedsModel model, Consumer<Namespace> open, Consumer<String> copy) {
    super(12);
    this.model = model;
    this.open = open;
    this.copy = copy;
    getChildren().addAll(hostRow(), answers, skills);
    model.answersProperty().subscribe(this::showAnswers);
    model.dependenciesProperty().subscribe(_ -> showSkills());
    model.neededByProperty().subscribe(_ -> showSkills());
  }

  /** Where the skill is to work: stays in place, so that the keyboard's focus does too. */
  private Node hostRow() {
    HBox row = new HBox(8, Texts.line(WORDS.text("hosts"), "soft", "small"));
    row.setAlignment(Pos.CENTER_LEFT);
    for (HostChoice host : model.hosts()) {
      String name = host.name().isEmpty() ? WORDS.text("hosts.computer") : host.name();
      ToggleButton button = new ToggleButton(name);
      button.getStyleClass().setAll("chip");
      button.setToggleGroup(hosts);
      button.setUserData(host.id());
      button.setAccessibleText(WORDS.text("hosts.spoken", name));
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.choose(host.id());
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private void showAnswers(Answers now) {
    hosts
        .getToggles()
        .forEach(one -> one.setSelected(now != null && one.getUserData().equals(now.host())));
    answers.getChildren().clear();
    if (now == null) {
      answers.getChildren().add(Rows.card(Texts.wrapped(WORDS.text("waiting"), "soft")));
      return;
    }
    boolean nothing = now.report().declared().isEmpty();
    answers
        .getChildren()
        .add(
            nothing
                ? Rows.card(Texts.wrapped(WORDS.text("requirements.none-words"), "soft"))
                : new RequirementRows(now.report().declared(), copy));
    if (!now.report().mentioned().isEmpty()) {
      answers
          .getChildren()
          .addAll(
              Rows.heading(WORDS.text("mentioned.heading")),
              Texts.wrapped(WORDS.text("mentioned.words"), "soft", "small"),
              new RequirementRows(now.report().mentioned(), copy));
    }
    if (!nothing || !now.report().mentioned().isEmpty()) {
      String words =
          model.hostName().isEmpty()
              ? WORDS.text("requirements.computer-words")
              : WORDS.text("requirements.site-words", model.hostName());
      answers.getChildren().add(Texts.wrapped(words, "soft", "small"));
    }
  }

  private void showSkills() {
    skills.getChildren().clear();
    List<Dependency> known = model.dependenciesProperty().get();
    if (known != null) {
      section("needs.heading", known.stream().filter(Dependency::needed).toList());
      section("related.heading", known.stream().filter(one -> !one.needed()).toList());
    }
    List<Dependent> dependents = model.neededByProperty().get();
    if (!dependents.isEmpty()) {
      List<Node> rows = new ArrayList<>();
      for (Dependent one : dependents.subList(0, Math.min(MOST, dependents.size()))) {
        Label name = Texts.wrapped(DisplayText.line(one.name(), 80), "strong");
        Label where = Texts.line(DisplayText.line(one.agent(), 40), "soft");
        where.setMinWidth(Region.USE_PREF_SIZE);
        rows.add(Rows.row(Icon.PACKAGE.node(), name, where));
      }
      skills.getChildren().addAll(Rows.heading(WORDS.text("needed-by.heading")), Rows.card(rows));
    }
  }

  private void section(String heading, List<Dependency> dependencies) {
    if (dependencies.isEmpty()) {
      return;
    }
    List<Node> rows = new ArrayList<>();
    dependencies.stream().limit(MOST).forEach(one -> rows.add(row(one)));
    skills.getChildren().addAll(Rows.heading(WORDS.text(heading)), Rows.card(rows));
  }

  private Node row(Dependency dependency) {
    String shown = DisplayText.line(dependency.name(), 80);
    VBox words = new VBox(1);
    if (dependency.namespace() == null) {
      words.getChildren().add(Texts.wrapped(shown, "strong"));
    } else {
      words.getChildren().add(link(shown, dependency.namespace()));
      String where = DisplayText.line("@" + dependency.namespace().repository(), 80);
      words.getChildren().add(Texts.wrapped(where, "soft", "small"));
    }
    if (dependency.reason() != null) {
      words.getChildren().add(Texts.wrapped(DisplayText.line(dependency.reason(), 200), "small"));
    }
    if (dependency.status() == Dependency.Status.AMBIGUOUS) {
      dependency.candidates().stream()
          .limit(5)
          .forEach(one -> words.getChildren().add(link(DisplayText.line(one.toString(), 90), one)));
    }
    String target = dependency.namespace() == null ? "" : dependency.namespace().skill();
    Label state = new Label(WORDS.text("dep." + dependency.status().word(), target));
    Tone tone = tone(dependency.status());
    state.getStyleClass().addAll("semi", Rows.style(tone));
    state.setMinWidth(Region.USE_PREF_SIZE);
    return Rows.row(Rows.icon(tone), words, state);
  }

  private Node link(String words, Namespace namespace) {
    Hyperlink link = new Hyperlink(words);
    link.setOnAction(event -> open.accept(namespace));
    return link;
  }

  private static Tone tone(Dependency.Status status) {
    return switch (status) {
      case INCLUDED, INSTALLED, AVAILABLE -> Tone.OK;
      case RENAMED -> Tone.INFO;
      case AMBIGUOUS, MISSING -> Tone.WARN;
    };
  }
}
