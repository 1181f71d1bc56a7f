package app.satchel.ui.kit;

import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.check.requirement.Requirement;
import app.satchel.check.requirement.VersionPhrase;
import app.satchel.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What a skill says it needs, under the author's own words: each with its answer, what was found or
 * why nothing can be told, and how to get what is missing.
 */
public final class RequirementRows extends RowCard {
  /** More than any real skill names; the rest is counted. */
  private static final int MOST = 100;

  private static final Words WORDS = Words.of(RequirementRows.class);

  private final Consumer<String> copy;

  /**
   * @param copy puts a text on the clipboard
   */
  public RequirementRows(List<CheckedRequirement> requirements, Consumer<String> copy) {
    this.copy = copy;
    Map<String, VBox> sentences = new LinkedHashMap<>();
    String lastChoice = null;
    for (CheckedRequirement checked :
        requirements.subList(0, Math.min(MOST, requirements.size()))) {
      VBox box = sentences.computeIfAbsent(key(checked), _ -> sentence(checked.requirement()));
      String choice = checked.requirement().anyOf();
      if (choice != null && !choice.equals(lastChoice)) {
        box.getChildren().add(Texts.wrapped(WORDS.text("requirement.one-of"), "small", "semi"));
      }
      lastChoice = choice;
      box.getChildren().add(row(checked));
    }
    if (requirements.size() > MOST) {
      VBox more =
          new VBox(
              Texts.wrapped(WORDS.text("requirement.more", requirements.size() - MOST), "soft"));
      more.getStyleClass().add("requirement-row");
      getChildren().add(more);
    }
  }

  private static String key(CheckedRequirement checked) {
    return checked.requirement().text() + "\n" + checked.requirement().place();
  }

  private VBox sentence(Requirement requirement) {
    String words = DisplayText.line(requirement.text(), 300);
    Label quote = Texts.wrapped(WORDS.text("requirement.quote", words), "small", "soft");
    Requirement.Place place = requirement.place();
    String where = DisplayText.line(place.where(), 60);
    Label at =
        Texts.line(
            place.line() == null
                ? where
                : WORDS.text("requirement.place", where, Integer.toString(place.line())),
            "small",
            "soft");
    HBox.setHgrow(quote, Priority.ALWAYS);
    quote.setMaxWidth(Double.MAX_VALUE);
    at.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(16, quote, at);
    VBox box = new VBox(8, head);
    box.getStyleClass().add("requirement-row");
    getChildren().add(box);
    return box;
  }

  private Node row(CheckedRequirement checked) {
    Requirement requirement = checked.requirement();
    String version = DisplayText.line(VersionPhrase.of(requirement), 40);
    String name = (DisplayText.line(requirement.name(), 60) + " " + version).strip();
    Label title = Texts.line(name, "semi");
    String sort =
        Stream.of("kind." + requirement.kind().word(), "level." + requirement.level().word())
            .map(WORDS::optional)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" \u00B7 "));
    HBox words = new HBox(8, title, Texts.line(sort, "soft", "small"));
    words.setAlignment(Pos.BASELINE_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(12, words, answer(checked));
    line.setAlignment(Pos.CENTER_LEFT);
    VBox row = new VBox(2, line);
    row.getStyleClass()
        .add(requirement.anyOf() == null ? "requirement-line" : "requirement-alternative");
    String details = details(checked);
    if (!details.isEmpty()) {
      row.getChildren().add(Texts.wrapped(details, "soft", "small"));
    }
    if (checked.howToGet() != null) {
      row.getChildren().add(hint(checked.howToGet()));
    }
    return row;
  }

  private static String details(CheckedRequirement checked) {
    String found = checked.found() == null ? "" : DisplayText.line(checked.found(), 160);
    String why = checked.why() == null ? "" : checked.why();
    return found.isEmpty() || why.isEmpty() ? found + why : WORDS.text("found-but", found, why);
  }

  /** A command line to copy; nothing here runs it. */
  private Node hint(String command) {
    Label code = Texts.line(DisplayText.line(command, 120), "code-chip");
    Button button = new Button(WORDS.text("hint.copy"));
    button.getStyleClass().add("small-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(WORDS.text("hint.spoken", command));
    button.setOnAction(
        event -> {
          copy.accept(command);
          button.setText(WORDS.text("hint.copied"));
        });
    button.focusedProperty().subscribe((before, now) -> button.setText(WORDS.text("hint.copy")));
    HBox hint = new HBox(8, Texts.line(WORDS.text("hint"), "soft", "small"), code, button);
    hint.setAlignment(Pos.CENTER_LEFT);
    return hint;
  }

  private static Label answer(CheckedRequirement checked) {
    String word = WORDS.text("status." + checked.status().word());
    return switch (checked.status()) {
      case MET -> Texts.status(Tone.OK, word);
      case OUTDATED -> Texts.status(Tone.WARN, word);
      case MISSING -> Texts.status(essential(checked) ? Tone.BAD : Tone.WARN, Icon.BAD, word);
      case UNKNOWN -> Texts.status(Tone.SOFT, word);
      case NOT_APPLICABLE -> Texts.status(Tone.SOFT, Icon.INFO, word);
      case OPEN -> Texts.status(Tone.SOFT, Icon.RETRY, word);
    };
  }

  /**
   * Whether the skill cannot do without: nothing else will do instead, and it is not for a part.
   */
  private static boolean essential(CheckedRequirement checked) {
    Requirement.Level level = checked.requirement().level();
    boolean needed = level == Requirement.Level.REQUIRED || level == Requirement.Level.EXCLUDED;
    return needed && checked.requirement().anyOf() == null;
  }
}
