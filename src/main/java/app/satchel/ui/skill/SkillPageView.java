package app.satchel.ui.skill;

import app.satchel.skill.Namespace;
import app.satchel.ui.files.FilesPane;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.ZoomBox;
import app.satchel.ui.skill.PageHeader.WizardStart;
import app.satchel.ui.skill.SkillPageModel.State;
import app.satchel.ui.skill.VerdictStrip.Topic;
import app.satchel.words.Words;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of a skill: its head, the verdict strip, and what the chosen tab shows. */
public final class SkillPageView extends StackPane {
  private static final Words WORDS = Words.of(SkillPageView.class);
  private static final double MEASURE = 720;
  private static final double WIDEST = 1_240;

  /** Room at the sides of the page. */
  private static final double SIDES = 80;

  /** The page's own scroll bar, which nothing may lie over. */
  private static final double BAR = 14;

  private static final int PLAIN_ROWS = 28;

  /** The tabs, in order. */
  public enum Tab {
    SKILL_MD,
    FILES,
    UPLOAD,
    REQUIREMENTS,
    REVIEW
  }

  /** What the page asks the window to do. */
  public interface Actions {
    /** Starts the wizard for the skill that is shown. */
    void deliver(WizardStart start);

    /** Opens another skill's page. */
    void open(Namespace namespace);

    /** Opens an address in the browser. */
    void browse(URI address);

    /** Looks for something in Discover. */
    void search(String words);
  }

  private final SkillPageModel model;
  private final Actions actions;
  private final DocumentView document;
  private final FilesPane files;
  private final UploadTab upload;
  private final RequirementsTab requirements;
  private final PageHeader header;
  private final VerdictStrip verdicts;
  private final HBox back = new HBox();
  private final StackPane body = new StackPane();
  private final FrontmatterPlace frontmatter;
  private final TabRow tabRow;
  private final VBox page = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final StackPane message = new StackPane();
  private final Map<Tab, ToggleButton> tabs = new EnumMap<>(Tab.class);
  private final ToggleGroup group = new ToggleGroup();
  private final PageTools tools;
  private final TextArea plain = new TextArea();

  /**
   * @param desktop for the clipboard and the dialogs of the Upload tab
   * @param documentView makes the view of SKILL.md
   */
  public SkillPageView(
      SkillPageModel model, Actions actions, Desktop desktop, DocumentView.Factory documentView) {
    this.model = model;
    this.actions = actions;
    document = documentView.create(this::openFile, this::find);
    tools = new PageTools(document.markdown(), model.reading(), scroll);
    files =
        new FilesPane(model.contents(), desktop, new FilesPlace(model, scroll, actions::browse));
    frontmatter = new FrontmatterPlace(model, actions::open);
    upload = new UploadTab(model.changes(), desktop);
    requirements = new RequirementsTab(model.needs(), actions::open, desktop::copy);
    header = new PageHeader(actions::deliver, actions::browse);
    verdicts = new VerdictStrip(this::jump);
    getStyleClass().add("skill-page");
    back.managedProperty().bind(back.visibleProperty());
    back.setVisible(false);
    tabRow = tabRow();
    page.getChildren().addAll(back, header, verdicts, tabRow, body);
    page.getStyleClass().add("page");
    body.getStyleClass().add("page-body");
    // The files take the room that there is; everything else keeps to the measure.
    page.setMaxWidth(WIDEST + SIDES);
    header.setMaxWidth(MEASURE);
    verdicts.setMaxWidth(MEASURE);
    StackPane placed = new StackPane(page);
    StackPane.setAlignment(page, Pos.TOP_LEFT);
    ZoomBox zoomed = new ZoomBox(placed);
    scroll.setContent(zoomed);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("page-scroll");
    StackPane.setAlignment(tools.side(), Pos.TOP_RIGHT);
    StackPane.setMargin(tools.side(), new Insets(0, BAR, 0, 0));
    StackPane seen = new StackPane(scroll, tools.side());
    seen.setMinHeight(0);
    VBox.setVgrow(seen, Priority.ALWAYS);
    // The bar that finds words covers nothing: the page gives it the room.
    getChildren().addAll(new VBox(tools.findBar(), seen), message);
    plain.setEditable(false);
    plain.setWrapText(true);
    plain.setPrefRowCount(PLAIN_ROWS);
    plain.setId("plain-text");
    plain.setAccessibleText(WORDS.text("plain"));
    plain.getStyleClass().add("plain-text");
    model
        .reading()
        .readingProperty()
        .subscribe(
            now -> {
              zoomed.zoomProperty().set(now.zoom() / 100.0);
              makeRoom();
            });
    widthProperty().subscribe(now -> makeRoom());
    tools.plainTextProperty().subscribe(now -> showTab(selected()));
    listen();
  }

  /** The outline stands beside the page where the page keeps its whole measure. */
  private void makeRoom() {
    double wanted = (MEASURE + SIDES) * model.reading().readingProperty().get().zoom() / 100.0;
    tools.room(getWidth() >= wanted + Outline.WIDTH + BAR);
  }

  private void listen() {
    model.stateProperty().subscribe(this::showState);
    model
        .listingProperty()
        .subscribe(
            listing -> {
              if (listing != null) {
                header.show(listing, model.openedFrom().orElse(null));
                select(Tab.SKILL_MD);
                scroll.setVvalue(0);
              }
            });
    model
        .pageProperty()
        .subscribe(
            shown -> {
              if (shown != null) {
                document.show(shown.document());
                plain.clear();
                fillPlain();
                tools.show(shown.document());
                frontmatter.show();
              }
            });
    model.filesProperty().subscribe(files -> filesChanged());
    model.uploadProperty().subscribe(now -> verdict(Topic.UPLOAD));
    model.changes().problemProperty().subscribe(now -> verdict(Topic.UPLOAD));
    model.changes().shownProperty().subscribe(now -> verdict(Topic.UPLOAD));
    model.reviewProperty().subscribe(now -> verdict(Topic.REVIEW));
    model.successorProperty().subscribe(_ -> showState(model.stateProperty().get()));
    model
        .needs()
        .answersProperty()
        .subscribe(
            now -> {
              verdict(Topic.REQUIREMENTS);
              frontmatter.show();
            });
    model
        .needs()
        .dependenciesProperty()
        .subscribe(
            now -> {
              verdict(Topic.NEEDS);
              frontmatter.show();
            });
  }

  /** Shows a way back, for a narrow window where the page takes the list's place. */
  public void setOnBack(Runnable action) {
    Button button = new Button(WORDS.text("back"), Icon.BACK.node());
    button.setId("back");
    button.getStyleClass().add("quiet");
    button.setOnAction(event -> action.run());
    back.getChildren().setAll(button);
    back.getStyleClass().setAll("page-back");
  }

  /** Whether the way back is shown. */
  public void showBack(boolean shown) {
    back.setVisible(shown);
  }

  /** The primary button, for focus. */
  public SplitMenuButton addNode() {
    return header.addNode();
  }

  /** The scroller of the page. */
  public ScrollPane scrollNode() {
    return scroll;
  }

  private TabRow tabRow() {
    for (Tab tab : Tab.values()) {
      ToggleButton button = new ToggleButton(title(tab));
      button.setId("tab-" + tab.name().toLowerCase());
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      button.getStyleClass().setAll("page-tab");
      button.setToggleGroup(group);
      button.setOnAction(event -> select(tab));
      button.setMinWidth(Region.USE_PREF_SIZE);
      tabs.put(tab, button);
    }
    return new TabRow(List.copyOf(tabs.values()), tools.row());
  }

  private String title(Tab tab) {
    return switch (tab) {
      case SKILL_MD -> WORDS.text("tab.skill-md");
      case FILES ->
          model.filesProperty().get() == null
              ? WORDS.text("tab.files-unknown")
              : WORDS.text(
                  "tab.files", Integer.toString(model.filesProperty().get().files().size()));
      case UPLOAD -> WORDS.text("tab.upload");
      case REQUIREMENTS -> WORDS.text("tab.requirements");
      case REVIEW -> WORDS.text("tab.review");
    };
  }

  private void jump(Topic topic) {
    select(
        switch (topic) {
          case UPLOAD -> Tab.UPLOAD;
          case REQUIREMENTS, NEEDS -> Tab.REQUIREMENTS;
          case REVIEW -> Tab.REVIEW;
        });
  }

  /** Turns to a tab. */
  public void select(Tab tab) {
    tabs.get(tab).setSelected(true);
    showTab(tab);
  }

  /**
   * Shows a file of the skill, as a link in its text asked for.
   *
   * @param anchor a heading in it, or {@code L} and a line; empty for its beginning
   */
  public void openFile(String path, String anchor) {
    select(Tab.FILES);
    model.contents().open(path, anchor);
  }

  private Tab selected() {
    for (Map.Entry<Tab, ToggleButton> entry : tabs.entrySet()) {
      if (entry.getValue().isSelected()) {
        return entry.getKey();
      }
    }
    return Tab.SKILL_MD;
  }

  private void showTab(Tab tab) {
    Node shown =
        switch (tab) {
          case SKILL_MD -> new VBox(18, frontmatter, text());
          case FILES -> files;
          case UPLOAD -> upload;
          case REQUIREMENTS -> requirements;
          case REVIEW -> CheckTabs.review(model.reviewProperty().get());
        };
    double width = tab == Tab.FILES ? WIDEST : MEASURE;
    tabRow.setMaxWidth(width);
    body.setMaxWidth(width);
    body.getChildren().setAll(shown);
    tools.shown(tab == Tab.SKILL_MD && model.stateProperty().get() == State.READY);
  }

  private Node text() {
    fillPlain();
    return tools.plainTextProperty().get() ? plain : document.node();
  }

  /** Most people never ask for it, so it is not made before. */
  private void fillPlain() {
    SkillPageModel.Page shown = model.pageProperty().get();
    if (shown != null && tools.plainTextProperty().get() && plain.getText().isEmpty()) {
      plain.setText(shown.document().plainText());
    }
  }

  /** Whether a skill's text is there to be read. */
  public boolean isReadable() {
    return model.stateProperty().get() == State.READY;
  }

  /** Looks for words in SKILL.md. */
  public void find() {
    if (selected() != Tab.SKILL_MD) {
      select(Tab.SKILL_MD);
    }
    tools.find();
  }

  /** Goes to the next or previous place of what is looked for. */
  public void findNext(boolean forward) {
    tools.findNext(forward);
  }

  /** Shows the page one size larger. */
  public void larger() {
    tools.larger();
  }

  /** Shows the page one size smaller. */
  public void smaller() {
    tools.smaller();
  }

  /** Shows the page as large as it is. */
  public void normalSize() {
    tools.normal();
  }

  private void filesChanged() {
    tabs.get(Tab.FILES).setText(title(Tab.FILES));
    document.files(model.filesProperty().get());
  }

  private void verdict(Topic topic) {
    switch (topic) {
      case UPLOAD -> verdicts.show(topic, model.uploadVerdict());
      case REQUIREMENTS ->
          verdicts.show(
              topic, model.needs().requirementTitle(), model.needs().requirementVerdict());
      case NEEDS -> verdicts.show(topic, model.needs().dependencyVerdict());
      case REVIEW -> verdicts.show(topic, model.reviewVerdict());
    }
    Tab tab = selected();
    if (tab == Tab.REVIEW) {
      showTab(tab);
    }
  }

  private void showState(State state) {
    scroll.setVisible(state == State.READY || state == State.LOADING);
    message.getChildren().clear();
    Node instead = instead(state);
    if (instead != null) {
      message.getChildren().add(instead);
    } else if (state == State.LOADING) {
      body.getChildren().setAll(PageStates.skeleton());
      tools.shown(false);
    } else {
      showTab(selected());
    }
    message.setVisible(!message.getChildren().isEmpty());
    message.setMouseTransparent(message.getChildren().isEmpty());
  }

  /** What stands in the page's place; null when it is the page itself. */
  private Node instead(State state) {
    return switch (state) {
      case NOTHING -> PageStates.nothing();
      case GONE ->
          PageStates.gone(model.listingProperty().get(), model.successorProperty().get(), actions);
      case FAILED -> PageStates.failed(model.problemProperty().get(), model::retry);
      case LOADING, READY -> null;
    };
  }
}
