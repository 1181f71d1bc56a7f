package app.satchel.ui.skill;

import app.satchel.check.requirement.CheckedRequirement;
import app.satchel.problem.ProblemKind;
import app.satchel.skill.Namespace;
import app.satchel.ui.kit.Background;
import app.satchel.ui.kit.Desktop;
import app.satchel.ui.kit.DisplayText;
import app.satchel.ui.kit.Icon;
import app.satchel.ui.kit.Placeholder;
import app.satchel.ui.kit.Texts;
import app.satchel.ui.skill.PageHeader.WizardStart;
import app.satchel.ui.skill.SkillPageModel.State;
import app.satchel.ui.skill.VerdictStrip.Topic;
import app.satchel.words.Words;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of a skill: its head, the verdict strip, and what the chosen tab shows. */
public final class SkillPageView extends StackPane {
  private static final Words WORDS = Words.of(SkillPageView.class);
  private static final double MEASURE = 720;

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
  private final FilesTab files;
  private final UploadTab upload;
  private final RequirementsTab requirements;
  private final PageHeader header;
  private final VerdictStrip verdicts;
  private final HBox back = new HBox();
  private final StackPane body = new StackPane();
  private final VBox frontmatterPlace = new VBox();
  private final VBox page = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final StackPane message = new StackPane();
  private final Map<Tab, ToggleButton> tabs = new EnumMap<>(Tab.class);
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param background where files are read
   * @param desktop for the clipboard and the dialogs of the Upload tab
   * @param documentView makes the view of SKILL.md
   */
  public SkillPageView(
      SkillPageModel model,
      Actions actions,
      Background background,
      Desktop desktop,
      DocumentView.Factory documentView) {
    this.model = model;
    this.actions = actions;
    document = documentView.create(this::openFile);
    files = new FilesTab(background);
    upload = new UploadTab(model.changes(), desktop);
    requirements = new RequirementsTab(model.needs(), actions::open, desktop::copy);
    header = new PageHeader(actions::deliver, actions::browse);
    verdicts = new VerdictStrip(this::jump);
    getStyleClass().add("skill-page");
    back.managedProperty().bind(back.visibleProperty());
    back.setVisible(false);
    page.getChildren().addAll(back, header, verdicts, tabRow(), body);
    page.getStyleClass().add("page");
    body.getStyleClass().add("page-body");
    page.setMaxWidth(MEASURE + 80);
    StackPane centred = new StackPane(page);
    StackPane.setAlignment(page, javafx.geometry.Pos.TOP_LEFT);
    scroll.setContent(centred);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("page-scroll");
    getChildren().addAll(scroll, message);
    listen();
  }

  private void listen() {
    model.stateProperty().subscribe(this::showState);
    model
        .listingProperty()
        .subscribe(
            listing -> {
              if (listing != null) {
                header.show(listing);
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
                showFrontmatter();
              }
            });
    model.filesProperty().subscribe(files -> filesChanged());
    model.uploadProperty().subscribe(now -> verdict(Topic.UPLOAD));
    model.changes().problemProperty().subscribe(now -> verdict(Topic.UPLOAD));
    model.reviewProperty().subscribe(now -> verdict(Topic.REVIEW));
    model.successorProperty().subscribe(_ -> showState(model.stateProperty().get()));
    model
        .needs()
        .answersProperty()
        .subscribe(
            now -> {
              verdict(Topic.REQUIREMENTS);
              showFrontmatter();
            });
    model
        .needs()
        .dependenciesProperty()
        .subscribe(
            now -> {
              verdict(Topic.NEEDS);
              showFrontmatter();
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

  private Node tabRow() {
    HBox row = new HBox(22);
    row.getStyleClass().add("page-tabs");
    for (Tab tab : Tab.values()) {
      ToggleButton button = new ToggleButton(title(tab));
      button.setId("tab-" + tab.name().toLowerCase());
      button.setAccessibleRole(AccessibleRole.TAB_ITEM);
      button.getStyleClass().setAll("page-tab");
      button.setToggleGroup(group);
      button.setOnAction(event -> select(tab));
      button.setMinWidth(Region.USE_PREF_SIZE);
      tabs.put(tab, button);
      row.getChildren().add(button);
    }
    return row;
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

  /** Shows a file of the skill, as a link in its text asked for. */
  private void openFile(String path) {
    select(Tab.FILES);
    files.open(path);
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
          case SKILL_MD -> new VBox(18, frontmatterPlace, document.node());
          case FILES -> files;
          case UPLOAD -> upload;
          case REQUIREMENTS -> requirements;
          case REVIEW -> CheckTabs.review(model.reviewProperty().get());
        };
    body.getChildren().setAll(shown);
  }

  private void filesChanged() {
    tabs.get(Tab.FILES).setText(title(Tab.FILES));
    files.show(model.filesProperty().get());
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

  private List<CheckedRequirement> requirements() {
    PageServices.Answers answers = model.needs().answersProperty().get();
    return answers == null ? null : answers.report().declared();
  }

  private void showFrontmatter() {
    SkillPageModel.Page shown = model.pageProperty().get();
    if (shown == null) {
      frontmatterPlace.getChildren().clear();
      return;
    }
    frontmatterPlace
        .getChildren()
        .setAll(
            new FrontmatterCard(
                shown.skillMd().frontmatter(),
                requirements(),
                model.needs().dependenciesProperty().get(),
                actions::open));
  }

  private void showState(State state) {
    scroll.setVisible(state == State.READY || state == State.LOADING);
    message.getChildren().clear();
    switch (state) {
      case NOTHING ->
          message
              .getChildren()
              .add(
                  new Placeholder(
                      Icon.PACKAGE,
                      WORDS.text("nothing.title"),
                      WORDS.text("nothing.words"),
                      List.of()));
      case LOADING -> body.getChildren().setAll(skeleton());
      case READY -> showTab(selected());
      case GONE -> message.getChildren().add(gone());
      case FAILED -> message.getChildren().add(failed());
    }
    message.setVisible(!message.getChildren().isEmpty());
    message.setMouseTransparent(message.getChildren().isEmpty());
  }

  private static Node skeleton() {
    VBox bones = new VBox(12);
    bones.getStyleClass().add("page-skeleton");
    bones.setAccessibleText(WORDS.text("loading"));
    for (double width : new double[] {640, 260, 600, 620, 580, 420}) {
      Region bone = new Region();
      bone.getStyleClass().add("skeleton");
      bone.setMinHeight(14);
      bone.setMaxWidth(width);
      bones.getChildren().add(bone);
    }
    return bones;
  }

  private Node gone() {
    String repository = model.listingProperty().get().namespace().repository();
    Button search = new Button(WORDS.text("gone.search"));
    search.setOnAction(event -> actions.search(model.listingProperty().get().namespace().repo()));
    Button look = new Button(WORDS.text("gone.look"), Icon.OPEN.node());
    look.setOnAction(event -> actions.browse(URI.create("https://github.com/" + repository)));
    Namespace now = model.successorProperty().get();
    if (now == null) {
      return new Placeholder(
          Icon.UNKNOWN, WORDS.text("gone.title"), WORDS.text("gone.words"), List.of(search, look));
    }
    Button follow =
        Texts.button(
            WORDS.text("gone.follow", DisplayText.line(now.skill(), 60)),
            () -> actions.open(now),
            "primary");
    return new Placeholder(
        Icon.INFO,
        WORDS.text("gone.renamed"),
        WORDS.text("gone.renamed-words", DisplayText.line(now.toString(), 90)),
        List.of(follow, look));
  }

  private Node failed() {
    Button retry = new Button(WORDS.text("failed.retry"), Icon.RETRY.node());
    retry.setOnAction(event -> model.retry());
    boolean network = model.problemProperty().get().kind() == ProblemKind.NETWORK;
    return Placeholder.of(
        network ? Icon.OFFLINE : Icon.WARN, model.problemProperty().get(), List.of(retry));
  }
}
