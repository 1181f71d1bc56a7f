package app.satchel.ui.wizard;

import app.satchel.check.dependency.Dependency;
import app.satchel.install.delivery.Candidate;
import app.satchel.install.delivery.Decisions;
import app.satchel.install.delivery.PlannedSkill;
import app.satchel.skill.Namespace;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.SkillTile;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * One needed skill, as deep in the tree as it stands: what, why, from where, how large, and whether
 * it shall come along.
 */
final class DependencyRow extends VBox {
  private static final Words WORDS = StepPane.WORDS;

  /** Candidates offered for a name; further ones are hardly meant. */
  private static final int CANDIDATES = 5;

  /** Pixels that each level of the tree is further right. */
  private static final double INDENT = 28;

  private static final int DEEPEST_SHOWN = 4;

  private final WizardModel model;
  private final PlannedSkill skill;
  private final CheckBox wanted = new CheckBox();
  private Subscription subscription = Subscription.EMPTY;

  DependencyRow(WizardModel model, PlannedSkill skill) {
    this.model = model;
    this.skill = skill;
    getStyleClass().add("dependency-row");
    getChildren().add(head());
    double depth = INDENT * Math.min(DEEPEST_SHOWN, skill.need().depth() - 1);
    VBox.setMargin(getChildren().getFirst(), new Insets(0, 0, 0, depth));
    switch (skill.status()) {
      case RENAMED, AMBIGUOUS -> getChildren().add(choice());
      case MISSING ->
          getChildren().add(indented(StepPane.soft(WORDS.text("dependency.missing-words"))));
      case INSTALLED -> {
        if (model.plan().forSite()) {
          getChildren().add(indented(StepPane.soft(WORDS.text("dependency.there-words"))));
        }
      }
      case INCLUDED, AVAILABLE -> {}
    }
  }

  void leave() {
    subscription.unsubscribe();
  }

  /** The control of this row, or null when there is nothing to decide. */
  Node firstFocus() {
    return decidable() ? wanted : null;
  }

  private boolean decidable() {
    return skill.status() != Dependency.Status.MISSING
        && skill.status() != Dependency.Status.INSTALLED;
  }

  private HBox head() {
    String name = DisplayText.line(skill.name(), 80);
    SkillTile tile = new SkillTile(SkillTile.Size.SMALL);
    tile.show(name);
    boolean renamed = skill.status() == Dependency.Status.RENAMED;
    String asked = DisplayText.line(skill.need().asked(), 60);
    Label title =
        Texts.line(renamed ? WORDS.text("dependency.now-called", asked, name) : name, "strong");
    VBox words = new VBox(title, Texts.line(facts(), "soft", "small"));
    if (skill.need().reason() != null) {
      String reason = DisplayText.line(skill.need().reason(), 160);
      words.getChildren().add(1, Texts.wrapped(reason, "small"));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label state = state();
    HBox head = new HBox(12, box(name, state.getText()), tile, words, state);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node box(String name, String state) {
    wanted.setAccessibleText(WORDS.text("dependency.take", name) + ". " + state + ". " + facts());
    if (!decidable()) {
      // Keeps the rows aligned where there is nothing to tick.
      StackPane space = new StackPane();
      space.getStyleClass().add("check-space");
      return space;
    }
    wanted.getStyleClass().add("bare-check");
    subscription =
        model.plan().decisionsProperty().subscribe(now -> wanted.setSelected(now.wanted(skill)));
    wanted.setOnAction(event -> model.plan().want(skill, wanted.isSelected()));
    return wanted;
  }

  private String facts() {
    StringBuilder facts = new StringBuilder();
    List<String> by = skill.need().by();
    if (!by.isEmpty()) {
      facts.append(WORDS.text("dependency.needed-by", DisplayText.line(String.join(", ", by), 80)));
    }
    if (!skill.from().isEmpty()) {
      facts
          .append(facts.isEmpty() ? "" : " \u00B7 ")
          .append(WORDS.text("dependency.from", DisplayText.line(skill.from(), 60)));
    }
    if (skill.bytes() != null) {
      facts.append(" \u00B7 ").append(Figures.bytes(skill.bytes()));
      if (skill.files() != null) {
        facts.append(" \u00B7 ").append(WORDS.text("files", skill.files()));
      }
    }
    return facts.toString();
  }

  private Label state() {
    return switch (skill.status()) {
      case INCLUDED -> Texts.status(Tone.OK, WORDS.text("dependency.included"));
      case INSTALLED -> {
        String key = model.plan().forSite() ? "dependency.there" : "dependency.installed";
        yield Texts.status(Tone.OK, WORDS.text(key));
      }
      case AVAILABLE -> Texts.status(Tone.INFO, Icon.INSTALLS, WORDS.text("dependency.available"));
      case RENAMED -> Texts.status(Tone.WARN, WORDS.text("dependency.renamed"));
      case AMBIGUOUS -> Texts.status(Tone.WARN, WORDS.text("dependency.ambiguous"));
      case MISSING -> Texts.status(Tone.BAD, WORDS.text("dependency.missing"));
    };
  }

  private Node choice() {
    boolean renamed = skill.status() == Dependency.Status.RENAMED;
    VBox box = new VBox(4);
    box.getChildren()
        .add(
            StepPane.soft(
                renamed
                    ? WORDS.text("dependency.renamed-words")
                    : WORDS.text("dependency.ambiguous-words")));
    ToggleGroup group = new ToggleGroup();
    for (Candidate candidate : offered()) {
      RadioButton option = new RadioButton(DisplayText.line(candidate.namespace().toString(), 90));
      option.getStyleClass().add("candidate");
      option.setMnemonicParsing(false);
      option.setToggleGroup(group);
      option
          .selectedProperty()
          .subscribe(
              (before, now) -> {
                if (now && !candidate.namespace().equals(chosen())) {
                  model.plan().choose(skill, candidate.namespace());
                }
              });
      option.setSelected(candidate.namespace().equals(chosen()));
      box.getChildren().add(option);
      String comparison = comparison(candidate);
      if (!comparison.isEmpty()) {
        Label facts = Texts.wrapped(comparison, "soft", "small", "candidate-facts");
        option.setAccessibleText(option.getText() + ". " + comparison);
        box.getChildren().add(facts);
      }
    }
    return indented(box);
  }

  /** The skill that was found first, and the others that the name could mean. */
  private List<Candidate> offered() {
    Stream<Candidate> first =
        skill.namespace() == null
            ? Stream.empty()
            : Stream.of(
                skill.listing() == null
                    ? Candidate.of(skill.namespace())
                    : Candidate.of(skill.listing()));
    Set<Namespace> seen = new HashSet<>();
    return Stream.concat(first, skill.candidates().stream())
        .filter(candidate -> seen.add(candidate.namespace()))
        .limit(CANDIDATES)
        .toList();
  }

  /** What tells candidates apart: how much they are used, how fresh they are, what they are for. */
  private static String comparison(Candidate candidate) {
    List<String> facts = new ArrayList<>();
    if (candidate.installs() != null) {
      facts.add(WORDS.text("candidate.installs", candidate.installs()));
    }
    if (candidate.stars() != null) {
      facts.add(WORDS.text("candidate.stars", candidate.stars()));
    }
    if (candidate.updatedAt() != null) {
      facts.add(
          WORDS.text("candidate.updated", Figures.day(candidate.updatedAt(), LocalDate.now())));
    }
    if (candidate.description() != null) {
      facts.add(DisplayText.line(candidate.description(), 140));
    }
    return String.join(" \u00B7 ", facts);
  }

  private Namespace chosen() {
    Decisions now = model.plan().decisionsProperty().get();
    Namespace said = now.choices().get(skill.id());
    return said != null || skill.status() == Dependency.Status.AMBIGUOUS ? said : skill.namespace();
  }

  private static Node indented(Node node) {
    HBox box = new HBox(node);
    HBox.setHgrow(node, Priority.ALWAYS);
    box.getStyleClass().add("row-indent");
    return box;
  }
}
