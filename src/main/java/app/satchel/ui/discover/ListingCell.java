package app.satchel.ui.discover;

import app.satchel.marketplace.Listing;
import app.satchel.skill.Namespace;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.SkillTile;
import app.satchel.ui.kit.Tone;
import app.satchel.words.Words;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A row of Discover. Its nodes are made once and filled for each listing. */
final class ListingCell extends ListCell<Listing> {
  private static final Words WORDS = Words.of(ListingCell.class);

  private final SkillTile tile = new SkillTile(SkillTile.Size.ROW);
  private final Label name = new Label();
  private final Label repository = new Label();
  private final Label description = new Label();
  private final Label stars = new Label();
  private final Label installs = new Label();
  private final Label source = new Label();
  private final Label works = new Label();
  private final Map<Namespace, WorksModel.Answer> answers;
  private final HBox card;

  /**
   * @param answers what is known of the rows
   */
  ListingCell(Map<Namespace, WorksModel.Answer> answers) {
    this.answers = answers;
    name.getStyleClass().add("listing-name");
    repository.getStyleClass().addAll("soft", "small");
    description.getStyleClass().add("listing-description");
    description.setWrapText(true);
    stars.getStyleClass().addAll("soft", "small");
    stars.setGraphic(Icon.STAR.node("small-icon"));
    installs.getStyleClass().addAll("soft", "small");
    installs.setGraphic(Icon.INSTALLS.node("small-icon"));
    source.getStyleClass().addAll("soft", "small");
    works.setMinWidth(Region.USE_PREF_SIZE);
    HBox facts = new HBox(14, stars, installs, source, works);
    facts.setAlignment(Pos.CENTER_LEFT);
    facts.getStyleClass().add("listing-facts");
    VBox words = new VBox(name, repository, description, facts);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    card = new HBox(12, tile, words);
    card.getStyleClass().add("listing");
    card.setMinWidth(0);
    // The list is as wide as it is; rows wrap instead of scrolling sideways.
    setPrefWidth(0);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  @Override
  protected void updateItem(Listing listing, boolean empty) {
    super.updateItem(listing, empty);
    if (empty || listing == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String shownName = DisplayText.line(listing.name(), 64);
    String shownRepository = DisplayText.line("@" + listing.namespace().repository(), 80);
    String shownDescription = DisplayText.line(listing.description(), 220);
    tile.show(shownName);
    name.setText(shownName);
    repository.setText(shownRepository);
    description.setText(
        shownDescription.isEmpty() ? WORDS.text("listing.no-description") : shownDescription);
    show(stars, listing.stars());
    show(installs, listing.installs());
    source.setText(listing.source());
    String verdict = show(answers.get(listing.namespace()));
    setGraphic(card);
    setAccessibleText(
        WORDS.text("listing.accessible", shownName, shownRepository, shownDescription)
            + (verdict.isEmpty() ? "" : " " + verdict));
  }

  /** Whether the skill works; nothing while that is not known. Returns the words. */
  private String show(WorksModel.Answer answer) {
    works.setVisible(answer != null);
    works.setManaged(answer != null);
    if (answer == null) {
      return "";
    }
    Tone tone =
        switch (answer.verdict()) {
          case WORKS -> answer.asksForNothing() ? Tone.SOFT : Tone.OK;
          case MISSING -> Tone.WARN;
          case CANNOT_TELL -> Tone.INFO;
        };
    String words =
        switch (answer.verdict()) {
          case WORKS -> WORDS.text(answer.asksForNothing() ? "works.nothing" : "works.works");
          case MISSING -> WORDS.text("works.missing", answer.missing());
          case CANNOT_TELL -> WORDS.text("works.cannot-tell");
        };
    works.setText(words);
    works.getStyleClass().setAll("label", "small", "semi", tone.styleClass());
    Icon icon = answer.asksForNothing() ? null : tone.icon();
    works.setGraphic(icon == null ? null : icon.node("small-icon", tone.styleClass()));
    return words;
  }

  private static void show(Label label, Integer number) {
    label.setText(number == null ? "" : Figures.count(number));
    label.setVisible(number != null);
    label.setManaged(number != null);
  }
}
