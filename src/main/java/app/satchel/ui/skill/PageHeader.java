package app.satchel.ui.skill;

import app.satchel.marketplace.Listing;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Figures;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.SkillTile;
import app.satchel.ui.kit.Texts;
import app.satchel.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The head of a page: tile, name, where it is from, what is known, and the one primary action. */
public final class PageHeader extends HBox {
  private static final Words WORDS = Words.of(PageHeader.class);

  private static final double NARROW = 480;

  /** As many letters fit on the narrowest page. */
  private static final int LONG = 20;

  private final SkillTile tile = new SkillTile(SkillTile.Size.PAGE);
  private final Label name = new Label();
  private final VBox words = new VBox(2);
  private final FlowPane facts = new FlowPane(12, 2);
  private final SplitMenuButton add = new SplitMenuButton();
  private final Consumer<URI> browser;

  /**
   * @param deliver called with the target a person chose
   */
  PageHeader(Consumer<WizardStart> deliver, Consumer<URI> browser) {
    super(16);
    this.browser = browser;
    getStyleClass().add("page-header");
    name.getStyleClass().add("title");
    Texts.asHeading(name, 1);
    name.setWrapText(true);
    name.setMinWidth(0);
    name.setMinHeight(Region.USE_PREF_SIZE);
    facts.getStyleClass().add("page-facts");
    facts.setMinWidth(0);
    words.getChildren().addAll(name, facts);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    add.setId("add");
    add.setText(WORDS.text("add"));
    add.getStyleClass().addAll("primary", "add");
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(event -> deliver.accept(WizardStart.CLAUDE_AI));
    add.getItems()
        .addAll(
            item("add.claude-ai", WizardStart.CLAUDE_AI, deliver),
            item("add.claude-code", WizardStart.CLAUDE_CODE, deliver),
            item("add.zip", WizardStart.CHOOSE, deliver));
    getChildren().addAll(tile, words, add);
    widthProperty().subscribe(now -> arrange(now.doubleValue() > 0 && now.doubleValue() < NARROW));
    // Both widths come while the page is laid out, and what they change (the button's place, how
    // wide a fact may be) changes the height that the page has just given.
    widthProperty().subscribe(this::layOutAgain);
    facts.widthProperty().subscribe(this::layOutAgain);
  }

  /** On a narrow page the button stands below the words, which have the whole width then. */
  private void arrange(boolean narrow) {
    if (narrow == words.getChildren().contains(add)) {
      return;
    }
    boolean focused = add.isFocused();
    if (narrow) {
      getChildren().remove(add);
      words.getChildren().add(add);
      VBox.setMargin(add, new Insets(8, 0, 0, 0));
    } else {
      words.getChildren().remove(add);
      VBox.clearConstraints(add);
      getChildren().add(add);
    }
    if (focused) {
      add.requestFocus();
    }
  }

  /** A parent that is being laid out does not hear that a child asks for it. */
  private void layOutAgain() {
    Platform.runLater(facts::requestLayout);
  }

  private static MenuItem item(String key, WizardStart start, Consumer<WizardStart> deliver) {
    MenuItem item = new MenuItem(WORDS.text(key));
    item.setOnAction(event -> deliver.accept(start));
    return item;
  }

  /** The primary button, for focus. */
  SplitMenuButton addNode() {
    return add;
  }

  /**
   * @param openedFrom the path that it was opened by, or null for one of a marketplace
   */
  void show(Listing listing, Path openedFrom) {
    String shown = DisplayText.line(listing.name(), 64);
    tile.show(shown);
    name.setText(shown);
    facts.getChildren().clear();
    if (openedFrom != null) {
      place(openedFrom);
      return;
    }
    fact(DisplayText.line("@" + listing.namespace().repository(), 80), null, null);
    if (listing.stars() != null) {
      fact(
          Figures.count(listing.stars()),
          Icon.STAR,
          WORDS.text("header.stars", Figures.exact(listing.stars())));
    }
    if (listing.installs() != null) {
      fact(
          Figures.count(listing.installs()),
          Icon.INSTALLS,
          WORDS.text("header.installs", Figures.exact(listing.installs())));
    }
    if (listing.updatedAt() != null) {
      fact(
          WORDS.text("header.updated", Figures.day(listing.updatedAt(), LocalDate.now())),
          null,
          null);
    }
    fact(WORDS.text("header.from", listing.source()), null, null);
    if (listing.sourceUrl() != null) {
      Button look = new Button(null, Icon.OPEN.node("small-icon"));
      look.getStyleClass().addAll("quiet", "tiny");
      look.setAccessibleText(WORDS.text("view-source"));
      look.setTooltip(new Tooltip(WORDS.text("view-source")));
      look.setOnAction(event -> browser.accept(listing.sourceUrl()));
      facts.getChildren().add(look);
    }
  }

  /** Of a skill of this computer, where it lies is all that is known. */
  private void place(Path path) {
    Label label = Texts.path(DisplayText.line(path.toString(), 400), "soft", "fact");
    label.setGraphic(Icon.FOLDER.node("small-icon"));
    label.setAccessibleText(WORDS.text("header.opened-from", label.getText()));
    label.maxWidthProperty().bind(facts.widthProperty());
    facts.getChildren().add(label);
  }

  private void fact(String text, Icon icon, String spoken) {
    Label label = new Label(text);
    label.getStyleClass().addAll("soft", "fact");
    label.setAlignment(Pos.CENTER_LEFT);
    // No wider than the row: a long name ends in an ellipsis, and is said in full on top of it.
    label.maxWidthProperty().bind(facts.widthProperty());
    if (text.length() > LONG) {
      label.setTooltip(new Tooltip(text));
    }
    if (icon != null) {
      label.setGraphic(icon.node("small-icon"));
    }
    if (spoken != null) {
      label.setAccessibleText(spoken);
      label.setTooltip(new Tooltip(spoken));
    }
    facts.getChildren().add(label);
  }

  /** Where the wizard starts. */
  public enum WizardStart {
    CLAUDE_AI,
    CLAUDE_CODE,
    /** At the choice of targets. */
    CHOOSE
  }
}
